import { hashWord } from './word-hash';

/** Bits of what a word can be in a name; a word may have several. */
export const WordClass = {
  /** "Mr", "Dr", "Sir": what follows is a person. */
  honorific: 1 << 0,
  /** Offices and ranks that stand before a name: "President", "Colonel", "Secretary-General". */
  title: 1 << 1,
  /** Nouns for people, small or capital: "spokesman", "singer", "lawyer". */
  role: 1 << 2,
  /** Words that end the name of an organization: "Ministry", "Inc", "University". */
  organizationHead: 1 << 3,
  /** Words that end the name of a place: "River", "County", "Airport". */
  placeHead: 1 << 4,
  /** Words that begin the name of a place: "Mount", "Lake", "Port". */
  placeStart: 1 << 5,
  /** Months, days and other words of the calendar. */
  calendar: 1 << 6,
  /** Adjectives of nations and places: "Russian", "Asian". */
  demonym: 1 << 7,
  /** Grammar words: "The", "Although", "Who". */
  functionWord: 1 << 8,
  /** Small words allowed inside a name: "of", "and", "de", "van". */
  connector: 1 << 9,
  /** Words after which a place stands: "in", "near", "outside". */
  placePreposition: 1 << 10,
  /** Verbs whose subject is nearly always a person: "said", "told", "married". */
  personVerb: 1 << 11,
  /** Words that end the name of a work or an event: "War", "Cup", "Album". */
  otherHead: 1 << 12,
  /** From the data file: first names, surnames, ordinary words. */
  firstName: 1 << 13,
  surname: 1 << 14,
  ordinary: 1 << 15,
  suffix: 1 << 16,
  direction: 1 << 17,
} as const;

const lists: Record<string, string> = {
  honorific: `mr mrs ms miss dr sir lord lady dame madam mme mlle monsieur madame herr frau señor don doña
    sheikh sheik shaykh imam ayatollah mullah rabbi fr rev reverend pastor saint prophet hon messrs mister
    cllr mx haji hajji pandit swami sri shri maulana baron baroness count countess duke duchess earl viscount
    président présidente presidente presidenta ministre ministro ministra monseigneur bundeskanzler bundeskanzlerin
    bundespräsident ministerpräsident außenminister innenminister finanzminister wirtschaftsminister
    verteidigungsminister kanzler kanzlerin`,
  title: `president vice-president premier chancellor minister secretary secretary-general senator sen
    representative rep congressman congresswoman governor gov mayor ambassador envoy judge justice chief
    commissioner general gen colonel col lieutenant lt captain capt major maj sergeant sgt corporal private
    admiral adm commander cmdr marshal brigadier inspector detective superintendent constable officer sheriff
    chairman chairwoman chairperson chair director ceo cfo coo president-elect king queen prince princess
    emperor empress sultan emir tsar czar shah pope cardinal archbishop bishop patriarch father brother sister
    mother professor prof coach manager attorney deputy speaker spokesman spokeswoman spokesperson mp councillor
    alderman leader pres chairmen supt det pvt treasurer undersecretary vice foreign prime interior finance
    defense defence caliph pharaoh khan maharaja vizier uncle aunt auntie grandpa grandma lieutenant-general
    major-general vice-chancellor vice-chairman co-founder founder`,
  role: `actor actress singer songwriter musician composer guitarist drummer bassist pianist rapper producer
    filmmaker director author writer novelist poet playwright journalist reporter correspondent editor
    columnist photographer painter artist sculptor architect designer engineer scientist physicist chemist
    biologist mathematician economist historian philosopher psychologist sociologist lawyer attorney
    businessman businesswoman entrepreneur banker investor analyst strategist trader politician diplomat
    activist dissident lawmaker legislator parliamentarian senator governor mayor president minister premier
    spokesman spokeswoman spokesperson official chief head leader chairman chairwoman chairperson ceo
    executive manager director professor researcher teacher student doctor nurse surgeon priest bishop
    rabbi imam cleric monk nun soldier officer general colonel captain commander pilot astronaut cosmonaut
    footballer striker goalkeeper midfielder defender quarterback pitcher outfielder coach boxer wrestler
    swimmer runner sprinter skater cyclist golfer player athlete champion driver king queen prince princess
    emperor son daughter wife husband brother sister father mother uncle aunt nephew niece cousin friend
    colleague widow widower fiancé fiancee girlfriend boyfriend partner neighbor neighbour resident owner
    founder co-founder inventor explorer hostage suspect gunman defendant victim comedian host presenter
    anchor model dancer choreographer conductor screenwriter farmer fisherman worker expert adviser advisor
    secretary envoy ambassador negotiator candidate incumbent successor predecessor deputy aide man woman boy girl`,
  organizationHead: `inc corp corporation company co ltd limited llc plc gmbh ag sa nv group holdings partners
    associates industries enterprises bank ministry department bureau agency authority commission committee
    council board office administration service services university college institute institution academy
    school faculty foundation fund trust society association federation union league alliance confederation
    party congress parliament senate assembly court tribunal police army navy force forces guard corps brigade
    battalion regiment squadron division movement front network organization organisation club fc cf afc sc
    orchestra band ensemble choir museum gallery hospital clinic church times post herald tribune gazette
    journal chronicle telegraph guardian observer news press agence radio television broadcasting channel
    airlines airways motors records studios pictures entertainment productions technologies systems software
    laboratories labs univ uni institut pharmaceuticals energy petroleum steel insurance capital securities exchange center
    centre project coalition treasury cabinet secretariat directorate chamber command militia brigades
    consortium syndicate brotherhood order lodge cooperative railway railways railroad publishers books
    magazine conference agency taskforce consulate embassy tigers lions bears eagles giants rangers united
    city rovers wanderers athletic senators cardinals yankees democrats republicans conservatives`,
  placeHead: `river lake sea ocean bay gulf strait straits channel canal island islands isle isles peninsula
    mountain mountains mount hill hills valley desert forest park beach coast cape county province state
    district region territory prefecture oblast municipality township village town city borough parish street
    avenue road highway boulevard lane drive square bridge airport station port harbor harbour falls creek
    springs heights plateau plain plains basin delta glacier reef archipelago republic kingdom federation
    emirates states palace castle tower stadium arena plaza building house cemetery cathedral basilica
    monastery temple mosque fort camp base ranch ridge peak pass point rock wells grove gardens terrace
    crossing junction border strip corridor quarter suburbs mall hotel theatre theater blvd ave st rd`,
  placeStart: `mount mt lake port fort ft cape san santa santo são saint st sainte new north south east west
    northern southern eastern western central upper lower greater río rio el la los las gulf bay isle
    republic kingdom`,
  direction: `north south east west northern southern eastern western central northeast northwest southeast
    southwest northeastern northwestern southeastern southwestern upper lower`,
  calendar: `january february march april may june july august september october november december jan feb mar
    apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues
    wed thu thur thurs fri sat sun spring summer autumn winter christmas easter ramadan thanksgiving
    am pm gmt utc est edt pst pdt cet bst today yesterday tomorrow tonight`,
  demonym: `american british english french german italian spanish portuguese dutch belgian swiss austrian
    swedish norwegian danish finnish icelandic irish scottish welsh russian ukrainian belarusian polish czech
    slovak hungarian romanian bulgarian serbian croatian bosnian slovenian albanian macedonian greek turkish
    cypriot maltese estonian latvian lithuanian georgian armenian azerbaijani azeri kazakh uzbek turkmen tajik
    kyrgyz chinese japanese korean vietnamese thai cambodian laotian burmese malaysian indonesian filipino
    philippine singaporean taiwanese mongolian indian pakistani bangladeshi nepalese nepali afghan iranian
    persian iraqi syrian lebanese israeli palestinian jordanian saudi yemeni omani kuwaiti qatari bahraini
    emirati egyptian libyan tunisian algerian moroccan sudanese ethiopian eritrean somali kenyan ugandan
    tanzanian rwandan congolese nigerian ghanaian ivorian senegalese malian angolan zambian zimbabwean
    mozambican namibian cameroonian chadian liberian mexican canadian cuban haitian jamaican dominican
    brazilian argentine argentinian chilean peruvian bolivian colombian venezuelan ecuadorian ecuadorean
    paraguayan uruguayan panamanian nicaraguan honduran guatemalan salvadoran australian african asian
    european arab arabic arabian latin western eastern northern southern soviet jewish muslim islamic
    christian catholic protestant orthodox sunni shiite shia hindu buddhist kurdish chechen tibetan uighur
    uyghur hispanic anglo roman byzantine ottoman nazi communist bavarian prussian flemish basque catalan
    texan californian parisian londoner muscovite zionist anglican lutheran presbyterian baptist methodist
    mormon crimean balkan baltic nordic scandinavian caribbean mediterranean pacific atlantic arctic
    russians ukrainians americans germans serbs croats kurds arabs jews muslims christians poles czechs
    slovaks hungarians romanians bulgarians greeks turks armenians georgians iranians iraqis israelis
    palestinians egyptians africans asians europeans canadians mexicans australians indians pakistanis
    afghans chechens tatars cossacks democrats romans catholics protestants sunnis shiites hindus buddhists
    briton britons frenchman englishman dutchman irishman scot scots scotsman spaniard spaniards swede swedes
    dane danes finn finns turk greek republican democratic conservative`,
  functionWord: `the a an this that these those there here it its he she they we i you his her their our my your
    him them us me who whom whose which what when where why how if but and or nor so yet for of in on at by to
    from with without as is are was were be been being am do does did has have had having will would shall should can
    could may might must not no yes all any both each every either neither some many much more most other
    another such only own same than then too very just also even still again ever never once since because
    while although though until unless before after above below between among amid during under over into
    onto upon through throughout against about around across along behind beyond despite except inside like
    near off out outside per plus regarding toward towards up down via within however moreover furthermore
    meanwhile therefore thus hence nevertheless nonetheless otherwise instead indeed perhaps maybe besides
    let please well now first second third last next one two three four five six seven eight nine ten
    dear hi hello thanks sincerely regards according asked given based top targeting oh ah hey yeah yes ok okay wow sorry later
    earlier soon recently finally eventually initially originally currently formerly previously subsequently
    additionally overall often usually sometimes several born additional similarly likewise thereafter
    afterwards consequently accordingly rather whether whereas whenever wherever whoever whatever unlike alongside
    following including concerning considering born founded located named called known named lol omg wtf haha lmao nice
    great good poor congratulations happy thank don didn doesn isn wasn aren couldn wouldn shouldn won ain`,
  connector: `of the and for & de la von van der den du da di del della dos das e y & bin ibn al el ter ten le les
    und et im am zu zur vom upon on in at to 's ’s`,
  placePreposition: `in at near from outside inside around across toward towards throughout via through within into
    visit visited visiting northern southern eastern western central downtown capital`,
  personVerb: `said says say told added asked wrote replied explained argued recalled insisted noted warned
    testified married born died joked thinks thought believes believed smiled laughed knew wrote writes tweeted
    resigned graduated starred sang commented admitted denied`,
  otherHead: `war wars battle revolution uprising cup championship championships olympics games festival award
    awards prize treaty agreement accord act bill amendment constitution declaration pact protocol convention
    day album song film movie novel series trilogy episode symphony opera season tour race grand prix bowl
    open masters language languages empire dynasty era age movement virus disease syndrome theorem code
    operation mission program programme plan initiative crisis medal cross trophy`,
  suffix: `jr sr ii iii iv vi vii viii junior senior`,
};

/** The built-in words and their classes, by hash. */
export function builtInWordClasses(): Map<number, number> {
  const classes = new Map<number, number>();
  for (const [name, words] of Object.entries(lists)) {
    const bit = WordClass[name as keyof typeof WordClass];
    for (const word of words.split(/\s+/)) {
      const hash = hashWord(word);
      classes.set(hash, (classes.get(hash) ?? 0) | bit);
    }
  }
  return classes;
}
