import { isMap } from 'yaml';
import { sidecarFormat, type SidecarSource } from './annotation';
import type { Problem } from '../problem';
import { olderFormat } from './older-format';
import { isRecord, sourceKeys } from './record-value';
import type { AnnotationsSection } from './sidecar-layout';
import { locateNode, parseYaml, type YamlDocument } from './yaml-document';
import { readCanonicalString } from './yaml-scalar';

/** Everything of a sidecar but its records. */
export interface SidecarHeader {
  readonly format: string | undefined;
  readonly source: SidecarSource | undefined;
  readonly problems: readonly Problem[];
  /** Why a file that can be read must not be written. */
  readonly readOnlyReason?: string;
}

const canonicalHeader =
  /^format: (\S+)\r?\nsource:\r?\n {2}name: ([^\r\n]+)\r?\n {2}sha256: ([^\r\n]+)\r?\n {2}blob: ([^\r\n]+)\r?\nannotations:\r?\n$/;

/**
 * Reads the top-level fields.
 *
 * @param section where the records are in `text`; without it `document` is the whole file
 */
export function readHeader(
  text: string,
  section: AnnotationsSection | undefined,
  document: YamlDocument | undefined,
): SidecarHeader {
  if (!section) return checkHeader(document!, (offset) => offset);
  const head = text.slice(0, section.key.end);
  const tail = text.slice(section.body.end);
  const canonical = canonicalHeader.exec(head);
  if (canonical && tail === '') {
    const [name, sha256, blob] = canonical
      .slice(2)
      .map((token) => readCanonicalString(token, 'block'));
    const source = name && sha256 && blob ? { name, sha256, blob } : undefined;
    if (canonical[1] === sidecarFormat && source && isValidSource(source))
      return { format: canonical[1], source, problems: [] };
  }
  const removed = section.body.end - section.key.end;
  return checkHeader(parseYaml(head + tail, 0), (offset) =>
    offset >= section.key.end ? offset + removed : offset,
  );
}

function checkHeader(yaml: YamlDocument, toFile: (offset: number) => number): SidecarHeader {
  const problems: Problem[] = yaml.problems.map((problem) => ({
    ...problem,
    range: { start: toFile(problem.range.start), end: toFile(problem.range.end) },
  }));
  const root = yaml.document.contents;
  const report = (
    path: readonly string[],
    code: string,
    message: string,
    severity: Problem['severity'] = 'error',
  ) => {
    const found = locateNode(root, path, 0) ?? { start: 0, end: 0 };
    const range = { start: toFile(found.start), end: toFile(found.end) };
    problems.push({ range, severity, code, message });
  };
  const value = yaml.value;
  if (!isRecord(value)) {
    if (problems.length === 0)
      report(
        [],
        'invalid-sidecar',
        'A sidecar must be a mapping with `format`, `source` and `annotations`.',
      );
    return {
      format: undefined,
      source: undefined,
      problems,
      readOnlyReason: 'The file is not a sidecar.',
    };
  }
  const { format, source, annotations } = value;
  const readOnlyReason = checkFormat(format, report);
  if (source === undefined || source === null)
    report([], 'missing-source', 'The sidecar has no `source`.');
  else if (!isRecord(source)) report(['source'], 'invalid-source', '`source` must be a mapping.');
  else checkSource(source, report);
  const valid = isRecord(source) && isValidSource(source);
  const list = isMap(root) ? root.get('annotations', true) : undefined;
  if (annotations !== undefined && annotations !== null && !Array.isArray(annotations) && list)
    report(['annotations'], 'invalid-annotations', '`annotations` must be a list.');
  if (value['x-conflict'] !== undefined) {
    const message =
      'Merged from two versions with different sources: the other one stands in x-conflict.';
    report(['x-conflict'], 'merge-conflict', message, 'warning');
  }
  return {
    format: typeof format === 'string' ? format : undefined,
    source: valid ? (source as unknown as SidecarSource) : undefined,
    problems,
    ...(readOnlyReason === undefined ? {} : { readOnlyReason }),
  };
}

type Report = (
  path: readonly string[],
  code: string,
  message: string,
  severity?: Problem['severity'],
) => void;

function checkFormat(format: unknown, report: Report): string | undefined {
  if (format === sidecarFormat) return undefined;
  const version =
    typeof format === 'string' ? /^archive-annotations\/(\d{1,9})$/.exec(format) : null;
  if (!version) {
    const message = `The sidecar has no line \`format: ${sidecarFormat}\`.`;
    report(format === undefined ? [] : ['format'], 'unknown-format', message);
    return message;
  }
  if (format === olderFormat) {
    const message = `The file has the older format ${olderFormat}; its next edit brings it to the present one.`;
    report(['format'], 'older-format', message, 'warning');
    return undefined;
  }
  const message = `The file was written by a newer version (${String(format)}) and is only read.`;
  report(['format'], 'newer-format', message, 'warning');
  return message;
}

function checkSource(source: Record<string, unknown>, report: Report): void {
  if (!isFileName(source['name'])) {
    const message = '`name` must be the name of a file in the same folder, without a path.';
    report(['source', 'name'], 'invalid-source-name', message);
  }
  for (const [key, pattern] of [
    ['sha256', sha256Pattern],
    ['blob', blobPattern],
  ] as const)
    if (!matches(source[key], pattern))
      report(
        ['source', key],
        `invalid-${key}`,
        `\`${key}\` must be a lower-case hexadecimal hash.`,
      );
  for (const key of Object.keys(source))
    if (!sourceKeys.includes(key as never) && !key.startsWith('x-'))
      report(
        ['source', key],
        'unknown-key',
        `A source has no field \`${key}\`; it is kept.`,
        'information',
      );
}

const sha256Pattern = /^[0-9a-f]{64}$/;
const blobPattern = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}

/** A sidecar of a cloned repository must not lead out of its own folder. */
function isFileName(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= 255 &&
    value !== '.' &&
    value !== '..' &&
    /^[^/\\\x00-\x1f\x7f]+$/.test(value)
  );
}

function isValidSource(source: Record<string, unknown> | SidecarSource): boolean {
  const { name, sha256, blob } = source as Record<string, unknown>;
  return isFileName(name) && matches(sha256, sha256Pattern) && matches(blob, blobPattern);
}
