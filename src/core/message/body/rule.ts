/** Signs that rules are drawn with. */
const signs = '-=_*~#+.·•─━═—–‐―⸻▬■:|^<>⇐⇒←→';

/** True for a sign that a rule may begin with. */
export function mayBeginRule(code: number): boolean {
  return (
    code === 45 ||
    code === 61 ||
    code === 95 ||
    code === 42 ||
    code === 126 ||
    code === 35 ||
    code === 43 ||
    code === 46 ||
    code === 60 ||
    code === 62 ||
    code === 183 ||
    code > 0x2000
  );
}

/**
 * True for a line that is drawn, not written: three signs or more and nothing else, blanks and tabs
 * between them allowed ("-----", "* * *", "━━━"). Two arrows alone, as archives print them, count too.
 */
export function isRule(line: string): boolean {
  let drawn = 0;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    if (sign === ' ' || sign === '\t' || sign === '\u00a0') continue;
    if (!signs.includes(sign)) return false;
    drawn++;
  }
  return (
    (drawn >= 3 && !/^[.>]+$/.test(line.replace(/\s/g, '').slice(0, 4))) || /^[⇐⇒←→\s]+$/.test(line)
  );
}

/** What papers and press offices set below the last line: "-30-", "-ends-". */
const endMark = /^[-–—]{1,2}\s?(?:30|ends?|fin|ende)\s?[-–—]{1,2}$/i;

/** True for a line of words between dashes that separates ("--- cut here ---") or ends ("-30-"). */
export function isLabelledRule(line: string): boolean {
  return (
    endMark.test(line) ||
    /^(?:[*=~#+-] ){2,10}[^*=~#+-].{0,40}?(?: [*=~#+-]){2,10}$/.test(line) ||
    /^(?:-{3,}|={3,}|\*{3,}|_{3,}|~{3,}|#{3,}|\+{3,}|─{2,}|━{2,}|═{2,}|—{2,})\s?[^\s].{0,60}?\s?(?:-{2,}|={3,}|\*{3,}|_{3,}|~{3,}|#{3,}|\+{3,}|─{2,}|━{2,}|═{2,}|—{2,})$/u.test(
      line,
    ) ||
    /^-{3,} ?(?:End of (?:Forwarded )?(?:Message|Digest)|8<|✂)/i.test(line) ||
    /^[-=]*\s*(?:8<|>8|✂)\s*[-=]+/.test(line)
  );
}
