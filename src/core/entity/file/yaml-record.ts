import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import type { TextRange } from '../../text/text-range';
import { nestsTooDeeply } from '../../yaml-nesting';
import type { Problem } from '../../problem';
import type { MapValue, RecordEntry, RecordValue, ScalarValue } from './record-value';

/** What the YAML parser made of a stretch of an entity file. */
export interface YamlReading {
  /** Undefined when the stretch is not a map, or not YAML. */
  readonly map?: MapValue;
  readonly problems: readonly Problem[];
}

/** Longest text that goes through the YAML parser, in UTF-16 units (some 2 MB a second). */
export const longestYaml = 4_000_000;

/**
 * Reads the stretch `text.slice(start, end)` with the YAML 1.2 parser. Custom tags are refused, an
 * anchor may stand for a scalar only (so that no file can unfold into billions of values), a
 * duplicate key is left to the caller. Ranges are offsets in `text`.
 */
export function readYaml(text: string, start: number, end: number): YamlReading {
  const stretch = { start, end };
  if (end - start > longestYaml) {
    const message = `This is too large for its layout (${megabytes(end - start)} MB): write one "key: value" or "- item" on each line, without anchors and folded text.`;
    return { problems: [problem(firstLine(text, stretch), 'too-large', message)] };
  }
  if (nestsTooDeeply(text.slice(start, end))) {
    const message = 'This is nested too deeply to be read.';
    return { problems: [problem(firstLine(text, stretch), 'too-deep', message)] };
  }
  try {
    return parse(text, start, end);
  } catch (error) {
    // The parser's stack or memory is exhausted: nothing of the stretch can then be used.
    const reason = error instanceof Error ? error.message : String(error);
    const message = `This cannot be read as YAML: ${reason}`;
    return { problems: [problem(firstLine(text, stretch), 'yaml', message)] };
  }
}

function parse(text: string, start: number, end: number): YamlReading {
  const document = parseDocument(text.slice(start, end), {
    version: '1.2',
    schema: 'core',
    customTags: [],
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: new LineCounter(),
  });
  const problems: Problem[] = document.errors.map((error) =>
    problem(
      { start: start + error.pos[0], end: start + Math.max(error.pos[0] + 1, error.pos[1]) },
      'yaml',
      error.message,
    ),
  );
  if (problems.length > 0) return { problems: problems.slice(0, 20) };
  const converter = new Converter(document, start);
  const value = document.contents ? converter.value(document.contents) : undefined;
  if (value?.kind === 'map') return { map: value, problems: converter.problems };
  if (!value || converter.problems.length > 0) return { problems: converter.problems };
  const message = 'Here must be a map of "key: value" lines.';
  return { problems: [problem(value, 'not-a-map', message)] };
}

class Converter {
  readonly problems: Problem[] = [];

  constructor(
    private readonly document: Document,
    private readonly offset: number,
  ) {}

  /** Undefined for what is refused; the problem says why. */
  value(node: Node): RecordValue | undefined {
    const range = this.#range(node);
    if (isAlias(node)) {
      const target = node.resolve(this.document);
      if (target && isScalar(target)) return this.#scalar(target as Node, range);
      const message = target
        ? 'An anchor may stand for a single text only, not for a list or map.'
        : `There is no anchor "${node.source}" in this entry.`;
      this.#refuse(range, 'anchor', message);
      return undefined;
    }
    const tag = (node as { tag?: string }).tag;
    if (tag && !/^tag:yaml\.org,2002:(?:str|seq|map|int|float|bool|null)$/.test(tag)) {
      this.#refuse(range, 'custom-tag', `Tags such as "${tag}" are not allowed here.`);
      return undefined;
    }
    if (isMap(node)) {
      const entries = node.items.flatMap((pair) => this.#entry(pair as Pair<Node, Node | null>));
      return { kind: 'map', entries, ...range };
    }
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => (isNode(item) ? (this.value(item) ?? []) : []));
      return { kind: 'list', items, ...range };
    }
    return this.#scalar(node, range);
  }

  #entry(pair: Pair<Node, Node | null>): RecordEntry[] {
    const key = this.value(pair.key);
    if (!key) return [];
    if (key.kind !== 'scalar') {
      this.#refuse(key, 'key', 'A key must be a single text.');
      return [];
    }
    const empty: ScalarValue = {
      kind: 'scalar',
      text: '',
      plain: true,
      start: key.end,
      end: key.end,
    };
    const value = pair.value ? this.value(pair.value) : empty;
    return value ? [{ key, value }] : [];
  }

  #scalar(node: Node, range: TextRange): ScalarValue {
    const scalar = node as { value?: unknown; source?: string; type?: string };
    const plain = scalar.type === 'PLAIN' || scalar.type === undefined;
    const text =
      typeof scalar.value === 'string'
        ? scalar.value
        : (scalar.source ?? String(scalar.value ?? ''));
    return { kind: 'scalar', text, plain, ...range };
  }

  #range(node: Node): TextRange {
    const [start, end] = node.range ?? [0, 0];
    return { start: this.offset + start, end: this.offset + end };
  }

  #refuse(range: TextRange, code: string, message: string) {
    this.problems.push(problem(range, code, message));
  }
}

function problem({ start, end }: TextRange, code: string, message: string): Problem {
  return { range: { start, end }, severity: 'error', code, message };
}

function firstLine(text: string, { start, end }: TextRange): TextRange {
  const lineEnd = text.indexOf('\n', start);
  return { start, end: Math.max(start, lineEnd === -1 ? end : Math.min(lineEnd, end)) };
}

function megabytes(length: number): string {
  return (length / 1e6).toFixed(1);
}
