import * as vscode from 'vscode';
import { knownTerms } from '../../core/annotation/known-terms';
import {
  vocabularyColors,
  vocabularyFormat,
  type TermList,
} from '../../core/annotation/vocabulary';
import { vocabularyPlaceAt } from '../../core/annotation/vocabulary-place';
import { writeScalar } from '../../core/annotation/yaml-scalar';
import { vocabularyFileName } from '../../core/file-names';
import type { Host } from '../../host/host';

/** Completion in `vocabulary.yaml`: keys, colours, and terms that the archive uses and that it lacks. */
export function registerVocabularyLanguage(host: Host): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    { pattern: `**/${vocabularyFileName}` },
    {
      async provideCompletionItems(document, position) {
        const before = document.lineAt(position.line).text.slice(0, position.character);
        const place = vocabularyPlaceAt(
          (line) => document.lineAt(line).text,
          position.line,
          before,
        );
        if (place?.writes === 'top-level key') {
          return items([`format: ${vocabularyFormat}`, 'types:', 'tags:']);
        }
        if (place?.writes === 'field of a term') return items(['description: ', 'color: ']);
        if (place?.writes === 'color') return items(vocabularyColors);
        return place ? missingTerms(host, document.uri, place.list) : [];
      },
    },
    ' ',
  );
}

function items(texts: readonly string[]): vscode.CompletionItem[] {
  return texts.map((text) => {
    const item = new vscode.CompletionItem(text.trim(), vscode.CompletionItemKind.Property);
    item.insertText = text;
    return item;
  });
}

async function missingTerms(
  host: Host,
  uri: vscode.Uri,
  list: TermList,
): Promise<vscode.CompletionItem[]> {
  await host.archive.load();
  const vocabulary = (await host.vocabularies.read(uri))?.vocabulary;
  const annotations = host.archive.sources.flatMap((source) => source.annotations);
  const known = knownTerms(
    list,
    vocabulary,
    annotations.map(({ annotation }) => annotation),
  );
  return known
    .filter(({ inVocabulary }) => !inVocabulary)
    .map(({ name, uses }) => {
      const description = vscode.l10n.t('used {0}×', uses);
      const item = new vscode.CompletionItem({ label: name, description });
      item.kind = vscode.CompletionItemKind.EnumMember;
      item.insertText = `${writeScalar(name, 'flow')}:`;
      return item;
    });
}
