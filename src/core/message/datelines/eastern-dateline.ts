import type { Dateline } from '../message';

/** How agencies of Japan and Korea sign their reports: marks of their own stand where others set a dash. */
const forms: readonly RegExp[] = [
  // 【ワシントン共同】
  /^【(?<place>[^【】\s＝=]{2,20}?)[\s＝=]?(?<agency>共同|時事|ロイター|AFP時事|AFP|AP)】/u,
  // (서울=연합뉴스) 김철수 기자 =
  /^\((?<place>\p{Script=Hangul}{2,10})=(?<agency>연합뉴스|뉴시스|뉴스1)\)(?: \p{Script=Hangul}{2,4} (?:특파원|기자))? ?=?/u,
];

/** True for a code unit with which such a dateline may begin. */
export function mayBeEastern(code: number): boolean {
  return code === 40 || code >= 0x3000;
}

/**
 * Reads the dateline of an agency of Japan or Korea at the start of `window`; `start` is the
 * window's own UTF-16 offset. Null when there is none.
 */
export function readEasternDateline(window: string, start: number): Dateline | null {
  if (!mayBeEastern(window.charCodeAt(0))) return null;
  for (const form of forms) {
    const found = form.exec(window);
    if (!found) continue;
    const { place, agency } = found.groups as { place: string; agency: string };
    return { place, agency, date: null, start, end: start + found[0].trimEnd().length };
  }
  return null;
}
