import * as vscode from 'vscode';
import { repairsFor } from '../../../core/entity/file/entity-repairs';
import { nearestWords } from '../../../core/nearest-words';
import { isEntityFile } from '../../../host/entity-files';
import type { Host } from '../../../host/host';
import { isSidecar, sourceUriOf } from '../../../host/sidecar-location';
import { sourceTextOf, toEditorRange, toTextRange } from '../../../host/text-conversion';
import { quoteAt } from './sidecar-entities';

const mostNearest = 3;
/** The file's first problems are mended first; the others when they are looked at. */
const mostProblems = 20;

/** Quick fixes for what our diagnostics say of entity files and of the entities in sidecars. */
export function entityFixes(host: Host): vscode.CodeActionProvider {
  return {
    async provideCodeActions(document, _range, { diagnostics }) {
      const own = diagnostics.filter(({ source }) => source === 'Archive Annotator');
      const fixes: vscode.CodeAction[] = [];
      for (const diagnostic of own.slice(0, mostProblems)) {
        if (isEntityFile(document.uri))
          fixes.push(...(await fileFixes(host, document, diagnostic)));
        else if (isSidecar(document.uri) && diagnostic.code === 'dangling-entity') {
          fixes.push(...(await danglingFixes(host, document, diagnostic)));
        }
      }
      return fixes;
    },
  };
}

async function fileFixes(
  host: Host,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const source = sourceTextOf(document);
  const registry = await host.entities.registry();
  const isTaken = (id: string) => registry.get(id) !== undefined;
  const range = toTextRange(source, diagnostic.range);
  const code = String(diagnostic.code);
  const repairs = repairsFor({ code, range }, source.text, isTaken).map((repair) => {
    const { title, newText, isPreferred } = repair;
    return edit(
      document,
      diagnostic,
      title,
      toEditorRange(source, repair.range),
      newText,
      isPreferred,
    );
  });
  return code === 'shared-alias'
    ? [...repairs, ...(await mergeFixes(host, document, diagnostic))]
    : repairs;
}

/** Two entities with one name may be one: both ways of making them one. */
async function mergeFixes(
  host: Host,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const registry = await host.entities.registry();
  const offset = toTextRange(sourceTextOf(document), diagnostic.range).start;
  const key = document.uri.toString();
  const stored = (await host.entities.files()).find(({ uri }) => uri.toString() === key);
  const record = stored?.file.entities.find(
    ({ range }) => range.start <= offset && offset < range.end,
  );
  if (!record) return [];
  const { entity, nameRange, aliasRanges } = record;
  const index = aliasRanges.findIndex(({ start }) => start === offset);
  const alias = nameRange.start === offset ? entity.name : entity.aliases[index];
  const others = alias === undefined ? [] : registry.candidates(alias);
  return others
    .filter(({ id }) => id !== entity.id && registry.source(id) === 'file')
    .slice(0, mostNearest)
    .flatMap(({ id }) => [merge(diagnostic, entity.id, id), merge(diagnostic, id, entity.id)]);
}

function merge(diagnostic: vscode.Diagnostic, id: string, into: string): vscode.CodeAction {
  const title = vscode.l10n.t('Merge “{0}” into “{1}”', id, into);
  return called(diagnostic, title, 'archiveAnnotator.mergeEntity', { id, into });
}

/** An annotation names an entity that is not there: the ids that are nearly the same, or a new entity. */
async function danglingFixes(
  host: Host,
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const registry = await host.entities.registry();
  const id = document.getText(diagnostic.range);
  const quote = (await quoteAt(host, document, diagnostic.range.start)) ?? '';
  const named = registry.candidates(quote.replaceAll(/\s+/g, ' ')).map((entity) => entity.id);
  const ids = function* () {
    for (const { entity } of registry.entities()) yield entity.id;
  };
  const nearest = nearestWords(id, ids(), mostNearest);
  const changes = [...new Set([...named.slice(0, mostNearest), ...nearest])].map((other, index) => {
    const name = registry.get(other)?.name ?? other;
    const title = vscode.l10n.t('Change to “{0}” ({1})', other, name);
    return edit(document, diagnostic, title, diagnostic.range, other, index === 0);
  });
  const name = quote.replaceAll(/\s+/g, ' ').trim() || id;
  const title = vscode.l10n.t('Create entity “{0}”…', id);
  const uri = sourceUriOf(document.uri);
  const create = called(diagnostic, title, 'archiveAnnotator.createEntity', { uri, id, name });
  return [...changes, create];
}

function edit(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  title: string,
  range: vscode.Range,
  newText: string,
  isPreferred = false,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(document.uri, range, newText);
  action.isPreferred = isPreferred;
  return action;
}

function called(
  diagnostic: vscode.Diagnostic,
  title: string,
  command: string,
  argument: object,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command, title, arguments: [argument] };
  return action;
}
