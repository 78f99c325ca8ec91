import * as vscode from 'vscode';
import type { Dateline, Message, Part } from '../../core/message/message';
import { messageSelector, messagesOf } from '../../host/messages';
import { settings } from '../../host/settings';
import { toEditorRange } from '../../host/text-conversion';
import { HoverText } from './markdown';

/** Explains a date line, and a dateline's place, agency and date. */
export function registerMessageHover(): vscode.Disposable {
  return vscode.languages.registerHoverProvider(messageSelector, {
    provideHover(document, position) {
      if (!settings.hoverEnabled(document.uri)) return undefined;
      const { source, parsed } = messagesOf(document);
      const offset = source.offsetAt(position);
      const holds = ({ start, end }: { start: number; end: number }) =>
        start <= offset && offset <= end;
      const message = parsed.messages.find(holds);
      const date = message?.parts.find((part) => part.kind === 'date' && holds(part));
      if (message && date) return hoverOn(date, dateCard(message));
      const dateline = message?.datelines.find(holds);
      return dateline && hoverOn(dateline, datelineCard(dateline));

      function hoverOn(range: Part | Dateline, card: vscode.MarkdownString) {
        return new vscode.Hover(card, toEditorRange(source, range));
      }
    },
  });
}

function dateCard({ header }: Message): vscode.MarkdownString {
  const card = new HoverText().markdown('$(calendar) ').bold(vscode.l10n.t('Date line'));
  if (header.isoDate) {
    card.text(` · ${header.isoDate}`);
    const weekday = weekdayOf(header.isoDate);
    if (weekday) card.text(`, ${weekday}`);
  }
  if (header.dateProblem) card.line().markdown('$(warning) ').text(header.dateProblem);
  return card.toMarkdown();
}

function datelineCard({ place, agency, date }: Dateline): vscode.MarkdownString {
  const card = new HoverText().markdown('$(location) ').bold(vscode.l10n.t('Dateline'));
  card.line().text(vscode.l10n.t('Reported from {0}', place));
  if (agency) card.line().text(vscode.l10n.t('Agency: {0}', agency));
  if (date) card.line().text(vscode.l10n.t('Dated {0}', date));
  return card.toMarkdown();
}

/** The weekday in the user's language; undefined when the ISO date is not a day. */
function weekdayOf(isoDate: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(isoDate)?.[0];
  if (!day) return undefined;
  const format = new Intl.DateTimeFormat(vscode.env.language, { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
