import type { TextRange } from '../../text/text-range';
import type { HeaderBlock } from './header-fields';
import type { ParameterizedValue } from './header-text';
import { parseParameters } from './header-text';

/** One node of a MIME message: its header block, its body and what is nested in it. */
export interface MimeEntity {
  readonly header: HeaderBlock;
  /** From the body's first character to the line end before the next boundary. */
  body: TextRange;
  /** Media type, lower-case. */
  readonly type: string;
  readonly typeParameters: ReadonlyMap<string, string>;
  /** `Content-Transfer-Encoding`, lower-case; "7bit" when absent. */
  readonly encoding: string;
  readonly disposition: ParameterizedValue | undefined;
  readonly children: MimeEntity[];
}

const noParameters: ReadonlyMap<string, string> = new Map();

/** Encodings that leave the body as it stands. */
export function isIdentityEncoding(encoding: string): boolean {
  return encoding !== 'base64' && encoding !== 'quoted-printable' && !/uue|uuencode/.test(encoding);
}

/** Describes an entity by its header fields (RFC 2045); `defaultType` is "message/rfc822" in digests. */
export function describeEntity(text: string, header: HeaderBlock, defaultType: string): MimeEntity {
  const field = (name: string) => {
    const found = header.fields.find((candidate) => candidate.name === name);
    return found && parseParameters(text.slice(found.valueStart, found.end));
  };
  const contentType = field('content-type');
  const type = mediaType(contentType?.value, defaultType);
  return {
    header,
    body: { start: header.bodyStart, end: header.bodyStart },
    type,
    typeParameters: contentType?.parameters ?? noParameters,
    encoding: field('content-transfer-encoding')?.value.split(/\s/)[0] || '7bit',
    disposition: field('content-disposition'),
    children: [],
  };
}

/** An unreadable or missing type is text (RFC 2045, section 5.2); "text" alone was once allowed. */
function mediaType(value: string | undefined, defaultType: string): string {
  if (value === undefined || value === '') return defaultType;
  const plain = value.replace(/\s/g, '');
  return /^[^/]+\/[^/]+$/.test(plain) ? plain : 'text/plain';
}

/** The name under which an entity was attached, or undefined. */
export function fileNameOf(entity: MimeEntity): string | undefined {
  return (
    entity.disposition?.parameters.get('filename') ?? entity.typeParameters.get('name') ?? undefined
  );
}
