import { isAgency } from '../datelines/agencies';
import { isCopyrightNotice } from './footer';

const longest = 600;

const opening =
  /^[([]?(?:FILE|File photo|File image|File picture|FILE PHOTO|FILE IMAGE|HANDOUT)\b\s?(?:PHOTO|photo|picture|image)?\s*(?:--?|–|—|:)|^[([]?(?:photo|photos|photograph|photographer|photography|picture|image|images|illustration|graphic|caption|photo caption|image caption|image credit|photo credit|picture credit|supplied|credit|foto|fotos|bild|bildunterschrift|imagen|immagine|légende|crédits?(?: photos?)?|zdjęcie|fot|zdj|фото|ілюстрація|иллюстрация|写真|صورة)\s*(?:by\s|[:：/]|\(\w+\)\s*:|©|\(c\))|^(?:photo|photograph|foto) (?:by|von|de|di|courtesy)\b|^(?:fot|zdj)\. \p{Lu}/iu;
const sourceOpening =
  /^(?:image|photo|picture) (?:(?:source|caption)\s?[,:]|copyright) \S|^Getty Images$|^(?:REUTERS|Reuters|AFP|AP|EPA|EFE|Getty Images)\s?\/\s?\p{Lu}[\p{L}.' /-]{2,60}$/iu;
const fileOpening = /^FILE\s?(?:--?|–|—)\s|^FILE (?:PHOTO|IMAGE)/;
const closing =
  /[([](?:[^()[\]]{0,60}\b)?(?:photo|photograph|photos|archivbild|archivfoto|symbolbild|symbolfoto|supplied|image|picture|pool|handout|getty|afp|reuters|ap|epa|tass|ritzau|file|foto|fot|zdj|bild|фото|写真|صورة|사진|credit|courtesy|shutterstock|istock|wikimedia(?: commons)?|commons|planet labs|maxar)(?![\p{L}\p{N}])[^()[\]]{0,80}[)\]]\.?$/iu;
/** "[Jane Doe/Al Jazeera]", "[File: Jane Doe/Reuters]" */
const signedClosing = /[([](?:File:\s)?\p{Lu}[^()[\]/|]{2,40}(?:[/|][^()[\]]{2,60})?[)\]]$/u;
const wideClosing =
  /（[^（）]{0,30}(?:写真|撮影|提供|資料|ロイター|共同|時事|AFP|AP|图|圖|摄)[^（）]{0,30}）$|\[[^[\]]{0,30}(?:사진|제공)[^[\]]{0,20}\]$/u;
/** "新华社记者 赵一鸣 摄" below a sentence. */
const chineseCredit =
  /[。！？”\s](?:\p{Script=Han}{2,8}(?:记者|記者)\s?)?\p{Script=Han}{2,4}\s(?:摄|攝|摄影|攝影)$/u;
/** What every {@link credit} has: most texts end without it, and cost one look at each character. */
const creditSign = /[©/|:：]/;
const creditWord = /\([cC]\)|Credit|[Ff]ile |copyright|via | by |Fot\. |Zdj\. /;
/** Spanish papers print whose picture it is in capitals: "…, este lunes. ELENA RUIZ (EFE)". */
const capitalsCredit =
  /\p{Ll}{2}[.”"]\s+(\p{Lu}[\p{Lu}.'’-]{2,}(?:[ /]\p{Lu}[\p{Lu}.'’-]+){0,4}(?: \([\p{L} ]{2,20}\))?)$/u;
const capitalsCall = /\b(?:READ|MORE|WATCH|LISTEN|CLICK|SUBSCRIBE|SIGN|FOLLOW|HERE|END|ENDS)\b/;
const credit =
  /[.”"]\s?Credit\s?\p{Lu}[^.]{1,80}$|\bCredit ?\.{3} ?\p{Lu}[^.]{1,80}$|(?:©|\(c\)|\(C\))\s?[\p{Lu}\d\p{Lo}][^©]{0,80}$|(?:(?:\.|["”)])\s+|\s{2,}|\s[—–-]\s)(?:[Pp]hoto(?:graph)?|PHOTO|[Gg]raphic|[Ii]llustration|[Pp]icture|[Ii]mage|[Ff]oto|[Bb]ild|[Cc]redit|[Pp]hoto credit|[Cc]rédit|[Фф]ото|تصوير|صورة|عدسة)\s*(?:by|[:：])\s*\S[^.]{1,80}\.?$|\.\s+(?:Fot|Zdj)\. \p{Lu}[^.]{1,80}$|\s[Pp]hotographer:\s\p{Lu}[^.]{1,80}$|\bvia (?:REUTERS|Reuters|AP|AFP|Getty Images|EPA|TASS|Xinhua)$|[.”"] [Ff]ile (?:photo|picture|image)\.?$|[.”"] Image copyright \S[^.]{1,60}$|\s(?:REUTERS|AFP|AP Photo|UN Photo|Getty Images|EPA|EFE|ANSA|PAP|LUSA|dpa|Xinhua|Reuters|AP)\s?\/\s?[\p{L}.' /-]{2,60}$|[/|]\s?(?:Getty Images|Reuters|REUTERS|AFP|AFP-JIJI|AP|Shutterstock|EPA|EFE|ANSA|PAP|dpa|Lusa|Kyodo|PA)$/u;

/**
 * True for the words below a picture: they begin with "FILE -" or "Photo by", or end with a credit
 * ("© Reuters", "(AP Photo/…)"). A notice of rights is none.
 */
export function isCaption(text: string): boolean {
  return text.length <= longest && creditsPicture(text) && !isCopyrightNotice(text);
}

function creditsPicture(text: string): boolean {
  if (fileOpening.test(text) || opening.test(text) || sourceOpening.test(text)) return true;
  const tail = text.slice(-160);
  const last = tail.slice(-1);
  if (/^[)）\]\p{L}]$/u.test(last) && hasUnstoppedCredit(text, tail, last)) return true;
  if ((creditSign.test(tail) || creditWord.test(tail)) && credit.test(tail))
    return !/\d\s?(?:\(c\)|\(C\))/.test(tail);
  return (
    /[)\]]\.?$/.test(tail.slice(-2)) &&
    (closing.test(tail) || signedClosing.test(tail)) &&
    hasPictureCredit(tail)
  );
}

/** Credits behind which no full stop stands. */
function hasUnstoppedCredit(text: string, tail: string, last: string): boolean {
  if (/[）\]]/.test(last) && wideClosing.test(tail)) return !/。./u.test(text);
  if (chineseCredit.test(tail.slice(-30))) return true;
  if (/[)\p{Lu}]/u.test(last) && !capitalsCall.test(tail)) {
    const name = capitalsCredit.exec(tail.slice(-100))?.[1];
    // An agency alone signs a report.
    if (name !== undefined && !isAgency(name)) return true;
  }
  return isAgency(/\s[—–-]\s(.{2,20}?)(?: photo)?$/u.exec(tail.slice(-30))?.[1] ?? '');
}

/** True for a line that only says whose picture it is: "Photo: Jane Doe/Reuters". */
export function isCredit(text: string): boolean {
  return (
    text.length <= 120 &&
    (opening.test(text) || sourceOpening.test(text)) &&
    !fileOpening.test(text)
  );
}

/** "The Kyiv Independent", "Novaya Gazeta Europe": capitals throughout. */
function isPaper(name: string): boolean {
  return /^(?:The )?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(name);
}

/** What stands in the brackets must credit a picture: "(Photo: …)", "(AP Photo/…)", "(Reuters/Jane Doe)". */
function hasPictureCredit(tail: string): boolean {
  const inside = /[([]([^()[\]]*)[)\]]\.?$/.exec(tail)?.[1] ?? '';
  // "… said. (Reuters)" signs a report, "… at the palace (AP)" a picture.
  if (/^(?:AP|AFP|Reuters|EPA|TASS|REUTERS)$/.test(inside))
    return tail.length < 160 && !/[.!?]["”]?\s*\([^()]*\)\.?$/.test(tail);
  if (/^(?:AP|AFP|Reuters|EPA|TASS|REUTERS)\s?\/\s?.+$/.test(inside)) return tail.length < 160;
  if (/^(?:File: \p{Lu}|archivbild|archivfoto|symbolbild|symbolfoto)/iu.test(inside)) return true;
  // Papers of Korea credit so below a single sentence: "… at the palace on Monday. [YONHAP]".
  if (/\s\[[\p{Lu}\d]+\]$/u.test(tail) && isAgency(inside))
    return !/[.!?]["”’]?\s+["“‘]?\p{Lu}/u.test(tail);
  // "(Duluth Fire Department via AP)"
  const through = /^\p{Lu}.{2,60}\svia\s(\p{Lu}[\p{L} ]{1,30})$/u.exec(inside)?.[1];
  if (through !== undefined && isAgency(through)) return true;
  // "[Amal Rizk/Reuters]", "(Jon Aster/The Guardian)"
  const signed =
    /^\p{Lu}[\p{L}\p{M}.'’ -]{2,40}\s?[/|]\s?(?:via )?([^/|]{2,30})(?:\s?\/[^/|]{2,30})?$/u.exec(
      inside,
    );
  if (signed && (isAgency(signed[1]!) || isPaper(signed[1]!)))
    return tail.length < 160 || !/[.!?] [^.!?]*[.!?] /.test(tail);
  // A remark in brackets begins in lower case or has a verb.
  if (
    /^\p{Ll}/u.test(inside) &&
    !/^(?:photo|image|picture|courtesy|fot|zdj|foto|bild|фото|crédit|file (?:photo|picture|image))(?!\p{L})/u.test(
      inside,
    )
  )
    return false;
  return (
    inside.length <= 90 &&
    /\b(?:photo|photograph|supplied|fot|zdj|image|images|picture|handout|getty|courtesy|credit|foto|bild|shutterstock|istock|wikimedia|commons|planet labs|maxar)\b|写真|사진|фото|صورة/iu.test(
      inside,
    ) &&
    !/\b(?:is|are|was|were|has|have|had|see)\b/i.test(inside)
  );
}
