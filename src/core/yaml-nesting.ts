import { Lexer } from 'yaml';

/**
 * Deepest nesting and indentation that is read. The YAML reader is recursive, and near the end of its
 * stack the engine does not throw but ends the whole process.
 */
const deepest = { nesting: 200, indentation: 500 } as const;

const deepLine = new RegExp(
  `^(?: {${deepest.indentation}}|[ \\t]*(?:[-?:][ \\t]+){${deepest.nesting}})`,
  'm',
);

/** Whether `text` is nested so deeply that a YAML reader must not be given it. Linear. */
export function nestsTooDeeply(text: string): boolean {
  if (deepLine.test(text)) return true;
  // As many brackets as levels are needed: an ordinary file need not be looked at closer.
  if ((text.match(/[[{]/g)?.length ?? 0) <= deepest.nesting) return false;
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth++;
    else if ((token === ']' || token === '}') && depth > 0) depth--;
    if (depth > deepest.nesting) return true;
  }
  return false;
}
