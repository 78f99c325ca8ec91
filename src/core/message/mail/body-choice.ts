import type { MimeEntity } from './mime-entity';

/** How much a reader of text wants an alternative; the highest is shown. */
function preference(text: string, entity: MimeEntity): number {
  const empty = text.slice(entity.body.start, entity.body.end).trim() === '';
  if (empty) return 0;
  if (entity.type === 'text/plain') return 6;
  if (entity.type === 'text/enriched' || entity.type === 'text/richtext') return 5;
  if (entity.type.startsWith('multipart/')) return holdsPlainText(entity) ? 5 : 3;
  if (entity.type === 'text/html') return 4;
  return entity.type.startsWith('text/') ? 2 : 1;
}

function holdsPlainText(entity: MimeEntity): boolean {
  return entity.children.some((child) => child.type === 'text/plain' || holdsPlainText(child));
}

/**
 * The children of a multipart entity that a reader is shown: one of `multipart/alternative` (plain
 * text before HTML), the root of `multipart/related`, else all of them.
 */
export function chooseParts(text: string, entity: MimeEntity): ReadonlySet<MimeEntity> {
  if (entity.type === 'multipart/alternative') {
    let best = entity.children[0]!;
    let highest = -1;
    for (const child of entity.children) {
      const value = preference(text, child);
      if (value > highest) {
        best = child;
        highest = value;
      }
    }
    return new Set([best]);
  }
  return new Set(entity.children);
}
