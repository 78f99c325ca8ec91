import {
  sidecarFormat,
  type Annotation,
  type AttributeValue,
  type SidecarSource,
} from './annotation';
import { isRecord, pickKeys, sourceKeys, toRecordValue, type RecordValue } from './record-value';
import { compareAnnotations } from './sort-order';
import { writeFlow } from './yaml-flow';
import { isLiteralSafe, writeScalar } from './yaml-scalar';

/**
 * A whole sidecar in canonical form: keys in the order of the design, annotations by (start, end,
 * id), block style, LF, a final line break. The same model always gives the same bytes.
 */
export function createSidecar(source: SidecarSource, annotations: readonly Annotation[]): string {
  const sorted = [...annotations].sort(compareAnnotations);
  const list =
    sorted.length > 0
      ? `annotations:\n${sorted.map((annotation) => writeRecord(toRecordValue(annotation), 2)).join('')}`
      : 'annotations: []\n';
  return `${writeEntry('format', sidecarFormat, 0)}${writeSource(source)}${list}`;
}

/** The top-level field `source`. */
export function writeSource(source: SidecarSource): string {
  return writeEntry('source', pickKeys(source, sourceKeys), 0);
}

/** One item of the list, its dash at `column`. */
export function writeRecord(value: RecordValue, column: number): string {
  return writeItem(value, column);
}

/** A list item that is a mapping in block style: `- key: …`, the other keys below the first. */
export function writeItem(value: RecordValue, column: number): string {
  const entries = Object.entries(value).map(([key, field]) => writeEntry(key, field, column + 2));
  const lines = entries.join('');
  return `${' '.repeat(column)}- ${lines.slice(column + 2) || '{}\n'}`;
}

/** The lines of one `key: value`, the key at `column`. */
export function writeEntry(key: string, value: unknown, column: number): string {
  const indent = ' '.repeat(column);
  const name = `${indent}${writeScalar(key, 'block')}:`;
  if (key === 'note' && typeof value === 'string' && isLiteralSafe(value))
    return `${name} ${writeLiteral(value, column + 2)}`;
  if (Array.isArray(value) && value.length > 0 && value.every(isBlockItem)) {
    const write = key === 'replies' ? writeFlowItem : writeItem;
    return `${name}\n${value.map((item: RecordValue) => write(item, column + 2)).join('')}`;
  }
  if (isBlockItem(value)) {
    const entries = Object.entries(value);
    return `${name}\n${entries.map(([inner, field]) => writeEntry(inner, field, column + 2)).join('')}`;
  }
  if (typeof value === 'object' && value !== null) return `${name} ${writeFlow(value)}\n`;
  return `${name} ${writeScalar(value as AttributeValue, 'block')}\n`;
}

function isBlockItem(value: unknown): value is RecordValue {
  return isRecord(value) && Object.keys(value).length > 0;
}

export function writeFlowItem(value: RecordValue, column: number): string {
  return `${' '.repeat(column)}- ${writeFlow(value)}\n`;
}

function writeLiteral(text: string, column: number): string {
  const indent = ' '.repeat(column);
  const clipped = text.endsWith('\n');
  const lines = (clipped ? text.slice(0, -1) : text).split('\n');
  const body = lines.map((line) => (line === '' ? '\n' : `${indent}${line}\n`)).join('');
  return `${clipped ? '|' : '|-'}\n${body}`;
}
