import * as vscode from 'vscode';
import { fieldValueAt, type FieldValue } from '../../core/annotation/sidecar-field';
import { writeScalar } from '../../core/annotation/yaml-scalar';
import { sidecarSuffix } from '../../core/file-names';
import type { Host } from '../../host/host';
import { sourceUriOf } from '../../host/sidecar-location';
import { resolveEntityItem } from '../entities/language/entity-items';
import { sidecarEntities, sidecarEntityCard } from '../entities/language/sidecar-entities';
import { HoverText } from '../hover/markdown';
import { listedValues } from './listed-values';

const selector: vscode.DocumentSelector = { pattern: `**/*${sidecarSuffix}` };

/** Completion and hover for kinds, states, types, tags and entities in sidecars. */
export function registerSidecarLanguage(host: Host): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(
      selector,
      {
        async provideCompletionItems(document, position) {
          const place = fieldAt(document, position);
          if (!place) return [];
          if (place.field === 'entity') return sidecarEntities(host, document, position, place);
          const range = rangeOf(position.line, place);
          const values = await listedValues(host, sourceUriOf(document.uri), place.field);
          return values.map(({ value, label, description }, index) => {
            const item = new vscode.CompletionItem({
              label: value,
              description: description ?? '',
            });
            item.kind = vscode.CompletionItemKind.EnumMember;
            item.range = range;
            item.insertText = writeScalar(value, 'flow');
            item.filterText = [value, label].filter(Boolean).join(' ');
            item.sortText = `${index}`.padStart(6, '0');
            return item;
          });
        },
        resolveCompletionItem: (item) => resolveEntityItem(host, item),
      },
      ' ',
      '[',
      ',',
    ),
    vscode.languages.registerHoverProvider(selector, {
      async provideHover(document, position) {
        const place = fieldAt(document, position);
        if (!place || place.value === '') return undefined;
        const range = rangeOf(position.line, place);
        if (place.field === 'entity') {
          return new vscode.Hover(await sidecarEntityCard(host, place.value), range);
        }
        const values = await listedValues(host, sourceUriOf(document.uri), place.field);
        const known = values.find(({ value }) => value === place.value);
        const text = new HoverText().bold(place.value);
        const meaning = known ? known.description : vscode.l10n.t('not known here');
        if (meaning) text.text(` · ${meaning}`);
        return new vscode.Hover(text.toMarkdown(), range);
      },
    }),
  );
}

function fieldAt(
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): FieldValue | undefined {
  return fieldValueAt((index) => document.lineAt(index).text, line, character);
}

function rangeOf(line: number, { range: { start, end } }: FieldValue): vscode.Range {
  return new vscode.Range(line, start, line, end);
}
