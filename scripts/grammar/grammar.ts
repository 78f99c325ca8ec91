import { dateRules } from './date-rules';
import { headerRules } from './header-rules';
import { inlineRules } from './inline-rules';
import { lineRules } from './line-rules';
import { markRules } from './mark-rules';
import { openingRules } from './opening-rules';
import { include } from './pattern';

/** The text of the grammar file. */
export function grammarText(): string {
  const grammar = {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    information_for_contributors: [
      'Written by `npm run build:grammar` from the rules in scripts/grammar: change those.',
    ],
    name: 'Archive Message',
    scopeName: 'text.archive-message',
    patterns: include('page', 'first-line', 'document'),
    repository: {
      ...openingRules,
      ...lineRules,
      ...headerRules,
      ...dateRules,
      ...markRules,
      ...inlineRules,
    },
  };
  return `${JSON.stringify(grammar, null, 2)}\n`;
}
