/** RFC 5322 limits a line to 998 characters. */
const longest = 1000;

/** The Message-IDs (without angle brackets) of a References, In-Reply-To or Message-ID field. */
export function messageIds(value: string | undefined): string[] {
  if (value === undefined) return [];
  const ids: string[] = [];
  for (let end = value.indexOf('>'); end !== -1; end = value.indexOf('>', end + 1)) {
    const before = value.slice(Math.max(0, end - longest), end);
    const start = before.lastIndexOf('<');
    const id = start === -1 ? '' : before.slice(start + 1);
    if (id.includes('>')) continue;
    const joined = /\s/.test(id) ? id.replace(/\s+/g, '') : id;
    if (joined !== '') ids.push(joined);
  }
  if (ids.length > 0) return ids;
  const bare = value.trim();
  return /^[^\s<>]{1,998}@[^\s<>]{1,998}$/.test(bare) ? [bare] : [];
}

/** The first Message-ID of a field, or null. */
export function firstMessageId(value: string | undefined): string | null {
  return messageIds(value)[0] ?? null;
}
