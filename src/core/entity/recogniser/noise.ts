import { Gap, Shape, type Tokens } from './tokenize';

/** Header fields whose values are for machines, and those whose values people wrote. */
const machineHeader =
  /^(?:received|message-id|references|in-reply-to|content-[a-z-]+|mime-version|x-[a-z0-9-]+|return-path|user-agent|list-[a-z]+|dkim-signature|authentication-results|arc-[a-z-]+|delivered-to|precedence|errors-to|nntp-[a-z-]+|received-spf|date|lines|status|path|xref|mailing-list|autocrypt|thread-[a-z]+|importance|bcc)$/i;
const writtenHeader =
  /^(?:from|to|cc|subject|sender|reply-to|organization|newsgroups|resent-[a-z]+|re|fwd?|aw|url|source|published|updated|author|by|title|attachment|note|ps|p\.s|fyi|btw|imho)$/i;
/** No name is longer: base64, hashes, keys. */
const longestWord = 40;
/** A chunk of letters, digits and the two signs of base64. */
const base64 = /^(?=.*\d)[\w+/]+={0,2}$/;

/**
 * Marks the tokens that no name can hold: addresses, paths, code, names of header fields, the values of
 * machine headers, quotation marks of replies. Changes `tokens.shapes`; linear.
 */
export function markNoise(text: string, tokens: Tokens): void {
  const { count, starts, ends, shapes, gaps } = tokens;
  let index = 0;
  while (index < count) {
    // A chunk is what stands between two white spaces.
    const from = index;
    let signs = 0;
    let slashes = 0;
    let address = false;
    let host = false;
    do {
      const start = starts[index]!;
      if (ends[index]! - start === 1) {
        const sign = text[start]!;
        const inside = index > from && index + 1 < count && gaps[index + 1] === Gap.none;
        if (sign === '/') slashes++;
        else if (sign === '@' && inside) address = true;
        else if (inside && (sign === '_' || sign === '=' || sign === '\\' || sign === '|')) signs++;
        else if (inside && sign === '.' && isWord(index - 1) && isWord(index + 1)) {
          signs++;
          host = true;
        }
        // "PR#17977", "Rcpp::cout", "C++", "=E4t", "%s"
        else if (inside && sign === '#') signs++;
        else if (sign === text[start + 1] && (sign === ':' || sign === '+') && index > from)
          signs++;
        else if (
          (sign === '=' || sign === '%') &&
          /^[\dA-F]{2}/.test(text.slice(start + 1, start + 3))
        )
          signs++;
        else if (sign === ']' && index === from + 2 && text[starts[from]!] === '[') {
          // "[INLINE]", "[IMAGE]" of a page made text
          if (shapes[from + 1]! & Shape.allCapitals) signs++;
        } else if (sign === '{' || sign === '}' || sign === '$' || sign === ';' || sign === '(') {
          // "call()", "${name}"
          const next = text[start + 1];
          if (next === ')' || next === '{') signs++;
        }
      } else if (ends[index]! - start > longestWord) signs++;
      index++;
    } while (index < count && gaps[index] === Gap.none);
    const end = ends[index - 1]!;
    const isKey = end - starts[from]! > longestWord && base64.test(text.slice(starts[from], end));
    if (address || signs > 0 || slashes > 1 || isKey) {
      for (let each = from; each < index; each++) shapes[each]! |= Shape.noise;
    }
    // "r-devel at r-project.org"
    if (host && isAt(from - 1)) shapes[from - 2]! |= Shape.noise;
    markHeader(from);
  }

  function isWord(at: number): boolean {
    return (shapes[at]! & (Shape.word | Shape.number)) !== 0;
  }

  function isAt(at: number): boolean {
    return at > 0 && gaps[at] === Gap.space && text.slice(starts[at], ends[at]) === 'at';
  }

  function markHeader(first: number): void {
    if (gaps[first]! < Gap.lineBreak || first + 1 >= count || !isWord(first)) return;
    if (text[starts[first + 1]!] !== ':' || gaps[first + 1] !== Gap.none) return;
    const word = text.slice(starts[first], Math.min(ends[first]!, starts[first]! + 40));
    if (machineHeader.test(word)) {
      do {
        shapes[first]! |= Shape.noise;
        first++;
        // The value goes on in lines that begin with white space.
      } while (first < count && (gaps[first]! < Gap.lineBreak || folded(first)));
    } else if (writtenHeader.test(word)) shapes[first]! |= Shape.noise;
  }

  function folded(at: number): boolean {
    const before = text[starts[at]! - 1];
    return (
      (gaps[at] === Gap.lineBreak || gaps[at] === Gap.firmBreak) &&
      (before === ' ' || before === '\t')
    );
  }
}
