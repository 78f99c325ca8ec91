import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, parseRawGrammar, type IGrammar } from 'vscode-textmate';

const root = join(__dirname, '../..');
const modules = createRequire(__filename);

/** One stretch of a line with its scopes, outermost first. */
export interface Token {
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Where the grammars of this project and of its peers are. */
const grammarFiles: Record<string, string> = {
  'text.archive-message': join(root, 'syntaxes/archive-message.tmLanguage.json'),
  'text.html.markdown': modules.resolve('tm-grammars/grammars/markdown.json'),
  'text.html.basic': modules.resolve('tm-grammars/grammars/html.json'),
  'text.git-commit': modules.resolve('tm-grammars/grammars/git-commit.json'),
};

let registry: Registry | undefined;

/** The grammar with a scope name, by the engine that VS Code itself uses. */
export async function loadGrammar(scopeName = 'text.archive-message'): Promise<IGrammar> {
  if (!registry) {
    const engine = modules.resolve('vscode-oniguruma/release/onig.wasm');
    await loadWASM(readFileSync(engine));
    registry = new Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new OnigScanner(patterns),
        createOnigString: (text) => new OnigString(text),
      }),
      loadGrammar: async (name) => {
        const file = grammarFiles[name];
        return file ? parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
      },
    });
  }
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`no grammar ${scopeName}`);
  return grammar;
}

/** The tokens of all lines; white space between tokens is left out. */
export async function tokenize(text: string): Promise<Token[]> {
  const grammar = await loadGrammar();
  let stack = INITIAL;
  return text.split(/\r\n|\r|\n/).flatMap((content, line) => {
    const result = grammar.tokenizeLine(content, stack);
    stack = result.ruleStack;
    return result.tokens
      .map(({ startIndex, endIndex, scopes }) => ({
        line,
        text: content.slice(startIndex, endIndex),
        scopes: scopes.map((scope) => scope.replace('.archive-message', '')),
      }))
      .filter(({ text: part }) => part.trim() !== '');
  });
}

/** Milliseconds of processor time that the grammar needs for the lines; the clock of other programs does not count. */
export function tokenizeTime(grammar: IGrammar, lines: readonly string[]): number {
  const before = process.cpuUsage().user;
  let stack = INITIAL;
  for (const line of lines) stack = grammar.tokenizeLine2(line, stack).ruleStack;
  return (process.cpuUsage().user - before) / 1000;
}
