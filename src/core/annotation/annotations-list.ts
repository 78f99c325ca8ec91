import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { TextRange } from '../text/text-range';
import type { ListStyle } from './edit-record';
import type { Sidecar, SidecarRecord } from './read-sidecar';
import { nextLine } from './sidecar-layout';
import { SidecarRefusal } from './sidecar-refusal';
import type { TextEdit } from './text-edit';
import { parseYaml } from './yaml-document';

/** The list under `annotations:` as something to take items from and to put items into. */
export interface AnnotationsList {
  readonly style: ListStyle;
  /** @param all whether no item is left and none comes */
  remove(ranges: readonly TextRange[], all: boolean): TextEdit[];
  /** Puts items behind `previous`, at the front when there is none. */
  insert(
    previous: SidecarRecord | undefined,
    items: readonly string[],
    removed: readonly TextRange[],
  ): TextEdit;
}

/** @throws SidecarRefusal when the file has no place for annotations that can be edited safely */
export function listOf(text: string, sidecar: Sidecar): AnnotationsList {
  const { section } = sidecar;
  if (section) return blockList(text, section.key, section.column);
  const root = parseYaml(text, 0).document.contents;
  if (!isMap(root) || root.flow || root.range?.[0] === undefined) throw refusal();
  const pair = root.items.find((item) => isScalar(item.key) && item.key.value === 'annotations');
  if (!pair) return emptyList(text, undefined);
  const { key, value } = pair;
  if (!isNode(key) || !key.range) throw refusal();
  if (isSeq(value) && value.range && value.items.length > 0) {
    if (!value.flow) throw refusal();
    return flowList({ start: value.range[0], end: value.range[1] }, sidecar.records);
  }
  const empty = (isSeq(value) && value.flow) || (isScalar(value) && value.value === null);
  if (!empty || !value.range) throw refusal();
  return emptyList(text, { start: key.range[1], end: value.range[1] });
}

function refusal(): SidecarRefusal {
  const message =
    'The list of annotations is written in a way that cannot be changed safely. Change the YAML file by hand.';
  return new SidecarRefusal('not-editable', message);
}

function blockList(text: string, key: TextRange, column: number): AnnotationsList {
  return {
    style: { style: 'block', column },
    remove(ranges, all) {
      const edits = ranges.map((range) => ({ range, newText: '' }));
      const colon = text.indexOf(':', key.start) + 1;
      return all ? [{ range: { start: colon, end: colon }, newText: ' []' }, ...edits] : edits;
    },
    insert: (previous, items) => insertLines(text, previous?.range.end ?? key.end, items.join('')),
  };
}

/** No list yet: `annotations:` is missing, null or `[]`. */
function emptyList(text: string, place: TextRange | undefined): AnnotationsList {
  const style = { style: 'block', column: 2 } as const;
  if (!place) {
    return {
      style,
      remove: () => [],
      insert: (_previous, items) =>
        insertLines(text, text.length, `annotations:\n${items.join('')}`),
    };
  }
  return {
    style,
    remove: () => [],
    insert(_previous, items) {
      // What stands behind `[]` on its line (a comment) stays behind the key.
      const lineEnd = nextLine(text, place.end);
      const rest = text.slice(place.end, lineEnd).replace(/\r?\n$/, '');
      const newText = `:${rest}\n${items.join('')}`;
      return { range: { start: place.start, end: lineEnd }, newText };
    },
  };
}

function insertLines(text: string, offset: number, lines: string): TextEdit {
  const open = offset > 0 && text[offset - 1] !== '\n';
  const newText = open ? `\n${lines}` : lines;
  return { range: { start: offset, end: offset }, newText };
}

function flowList(list: TextRange, records: readonly SidecarRecord[]): AnnotationsList {
  return {
    style: { style: 'flow' },
    remove(ranges) {
      const gone = new Set(ranges.map((range) => range.start));
      const left = records.filter((record) => !gone.has(record.range.start));
      return ranges.map((range) => {
        const index = records.findIndex((record) => record.range.start === range.start);
        const next = records[index + 1];
        const keepsOneBefore = left.some((record) => record.range.end <= range.start);
        const previous = records[index - 1];
        // An item takes the comma before it along; the first one the comma behind it.
        if (keepsOneBefore)
          return { range: { start: previous!.range.end, end: range.end }, newText: '' };
        return { range: { start: range.start, end: next?.range.start ?? range.end }, newText: '' };
      });
    },
    insert(previous, items, removed) {
      const at = previous ? previous.range.end : list.start + 1;
      const joined = items.join(', ');
      const othersLeft = records.length > removed.length;
      const newText = previous ? `, ${joined}` : othersLeft ? `${joined}, ` : joined;
      return { range: { start: at, end: at }, newText };
    },
  };
}
