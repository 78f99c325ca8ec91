import { isMap, isScalar, type Scalar } from 'yaml';
import type { Problem } from '../problem';
import type { TextRange } from '../text/text-range';
import type { Annotation } from './annotation';
import type { SidecarRecord } from './read-sidecar';
import { isRecord } from './record-value';
import type { TextEdit } from './text-edit';
import { locateNode, parseYaml } from './yaml-document';
import { writeScalar } from './yaml-scalar';

/** `vocabulary.yaml`: the types and tags that an archive uses. */
export const vocabularyFormat = 'archive-vocabulary/1';

/** Colours by name follow the editor's theme; others are given as `#rrggbb`. */
export const vocabularyColors = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;

/** The two lists of a vocabulary. */
export type TermList = 'types' | 'tags';

export interface VocabularyTerm {
  /** `broader/narrower` for a term below another. */
  readonly name: string;
  readonly description?: string;
  readonly color?: string;
  /** The term's name in the file, UTF-16. */
  readonly range: TextRange;
}

export interface Vocabulary {
  readonly types: ReadonlyMap<string, VocabularyTerm>;
  readonly tags: ReadonlyMap<string, VocabularyTerm>;
  readonly problems: readonly Problem[];
}

const colorPattern = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i;
const lists: readonly TermList[] = ['types', 'tags'];

/** Reads a vocabulary term by term; what is wrong is reported at its place and the rest works. */
export function parseVocabulary(text: string): Vocabulary {
  const { document, value, problems: syntax } = parseYaml(text, 0);
  const problems = [...syntax];
  const report = (path: readonly string[], code: string, message: string) => {
    const range = locateNode(document.contents, path, 0) ?? { start: 0, end: 0 };
    problems.push({ range, severity: 'error', code, message });
  };
  const root = isRecord(value) ? value : {};
  if (syntax.length === 0 && root['format'] !== vocabularyFormat)
    report(
      ['format'],
      'unknown-format',
      `The file needs the line \`format: ${vocabularyFormat}\`.`,
    );
  const terms = {
    types: new Map<string, VocabularyTerm>(),
    tags: new Map<string, VocabularyTerm>(),
  };
  for (const list of lists) {
    const entries = root[list];
    if (entries === undefined || entries === null) continue;
    if (!isRecord(entries)) {
      report([list], 'invalid-vocabulary', `\`${list}\` must be a mapping of terms.`);
      continue;
    }
    for (const key of keysOf(document.contents, list)) {
      const name = String(key.value);
      const entry = entries[name];
      const wrong = checkTerm(name, entry);
      if (wrong) report([list, name, ...wrong.path], wrong.code, wrong.message);
      else terms[list].set(name, { ...termOf(name, entry), range: rangeOf(key) });
    }
  }
  return { ...terms, problems: problems.sort((a, b) => a.range.start - b.range.start) };
}

function termOf(name: string, entry: unknown) {
  const { description, color } = isRecord(entry) ? entry : {};
  return {
    name,
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof color === 'string' ? { color } : {}),
  };
}

interface WrongTerm {
  /** Where in the term's entry. */
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
}

function checkTerm(name: string, entry: unknown): WrongTerm | undefined {
  const wrong = (code: string, message: string, ...path: string[]) => ({ path, code, message });
  if (!isTermName(name))
    return wrong('invalid-term', 'A term is a text; `/` stands between broader and narrower.');
  if (entry === null || entry === undefined) return undefined;
  if (!isRecord(entry))
    return wrong('invalid-term', 'A term may have a `description` and a `color`.');
  const { description, color } = entry;
  if (description !== undefined && typeof description !== 'string')
    return wrong('invalid-description', 'A description must be a text.', 'description');
  const named = vocabularyColors.includes(color as never);
  if (color === undefined || named || (typeof color === 'string' && colorPattern.test(color)))
    return undefined;
  const names = vocabularyColors.join(', ');
  return wrong('invalid-color', `A color is \`#rrggbb\` or one of ${names}.`, 'color');
}

function isTermName(name: string): boolean {
  return name.split('/').every((part) => part !== '' && part.trim() === part);
}

/** Whether the vocabulary has the term, or a narrower one of it. */
export function hasTerm(terms: ReadonlyMap<string, VocabularyTerm>, name: string): boolean {
  if (terms.has(name)) return true;
  for (const term of terms.keys()) if (term.startsWith(`${name}/`)) return true;
  return false;
}

/** Terms of annotations that the vocabulary lacks; a list that it does not have allows every term. */
export function unknownTerms(
  records: readonly SidecarRecord[],
  vocabulary: Pick<Vocabulary, TermList>,
): Problem[] {
  return records.flatMap(({ annotation, range }) => {
    if (!annotation) return [];
    return lists.flatMap((list) =>
      vocabulary[list].size === 0
        ? []
        : termsOf(annotation, list)
            .filter((term) => !hasTerm(vocabulary[list], term))
            .map((term): Problem => {
              const what = list === 'types' ? 'type' : 'tag';
              const message = `The ${what} “${term}” is not in the vocabulary.`;
              return { range, severity: 'warning', code: `unknown-${what}`, message };
            }),
    );
  });
}

function termsOf(annotation: Annotation, list: TermList): readonly string[] {
  if (list === 'tags') return annotation.tags ?? [];
  return annotation.type === undefined ? [] : [annotation.type];
}

/**
 * Edits that rename a term and its narrower terms in a vocabulary file; everything else stays.
 *
 * @throws RangeError when the new name is no name for a term
 */
export function renameTerm(text: string, list: TermList, from: string, to: string): TextEdit[] {
  if (!isTermName(to)) throw new RangeError(`“${to}” cannot be the name of a term.`);
  return keysOf(parseYaml(text, 0).document.contents, list).flatMap((key) => {
    const renamed = renamedTerm(String(key.value), from, to);
    if (renamed === undefined) return [];
    return [{ range: rangeOf(key), newText: writeScalar(renamed, 'flow') }];
  });
}

/** The annotation with the term renamed; `undefined` when it does not have it. */
export function renameTermIn(
  annotation: Annotation,
  list: TermList,
  from: string,
  to: string,
): Annotation | undefined {
  const old = termsOf(annotation, list);
  const renamed = [...new Set(old.map((term) => renamedTerm(term, from, to) ?? term))];
  if (renamed.length === old.length && renamed.every((term, index) => term === old[index]))
    return undefined;
  return list === 'tags' ? { ...annotation, tags: renamed } : { ...annotation, type: renamed[0]! };
}

function renamedTerm(term: string, from: string, to: string): string | undefined {
  if (term === from) return to;
  return term.startsWith(`${from}/`) ? `${to}${term.slice(from.length)}` : undefined;
}

function keysOf(root: unknown, list: TermList): Scalar[] {
  const map = isMap(root) ? root.get(list, true) : undefined;
  if (!isMap(map)) return [];
  return map.items.flatMap(({ key }) => (isScalar(key) && key.range ? [key] : []));
}

function rangeOf(node: Scalar): TextRange {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}
