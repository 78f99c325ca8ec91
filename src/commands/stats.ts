import { parseArgs } from 'node:util';
import { countAnnotations } from '../core/annotation/stats';
import { exitCode, type Command } from './command';
import { readSidecars } from './sidecar-files';

/** Counts the annotations of an archive. */
export const statsCommand: Command = {
  name: 'stats',
  summary: 'Count annotations by kind, entity, annotator and month',
  usage: '[--json] [PATH…]',
  async run(args, host) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    let files = 0;
    const annotations = [];
    let unreadable = 0;
    for await (const { sidecar, name } of readSidecars(positionals, host)) {
      files++;
      for (const record of sidecar.records) {
        if (record.annotation) annotations.push(record.annotation);
        else unreadable++;
      }
      if (sidecar.reason !== undefined) host.error(`${name}: ${sidecar.reason}\n`);
    }
    const { annotations: total, replies, ...tables } = countAnnotations(annotations);
    if (values.json) {
      const result = { files, annotations: total, replies, unreadable, ...tables };
      host.out(`${JSON.stringify(result, null, 2)}\n`);
      return exitCode.well;
    }
    host.out(`${files} files, ${total} annotations, ${replies} replies\n`);
    if (unreadable > 0) host.error(`${unreadable} records could not be read: run check\n`);
    for (const [title, counts] of Object.entries(tables)) {
      const rows = Object.entries(counts);
      if (rows.length === 0) continue;
      host.out(`\n${title}\n`);
      for (const [name, count] of rows) host.out(`${String(count).padStart(7)}  ${name}\n`);
    }
    return exitCode.well;
  },
};
