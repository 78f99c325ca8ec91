const strong = /(\*\*|(?<!\w)__|`)(?=\S)([^\n]{1,300}?)(?<=\S)\1/g;
const emphasis = /(\*|(?<!\w)_)(?=[^\s*_])([^\n*_]{1,300}?)(?<=\S)\1(?!\w)/g;
const link = /\[([^\][\n]{1,200})\]\([^()\s]{1,500}\)/g;

/**
 * A note for a place that shows plain text, such as a row of a list: without the marks of Markdown that
 * say how words look, and the addresses of links. What else stands in it stays. O(length): every pattern is
 * bounded.
 */
export function plainNote(note: string): string {
  return note.replace(link, '$1').replace(strong, '$2').replace(emphasis, '$2');
}
