const longest = 60;

/** One line of at most 60 characters, cut between words where it can be. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const space = line.lastIndexOf(' ', longest - 1);
  let end = space > longest / 2 ? space : longest - 1;
  // A character outside the Basic Multilingual Plane is not cut in two.
  if (/[\ud800-\udbff]/.test(line[end - 1]!)) end--;
  return `${line.slice(0, end)}…`;
}

/** The first words of a part; speech in straight quotation marks gets curly ones, closed where it is cut. */
export function headline(text: string): string {
  const line = shortened(text.slice(0, 300));
  if (line === '') return '(empty)';
  const speech = /^["“]([^"“”]*)(["”]?)/.exec(line);
  if (!speech) return line;
  return `“${speech[1]!}”${line.slice(speech[0].length)}`;
}
