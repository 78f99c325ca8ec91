const known = new Set(
  (
    'from to cc bcc date subject message-id in-reply-to references received return-path reply-to sender mime-version content-type ' +
    'content-transfer-encoding content-disposition content-language delivered-to x-mailer user-agent list-id list-post list-unsubscribe ' +
    'list-archive list-help list-subscribe precedence errors-to x-beenthere x-mailman-version dkim-signature authentication-results ' +
    'arc-seal resent-from resent-to resent-date status x-status newsgroups path organization lines xref envelope-to envelope-from delivery-date'
  ).split(' '),
);
const stating = [
  'from',
  'to',
  'date',
  'subject',
  'message-id',
  'received',
  'return-path',
  'sender',
];

/** Names of the header fields with which a text begins, in lower case; empty when it is not a header. */
export function leadingFields(sample: string): string[] {
  const names: string[] = [];
  let at = 0;
  while (at < sample.length && names.length < 200) {
    let end = sample.indexOf('\n', at);
    if (end === -1) end = sample.length;
    const line = sample.slice(at, Math.min(end, at + 200));
    const name = /^([!-9;-~]{1,76})[ \t]*:/.exec(line)?.[1];
    if (name !== undefined) names.push(name.toLowerCase());
    else if (names.length === 0 || !/^[ \t]/.test(line)) {
      // Anything but a blank line within the header shows that it is none.
      return line.trim() === '' || known.has(names.at(-1) ?? '') ? names : [];
    }
    at = end + 1;
  }
  return names;
}

/** True for the fields of a mail: known names, and two at least that state who, when or about what. */
export function areMailFields(names: readonly string[]): boolean {
  const set = new Set(names);
  const states = stating.filter((name) => set.has(name)).length;
  const recognised = [...set].filter(
    (name) => known.has(name) || /^(?:x|list|resent|arc)-/.test(name),
  ).length;
  return (
    states >= 2 &&
    recognised >= set.size / 2 &&
    (set.has('from') ||
      set.has('received') ||
      set.has('message-id') ||
      set.has('return-path') ||
      recognised >= 4)
  );
}

/** True for the header of a MIME entity without sender or subject: its type, and a second field or a boundary. */
export function isMimeHeader(header: string, names: readonly string[]): boolean {
  if (!names.includes('content-type')) return false;
  if (!/^content-type[ \t]*:\s*[a-z]+\/[a-z0-9.+-]+/im.test(header.slice(0, 4000))) return false;
  return (
    names.includes('mime-version') ||
    names.includes('from') ||
    /^content-type[ \t]*:\s*multipart\/[a-z]+;\s*boundary=/im.test(header.slice(0, 4000))
  );
}
