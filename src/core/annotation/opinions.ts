import type { Annotation, Reply } from './annotation';

/** Whether somebody agrees with an annotation. */
export type Opinion = 'agree' | 'disagree';

/** An opinion is a reply whose whole note is one of these: any reader shows it, ours counts it. */
const opinionNotes: Record<Opinion, string> = { agree: '+1', disagree: '-1' };

/** The opinion that a reply expresses, or undefined when it says something else. */
export function opinionOf({ note }: Reply): Opinion | undefined {
  const said = note.trim();
  if (said === opinionNotes.agree) return 'agree';
  return said === opinionNotes.disagree ? 'disagree' : undefined;
}

/** Who agrees and who does not; of several opinions of one person the last counts. */
export function opinions({ replies = [] }: Annotation): Record<Opinion, readonly string[]> {
  const last = new Map<string, Opinion>();
  for (const reply of replies) {
    const opinion = opinionOf(reply);
    if (opinion) last.set(reply.by, opinion);
  }
  const holders = (wanted: Opinion) =>
    [...last].filter(([, opinion]) => opinion === wanted).map(([by]) => by);
  return { agree: holders('agree'), disagree: holders('disagree') };
}

/** Replies that are more than an opinion. */
export function conversation({ replies = [] }: Annotation): readonly Reply[] {
  return replies.filter((reply) => opinionOf(reply) === undefined);
}

/** The annotation with somebody's opinion; the same opinion a second time takes it back. */
export function withOpinion(
  annotation: Annotation,
  opinion: Opinion,
  by: string,
  created: string,
): Annotation {
  const had = opinions(annotation)[opinion].includes(by);
  const { replies = [], ...said } = annotation;
  const others = replies.filter((reply) => reply.by !== by || opinionOf(reply) === undefined);
  const now = had ? others : [...others, { by, created, note: opinionNotes[opinion] }];
  return now.length > 0 ? { ...said, replies: now } : said;
}
