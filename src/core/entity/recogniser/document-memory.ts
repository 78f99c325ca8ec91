import type { CandidateRun } from './candidate-runs';
import { isAcronym } from './certainty';
import type { FeatureContext } from './features';
import { labels } from './labels';
import { foldHash } from './word-hash';
import type { Segment } from './segment-run';
import { CaseEvidence } from './text-evidence';
import { Shape } from './tokenize';
import { hashWord } from './word-hash';
import { WordClass } from './word-classes';

const person = labels.indexOf('person');
const organization = labels.indexOf('organization');
/** How sure a name must be to stand, and a full name before its surname alone is believed. */
const sureName = 0.6;
/** A surname that was introduced by a full name in the same text. */
const recalled = 0.95;
/** What ends the full name of a firm, without full stops. */
const legalForms = new Set(
  'inc incorporated corp corporation co company ltd limited plc llc llp gmbh ag sa nv bv kg ab oy spa group holdings bancorp'
    .split(' ')
    .map(hashWord),
);
/** Share of a name's places that must speak for a type before the others follow. */
const majority = 0.7;

/**
 * What a text has said of a name once holds for the rest of it: a surname or first name after the full
 * name is that person, and a name that is written the same way is of the type that most of its places speak for.
 * `segments` are those of the runs, both in order.
 */
export function recall(
  context: FeatureContext,
  runs: readonly CandidateRun[],
  segments: readonly Segment[],
): Segment[] {
  const surnames = surnamesOf(context, segments);
  const acronyms = acronymsOf(context, segments);
  const firms = firmsOf(context, segments);
  const votes = new Map<number, Float64Array>();
  const keys = segments.map((segment) => keyOf(context, segment));
  segments.forEach((segment, index) => {
    let sums = votes.get(keys[index]!);
    if (!sums) votes.set(keys[index]!, (sums = new Float64Array(labels.length)));
    sums[segment.label]! += segment.probability;
  });
  const settled = segments.map((segment, index) => {
    if (segment.to - segment.from === 1 && isSurname(context, segment.from, surnames)) {
      return surname(segment.from);
    }
    const isOne = segment.to - segment.from === 1;
    if (
      (isOne && acronyms.has(context.tokens.hashes[segment.from]!)) ||
      (firms.has(keys[index]!) && (!isOne || isShortName(context, segment.from)))
    )
      return { ...segment, label: organization, probability: recalled, name: 1 };
    return settle(segment, votes.get(keys[index]!)!);
  });
  const likely = settled.filter(({ name }) => name >= sureName);
  return withRemembered(context, runs, likely, surnames, acronyms);
}

function keyOf({ tokens }: FeatureContext, { from, to }: CandidateRun): number {
  let key = 0;
  for (let index = from; index < to; index++) key = foldHash(key, tokens.hashes[index]!);
  return key;
}

function surnamesOf(
  { tokens, classes }: FeatureContext,
  segments: readonly Segment[],
): Set<number> {
  const surnames = new Set<number>();
  for (const { from, to, label, probability } of segments) {
    if (label !== person || to - from < 2 || probability < sureName) continue;
    const last = classes[to - 1]! & WordClass.suffix ? to - 2 : to - 1;
    // "Anna J." introduces nobody.
    if (last > from && !(tokens.shapes[last]! & Shape.initial)) surnames.add(tokens.hashes[last]!);
    // Friends, and the figures of a novel, go by their first name.
    if (classes[from]! & WordClass.firstName && !(classes[from]! & WordClass.ordinary)) {
      surnames.add(tokens.hashes[from]!);
    }
  }
  return surnames;
}

/** Acronyms that stand in brackets behind the body they are short for: "Harrow Boat Society (HBS)". */
function acronymsOf(
  { text, tokens }: FeatureContext,
  segments: readonly Segment[],
): ReadonlySet<number> {
  const acronyms = new Set<number>();
  for (const { from, to, label, probability } of segments) {
    if (label !== organization || to - from < 2 || probability < sureName) continue;
    if (to + 2 >= tokens.count || text[tokens.starts[to]!] !== '(') continue;
    if (!(tokens.shapes[to + 1]! & Shape.allCapitals) || text[tokens.starts[to + 2]!] !== ')')
      continue;
    let initials = '';
    for (let index = from; index < to; index++) {
      if (tokens.shapes[index]! & Shape.capital) initials += text[tokens.starts[index]!]!;
    }
    if (text.slice(tokens.starts[to + 1], tokens.ends[to + 1]) === initials)
      acronyms.add(tokens.hashes[to + 1]!);
  }
  return acronyms;
}

/** Keys of what firms that are named in full go by: "Norvale Steel" and "Norvale" of "Norvale Steel Ltd". */
function firmsOf(context: FeatureContext, segments: readonly Segment[]): ReadonlySet<number> {
  const { tokens, classes } = context;
  const firms = new Set<number>();
  const excluded =
    WordClass.demonym | WordClass.direction | WordClass.functionWord | WordClass.organizationHead;
  for (const { from, to, label, probability } of segments) {
    if (label !== organization || to - from < 2 || probability < sureName) continue;
    if (!legalForms.has(tokens.hashes[to - 1]!)) continue;
    firms.add(keyOf(context, { from, to: to - 1 }));
    if (!(classes[from]! & excluded)) firms.add(keyOf(context, { from, to: from + 1 }));
  }
  return firms;
}

/** Whether a word, written like the first of a firm's name, is that: no place, and no common word at a sentence's start. */
function isShortName(context: FeatureContext, token: number): boolean {
  if (context.knownType(token, token + 1) > organization + 1) return false;
  return (
    !(context.classes[token]! & WordClass.ordinary) ||
    context.caseEvidence(token) === CaseEvidence.alwaysCapital
  );
}

function isSurname(context: FeatureContext, token: number, surnames: ReadonlySet<number>): boolean {
  const excluded = WordClass.functionWord | WordClass.calendar | WordClass.connector;
  return (
    surnames.has(context.tokens.hashes[token]!) &&
    !(context.classes[token]! & excluded) &&
    !context.knownType(token, token + 1)
  );
}

function surname(token: number): Segment {
  return { from: token, to: token + 1, label: person, probability: recalled, name: 1 };
}

function settle(segment: Segment, sums: Float64Array): Segment {
  let total = 0;
  let best = segment.label;
  sums.forEach((sum, label) => {
    total += sum;
    if (sum > sums[best]!) best = label;
  });
  if (best === segment.label || sums[best]! < majority * total) return segment;
  const probability = Math.max(sums[best]! / total, segment.probability);
  return { ...segment, label: best, probability };
}

/** Adds the surnames and acronyms that stand in a run outside every name: at the start of a sentence, say. */
function withRemembered(
  context: FeatureContext,
  runs: readonly CandidateRun[],
  segments: readonly Segment[],
  surnames: ReadonlySet<number>,
  acronyms: ReadonlySet<number>,
): Segment[] {
  if (surnames.size === 0 && acronyms.size === 0) return [...segments];
  const found: Segment[] = [];
  let next = 0;
  for (const run of runs) {
    for (let token = run.from; token < run.to; token++) {
      const segment = segments[next];
      if (segment?.from === token) {
        found.push(segment);
        next++;
        token = segment.to - 1;
      } else if (
        context.tokens.shapes[token]! & Shape.capital &&
        isSurname(context, token, surnames)
      ) {
        found.push(surname(token));
      } else if (acronyms.has(context.tokens.hashes[token]!) && isAcronym(context, token)) {
        found.push({ ...surname(token), label: organization });
      }
    }
  }
  return found;
}
