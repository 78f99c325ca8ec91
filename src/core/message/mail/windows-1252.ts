let upperBytes: Map<number, number> | undefined;

/** The byte that windows-1252 (WHATWG) reads as this UTF-16 unit, or undefined when there is none. */
export function windows1252Byte(code: number): number | undefined {
  if (code < 128 || (code >= 160 && code < 256)) return code;
  if (!upperBytes) {
    upperBytes = new Map();
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => 128 + index);
    const text = new TextDecoder('windows-1252').decode(bytes);
    for (let index = 0; index < 32; index++) upperBytes.set(text.charCodeAt(index), 128 + index);
  }
  return upperBytes.get(code);
}
