import type { TextRange } from '../../text/text-range';
import { htmlToText } from '../html/html-text';
import { decodeCharset, encodingOf } from './charset';
import { enrichedToText } from './enriched-text';
import { unflow } from './flowed-text';
import type { MimeEntity } from './mime-entity';
import type { MappedText } from './offset-map';
import { composeMaps, sliceMapped } from './offset-map';
import {
  base64Extent,
  decodeBase64,
  decodeQuotedPrintable,
  eightBitBytes,
} from './transfer-encoding';
import { withoutFromEscapes } from './unescaped-lines';

/** A stretch of an entity's body and the text decoded from it. */
export interface BodyText extends TextRange {
  readonly mapped: MappedText;
}

/**
 * Decodes the body of a text entity to what a reader sees: transfer encoding, charset,
 * `format=flowed`, HTML and enriched text. The map leads into `source.text`'s file. What stands in
 * plain text behind a base64 body (a list's footer) is a stretch of its own.
 */
export function decodeBody(
  source: MappedText,
  entity: MimeEntity,
  fromEscaped: boolean,
): BodyText[] {
  if (entity.encoding !== 'base64') {
    const mapped = decodeTransfer(sliceMapped(source, entity.body), entity, fromEscaped);
    return [{ ...entity.body, mapped: decodeMarkup(mapped, entity) }];
  }
  const slice = source.text.slice(entity.body.start, entity.body.end);
  const middle = entity.body.start + base64Extent(slice);
  const encoded = { start: entity.body.start, end: middle };
  const rest = { start: middle, end: entity.body.end };
  const mapped = decodeTransfer(sliceMapped(source, encoded), entity, false);
  const texts: BodyText[] = [{ ...encoded, mapped: decodeMarkup(mapped, entity) }];
  if (slice.slice(middle - entity.body.start).trim() !== '')
    texts.push({ ...rest, mapped: sliceMapped(source, rest) });
  return texts;
}

/** Undoes the transfer encoding only, for messages that were nested in encoded form. */
export function decodeTransfer(
  body: MappedText,
  entity: MimeEntity,
  fromEscaped: boolean,
): MappedText {
  const label = entity.typeParameters.get('charset')?.trim() || undefined;
  if (entity.encoding === 'base64')
    return through(decodeCharset(decodeBase64(body.text), label), body);
  if (entity.encoding === 'quoted-printable') {
    const utf8 = label !== undefined && encodingOf(label) === 'utf-8';
    return through(decodeCharset(decodeQuotedPrintable(body.text, utf8), label), body);
  }
  const unescaped = fromEscaped ? withoutFromEscapes(body) : body;
  return decodeEightBit(unescaped, label);
}

function through(decoded: MappedText, body: MappedText): MappedText {
  return { ...decoded, map: composeMaps(decoded.map, body.map) };
}

/**
 * Text that is not encoded stands in the file as it is, unless the file could not be read as UTF-8
 * and its bytes came in as windows-1252: then they are read by the declared charset, where they are
 * valid in it. (ISO-2022-JP is plain ASCII with escapes: it is decoded too.)
 */
function decodeEightBit(body: MappedText, label: string | undefined): MappedText {
  const encoding = label === undefined ? undefined : encodingOf(label);
  const escapes = encoding === 'iso-2022-jp' && body.text.includes('\x1b');
  if (!escapes && !/[^\x00-\x7f]/.test(body.text)) return body;
  if (label !== undefined && encoding === undefined)
    return {
      ...body,
      problem: `Unknown character set "${label}"; the text is shown as it stands.`,
    };
  const encoded = eightBitBytes(body.text);
  if (!encoded || encoding?.startsWith('utf-16')) return body;
  try {
    new TextDecoder(encoding ?? 'windows-1252', { fatal: true }).decode(encoded.bytes);
  } catch {
    return body;
  }
  return through(decodeCharset(encoded, label), body);
}

function decodeMarkup(mapped: MappedText, entity: MimeEntity): MappedText {
  const { problem } = mapped;
  const decoded = markupText(mapped, entity);
  return problem === undefined ? decoded : { ...decoded, problem };
}

function markupText(mapped: MappedText, entity: MimeEntity): MappedText {
  switch (entity.type) {
    case 'text/html':
      return htmlToText(mapped.text, { map: mapped.map });
    case 'text/enriched':
    case 'text/richtext':
      return enrichedToText(mapped, entity.type === 'text/richtext');
    default:
      break;
  }
  if (entity.typeParameters.get('format')?.toLowerCase() !== 'flowed') return mapped;
  return unflow(mapped, entity.typeParameters.get('delsp')?.toLowerCase() === 'yes');
}
