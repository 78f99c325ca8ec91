/** What somebody meant who wrote a field in another way; undefined when that cannot be told. */

/** The item in an address of Wikidata, or its number with or without a small q. */
export function repairedWikidata(written: string): string | undefined {
  const inAddress = /wikidata\.org\/(?:wiki|entity)\/(?:Special:EntityData\/)?(Q[1-9]\d{0,11})\b/i;
  const found = inAddress.exec(written)?.[1] ?? /^(?:Q ?)?([1-9]\d{0,11})$/i.exec(written)?.[1];
  return found && `Q${found.replace(/^Q/i, '')}`;
}

/** An address that lacks its scheme. */
export function repairedLink(written: string): string | undefined {
  const isHost =
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?:\/[^\s"'<>{}[\]#,]*)?$/i;
  return isHost.test(written) ? `https://${written}` : undefined;
}

/** Two numbers in another notation, or with latitude and longitude swapped where only that is possible. */
export function repairedCoordinates(written: string): string | undefined {
  const numbers = written.match(/[-+]?\d{1,3}(?:\.\d{1,15})?(?![\d°′'".])/g);
  if (numbers?.length !== 2 || /[a-z°′″]/i.test(written)) return undefined;
  const [first, second] = numbers.map((number) => number.replace('+', ''));
  if (isLatitude(first!) && isLongitude(second!)) return `[${first}, ${second}]`;
  return isLatitude(second!) && isLongitude(first!) ? `[${second}, ${first}]` : undefined;
}

function isLatitude(number: string): boolean {
  return Math.abs(Number(number)) <= 90;
}

function isLongitude(number: string): boolean {
  return Math.abs(Number(number)) <= 180;
}
