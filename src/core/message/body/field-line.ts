/** Names of the header fields that mail programs print above a message, in several languages. */
const fields: Readonly<Record<string, string>> = {
  from: 'from',
  von: 'from',
  de: 'from',
  da: 'from',
  van: 'from',
  od: 'from',
  от: 'from',
  від: 'from',
  fra: 'from',
  från: 'from',
  author: 'from',
  sender: 'from',
  差出人: 'from',
  发件人: 'from',
  date: 'date',
  sent: 'date',
  datum: 'date',
  gesendet: 'date',
  envoyé: 'date',
  fecha: 'date',
  enviado: 'date',
  'enviado el': 'date',
  data: 'date',
  inviato: 'date',
  wysłano: 'date',
  дата: 'date',
  отправлено: 'date',
  надіслано: 'date',
  verzonden: 'date',
  skickat: 'date',
  sendt: 'date',
  日付: 'date',
  送信日時: 'date',
  发送时间: 'date',
  subject: 'subject',
  betreff: 'subject',
  objet: 'subject',
  asunto: 'subject',
  oggetto: 'subject',
  assunto: 'subject',
  temat: 'subject',
  тема: 'subject',
  onderwerp: 'subject',
  ämne: 'subject',
  emne: 'subject',
  件名: 'subject',
  主题: 'subject',
  to: 'to',
  an: 'to',
  à: 'to',
  para: 'to',
  a: 'to',
  do: 'to',
  кому: 'to',
  aan: 'to',
  till: 'to',
  til: 'to',
  宛先: 'to',
  收件人: 'to',
  cc: 'cc',
  kopie: 'cc',
  copie: 'cc',
  копия: 'cc',
  bcc: 'bcc',
  'reply-to': 'reply-to',
  'message-id': 'message-id',
  'in-reply-to': 'in-reply-to',
  references: 'references',
  newsgroups: 'newsgroups',
  organization: 'organization',
  'mime-version': 'mime-version',
  'content-type': 'content-type',
  'content-transfer-encoding': 'content-transfer-encoding',
  'resent-from': 'resent-from',
  importance: 'importance',
  attachments: 'attachments',
  list: 'list',
  message: 'message',
};

const line = /^(?:[•*·-]\s+)?\*?([\p{L}][\p{L} -]{0,24})\*?\s?[:：]\*?/u;

/**
 * False for most lines that name no field: 32 units stand before a field's colon at most, and no
 * digits, commas or full stops.
 */
export function mayNameField(text: string, start: number, end: number): boolean {
  const limit = Math.min(end, start + 33);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 58 || code === 0xff1a) return true;
    if (code === 44 || code === 46 || (code >= 48 && code <= 57)) return false;
  }
  return false;
}

/** The header field that a line begins with, in English and lower case, or null. */
export function fieldName(text: string): string | null {
  if (!mayNameField(text, 0, text.length)) return null;
  const name = line.exec(text)?.[1]?.trim().toLowerCase();
  return name !== undefined && Object.hasOwn(fields, name) ? fields[name]! : null;
}

/** What follows the name of a field line. */
export function fieldValue(text: string): string {
  return text.replace(line, '').trim();
}
