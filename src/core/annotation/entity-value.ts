import { isMap, isScalar, isSeq } from 'yaml';
import type { TextRange } from '../text/text-range';
import { readYamlLine } from '../yaml/yaml-line';
import { readSidecar, type SidecarRecord } from './read-sidecar';
import { isRecord } from './record-value';
import { parseYaml } from './yaml-document';

/** The entity that a record names, also when something else of the record is wrong. */
export function entityOf({ annotation, value }: SidecarRecord): string | undefined {
  if (annotation) return annotation.entity;
  const entity = isRecord(value) ? value['entity'] : undefined;
  return typeof entity === 'string' ? entity : undefined;
}

/**
 * Where a record names its entity: the value of `entity:` without quotation marks. Undefined when it
 * names none, or by a YAML anchor of elsewhere.
 *
 * @param text the sidecar's text; ranges are UTF-16 offsets over it
 */
export function entityValueRange(text: string, record: SidecarRecord): TextRange | undefined {
  const id = entityOf(record);
  if (id === undefined) return undefined;
  return inBlock(text, record.range, id) ?? parsed(text, record.range, id);
}

/** The usual layout: the record's fields stand in lines, those of its parts further right. */
function inBlock(text: string, { start, end }: TextRange, id: string): TextRange | undefined {
  let column: number | undefined;
  for (let line = start; line < end;) {
    const next = text.indexOf('\n', line) + 1 || text.length;
    const written = text.slice(line, next).trimEnd();
    const { key, contentStart, end: contentEnd } = readYamlLine(written);
    if (written !== '' && !written.trimStart().startsWith('#')) {
      if (!key && column === undefined) return undefined;
      column ??= key!.range.start;
      if (key?.text === 'entity' && key.range.start === column) {
        return idWithin(text, line + contentStart, line + contentEnd, id);
      }
    }
    line = next;
  }
  return undefined;
}

/** Any other layout, which a YAML reader has read before. */
function parsed(text: string, { start, end }: TextRange, id: string): TextRange | undefined {
  const { contents } = parseYaml(text.slice(start, end), start).document;
  const item = isSeq(contents) ? contents.items[0] : contents;
  const value = isMap(item) ? item.get('entity', true) : undefined;
  const range = isScalar(value) ? value.range : undefined;
  return range ? idWithin(text, start + range[0], start + range[1], id) : undefined;
}

function idWithin(text: string, start: number, end: number, id: string): TextRange | undefined {
  const at = text.slice(start, end).indexOf(id);
  return at === -1 ? undefined : { start: start + at, end: start + at + id.length };
}

/**
 * A sidecar's text in which every annotation that names one entity names another; every other byte
 * stays.
 *
 * @throws Error with a sentence for the user where a record names it in a way that cannot be edited
 */
export function withOtherEntity(text: string, id: string, newId: string): string {
  let changed = '';
  let at = 0;
  for (const record of readSidecar(text).records) {
    if (entityOf(record) !== id) continue;
    const range = entityValueRange(text, record);
    if (!range) throw new Error(`An annotation names "${id}" by a YAML anchor: edit it by hand.`);
    changed += text.slice(at, range.start) + newId;
    at = range.end;
  }
  return changed + text.slice(at);
}
