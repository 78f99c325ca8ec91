/** Invented names and plain words from which texts are made; nothing is taken from real reports. */

const list = (text: string): string[] => text.split('|');

export const persons = list(
  'Irena Kovalenko|Paul Anders|Maria Lund|Tomas Berg|Aylin Demir|Joseph Okafor|Sofia Marchetti|Daniel Hartmann|Nadia Haddad|Viktor Melnyk|Grace Mbeki|Henrik Sorensen|Lucia Ferreira|Omar Benali|Katarzyna Nowak|Peter Lindqvist|Yuki Tanabe|Rosa Delgado|Ivan Petrenko|Clara Whitfield',
);
export const places = list(
  'Velmora|Kestrin|Dunhaven|Port Alder|Marlow Bay|Ostrava|Lisgard|Tarnik|Bellmont|Novigrad|Halden|Sarmin|Corvale|Westerfeld|Arleth|Polvani',
);
export const organizations = list(
  'the Harbour Council|Norline Ferries|the Central Bank|the Grain Union|Meridian Steel|the Health Ministry|the Border Agency|Eastwind Energy|the Audit Office|the Fishery Board|Orbis Media|the Transport Union',
);
export const months = list(
  'January|February|March|April|May|June|July|August|September|October|November|December',
);
export const days = list('Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday');
export const numberWords = list('two|three|four|five|six|seven|eight|nine|ten|eleven|twelve');
export const adjectives = list(
  'difficult|quiet|costly|careful|temporary|lengthy|sudden|modest|serious|gradual|public|narrow|useful|remarkable|rural|coastal',
);
export const nouns = list(
  'agreement|harbour|budget|election|inquiry|reform|strike|bridge|school|hospital|market|harvest|pipeline|court|tariff|archive|road|committee|report|ferry|border|festival|museum|railway|warehouse|licence',
);
export const verbs = list(
  'postponed|welcomed|criticised|examined|supported|rejected|discussed|delayed|announced|defended|questioned|approved|prepared|reviewed',
);
export const adverbs = list(
  'slowly|again|openly|briefly|reluctantly|finally|quickly|quietly|jointly',
);

/** Sentences with slots in braces; see `text-generator.ts`. */
export const sentences = list(
  '{Person} {verb} the {noun} in {place} on {day}.|' +
    '{Org} said the {adj} {noun} would cost {number} million crowns by {month} {year}.|' +
    '"We did not expect such a {adj} {noun}," {person} told reporters in {place}.|' +
    'The {noun} was {verb} by {org} after a {adj} debate about the {noun}.|' +
    'About {number} people gathered near the {noun}, and {numword} of them were heard by the {noun} later.|' +
    'Nobody could explain why the {adj} {noun} had been {verb} {adverb}.|' +
    '{Person}, who has led {org} since {year}, {verb} the plan {adverb}.|' +
    'Officials in {place} and {place} {verb} the {noun} for the {ord} time this year.|' +
    'Residents described the {noun} as {adj}, but the {noun} remained open until {day}.|' +
    'The {adj} {noun} near {place} carries {number} passengers a day, according to {org}.|' +
    'It was not clear whether the {noun} had been damaged before the {adj} {noun} began.|' +
    'According to {person}, the talks were {adj} and the {noun} will be {verb} {adverb}.|' +
    'A spokesman for {org} declined to comment on the {noun}.|' +
    'Prices for bread and diesel rose by {number} per cent in {month}, while wages hardly moved.|' +
    'Many of the documents about the {noun} have never been shown outside the {noun}.|' +
    'The ministers agreed to meet again in {place} at the end of {month}.|' +
    'Some shops stayed closed, others opened {adverb} and sold what the {noun} had left.|' +
    'Fishermen along the coast have complained about the {adj} {noun} for years.|' +
    'Two engineers from {place} examined the {noun} and found nothing {adj} in it.|' +
    'Later that evening the {noun} was {verb}, which surprised even {person}.|' +
    'The letters, kept in a box under the stairs, mention the {noun} only once.|' +
    'If the {noun} fails, {org} will have to pay {number} crowns to every household in {place}.|' +
    'Teachers and nurses joined the {noun}, and the {adj} march ended peacefully at the {noun}.|' +
    'There is still hope that the {noun} can be saved without a {adj} {noun}.',
);

/** Whole paragraphs in scripts that are written or counted differently. */
export const otherScripts: Record<string, readonly string[]> = {
  cyrillic: list(
    'Міністр {n} липня відвідав {p}, де зустрівся з рибалками та вчителями.|Рада гавані вирішила відкласти будівництво мосту на {n} місяців.|«Ми не залишимо цю залу без рішення», — сказала голова ради.|Ціни на хліб зросли, а заробітна плата майже не змінилася.|У місті {p} зібралося близько {n} людей, щоб почути доповідь про врожай.|Старі листи зберігалися в коробці під сходами, і ніхто їх не читав.|Пором перевіз {n} пасажирів за один день, повідомила компанія.|Невідомо, чи було пошкоджено склад до початку бурі.',
  ),
  chinese: list(
    '港口委员会周二决定推迟桥梁的建设，并要求重新审查预算。|大约{n}人聚集在市场附近，等待官员的报告。|部长访问了{p}，与渔民和教师进行了长时间的交谈。|旧信件一直放在楼梯下面的盒子里，没有人读过。|面包和柴油的价格上涨了百分之{n}，而工资几乎没有变化。|渡轮公司表示，一天之内运送了{n}名乘客。|目前还不清楚仓库是否在暴风雨之前已经受损。|老师和护士一起参加了游行，游行在博物馆前和平结束。',
  ),
  japanese: list(
    '港の委員会は火曜日に橋の建設を延期することを決めた。|市場の近くにおよそ{n}人が集まり、報告を待っていた。|大臣は{p}を訪れ、漁師や教師と長い時間話し合った。|古い手紙は階段の下の箱に入ったままで、誰も読んでいなかった。|パンと軽油の値段が上がったが、賃金はほとんど変わらなかった。|嵐の前に倉庫が壊れていたかどうかは、まだ分かっていない。',
  ),
  arabic: list(
    'قرر مجلس الميناء تأجيل بناء الجسر بعد نقاش طويل حول الميزانية.|تجمع نحو {n} شخص قرب السوق لسماع تقرير عن الحصاد.|زار الوزير مدينة {p} وتحدث مع الصيادين والمعلمين.|بقيت الرسائل القديمة في صندوق تحت الدرج ولم يقرأها أحد.|ارتفعت أسعار الخبز والوقود بينما لم تتغير الأجور تقريبا.|ليس واضحا ما إذا كان المخزن قد تضرر قبل العاصفة.',
  ),
  emoji: list(
    'The harbour was full of boats 🚢🚢 and families 👨‍👩‍👧‍👦 came to see the {noun} 🎉.|Nobody 😮 expected the {adj} {noun} in {place} 🇺🇦, said {person} 👍🏽.|It rained ☔️ all day, but the {noun} was {verb} 😀 and the music 🎶 went on.|"Great news 👏👏" wrote {person} about the {noun}, and {number} people liked it ❤️.|The café in {place} sold crêpes 🥞 and naïve paintings for {number} crowns.',
  ),
};

export const otherPlaces: Record<string, readonly string[]> = {
  cyrillic: list('Київ|Одеса|Полтава|Чернівці'),
  chinese: list('北京|广州|青岛|昆明'),
  japanese: list('横浜|長崎|札幌|金沢'),
  arabic: list('بيروت|تونس|عمان|الرباط'),
};
