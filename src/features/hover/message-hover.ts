import * as vscode from 'vscode';
import { headerFieldAt, type ReadHeaderField } from '../../core/message/mail/header-field-at';
import { parseMailDate, type MailDate } from '../../core/message/mail/mail-date';
import type { Dateline } from '../../core/message/message';
import { indexOfMessageAt } from '../../core/message/message-at';
import type { TextRange } from '../../core/text/text-range';
import type { Host } from '../../host/host';
import { messageSelector, prepareMessages } from '../../host/messages';
import { settings } from '../../host/settings';
import { toEditorRange } from '../../host/text-conversion';
import { HoverText } from './markdown';
import { messageIdCard } from './message-id-card';

/**
 * Explains a date line, a dateline's place, agency and date, and a header field: what it says where it
 * is encoded, which day it means, which message a Message-ID names.
 */
export function registerMessageHover(host: Host): vscode.Disposable {
  return vscode.languages.registerHoverProvider(messageSelector, {
    async provideHover(document, position) {
      if (!settings.hoverEnabled(document.uri)) return undefined;
      const { source, parsed } = await prepareMessages(document);
      const offset = source.offsetAt(position);
      const message = parsed.messages[indexOfMessageAt(parsed.messages, offset)];
      if (!message) return undefined;
      const hoverOn = (range: TextRange, card: vscode.MarkdownString) =>
        new vscode.Hover(card, toEditorRange(source, range));
      const holds = ({ start, end }: TextRange) => start <= offset && offset <= end;
      const isMail = parsed.kind === 'mbox' || parsed.kind === 'message';
      const field = isMail ? headerFieldAt(source.text, message, offset) : undefined;
      if (field?.messageId) {
        const { messageId } = field;
        return hoverOn(messageId, await messageIdCard(host, document, messageId.value));
      }
      const card = field && fieldCard(field);
      if (card) return hoverOn(field, card);
      const date = message.parts.find((part) => part.kind === 'date' && holds(part));
      if (date) return hoverOn(date, dateCard(message.header));
      const dateline = message.datelines.find(holds);
      return dateline && hoverOn(dateline, datelineCard(dateline));
    },
  });
}

/** What an encoded field says, or which day it means; undefined for every other field. */
function fieldCard({ name, value, isEncoded }: ReadHeaderField): vscode.MarkdownString | undefined {
  if (name === 'date' || name === 'resent-date') return dateCard(parseMailDate(value));
  if (!isEncoded) return undefined;
  return new HoverText()
    .markdown('$(mail-read) ')
    .bold(vscode.l10n.t('Decoded'))
    .line()
    .text(value)
    .toMarkdown();
}

function dateCard({ isoDate, dateProblem }: MailDate): vscode.MarkdownString {
  const card = new HoverText().markdown('$(calendar) ').bold(vscode.l10n.t('Date line'));
  if (isoDate) {
    card.text(` · ${isoDate}`);
    const weekday = weekdayOf(isoDate);
    if (weekday) card.text(`, ${weekday}`);
  }
  if (dateProblem) card.line().markdown('$(warning) ').text(dateProblem);
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
