import type { TextRange } from '../../text/text-range';

/**
 * The values of an entity file as read, whichever reader read them: the line reader of the usual
 * layout or the YAML parser. Ranges are UTF-16 offsets over the file's canonical text.
 */
export type RecordValue = ScalarValue | ListValue | MapValue;

export interface ScalarValue extends TextRange {
  readonly kind: 'scalar';
  readonly text: string;
  /** Written without quotes: `true`, `12` and `null` mean more than their letters only then. */
  readonly plain: boolean;
}

export interface ListValue extends TextRange {
  readonly kind: 'list';
  readonly items: readonly RecordValue[];
}

export interface MapValue extends TextRange {
  readonly kind: 'map';
  readonly entries: readonly RecordEntry[];
}

export interface RecordEntry {
  readonly key: ScalarValue;
  readonly value: RecordValue;
}

/** Whether a value is YAML's null: nothing, `~` or `null` without quotes. */
export function isNull(value: RecordValue): boolean {
  return value.kind === 'scalar' && value.plain && /^(?:|~|null|Null|NULL)$/.test(value.text);
}
