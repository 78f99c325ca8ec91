/** Words that stand beside a date on a date line and say nothing about which day it is. */
const fillers = new Set(
  (
    'of the at on de del du le la el il las los à a alle às um uhr den der dem am vom o i et und y e h hr hrs ' +
    'hours kl klo om op van di do dnia godz r roku g г года год р року в о об هـ م في ' +
    'em kl. pm a.m p.m noon midnight local time ore heures heure klokken'
  ).split(' '),
);

/** Words of a label before a date, or between two dates: "Published", "Last updated". */
const labels = new Set(
  (
    'published publication posted web online updated update last first modified revised corrected ' +
    'created issue issued released release filed date dated sent print edition printed received ' +
    'veröffentlicht aktualisiert stand erstellt datum publié publiée mis mise jour modifié ' +
    'publicerad uppdaterad publisert oppdatert publiceret opdateret gepubliceerd bijgewerkt atualizado atualizada publicado publicada actualizado actualizada fecha pubblicato aggiornato data opublikowano ' +
    'aktualizacja utworzono опубліковано оновлено опубликовано обновлено дата نشر تاريخ 송고시간 입력 기사입력 등록 수정 최종수정'
  ).split(' '),
);

/** Minutes east of Greenwich of the zones that mean one thing only (RFC 5322, section 4.3, and BST's peers). */
const zoneOffsets: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  JST: 540,
  KST: 540,
};

/** Zones that are known as such, but whose offset depends on the season or the country. */
const looseZones = new Set(
  'ET CT MT PT BST IST WET WEST AEST AEDT ACST AWST HKT SGT WIB EAT CAT WAT SAST NZST NZDT BRT ART PKT ICT PHT'.split(
    ' ',
  ),
);

function key(word: string): string {
  return word.toLowerCase().replace(/\.$/, '');
}

export function isDateFiller(word: string): boolean {
  return fillers.has(key(word));
}

export function isDateLabel(word: string): boolean {
  return labels.has(key(word));
}

/** True for a zone's abbreviation, in capitals. */
export function isZone(word: string): boolean {
  return Object.hasOwn(zoneOffsets, word) || looseZones.has(word);
}

/** Minutes east of Greenwich of "+0200", "-07:00" or a zone with one meaning; else undefined. */
export function zoneMinutes(zone: string): number | undefined {
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (numeric)
    return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3]));
  return Object.hasOwn(zoneOffsets, zone) ? zoneOffsets[zone] : undefined;
}
