import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  loadRecogniser,
  type RecogniserData,
} from '../../../../../src/core/entity/recogniser/recogniser-data';

const path = join(__dirname, '../../../../../src/core/entity/recogniser/recogniser.json');

/** The model that is shipped, as hosts load it. */
export const model = loadRecogniser(JSON.parse(readFileSync(path, 'utf8')) as RecogniserData);
