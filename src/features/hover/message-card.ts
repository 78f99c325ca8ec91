import * as vscode from 'vscode';
import { headerFieldAt, type ReadHeaderField } from '../../core/message/mail/header-field-at';
import { parseMailDate, type MailDate } from '../../core/message/mail/mail-date';
import type { Dateline } from '../../core/message/message';
import { indexOfMessageAt } from '../../core/message/message-at';
import { rangeAt } from '../../core/text/range-at';
import type { Host } from '../../host/host';
import { prepareMessages } from '../../host/messages';
import type { PlacedCard } from './cards-at';
import { HoverText } from './markdown';
import { messageIdCard } from './message-id-card';

/**
 * The card of a date line, of a dateline's place, agency and date, or of a header field: what it says
 * where it is encoded, which day it means, which message a Message-ID names.
 *
 * @param offset UTF-16, canonical text
 */
export async function messageCard(
  host: Host,
  document: vscode.TextDocument,
  offset: number,
): Promise<PlacedCard | undefined> {
  const { source, parsed } = await prepareMessages(document);
  const message = parsed.messages[indexOfMessageAt(parsed.messages, offset)];
  if (!message) return undefined;
  const isMail = parsed.kind === 'mbox' || parsed.kind === 'message';
  const field = isMail ? headerFieldAt(source.text, message, offset) : undefined;
  if (field?.messageId) {
    const { messageId } = field;
    return { range: messageId, text: await messageIdCard(host, document, messageId.value) };
  }
  const card = field && fieldCard(field);
  if (card) return { range: field, text: card };
  const part = rangeAt(message.parts, offset);
  if (part?.kind === 'date') return { range: part, text: dateCard(message.header) };
  const dateline = rangeAt(message.datelines, offset);
  return dateline && { range: dateline, text: datelineCard(dateline) };
}

/** What an encoded field says, or which day it means; undefined for every other field. */
function fieldCard({ name, value, isEncoded }: ReadHeaderField): HoverText | undefined {
  if (name === 'date' || name === 'resent-date') return dateCard(parseMailDate(value));
  if (!isEncoded) return undefined;
  return new HoverText()
    .markdown('$(mail-read) ')
    .bold(vscode.l10n.t('Decoded'))
    .line()
    .text(value);
}

function dateCard({ isoDate, dateProblem }: MailDate): HoverText {
  const card = new HoverText().markdown('$(calendar) ').bold(vscode.l10n.t('Date line'));
  if (isoDate) {
    card.text(` · ${isoDate}`);
    const weekday = weekdayOf(isoDate);
    if (weekday) card.text(`, ${weekday}`);
  }
  if (dateProblem) card.line().markdown('$(warning) ').text(dateProblem);
  return card;
}

function datelineCard({ place, agency, date }: Dateline): HoverText {
  const card = new HoverText().markdown('$(location) ').bold(vscode.l10n.t('Dateline'));
  card.line().text(vscode.l10n.t('Reported from {0}', place));
  if (agency) card.line().text(vscode.l10n.t('Agency: {0}', agency));
  if (date) card.line().text(vscode.l10n.t('Dated {0}', date));
  return card;
}

/** The weekday in the user's language; undefined when the ISO date is not a day. */
function weekdayOf(isoDate: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(isoDate)?.[0];
  if (!day) return undefined;
  const format = new Intl.DateTimeFormat(vscode.env.language, { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
