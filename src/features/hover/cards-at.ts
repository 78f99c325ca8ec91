import type * as vscode from 'vscode';
import { rangeAt } from '../../core/text/range-at';
import type { TextRange } from '../../core/text/text-range';
import type { Host } from '../../host/host';
import { messageLanguage } from '../../host/messages';
import { sourceTextOf } from '../../host/text-conversion';
import { annotationCards } from './annotation-card';
import { nameCard } from './name-card';
import type { HoverText } from './markdown';
import { messageCard } from './message-card';

/** What is said of a stretch of a text; UTF-16 offsets over its canonical text. */
export interface PlacedCard {
  readonly range: TextRange;
  readonly text: HoverText;
}

/**
 * The cards of everything that stands at a place, innermost first: annotations, the name, then what the
 * message says of itself. Of equal stretches in this order.
 */
export async function cardsAt(
  host: Host,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<PlacedCard[]> {
  await host.annotations.loadQuietly(document);
  const offset = sourceTextOf(document).offsetAt(position);
  const cards = annotationCards(host, document, offset);
  if (document.languageId === messageLanguage) {
    const near = await host.entities.mentionsNear(document, offset);
    const mention = rangeAt(near.mentions, offset);
    if (mention) cards.push({ range: mention, text: nameCard(host, document, mention, near) });
    const card = await messageCard(host, document, offset);
    if (card) cards.push(card);
  }
  const length = ({ range }: PlacedCard) => range.end - range.start;
  return cards.sort((a, b) => length(a) - length(b));
}
