import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { sidecarFormat } from './annotation';
import { isRecord, type RecordValue } from './record-value';
import { applyEdits, type TextEdit } from './text-edit';
import { parseYaml } from './yaml-document';
import { writeScalar } from './yaml-scalar';

/**
 * Format 0 is the layout of the drafts before the first release. It differs in the names of some
 * fields only, which were those of the W3C Web Annotation model.
 */
export const olderFormat = 'archive-annotations/0';

const recordNames: Readonly<Record<string, string>> = { body: 'note', creator: 'by' };
const selectorNames: Readonly<Record<string, string>> = {
  exact: 'quote',
  prefix: 'before',
  suffix: 'after',
};

/** Whether a sidecar says that it is in the older format. */
export function isOlderFormat(text: string): boolean {
  return /^format: *["']?archive-annotations\/0["']? *(?:#.*)?\r?$/m.test(text.slice(0, 10_000));
}

/** A record of the older format as one of the present. */
export function upgradeRecord(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const record = rename(value, recordNames);
  const { target } = record;
  if (target === undefined) return record;
  const upgrade = (item: unknown) => (isRecord(item) ? rename(item, selectorNames) : item);
  return { ...record, target: Array.isArray(target) ? target.map(upgrade) : upgrade(target) };
}

function rename(value: RecordValue, names: Readonly<Record<string, string>>): RecordValue {
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [newName(value, names, key) ?? key, field]),
  );
}

/** A name that is taken already is left: nothing is overwritten. */
function newName(
  value: RecordValue,
  names: Readonly<Record<string, string>>,
  key: string,
): string | undefined {
  const name = Object.hasOwn(names, key) ? names[key] : undefined;
  return name !== undefined && !Object.hasOwn(value, name) ? name : undefined;
}

/** The whole file in the present format; only the names of fields change, all else stays. */
export function upgradeSidecar(text: string): string {
  const { document, value } = parseYaml(text, 0);
  const root = document.contents;
  if (!isMap(root) || !isRecord(value)) return text;
  const edits: TextEdit[] = [];
  const format = root.get('format', true);
  if (isScalar(format) && format.range) edits.push(replace(format.range, sidecarFormat));
  const list = root.get('annotations', true);
  for (const record of isSeq(list) ? list.items : []) {
    if (!isMap(record)) continue;
    edits.push(...renameKeys(record, recordNames));
    const target = record.get('target', true);
    const selectors = isSeq(target) ? target.items : [target];
    for (const selector of selectors)
      if (isMap(selector)) edits.push(...renameKeys(selector, selectorNames));
  }
  return applyEdits(text, edits);
}

function renameKeys(map: YAMLMap, names: Readonly<Record<string, string>>): TextEdit[] {
  const present = Object.fromEntries(
    map.items.map(({ key }) => [isScalar(key) ? String(key.value) : '', true]),
  );
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key) || !key.range) return [];
    const name = newName(present, names, String(key.value));
    return name === undefined ? [] : [replace(key.range, name)];
  });
}

function replace([start, end]: readonly [number, number, number], name: string): TextEdit {
  return { range: { start, end }, newText: writeScalar(name, 'flow') };
}
