/** Seconds that the servers may lag before they ask us to come back later (API parameter `maxlag`). */
const mostLag = 5;
/** Longest name that is searched, in UTF-16 units; the API takes no more than 250 bytes sensibly. */
const longestSearch = 200;
const mostHits = 20;

/**
 * The endpoint of a setting in its plain form, or undefined when it may not be asked: only HTTPS keeps
 * what is looked up private, except on the user's own machine; an address with a password is refused.
 */
export function safeEndpoint(setting: string): string | undefined {
  try {
    const { protocol, username, password, host, hostname, pathname } = new URL(setting.trim());
    const isLocal = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
    const isSafe = protocol === 'https:' || (protocol === 'http:' && isLocal);
    if (!isSafe || username !== '' || password !== '') return undefined;
    return `${protocol}//${host}${pathname}`;
  } catch {
    return undefined;
  }
}

/** The languages to ask for, best first: the user's, its base, Wikidata's "for all", English. */
export function requestLanguages(userLanguage: string): readonly string[] {
  const code = userLanguage.toLowerCase();
  const isCode = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/.test(code) && !code.startsWith('qps');
  const own = isCode ? [code, code.replace(/-.*/, '')] : ['en'];
  return [...new Set([...own, 'mul', 'en'])];
}

/** `wbsearchentities`: items whose label or alias begins with a name. */
export function searchUrl(endpoint: string, name: string, languages: readonly string[]): string {
  const language = languages.find((code) => code !== 'mul') ?? 'en';
  return requestUrl(endpoint, {
    action: 'wbsearchentities',
    search: name
      .replaceAll(/\s+/g, ' ')
      .trim()
      .slice(0, longestSearch)
      .replaceAll(/\p{Cs}/gu, ''),
    language,
    uselang: language,
    type: 'item',
    limit: String(mostHits),
  });
}

/** `wbgetentities`: what is said of one item. */
export function itemUrl(endpoint: string, id: string, languages: readonly string[]): string {
  return requestUrl(endpoint, {
    action: 'wbgetentities',
    ids: id,
    props: 'labels|descriptions|aliases|claims',
    languages: languages.join('|'),
    languagefallback: '1',
  });
}

function requestUrl(endpoint: string, parameters: Readonly<Record<string, string>>): string {
  // `origin=*` asks without cookies and lets a browser read the answer.
  const all = { ...parameters, format: 'json', origin: '*', maxlag: String(mostLag) };
  const query = Object.entries(all).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${endpoint}?${query.join('&')}`;
}
