/** Fills the slots of `texts/patterns.txt` with names made of lists; every choice is by the given chance. */
import type { AnnotatedText } from './annotated-text';
import { readBrackets } from './annotated-text';
import { organizations, others } from './general-names';
import type { NameSource } from './training-texts';

const words = (list: string): string[] => list.trim().split(/\s+/);
const lines = (list: string): string[] => list.trim().split(/\s*\|\s*/);

const titles =
  lines(`President | Prime Minister | Foreign Minister | Defense Minister | Defence Minister | Interior Minister |
Finance Minister | Justice Minister | Vice President | Senator | Governor | Mayor | Chancellor | Secretary-General | Secretary |
Ambassador | General | Colonel | Captain | Major | Admiral | Lieutenant | Inspector | Detective | Sheriff | Chief Executive |
Chairman | Chief Justice | Judge | Justice | Professor | Archbishop | Bishop | Cardinal | Rabbi | Imam | Father | Sister | Prince |
Princess | Queen | King | Sultan | Emir | Congressman | Representative | Commissioner | Superintendent | Coach | Manager | Director |
Deputy Prime Minister | Deputy Secretary | Secretary of State | Attorney General | Army Chief | Police Commissioner | Spokesman | Speaker |
Health Minister | Trade Minister | Energy Minister | Transport Secretary | Home Secretary | Premier | First Lady | Brigadier General |
Lieutenant Colonel | Major General | Vice Admiral | Under Secretary | Special Envoy | Councilman | Councillor | Agent | Officer`);
const roles =
  words(`spokesman spokeswoman lawyer analyst economist director chairman president minister professor researcher
singer actor actress guitarist drummer producer composer writer novelist poet journalist editor photographer painter
politician diplomat footballer striker goalkeeper midfielder pitcher coach manager swimmer cyclist boxer historian
physicist chemist engineer architect farmer teacher nurse doctor surgeon priest bishop officer general soldier pilot activist
dissident lawmaker senator governor mayor judge prosecutor detective banker investor founder owner student witness`);
const nations =
  words(`American British English French German Italian Spanish Portuguese Dutch Belgian Swiss Austrian Swedish
Norwegian Danish Finnish Irish Scottish Russian Ukrainian Polish Czech Hungarian Romanian Bulgarian Serbian Croatian Greek Turkish
Chinese Japanese Korean Indian Pakistani Afghan Iranian Iraqi Syrian Israeli Palestinian Saudi Egyptian Libyan Nigerian Kenyan
Mexican Canadian Cuban Brazilian Argentine Chilean Colombian Australian African Asian European Arab Jewish Muslim Islamic
Christian Catholic Soviet U.S. UK North\u00a0Korean South\u00a0Korean South\u00a0African New\u00a0York Thai Vietnamese Indonesian`).map(
    (word) => word.replace('\u00a0', ' '),
  );
const heads =
  words(`University College Institute Bank Corporation Corp. Inc. Ltd. Company Group Holdings Records Pictures Airlines
Museum Hospital Foundation Association Society Council Committee Commission Agency Ministry Department Party Union Federation
League Church Orchestra Times Post News Herald Journal Club United City Rovers FC Motors Industries Systems Technologies Energy
Court Police Army Press Studios Theatre School Academy Centre Center Library Trust Partners Associates Laboratories Steel Oil`);
const topics =
  words(`Science Technology Health Education Agriculture Defense Justice Finance Trade Energy Transport Culture
Commerce Labor Environment Medicine Security Arts Law Economics Engineering Research Music History Statistics Housing Water`);
const scopes =
  words(`National International American European African Asian World Global Royal Federal Central Central United
General First Northern Southern Western Eastern Pacific Atlantic State Imperial Universal Standard Continental Christian`);
const teams =
  words(`Tigers Lions Bears Eagles Hawks Giants Kings Rangers Wolves Falcons Bulls Sharks Pirates Warriors Jets Panthers
Braves Rockets Storm Blues Cowboys Raiders Saints Devils Stars Knights Wildcats Bulldogs Huskies Spartans Trojans`);
const places =
  lines(`Black Sea | Baltic Sea | Mediterranean | Persian Gulf | Atlantic Ocean | Pacific | Danube | Rhine | Nile | Amazon |
Mississippi River | Hudson River | Alps | Himalayas | Andes | Caucasus | Balkans | Middle East | Sahara | Siberia | Crimea | Donbas | Gaza |
West Bank | Golan Heights | Kashmir | Punjab | Tibet | Xinjiang | Hong Kong | Manhattan | Brooklyn | Hollywood | Wall Street | Broadway |
Times Square | Central Park | Heathrow | Gatwick | Golden Gate Bridge | Red Square | Bavaria | Saxony | Catalonia | Andalusia | Tuscany |
Sicily | Normandy | Brittany | Yorkshire | Cornwall | Kent | Ulster | Transylvania | Galicia | Silesia | Lapland | Patagonia | Eastern Europe |
Western Europe | Central Asia | Latin America | South America | North Africa | Southeast Asia | Scandinavia | Midwest | New England`);
const placeHeads = words(
  `River County Island Valley Bay Mountains Park Street Avenue Province District Lake Hills Forest Beach Bridge Airport Castle Creek Harbor Peninsula Square Road Falls Point Village Township`,
);
const titleWords =
  words(`Night River Dream House Love Stone Fire Ghost Summer Winter Heart Road Shadow Garden Time Blood Sky Light Storm Rain Silver Golden
Broken Last Lost Secret Long Dark Blue Red Black White Wild Silent Hidden Letters Children Woman King Queen World Street Dance Song Sun Moon`);

const programs =
  lines(`Linux | Windows | Python | Perl | Java | Debian | Ubuntu | Red Hat | Fedora | FreeBSD | macOS | Mac OS X | Solaris | Android |
Firefox | Mozilla | Emacs | Vim | Eclipse | Apache | Tomcat | MySQL | PostgreSQL | SQLite | Oracle | Ruby | Rails | Django | Haskell | Lisp |
Fortran | Pascal | Octave | Mathematica | Maple | Stata | LaTeX | TeX | Sphinx | Doxygen | Git | GitHub | GitLab | Bitbucket | Subversion |
Mercurial | Bugzilla | Jira | Trac | Jenkins | Travis | Docker | Kubernetes | Ansible | Puppet | Excel | Word | Outlook | Thunderbird |
Mailman | Pipermail | Postfix | Exim | Sendmail | Samba | Gnome | KDE | Qt | Gtk | Wine | Cygwin | Mingw | Visual Studio | Xcode | Homebrew |
Windows XP | Windows 95 | Unix | OpenSSL | OpenSSH | Bash | Zsh | Lucene | Hadoop | Spark | Zope | Plone | Drupal | WordPress | Skype | Slack`);
const terms =
  words(`HTML XML JSON YAML CSV PDF GIF PNG JPEG SVG CSS HTTP HTTPS FTP SSH TCP UDP IP DNS URL URI API SDK CLI GUI UI UX CPU GPU RAM
ROM SSD USB SCSI BIOS VPN LAN WAN ISP SQL ORM REST SOAP RPC AJAX DOM ASCII UTF EOF NULL NaN TRUE FALSE TODO FIXME FAQ README Makefile
PR PRs RFC CI CD QA IDE VM VMs OS DLL DLLs MIME SMTP IMAP POP MUA MTA CRLF PGP GPG TLS SSL CA PIN GPL LGPL BSD MIT EULA MVC GC JIT
AST BNF FIFO LRU MD5 SHA AES RSA AFAIK AFAICT IIRC IMHO IMO FYI BTW ASAP ETA LTS EOL SNAPSHOT NAMESPACE PATH HOME CHANGELOG COPYING
Ethernet Unicode Javascript Email Web Internet Wiki Config Changelog`);

export function fillPatterns(
  patterns: string,
  names: NameSource & { countries: readonly string[]; ordinary: readonly string[] },
  chance: () => number,
  copies: number,
): AnnotatedText[] {
  /** Calls the maker whose share of the chance comes up; the last takes the rest. */
  const pickShape = <T>(shares: readonly number[], ...makers: readonly (() => T)[]): T => {
    let rest = chance();
    const index = shares.findIndex((share) => (rest -= share) < 0);
    return makers.at(index)!();
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const capital = (name: string): string =>
    name.replace(
      /(^|[-'])(\p{Ll})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
  // Many of the names are in no list, so that the place in the sentence has to speak for them.
  const mixed = (list: readonly string[]): string => {
    const front = pick(list);
    const back = pick(list);
    return (
      front.slice(0, Math.ceil(front.length / 2)) +
      back.slice(Math.ceil(back.length / 2)).toLowerCase()
    );
  };
  const oneWord = names.places.filter((name) => !name.includes(' '));
  const city = (): string => (chance() < 0.3 ? mixed(oneWord) : pick(names.places));
  const last = (): string =>
    (chance() < 0.06 ? pick(['Mc', 'Mac', "O'", 'De', 'Al-']) : '') +
    capital(
      pickShape(
        [0.35, 0.12],
        () => mixed(names.last),
        () => pick(names.ordinary),
        () => pick(names.last),
      ),
    );
  const first = (): string => capital(chance() < 0.15 ? mixed(names.first) : pick(names.first));
  const initial = (): string => `${String.fromCharCode(65 + Math.floor(chance() * 26))}.`;
  const acronym = (): string =>
    Array.from({ length: 3 + Math.floor(chance() * 2) }, () =>
      pick([...'ABCDEFGHILMNOPRSTU']),
    ).join('');
  const topic = (): string =>
    chance() < 0.25 ? `${pick(topics)} and ${pick(topics)}` : pick(topics);
  let surname = '';
  let given = '';
  let firm = '';
  const person = (): string => {
    given = first();
    surname = last();
    const shape = chance();
    const middle =
      shape < 0.15
        ? `${initial()} `
        : shape < 0.22
          ? `${first()} `
          : shape < 0.25
            ? pick(['de ', 'van ', 'von ', 'al ', 'bin ', 'van der ', 'Van ', 'De ', 'Le '])
            : '';
    if (shape > 0.97) given = `${initial()} ${initial()}`;
    return `${given} ${middle}${surname}`;
  };
  const organization = (): string => {
    const shape = chance();
    if (shape < 0.4) return pick(organizations);
    if (shape < 0.5) return `${city()} ${pick(heads)}`;
    if (shape < 0.55) return `University of ${pick(names.places)}`;
    if (shape < 0.63) return `${last()} ${pick(heads)}`;
    if (shape < 0.66)
      return `${last()} ${pick(['&', 'and'])} ${chance() < 0.5 ? last() : pick(['Sons', 'Co.', 'Company', 'Associates'])}`;
    if (shape < 0.74) return `${pick(scopes)} ${pick(topics)} ${pick(heads)}`;
    if (shape < 0.78)
      return `${pick(['Ministry', 'Department', 'Institute', 'Academy', 'Bureau', 'Office', 'Center', 'Committee'])} ${pick(['of', 'of', 'for'])} ${topic()}`;
    if (shape < 0.82)
      return `${pick(scopes)} ${pick(heads)} of ${chance() < 0.5 ? pick(names.countries) : topic()}`;
    if (shape < 0.88) return `${pick(names.places)} ${pick(teams)}`;
    if (shape < 0.91) return pick(teams);
    if (shape < 0.94) return acronym();
    if (shape < 0.955) return `${pick(titleWords)} ${pick(titleWords)} ${pick(heads)}`;
    if (shape < 0.995) {
      return (
        capital(mixed(names.last)) +
        pick(['', 'com', 'soft', 'tech', 'corp', 'net', 'ex', 'max', 'tron', 'bank', 'gas'])
      );
    }
    return `${pick(topics)} ${pick(['Ministry', 'Department', 'Committee', 'Council'])}`;
  };
  const place = (): string => {
    const shape = chance();
    if (shape < 0.45) return pick(places);
    if (shape < 0.7) return `${chance() < 0.5 ? last() : pick(titleWords)} ${pick(placeHeads)}`;
    if (shape < 0.8)
      return `${pick(['Lake', 'Mount', 'Port', 'Fort', 'Cape', 'San', 'St.', 'Santa', 'New', 'North', 'East', 'West', 'South', 'Upper', 'Rio'])} ${last()}`;
    if (shape < 0.85)
      return `${pick(['Gulf', 'Isle', 'Bay', 'Strait', 'Republic', 'Kingdom', 'Province'])} of ${pick(names.places)}`;
    return (
      last() +
      pick([
        'ville',
        'ton',
        'burg',
        'stan',
        'ford',
        'berg',
        'grad',
        'abad',
        'ham',
        'wood',
        'field',
        'dorf',
      ])
    );
  };
  const work = (): string => {
    const shape = chance();
    if (shape < 0.5) return pick(others);
    if (shape < 0.8)
      return `${chance() < 0.4 ? 'The ' : ''}${pick(titleWords)} ${chance() < 0.4 ? 'of ' : ''}${pick(titleWords)}`;
    return `${pick(['Battle', 'Treaty', 'Siege', 'Peace'])} of ${pick(names.places)}`;
  };
  const camel = (length: number): string =>
    Array.from({ length }, () => capital(pick(names.ordinary))).join('');
  const identifier = (): string => {
    const name = camel(2 + Math.floor(chance() * 2));
    return pickShape(
      [0.45, 0.1],
      () => name.charAt(0).toLowerCase() + name.slice(1),
      () => `I${name}`,
      () => name,
    );
  };
  const program = (): string =>
    pickShape(
      [0.5, 0.12, 0.1, 0.08, 0.06],
      () => pick(programs),
      () => capital(mixed(names.last)),
      () => capital(pick(names.ordinary)),
      () =>
        pick(['Open', 'Py', 'Net', 'Free', 'Gnu', 'Lib', 'Web']) + capital(pick(names.ordinary)),
      () => `${capital(mixed(names.last))}${pick(['2', '3', 'DB', 'OS', 'lib', 'Kit', 'CI'])}`,
      () => `${pick(['R', 'C', 'X', 'CF', 'Q'])}-${pick(names.ordinary)}`,
    );
  const term = (): string =>
    chance() < 0.6
      ? pick(terms)
      : Array.from({ length: 2 + Math.floor(chance() * 4) }, () =>
          pick([...'ABCDEFGHIKLMNOPQRSTUVWX']),
        ).join('');
  const institution = (): string =>
    pickShape(
      [0.25, 0.12, 0.2, 0.12, 0.1],
      () => `${chance() < 0.2 ? 'The ' : ''}University of ${pick(names.places)}`,
      () => `${city()} University`,
      () =>
        `${pick(['Department', 'Dept.', 'School', 'Institute', 'Faculty', 'Center', 'Centre', 'Division', 'Laboratory'])} ${pick(['of', 'of', 'for'])} ${topic()}`,
      () =>
        `${pick([city(), last()])} ${pick(['College', 'Business School', 'Institute of Technology', 'School of Economics', 'Medical School', 'Hospital'])}`,
      () =>
        `${last()} ${pick(['Inc.', 'Inc', 'Ltd', 'Ltd.', 'Limited', 'GmbH', 'LLC', 'Corporation', 'Consulting', 'Associates', 'Systems'])}`,
      () => `${pick(scopes)} ${pick(topics)} ${pick(heads)}`,
    );
  const firmName = (): string => {
    firm = pickShape(
      [0.35, 0.3, 0.15],
      () => capital(mixed(names.last)),
      () => last(),
      () => capital(mixed(oneWord)),
      () =>
        capital(mixed(names.last)) +
        pick(['com', 'soft', 'tech', 'co', 'ex', 'tron', 'gas', 'tel']),
    );
    const branch = words(
      'Oil Steel Foods Industries Systems Chemical Electronics Motors Paper Airlines Insurance Financial Stores Mines Resources Energy Power Bancorp Pharmaceuticals International Holdings Group Technologies Communications Petroleum Gas Products',
    );
    const suffix = pick(
      words('Inc Inc. Corp Corp. Co Co. Ltd Ltd. Plc PLC AG SA NV Company Group'),
    );
    return chance() < 0.45
      ? `${firm} ${suffix}`
      : `${firm} ${chance() < 0.2 ? `${pick(branch)} ` : ''}${pick(branch)} ${suffix}`;
  };
  const nickname = (): string =>
    pickShape(
      [0.5, 0.2, 0.15],
      () => capital(mixed(names.first)),
      () => capital(mixed(names.last)) + pick(['y', 'ie', 'z', 'o', 'x']),
      () => `${pick(['DJ', 'Lil', 'MC', 'Big'])} ${capital(pick(names.ordinary))}`,
      () => capital(pick(names.ordinary)) + pick(['y', 'z', 'boy', 'girl', 'man']),
    );
  const slots: Record<string, () => string> = {
    K: () => `[M ${program()}]`,
    Y: term,
    Z: identifier,
    H: () => `[P ${nickname()}]`,
    I: () => `[O ${institution()}]`,
    Q: () => `[O ${firmName()}]`,
    B: () => `[O ${firm || capital(mixed(names.last))}]`,
    P: () => `[P ${person()}]`,
    V: () => `[P ${person().toUpperCase()}]`,
    S: () => `[P ${surname || last()}]`,
    F: () => `[P ${given || first()}]`,
    T: () => pick(titles),
    R: () =>
      chance() < 0.1
        ? `${pick(['former', 'deputy', 'chief', 'senior'])} ${pick(roles)}`
        : pick(roles),
    O: () => `[O ${organization()}]`,
    A: () => `[O ${acronym()}]`,
    J: () => `[M ${chance() < 0.5 ? acronym() : pick(others)}]`,
    L: () => `[L ${city()}]`,
    C: () => `[L ${pick(names.countries)}]`,
    X: () => `[L ${place()}]`,
    N: () => {
      const nation = pick(nations);
      return /^(?:U\.S\.|UK|New York)$/.test(nation) ? `[L ${nation}]` : `[M ${nation}]`;
    },
    M: () => `[M ${work()}]`,
  };
  const sentences = patterns.split('\n').filter((line) => line && !line.startsWith('#'));
  return Array.from({ length: copies }, () => {
    // Some sentences a document, so that surnames come again and small words are seen.
    const chosen = Array.from({ length: 8 }, () => pick(sentences));
    surname = '';
    given = '';
    firm = '';
    const { text, names: marked } = readBrackets(
      chosen
        .map((line) => line.replace(/\{([A-Z])\}/g, (_, slot: string) => slots[slot]!()))
        .join(patterns.includes('¶') ? ' ¶ ¶ ' : '\n'),
    )[0]!;
    return { text: text.replaceAll('¶', '\n'), names: marked };
  });
}
