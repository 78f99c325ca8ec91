/**
 * Names of months, 12 a line, in the languages that news archives are written in. Alternatives for
 * one month stand side by side with `|`. A name is compared in lower case without a final full stop.
 */
const months: readonly string[] = [
  // English
  'january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec',
  // French
  'janvier|janv février|fevrier|févr|fév mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre décembre|decembre|déc',
  // German, with Austria's names
  'januar|jänner februar|feber märz|mär|maerz april mai juni juli august september oktober|okt november dezember|dez',
  // Spanish
  'enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic',
  // Italian
  'gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|set ottobre|ott novembre dicembre',
  // Portuguese
  'janeiro fevereiro|fev março|marco abril maio junho julho agosto setembro outubro|out novembro dezembro',
  // Polish: as in a date, and alone
  'stycznia|styczeń|sty lutego|luty|lut marca|marzec kwietnia|kwiecień|kwi maja|maj czerwca|czerwiec|cze lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz października|październik|paź listopada|listopad|lis grudnia|grudzień|gru',
  // Ukrainian
  'січня|січень лютого|лютий березня|березень квітня|квітень травня|травень червня|червень липня|липень серпня|серпень вересня|вересень жовтня|жовтень листопада|листопад грудня|грудень',
  // Russian
  'января|январь|янв февраля|февраль|фев марта|март апреля|апрель|апр мая|май июня|июнь|июн июля|июль|июл августа|август|авг сентября|сентябрь|сен|сент октября|октябрь|окт ноября|ноябрь|ноя декабря|декабрь|дек',
  // Czech
  'ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec srpna|srpen září října|říjen listopadu|listopad prosince|prosinec',
  // Slovak
  'januára|január februára|február marca|marec apríla|apríl mája|máj júna|jún júla|júl augusta|august septembra|september októbra|október novembra|november decembra|december',
  // Romanian
  'ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie',
  // Hungarian
  'január február március április május június július augusztus szeptember október november december',
  // Bulgarian
  'януари февруари март април май юни юли август септември октомври ноември декември',
  // Belarusian
  'студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня',
  // Greek
  'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου',
  // Finnish
  'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  // Hebrew, alone and with "in"
  'ינואר|בינואר פברואר|בפברואר מרץ|במרץ אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר',
  // Dutch
  'januari februari maart|mrt april mei juni juli augustus september oktober november december',
  // Swedish, Norwegian and Danish
  'januari|januar februari|februar mars|marts april maj|mai juni juli augusti|august september oktober november december|desember',
  // Turkish
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  // Arabic: Egypt and the Gulf, the Levant, the Maghreb
  'يناير|جانفي فبراير|فيفري|شباط مارس|آذار أبريل|إبريل|ابريل|أفريل|نيسان مايو|ماي|أيار يونيو|جوان|حزيران يوليو|جويلية|تموز أغسطس|أوت|آب سبتمبر|أيلول أكتوبر نوفمبر ديسمبر',
  // Persian
  'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر',
];

/** Names of the days of the week, Monday first. */
const weekdays: readonly string[] = [
  'monday|mon tuesday|tue|tues wednesday|wed thursday|thu|thur|thurs friday|fri saturday|sat sunday|sun',
  'lundi|lun mardi mercredi|mer jeudi|jeu vendredi|ven samedi|sam dimanche|dim',
  'montag|mo dienstag|di mittwoch|mi donnerstag|do freitag|fr samstag|sonnabend|sa sonntag|so',
  'lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo',
  'lunedì|lunedi martedì|martedi mercoledì|mercoledi giovedì|giovedi venerdì|venerdi sabato domenica',
  'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
  'poniedziałek wtorek środa czwartek piątek sobota niedziela',
  "понеділок вівторок середа четвер п’ятниця|п'ятниця субота неділя",
  'понедельник вторник среда четверг пятница суббота воскресенье',
  'pondělí úterý středa čtvrtek pátek sobota neděle',
  'luni marți miercuri joi vineri sâmbătă duminică',
  'δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή',
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  'måndag|mandag tisdag|tirsdag onsdag torsdag fredag lördag|lørdag söndag|søndag',
  'pazartesi salı çarşamba perşembe cuma cumartesi pazar',
  'الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
];

function numbered(tables: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const table of tables) {
    for (const [index, names] of table.split(' ').entries()) {
      // The first language that has a name decides: "mars" is March, whatever else follows.
      for (const name of names.split('|')) if (!numbers.has(name)) numbers.set(name, index + 1);
    }
  }
  return numbers;
}

const monthNumbers = numbered(months);
const weekdayNumbers = numbered(weekdays);

/** All of them, in lower case. */
export const monthNames: readonly string[] = [...monthNumbers.keys()];

/** All of them, in lower case. */
export const weekdayNames: readonly string[] = [...weekdayNumbers.keys()];

function key(word: string): string {
  return word.toLowerCase().replace(/\.$/, '');
}

/** 1 to 12, or undefined when `word` is no month. A final full stop of an abbreviation is allowed. */
export function monthNumber(word: string): number | undefined {
  return monthNumbers.get(key(word));
}

/** 1 (Monday) to 7, or undefined when `word` is no day of the week. */
export function weekdayNumber(word: string): number | undefined {
  return weekdayNumbers.get(key(word));
}
