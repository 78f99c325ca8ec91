import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammarText } from './grammar/grammar';

// Writes the TextMate grammar from its rules: in JSON the word lists inside the patterns could not be read.
writeFileSync(join(__dirname, '../syntaxes/archive-message.tmLanguage.json'), grammarText());
