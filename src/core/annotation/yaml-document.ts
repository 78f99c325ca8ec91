import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit, type Document } from 'yaml';
import type { TextRange } from '../text/text-range';
import type { Problem } from '../problem';
import { nestsTooDeeply } from '../yaml-nesting';

/** A piece of YAML 1.2 (core schema), read with the guards that a file from a stranger needs. */
export interface YamlDocument {
  readonly document: Document;
  /** Plain data; `undefined` when the piece could not be turned into data. */
  readonly value: unknown;
  /** Errors that make the piece unreadable; ranges are offsets over the whole file. */
  readonly problems: readonly Problem[];
  /** The piece uses an anchor that it does not define. */
  readonly unresolvedAlias: boolean;
}

/** More uses of anchors than this in one file are taken for an attack ("billion laughs"). */
const aliasLimit = 100;
const coreTags = /^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/;

/**
 * Parses `text`, which stands at `offset` in its file.
 * Never throws: what the reader cannot cope with is a problem.
 */
export function parseYaml(text: string, offset: number): YamlDocument {
  if (nestsTooDeeply(text)) return unreadable(text, offset, 'it is nested too deeply');
  try {
    return parseGuarded(text, offset);
  } catch (error) {
    return unreadable(text, offset, error instanceof Error ? error.message : String(error));
  }
}

function unreadable(text: string, offset: number, reason: string): YamlDocument {
  const range = { start: offset, end: offset + text.length };
  const message = `This is not readable YAML: ${reason}.`;
  const problem: Problem = { range, severity: 'error', code: 'yaml-syntax', message };
  const document = parseDocument('');
  return { document, value: undefined, problems: [problem], unresolvedAlias: false };
}

function parseGuarded(text: string, offset: number): YamlDocument {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'silent',
    // The reader's own check compares every key with every other.
    uniqueKeys: false,
  });
  const place = ([start, end]: readonly [number, number]): TextRange => ({
    start: offset + Math.min(start, text.length),
    end: offset + Math.min(Math.max(end, start), text.length),
  });
  const problems: Problem[] = document.errors.map((error) => ({
    range: place(error.pos),
    severity: 'error',
    code: 'yaml-syntax',
    message: error.message,
  }));
  const unresolvedAlias = document.errors.length === 0 && findUnresolvedAlias(document);
  visit(document, {
    Map(_key, map) {
      const keys = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (!keys.has(key.value)) keys.add(key.value);
        else if (key.range) problems.push(duplicateKey(place([key.range[0], key.range[1]])));
      }
    },
    Node(_key, node) {
      if (node.tag === undefined || coreTags.test(node.tag)) return;
      const range = place(node.range ? [node.range[0], node.range[1]] : [0, text.length]);
      const message = `The tag ${node.tag} is not allowed in this file.`;
      problems.push({ range, severity: 'error', code: 'custom-tag', message });
    },
  });
  if (problems.length > 0 || unresolvedAlias)
    return { document, value: plainData(document), problems, unresolvedAlias };
  try {
    const value: unknown = document.toJS({ maxAliasCount: aliasLimit });
    return { document, value, problems, unresolvedAlias };
  } catch {
    const range = place([0, text.length]);
    const message = 'The file uses aliases too often to be read safely.';
    problems.push({ range, severity: 'error', code: 'alias-limit', message });
    return { document, value: undefined, problems, unresolvedAlias };
  }
}

function duplicateKey(range: TextRange): Problem {
  const message = 'This key occurs twice in one mapping.';
  return { range, severity: 'error', code: 'duplicate-key', message };
}

function plainData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: aliasLimit });
  } catch {
    return undefined;
  }
}

function findUnresolvedAlias(document: Document): boolean {
  const anchors = new Set<string>();
  let unresolved = false;
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) unresolved ||= !anchors.has(node.source);
      else if (node.anchor) anchors.add(node.anchor);
    },
  });
  return unresolved;
}

/**
 * The range of what `path` (keys and indices) leads to in `root`: the value, or the key when the
 * value is empty; the nearest thing above it when the path does not exist. Offsets over the file.
 */
export function locateNode(
  root: unknown,
  path: readonly (string | number)[],
  offset: number,
): TextRange | undefined {
  let node = root;
  let range = rangeOf(node, offset);
  for (const step of path) {
    let key: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      key = pair?.key;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
    } else {
      break;
    }
    const found = rangeOf(node, offset);
    const next = found && found.end > found.start ? found : rangeOf(key, offset);
    if (!next) break;
    range = next;
  }
  return range;
}

function rangeOf(node: unknown, offset: number): TextRange | undefined {
  if (!isNode(node) || !node.range) return undefined;
  return { start: offset + node.range[0], end: offset + node.range[1] };
}
