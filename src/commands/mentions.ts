import { parseArgs } from 'node:util';
import type { Mention } from '../core/entity/entity';
import { messageMentions } from '../core/entity/message-mentions';
import { parseFile } from '../core/message/parse-file';
import type { SourceText } from '../core/text/source-text';
import { exitCode, UsageError, type Command } from './command';
import { entityFilesOf, readRecogniser, readRegistry } from './entity-data';
import { listFiles, readSource } from './source-files';

/** Prints the mentions of entities, also of the archive's own entity files, and recognised names (design, section 8). */
export const mentionsCommand: Command = {
  name: 'mentions',
  summary: 'Show what names every message mentions',
  usage: '[--json] [--entities FILE]… PATH…',
  async run(args, host) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        entities: { type: 'string', multiple: true, default: [] },
      },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new UsageError('mentions needs a file or a folder');
    const own = await entityFilesOf(positionals, host.directory);
    const registry = await readRegistry([...values.entities, ...own], host);
    const recogniser = await readRecogniser();
    const results: { file: string; mentions: unknown[] }[] = [];
    for (const path of await listFiles(positionals, host.directory)) {
      const { name, source, problem } = await readSource(path, host.directory);
      if (problem !== undefined) host.error(`${name}: ${problem}\n`);
      const { messages } = parseFile(source, name.slice(name.lastIndexOf('/') + 1));
      const mentions = messages.flatMap((message) =>
        messageMentions(source, message, registry, { recogniser, uri: name }),
      );
      if (values.json) {
        results.push({ file: name, mentions: mentions.map((each) => mentionToJson(source, each)) });
      } else {
        for (const mention of mentions) host.out(`${name}:${mentionLine(source, mention)}\n`);
      }
    }
    if (values.json) host.out(`${JSON.stringify(results, null, 2)}\n`);
    return exitCode.well;
  },
};

/** A mention with code-point offsets; `entity` is the likeliest one's id. */
function mentionToJson(source: SourceText, mention: Mention) {
  const { type, text, source: from, entities, evidence, role } = mention;
  return {
    ...source.toCodePointRange(mention),
    text,
    type,
    ...(entities[0] ? { entity: entities[0].id } : {}),
    source: from,
    ...(entities.length > 1 ? { candidates: entities.map(({ id }) => id) } : {}),
    ...(role === undefined ? {} : { role }),
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** `line:column: type "text" entity (source)`; line and column from 1. */
function mentionLine(source: SourceText, mention: Mention): string {
  const { line, character } = source.positionAt(mention.start);
  const text = JSON.stringify(mention.text.replace(/\s+/g, ' '));
  const ids = mention.entities.map(({ id }) => id).join(' or ');
  const place = `${line + 1}:${character + 1}`;
  return `${place}: ${mention.type} ${text}${ids && ` ${ids}`} (${mention.source})`;
}
