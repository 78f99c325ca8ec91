/** The Message-IDs (without angle brackets) of a References, In-Reply-To or Message-ID field. */
export function messageIds(value: string | undefined): string[] {
  if (value === undefined) return [];
  const bracketed = [...value.matchAll(/<([^<>]{1,998})>/g)].map((match) => match[1]!);
  const ids = bracketed.map((id) => id.replace(/\s+/g, '')).filter((id) => id !== '');
  if (ids.length > 0) return ids;
  const bare = value.trim();
  return /^[^\s<>]{1,998}@[^\s<>]{1,998}$/.test(bare) ? [bare] : [];
}

/** The first Message-ID of a field, or null. */
export function firstMessageId(value: string | undefined): string | null {
  return messageIds(value)[0] ?? null;
}
