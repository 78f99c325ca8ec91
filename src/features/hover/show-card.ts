import * as vscode from 'vscode';
import type { Host } from '../../host/host';
import type { RangeLike } from '../../host/text-conversion';
import { toUri } from '../annotate/annotation-arguments';
import type { EntityReference } from '../entities/find-entity';
import { cardDocument, type CardDocument, type CardReference } from './card-document';

/** Cards as read-only text documents: `archive-card:/NATO.txt?{…}`, the query a `CardReference`. */
export const cardScheme = 'archive-card';

export interface ShowCardReference extends EntityReference {
  /** Its start is the place whose cards are shown. */
  readonly range?: RangeLike;
}

/**
 * Opens the cards at a place, of an entity or of a name as a text: without arguments those at the cursor.
 */
export async function showCard(host: Host, given: ShowCardReference = {}): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const { id, name, range } = given;
  const place = range?.start ?? (id || name ? undefined : editor?.selection.active);
  const source = given.uri ? toUri(given.uri) : editor?.document.uri;
  if (!place && !id && !name) throw new Error(vscode.l10n.t('Place the cursor on a name first.'));
  const reference: CardReference = {
    ...(source ? { uri: source.toString() } : {}),
    ...(place ? { line: place.line, character: place.character } : {}),
    ...(id ? { id } : {}),
    ...(name ? { name } : {}),
  };
  if (!(await cardDocument(host, reference))) {
    void vscode.window.setStatusBarMessage(nothingKnown(), 4000);
    return;
  }
  const title = name ?? id ?? (await wordsAt(source!, range ?? editor!.selection));
  const uri = vscode.Uri.from({
    scheme: cardScheme,
    path: `/${title.replaceAll(/[/\\?#:]/g, ' ').slice(0, 80)}.txt`,
    query: JSON.stringify(reference),
  });
  await vscode.window.showTextDocument(uri, { preview: true });
}

function nothingKnown(): string {
  return vscode.l10n.t('Nothing is known of this place.');
}

/** The words of a range, or the word at an empty one. */
async function wordsAt(uri: vscode.Uri, { start, end }: RangeLike): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const word = range.isEmpty ? document.getWordRangeAtPosition(range.start) : range;
  const text = word && document.getText(word).replaceAll(/\s+/g, ' ').trim();
  return text || vscode.l10n.t('Card');
}

/** Shows cards as text, and leads from their lines to the places that they name. */
export function registerCardDocuments(host: Host): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const shown = new Map<string, CardDocument>();
  const refresh = () => {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === cardScheme) changed.fire(uri);
    }
  };
  return vscode.Disposable.from(
    changed,
    host.entities.onDidChange(refresh),
    host.entities.onDidChangeDocument(refresh),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri.toString())),
    vscode.workspace.registerTextDocumentContentProvider(cardScheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const card = await cardDocument(host, JSON.parse(uri.query) as CardReference);
        if (!card) return nothingKnown();
        shown.set(uri.toString(), card);
        return card.text;
      },
    }),
    vscode.languages.registerDocumentLinkProvider(
      { scheme: cardScheme },
      {
        provideDocumentLinks(document) {
          const { places = [] } = shown.get(document.uri.toString()) ?? {};
          return places.map(({ line, uri, range }) => {
            const { text } = document.lineAt(line);
            const from = new vscode.Range(line, 2, line, text.length);
            return new vscode.DocumentLink(from, range ? uriOfPlace(uri, range.start) : uri);
          });
        },
      },
    ),
    vscode.languages.registerDefinitionProvider(
      { scheme: cardScheme },
      {
        provideDefinition(document, position) {
          const { places = [] } = shown.get(document.uri.toString()) ?? {};
          const place = places.find(({ line }) => line === position.line);
          const start = new vscode.Position(0, 0);
          return place && new vscode.Location(place.uri, place.range ?? start);
        },
      },
    ),
  );
}

/** The editor opens an address with such a fragment at the place. */
function uriOfPlace(uri: vscode.Uri, { line, character }: vscode.Position): vscode.Uri {
  return uri.with({ fragment: `L${line + 1},${character + 1}` });
}
