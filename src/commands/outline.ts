import { parseArgs } from 'node:util';
import { messageToJson } from '../core/message/message-json';
import { outlineOf, type OutlineNode } from '../core/message/outline';
import { parseFile } from '../core/message/parse-file';
import type { SourceText } from '../core/text/source-text';
import { exitCode, UsageError, type Command } from './command';
import { listFiles, readSource } from './source-files';

/** Prints the parts of every message: a tree for people, or JSON (design, section 8). */
export const outlineCommand: Command = {
  name: 'outline',
  summary: 'Show the parts of every message',
  usage: '[--json] PATH…',
  async run(args, host) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new UsageError('outline needs a file or a folder');
    const results: unknown[] = [];
    for (const path of await listFiles(positionals, host.directory)) {
      const { name, source, problem } = await readSource(path, host.directory);
      if (problem !== undefined) host.error(`${name}: ${problem}\n`);
      const parsed = parseFile(source, name.slice(name.lastIndexOf('/') + 1));
      if (values.json) {
        const messages = parsed.messages.map((message) => messageToJson(source, message));
        results.push({ file: name, kind: parsed.kind, messages });
      } else {
        host.out(`${name}: ${parsed.kind}\n`);
        for (const line of treeLines(source, outlineOf(source, parsed), 1)) host.out(line);
      }
    }
    if (values.json) host.out(`${JSON.stringify(results, null, 2)}\n`);
    return exitCode.well;
  },
};

/** One line a node: line number from 1, indented name, detail. */
function* treeLines(
  source: SourceText,
  nodes: readonly OutlineNode[],
  depth: number,
): Generator<string> {
  for (const node of nodes) {
    const line = String(source.positionAt(node.range.start).line + 1).padStart(5);
    const detail = node.detail === '' ? '' : `  ${node.detail}`;
    yield `${line} ${'  '.repeat(depth)}${node.name}${detail}\n`;
    yield* treeLines(source, node.children, depth + 1);
  }
}
