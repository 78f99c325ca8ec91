import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import {
  annotatedFile,
  anchorInMessages,
  type AnnotatedFile,
} from '../core/annotation/anchor/anchor-in-messages';
import { annotationKinds, type AnnotationKind } from '../core/annotation/annotation';
import type { SidecarChange } from '../core/annotation/edit-sidecar';
import { newAnnotation, type NewAnnotation } from '../core/annotation/new-annotation';
import { readSidecar } from '../core/annotation/read-sidecar';
import { toRecordValue } from '../core/annotation/record-value';
import { isUnique } from '../core/annotation/selector';
import { settleAnnotations } from '../core/annotation/settle-annotations';
import { interpretRecord } from '../core/annotation/validate-annotation';
import { writeRecord } from '../core/annotation/write-sidecar';
import { contentIdentity } from '../core/text/hash';
import type { SourceText } from '../core/text/source-text';
import type { TextRange } from '../core/text/text-range';
import { exitCode, UsageError, type Command } from './command';
import { changeSidecarFile, sidecarPathOf } from './change-sidecar-file';
import { textFromGit } from '../node/text-from-git';
import { readUtf8File } from './sidecar-files';
import { readSource } from './source-files';

const options = {
  quote: { type: 'string' },
  message: { type: 'string' },
  occurrence: { type: 'string' },
  kind: { type: 'string' },
  note: { type: 'string' },
  entity: { type: 'string' },
  type: { type: 'string' },
  tag: { type: 'string', multiple: true },
  by: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** Adds one annotation to a source's sidecar. */
export const annotateCommand: Command = {
  name: 'annotate',
  summary: 'Add an annotation to a passage',
  usage:
    'FILE --quote Q [--message ID] [--occurrence N] --kind K [--note N] [--entity E] [--type T] [--tag T]… [--by NAME] [--json]',
  async run(args, host) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('annotate needs one file');
    const kind = kindOf(values.kind);
    const path = resolve(host.directory, file);
    if (!(await stat(path).catch(() => undefined))?.isFile())
      throw new UsageError(`no such file: ${file}`);
    const { source, problem } = await readSource(path, host.directory);
    if (problem !== undefined) host.error(`${file}: ${problem}\n`);
    const annotated = annotatedFile(source, basename(path));
    const text = values.message === undefined ? source : textOfMessage(annotated, values.message);
    const ranges =
      kind === 'document'
        ? noQuote(values.quote)
        : [findQuote(text, values.quote, values.occurrence)];
    const by = values.by ?? (await gitUserName(dirname(path)));
    const said: NewAnnotation = {
      source: text,
      kind,
      ranges,
      ...defined({ note: values.note, entity: values.entity, type: values.type, by }),
      ...(values.tag ? { tags: values.tag } : {}),
    };
    const annotation = newAnnotation(said);
    const wrong = interpretRecord(toRecordValue(annotation)).issues[0];
    if (wrong) throw new UsageError(wrong.message);
    for (const selector of annotation.target)
      if (!isUnique(text, selector))
        host.error(
          'The passage stands in this file more than once with the same 256 characters around it.\n',
        );
    const sidecarPath = sidecarPathOf(path);
    const recorded = readSidecar((await readUtf8File(sidecarPath)) ?? '').source;
    const isOld = recorded && recorded.sha256 !== contentIdentity(source).sha256;
    const oldText = isOld ? await textFromGit(path, recorded) : undefined;
    await changeSidecarFile(sidecarPath, (old) => [
      ...settledChanges(old, annotated, basename(path), oldText),
      { add: annotation },
    ]);
    const record = toRecordValue(annotation);
    host.out(values.json ? `${JSON.stringify(record, null, 2)}\n` : writeRecord(record, 0));
    return exitCode.well;
  },
};

/**
 * What must change before an annotation is added: offsets of all annotations count in one text, so
 * when the source was edited since, the others are anchored in the present text first.
 *
 * @param oldText the text that the sidecar was written against, when git has it
 */
function settledChanges(
  text: string,
  file: AnnotatedFile,
  name: string,
  oldText: string | undefined,
): SidecarChange[] {
  const identity = contentIdentity(file.source);
  const { source: recorded, records } = readSidecar(text);
  if (recorded?.sha256 === identity.sha256) return [];
  const others = records.flatMap((record) => record.annotation ?? []);
  const anchored = anchorInMessages(others, file, { recorded, identity, oldText });
  const settled = settleAnnotations(anchored, file.source).map((replace) => ({ replace }));
  return [...settled, { source: { name, ...identity } }];
}

/** The readable text of the message of that Message-ID (or identity, as a sidecar has it). */
function textOfMessage(file: AnnotatedFile, id: string): SourceText {
  const messages = file.messages();
  const [message] = messages.named(id.replace(/^<(.*)>$/s, '$1'));
  if (!message) throw new Error(`There is no message ${id} in the file.`);
  return messages.readable(message).text;
}

function kindOf(kind: string | undefined): AnnotationKind {
  const choices = annotationKinds.filter((choice) => choice !== 'relation');
  const found = choices.find((choice) => choice === kind);
  if (!found) throw new UsageError(`--kind must be one of ${choices.join(', ')}`);
  return found;
}

function noQuote(quote: string | undefined): TextRange[] {
  if (quote !== undefined)
    throw new UsageError('an annotation of the whole document has no --quote');
  return [];
}

/** At most so many occurrences are listed. */
const mostListed = 20;

function findQuote(
  source: SourceText,
  quote: string | undefined,
  occurrence: string | undefined,
): TextRange {
  if (quote === undefined || quote === '') throw new UsageError('--quote is missing');
  const wanted = quote.replace(/\r\n?/g, '\n');
  const found: TextRange[] = [];
  for (let at = source.text.indexOf(wanted); at !== -1; at = source.text.indexOf(wanted, at + 1))
    found.push({ start: at, end: at + wanted.length });
  if (found.length === 0) throw new Error(`The quote is not in the file: ${quote}`);
  if (occurrence === undefined && found.length === 1) return found[0]!;
  if (occurrence !== undefined) {
    const chosen = /^\d{1,9}$/.test(occurrence) ? found[Number(occurrence) - 1] : undefined;
    if (chosen) return chosen;
  }
  const problem =
    occurrence === undefined
      ? 'Choose one of these places with --occurrence'
      : `There is no occurrence ${occurrence}; choose one of these`;
  const places = found.slice(0, mostListed).map((range, index) => place(source, range, index));
  const rest = found.length > mostListed ? `\n  … and ${found.length - mostListed} more` : '';
  throw new UsageError(`${problem}:\n${places.join('\n')}${rest}`);
}

function place(source: SourceText, range: TextRange, index: number): string {
  const { line } = source.positionAt(range.start);
  const shown = source.text.slice(Math.max(0, range.start - 30), range.end + 30);
  return `  ${index + 1}  line ${line + 1}  …${shown.replace(/\s+/g, ' ')}…`;
}

/** The name only: an e-mail address is nobody's business in a published archive. */
async function gitUserName(folder: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['config', 'user.name'], { cwd: folder });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

function defined<T extends Record<string, string | undefined>>(
  fields: T,
): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}
