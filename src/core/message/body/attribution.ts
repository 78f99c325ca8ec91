import { fieldName, mayNameField } from './field-line';
import type { LineGroup } from './line-group';
import { isBarQuoted, isQuotedLine, isRareMark, isRarelyQuoted } from './quotation';

const verb =
  /(?<!\p{L})(?:wrote|writes|said|says|typed|schrieb|schreibt|geschrieben|sagte|écrit|a écrit|escribió|escribio|escribe|ha scritto|scrisse|scrive|escreveu|napisał|napisała|napisał\(a\)|napisal|pisze|пишет|писал|писала|написал|написала|написав|написала|пише|schreef|skrev|kirjoitti|yazdı|napsal|írta|γραψε|έγραψε|كتب|のメール|さんは書きました|が書きました|写道|写了|wrote on|\+\+\+)(?!\p{L})/iu;
/** Anything may say something; who wrote it is named right before: "Jane said:", "you said:", not "it says:". */
const weakVerb =
  /^(?!.*(?:\p{Lu}[\p{L}.'’-]*|you|he|she|they)["”>)]*\s(?:says|said)\s?:$).*\s(?:says|said)\s?:$/u;
const opener =
  /^(?:On|At|--- In|In (?:article|message|a message)|Quoting|Citando|Zitat von|Citation de|Le|Am|El|Il|Em|Den|Op|På|Dnia|W dniu|Dne|Il giorno|Tarihinde|В|У|[Пп]н|[Вв]т|[Сс]р|[Чч]т|[Пп]т|[Сс]б|[Нн]д|[Вв]с|[Pp]on|[Ww]t|[Śś]r|[Cc]zw|[Pp]t|[Ss]ob|[Nn]iedz|Mon|Tue|Wed|Thu|Fri|Sat|Sun|\d{1,4}[-./年 ])(?![\p{L}])/u;

const forwardWords =
  /forward|original message|original-?nachricht|ursprüngliche nachricht|weitergeleitet|transféré|message d['’]origine|message initial|reenviado|mensaje original|mensaje reenviado|messaggio originale|inoltrato|mensagem original|encaminhada|wiadomość oryginalna|oryginalna wiadomość|przekazana|исходное сообщение|пересылаемое|пересланное|переслане|оригінальне|doorgestuurd|oorspronkelijk bericht|vidarebefordrat|ursprungligt|videresendt|begin message/i;

/** True for a line that announces a message: "-----Original Message-----", "Begin forwarded message:". */
export function announcesMessage(line: string): boolean {
  if (line.length > 90 || !forwardWords.test(line)) return false;
  if (/\bend of\b/i.test(line)) return false;
  return (
    /^[-_=*>\s]{2,}[^-]*[-_=*<\s]{2,}$/u.test(line) ||
    /^-{2,}/.test(line) ||
    /^(?:begin )?(?:forwarded|weitergeleitete|message)[^.]{0,60}:$/i.test(line)
  );
}

/** Emacs names the writer with marks of a quotation: `>>>>> "JD" == Jane Doe <jane@example.org> writes:`. */
export function isSuperciteAttribution(group: LineGroup, line: number): boolean {
  return group.lastCode(line) === 58 && /^>{3,8} "[^"\n]{1,20}" == /.test(group.line(line, 40));
}

/** The verb right before the colon, or a date or an address in the line: enough where a rare mark quotes. */
const surely =
  /\d{4}|@|(?:wrote|writes|schrieb|schreibt|écrit|escribió|scrisse|scrive|escreveu|pisze|пишет|писал|schreef|skrev) ?:$/iu;

function nextIsQuoted(group: LineGroup, line: number): boolean {
  const inGroup = line + 1 < group.count;
  if (inGroup && (isQuotedLine(group, line + 1) || isBarQuoted(group, line + 1))) return true;
  const code = inGroup ? group.firstCode(line + 1) : group.codeAfter();
  if (!isRareMark(code)) return !inGroup && (code === 62 || code === 124);
  if (inGroup && !isRarelyQuoted(group.text, group.starts[line + 1]!)) return false;
  return surely.test(group.line(line, 300));
}

/** Where an attribution that ends with `last` begins within the three lines before, or -1. */
function beginning(group: LineGroup, first: number, last: number, quoted: boolean): number {
  for (let line = last; line >= Math.max(first, last - 3); line--) {
    const text = group.line(line, 200);
    const whole = group.text.slice(group.starts[line]!, group.ends[last]).slice(0, 500);
    const named = verb.test(whole) || /<[^<>\s]+@[^<>\s]+>/.test(whole);
    if (opener.test(text) && /[\d@]/.test(whole) && (named || quoted)) return line;
    if (
      quoted &&
      line === last &&
      named &&
      !weakVerb.test(text) &&
      /^["“'<([*]?[\p{Lu}\p{Lo}\w]/u.test(text) &&
      !mayBeContinued(group, first, line)
    )
      return line;
  }
  return -1;
}

/** True when the line above opens the attribution: "Em seg., 3 de mai. de 2021, João Reis" above "escreveu:". */
function mayBeContinued(group: LineGroup, first: number, line: number): boolean {
  if (line <= first) return false;
  const above = group.line(line - 1, 200);
  return opener.test(above) && (/[\d@]/.test(above) || /^(?:On|Le|Am)\b/.test(above));
}

/**
 * Finds an attribution that ends with line `last` ("On Monday, Jane Doe wrote:").
 *
 * @returns the line with which it begins, not before `first`, or -1.
 */
export function attributionStart(group: LineGroup, first: number, last: number): number {
  const code = group.lastCode(last);
  // A colon ends it, or the dots of "wrote...".
  if (code !== 58 && code !== 0xff1a && code !== 46) return -1;
  const quoted = nextIsQuoted(group, last);
  const text = group.line(last, 300);
  if (code === 46 && !(quoted && /wrote ?\.\.\.$/.test(text))) return -1;
  if (announcesMessage(text)) return last;
  if (group.length(last) > 300) return -1;
  if (
    !quoted &&
    !(
      verb.test(text) &&
      /\d{4}|@|\d:\d\d/.test(
        group.text.slice(group.starts[Math.max(first, last - 1)]!, group.ends[last]),
      )
    )
  )
    return -1;
  return beginning(group, first, last, quoted);
}

/** How many lines from `line` on are the header fields of a forwarded or answered message; 0 for less than two. */
export function fieldLines(group: LineGroup, line: number): number {
  if (!mayNameField(group.text, group.starts[line]!, group.ends[line]!)) return 0;
  if (fieldName(group.line(line, 40)) === null) return 0;
  const names = new Set<string>();
  let at = line;
  for (; at < group.count && at < line + 40; at++) {
    const name = fieldName(group.line(at, 60));
    if (name !== null) names.add(name);
    // A folded field goes on with a deeper line.
    else if (at === line || group.indent(at) <= group.indent(line)) break;
  }
  return names.size >= 2 ? at - line : 0;
}
