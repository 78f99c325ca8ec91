/** A package that the benchmark compares with and that brings no types. */
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(words: string[]);
    search(text: string): [number, string[]][];
  }
}
