import {
  placesInMoreLanguages,
  sentencesInMoreLanguages,
  slotsInMoreLanguages,
} from './more-languages';

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
  'ancient|narrow|wooden|hasty|gloomy|honest|foreign|empty|crowded|bitter|gentle|secret|heavy|clumsy|northern|difficult|quiet|costly|careful|temporary|lengthy|sudden|modest|serious|gradual|public|narrow|useful|remarkable|rural|coastal',
);
export const nouns = list(
  'garden|letter|factory|orchestra|painting|newspaper|vineyard|lighthouse|pension|survey|kitchen|river|tunnel|treaty|village|statue|theatre|engine|farm|clinic|agreement|harbour|budget|election|inquiry|reform|strike|bridge|school|hospital|market|harvest|pipeline|court|tariff|archive|road|committee|report|ferry|border|festival|museum|railway|warehouse|licence',
);
export const verbs = list(
  'praised|ignored|repaired|measured|doubted|published|protected|abandoned|painted|inspected|postponed|welcomed|criticised|examined|supported|rejected|discussed|delayed|announced|defended|questioned|approved|prepared|reviewed',
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
    'There is still hope that the {noun} can be saved without a {adj} {noun}.|' +
    'When the {adj} {noun} closed, {person} {verb} the {noun} and left {adverb}.|' +
    'For {numword} years the {noun} of {place} was {adj}; now it is {verb} by almost everyone.|' +
    'The {noun}, the {noun} and the {adj} {noun} belong to {org}, not to the town.|' +
    '{Person} remembers the {noun} as {adj}: "We came {adverb}, and the {noun} was full."|' +
    'In {month} {year} a {adj} {noun} was built beside the {noun} of {place}.|' +
    'Whoever {verb} the {noun} must also have {verb} the {adj} {noun}, the letter says.|' +
    'Instead of a {noun}, {place} got a {adj} {noun} and {numword} {adj} promises.|' +
    'Critics call the {noun} {adj} and say that {org} {verb} it {adverb}.',
);

/** Sentences in scripts that are written or counted differently; slots as in `scriptSlots`. */
export const otherScripts: Record<string, readonly string[]> = {
  ...sentencesInMoreLanguages,
  cyrillic: list(
    '{S} {t} {v} {o} у місті {p}.|{S} {v} {o}, але {c}.|{T} близько {n} людей прийшли побачити {o}.|«Ми не знали про {o}», — сказали {s} з міста {p}.|Коли {s} {v} {o}, {c}.|У листі йдеться про те, що {s} {t} {v} {o} і {c}.|За {n} днів {s} {v} {o}.',
  ),
  chinese: list(
    '{s}{t}在{p}{v}{o}。|{s}{v}{o}，但是{c}。|{t}大约{n}人来到{p}看{o}。|“我们不知道{o}的事”，{p}的{s}说。|当{s}{v}{o}的时候，{c}。|信中写道，{s}{t}{v}{o}，而且{c}。|{n}天之内{s}{v}{o}。',
  ),
  japanese: list(
    '{s}は{t}{p}で{o}を{v}。|{s}が{o}を{v}が、{c}。|{t}およそ{n}人が{p}で{o}を見た。|「{o}のことは知らなかった」と{p}の{s}は話した。|{s}が{o}を{v}とき、{c}。|手紙によると、{s}は{t}{o}を{v}という。|{n}日間で{s}は{o}を{v}。',
  ),
  arabic: list(
    '{v} {s} {o} {t} في مدينة {p}.|{v} {s} {o} لكن {c}.|جاء نحو {n} شخص {t} لرؤية {o}.|قال {s} من مدينة {p} إنهم لم يعرفوا شيئا عن {o}.|عندما {v} {s} {o} {c}.|وجاء في الرسالة أن {c} بعد أن {v} {s} {o}.|{v} {s} {o} خلال {n} يوما.',
  ),
  emoji: list(
    'The harbour was full of boats 🚢🚢 and families 👨‍👩‍👧‍👦 came to see the {noun} 🎉.|Nobody 😮 expected the {adj} {noun} in {place} 🇺🇦, said {person} 👍🏽.|It rained ☔️ all day, but the {noun} was {verb} 😀 and the music 🎶 went on.|"Great news 👏👏" wrote {person} about the {noun}, and {number} people liked it ❤️.|The café in {place} sold crêpes 🥞 and naïve paintings for {number} crowns.',
  ),
};

export const otherPlaces: Record<string, readonly string[]> = {
  ...placesInMoreLanguages,
  cyrillic: list('Київ|Одеса|Полтава|Чернівці'),
  chinese: list('北京|广州|青岛|昆明'),
  japanese: list('横浜|長崎|札幌|金沢'),
  arabic: list('بيروت|تونس|عمان|الرباط'),
};

/** Subjects, times, verbs, objects and clauses per script. */
export const scriptSlots: Record<string, Record<string, readonly string[]>> = {
  ...slotsInMoreLanguages,
  cyrillic: {
    s: list(
      'рибалки|вчителі|інженери|селяни|музиканти|лікарі|перевізники|мешканці|студенти|пекарі',
    ),
    t: list('учора|навесні|взимку|минулого тижня|на світанку|наприкінці місяця|знову|поволі'),
    v: list(
      'оглянули|полагодили|обговорили|залишили|фарбували|перевірили|відкрили|захистили|описали',
    ),
    o: list(
      'старий міст|музейну залу|залізницю|млин біля річки|шкільний архів|нову дорогу|порожній склад|гавань|ринок|лікарню',
    ),
    c: list(
      'ціни не змінилися|ніхто цього не помітив|дощ не вщухав|пором запізнився|музика лунала до ранку|документи зникли|гроші закінчилися|поїзд уже пішов',
    ),
  },
  chinese: {
    s: list('渔民|老师|工程师|农民|音乐家|医生|船员|居民|学生|面包师'),
    t: list('昨天|春天|冬天|上个星期|黎明时分|月底|再次|慢慢地'),
    v: list('检查了|修好了|讨论了|离开了|粉刷了|保护了|打开了|描述了|参观了'),
    o: list('旧桥|博物馆的大厅|铁路|河边的磨坊|学校的档案|新公路|空仓库|港口|市场|医院'),
    c: list(
      '价格没有变化|没有人注意到|雨一直没有停|渡轮晚点了|音乐一直响到早晨|文件不见了|钱已经用完|火车已经开走',
    ),
  },
  japanese: {
    s: list('漁師|教師|技師|農民|音楽家|医者|船員|住民|学生|パン屋'),
    t: list('昨日|春に|冬に|先週|夜明けに|月末に|再び|ゆっくりと'),
    v: list('調べた|直した|話し合った|去った|塗った|守った|開いた|描いた|訪れた'),
    o: list('古い橋|博物館の広間|鉄道|川辺の水車|学校の記録|新しい道路|空の倉庫|港|市場|病院'),
    c: list(
      '値段は変わらなかった|誰も気づかなかった|雨はやまなかった|船が遅れた|音楽は朝まで続いた|書類が消えた|お金がなくなった|列車はもう出ていた',
    ),
  },
  arabic: {
    s: list(
      'الصيادون|المعلمون|المهندسون|الفلاحون|الموسيقيون|الأطباء|البحارة|السكان|الطلاب|الخبازون',
    ),
    t: list('أمس|في الربيع|في الشتاء|الأسبوع الماضي|عند الفجر|في آخر الشهر|مرة أخرى|ببطء'),
    v: list('فحص|أصلح|ناقش|غادر|طلى|حمى|فتح|وصف|زار'),
    o: list(
      'الجسر القديم|قاعة المتحف|السكة الحديدية|الطاحونة قرب النهر|أرشيف المدرسة|الطريق الجديد|المخزن الفارغ|الميناء|السوق|المستشفى',
    ),
    c: list(
      'لم تتغير الأسعار|لم يلاحظ أحد ذلك|لم يتوقف المطر|تأخرت العبارة|استمرت الموسيقى حتى الصباح|اختفت الوثائق|نفد المال|غادر القطار',
    ),
  },
};
