import type { LineGroup } from './line-group';

/** An attachment's first line, and how its end is found. */
export interface AttachmentStart {
  /** The line that ends it, wherever it stands; undefined when it ends with its group of lines. */
  readonly until?: RegExp;
}

/**
 * Reads the first line of what mail programs and archives put in an attachment's place: Pipermail's
 * "next part", uuencoded files, PGP blocks.
 */
export function attachmentStart(group: LineGroup, line: number): AttachmentStart | null {
  const code = group.firstCode(line);
  if (code === 45) {
    const text = group.line(line, 90);
    if (/^-{5,} next part -{5,}$/.test(text)) return {};
    const armour =
      /^-----BEGIN (PGP|GPG|SSH|CERTIFICATE|RSA|OPENSSH)( SIGNED MESSAGE)?[A-Z ]*-----$/.exec(text);
    if (!armour) return null;
    return armour[2] === undefined ? { until: /^-----END [A-Z ]+-----$/ } : {};
  }
  if (code === 98 && /^begin(?:-base64)? [0-7]{3,4} \S/.test(group.line(line, 90))) {
    return { until: /^(?:end|====)$/ };
  }
  return null;
}
