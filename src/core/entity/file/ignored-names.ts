import type { RecordValue } from './record-value';

/** The key of an entity file under which names stand that the user wants taken for no names. */
export const ignoredKey = 'x-ignore';

/** A name that is taken for none: everywhere, in one file, or in one message of it. */
export interface IgnoredName {
  /** White space folded. */
  readonly name: string;
  /** A source's path relative to the entity file's folder, with `/`. */
  readonly in?: string;
  /** Message-ID, where the source holds several messages. */
  readonly message?: string;
}

/** Reads `x-ignore`: a list of names and of maps `{ name, in, message }`. What is neither says nothing. */
export function readIgnoredNames(value: RecordValue): IgnoredName[] {
  if (value.kind !== 'list') return [];
  return value.items.flatMap((item) => {
    if (item.kind === 'scalar') return item.text.trim() ? [{ name: fold(item.text) }] : [];
    if (item.kind !== 'map') return [];
    const field = (key: string) => {
      const found = item.entries.find((entry) => entry.key.text === key)?.value;
      return found?.kind === 'scalar' && found.text !== '' ? found.text : undefined;
    };
    const [name, file, message] = [field('name'), field('in'), field('message')];
    if (!name) return [];
    return [{ name: fold(name), ...(file ? { in: file } : {}), ...(message ? { message } : {}) }];
  });
}

function fold(name: string): string {
  return name.trim().replace(/\s+/g, ' ');
}
