import { isWhiteSpace } from '../body/white-space';

const longest = 60;

/** One line of at most 60 characters, cut between words where it can be; reads no further than it shows. */
export function shortened(text: string): string {
  return cut(beginningOf(text));
}

function cut(line: string): string {
  if (line.length <= longest) return line;
  const space = line.lastIndexOf(' ', longest - 1);
  let end = space > longest / 2 ? space : longest - 1;
  // A character outside the Basic Multilingual Plane is not cut in two.
  if ((line.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
  return `${line.slice(0, end)}…`;
}

/** True when nothing has to change: single blanks only, in what is shown of a longer text. */
function isPlainBeginning(text: string): boolean {
  if (text.length <= longest) return false;
  let blank = true;
  for (let at = 0; at <= longest; at++) {
    const code = text.charCodeAt(at);
    const now = code <= 32 || (code >= 0xa0 && isWhiteSpace(code));
    if (now && (blank || code !== 32)) return false;
    blank = now;
  }
  return true;
}

/** The first 61 units at most, every run of white space as one blank, none at both ends. */
function beginningOf(text: string): string {
  if (isPlainBeginning(text)) return text.slice(0, longest + 1);
  let line = '';
  let wordStart = -1;
  for (let at = 0; at <= text.length && line.length <= longest; at++) {
    const blank = at === text.length || isWhiteSpace(text.charCodeAt(at));
    if (!blank && wordStart === -1) wordStart = at;
    // A word without end is cut too.
    else if (wordStart !== -1 && (blank || at - wordStart > longest)) {
      line += (line === '' ? '' : ' ') + text.slice(wordStart, at);
      wordStart = blank ? -1 : at;
    }
  }
  return line.slice(0, longest + 1);
}

/** The first words of a part; speech in straight quotation marks gets curly ones, closed where it is cut. */
export function headline(text: string): string {
  const beginning = beginningOf(text);
  if (beginning === '') return '(empty)';
  const line = cut(beginning);
  // Looked up before the cut: a string put together is copied when it is looked into.
  if (!beginning.startsWith('"') && !beginning.startsWith('“')) return line;
  const speech = /^["“]([^"“”]*)(["”]?)/.exec(line);
  if (!speech) return line;
  return `“${speech[1]!}”${line.slice(speech[0].length)}`;
}
