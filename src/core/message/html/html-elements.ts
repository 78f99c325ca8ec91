/** What an element does to the text around it. */
export interface ElementEffect {
  /** Line ends before and behind it: 1 = its own line, 2 = a blank line between. */
  readonly breaks: 0 | 1 | 2;
  /** Its content is no text for the reader. */
  readonly hidden?: true;
}

const effects = new Map<string, ElementEffect>();

for (const name of 'p h1 h2 h3 h4 h5 h6 blockquote pre xmp listing table figure dl hr'.split(' '))
  effects.set(name, { breaks: 2 });
for (const name of (
  'div tr li dt dd address section article header footer form fieldset center body main nav aside ' +
  'ul ol dir menu figcaption caption legend details summary option'
).split(' '))
  effects.set(name, { breaks: 1 });
for (const name of 'head title script style template noembed noframes object svg math'.split(' '))
  effects.set(name, { breaks: 0, hidden: true });

const inline: ElementEffect = { breaks: 0 };

export function elementEffect(name: string): ElementEffect {
  return effects.get(name) ?? inline;
}

export function isPreformatted(name: string): boolean {
  return name === 'pre' || name === 'xmp' || name === 'listing' || name === 'textarea';
}
