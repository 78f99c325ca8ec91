import type { Random } from './random';
import * as words from './words';

/** Scripts that texts are written in; most are English, as in mailing-list archives. */
export const scripts = [
  'english',
  'french',
  'emoji',
  'cyrillic',
  'ukrainian',
  'chinese',
  'japanese',
  'arabic',
] as const;
export type Script = (typeof scripts)[number];

/** Paragraphs of a text: header lines, then sentences joined to paragraphs. */
export function generateText(random: Random, script: Script, paragraphs: number): string {
  const blocks = [`[${random.pick(['Salon', 'Archive', 'News'])}] ${title(random)}`];
  blocks.push(
    `https://news.example/${random.between(1000, 9999)}/${random.pick(words.nouns)}`,
    `${random.pick(words.months)} ${random.between(1, 28)}, ${random.between(2009, 2024)}`,
  );
  let lookAlike: string | undefined;
  for (let count = 0; count < paragraphs; count++) {
    const own = paragraph(random, script);
    // Some sentences come again word by word, or with another name or number, in other surroundings.
    if (lookAlike && random.chance(0.3)) own.splice(random.between(0, own.length), 0, lookAlike);
    if (random.chance(0.4)) lookAlike = variant(random, random.pick(own));
    blocks.push(wrap(own.join(joint(script)), script === 'english' && count % 3 === 0 ? 72 : 0));
  }
  blocks.push('_______________________________________________\nArchive mailing list');
  return `${blocks.join('\n\n')}\n`;
}

export function generateSentence(random: Random, script: Script): string {
  const known = words.otherScripts[script];
  if (!known) return fill(random, random.pick(words.sentences));
  if (script === 'emoji')
    return fill(random, random.pick(random.chance(0.5) ? known : words.sentences));
  return random.pick(known).replace(/\{(\w)\}/g, (_, slot: string) => {
    if (slot === 'n') return `${random.between(11, 980)}`;
    if (slot === 'p') return random.pick(words.otherPlaces[script]!);
    const found = random.pick(words.scriptSlots[script]![slot.toLowerCase()]!);
    return slot === slot.toLowerCase() ? found : capitalise(found);
  });
}

export function joint(script: Script): string {
  return script === 'chinese' || script === 'japanese' ? '' : ' ';
}

export function wrap(text: string, width: number): string {
  if (width === 0) return text;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

function title(random: Random): string {
  return capitalise(
    `${random.pick(words.adjectives)} ${random.pick(words.nouns)} in ${random.pick(words.places)}`,
  );
}

function paragraph(random: Random, script: Script): string[] {
  const count = random.between(1, 5);
  return Array.from({ length: count }, () => generateSentence(random, script));
}

/** The same sentence, or the same with another name or number. */
function variant(random: Random, sentence: string): string {
  if (random.chance(0.4)) return sentence;
  for (const names of random.shuffle([
    words.persons,
    words.places,
    words.organizations,
    words.months,
  ])) {
    const name = names.find((one) => sentence.includes(one));
    if (name) return sentence.replace(name, random.pick(names.filter((one) => one !== name)));
  }
  return sentence.replace(/\d+/, `${random.between(11, 980)}`);
}

function fill(random: Random, template: string): string {
  return template.replace(/\{(\w+)\}/g, (whole, slot: string) => {
    switch (slot.toLowerCase()) {
      case 'person':
        return random.pick(words.persons);
      case 'place':
        return random.pick(words.places);
      case 'org': {
        const name = random.pick(words.organizations);
        return slot === 'Org' ? capitalise(name) : name;
      }
      case 'day':
        return random.pick(words.days);
      case 'month':
        return random.pick(words.months);
      case 'year':
        return `${random.between(1989, 2024)}`;
      case 'number':
        return random.chance(0.3)
          ? `${random.between(1, 9)},${random.between(100, 999)}`
          : `${random.between(11, 980)}`;
      case 'numword':
        return random.pick(words.numberWords);
      case 'ord':
        return random.pick(['second', 'third', 'fourth', 'fifth']);
      case 'adj':
        return random.pick(words.adjectives);
      case 'noun':
        return random.pick(words.nouns);
      case 'verb':
        return random.pick(words.verbs);
      case 'adverb':
        return random.pick(words.adverbs);
      default:
        return whole;
    }
  });
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
