import type { Host } from '../../host/host';
import { toTimestamp } from '../../core/annotation/new-annotation';
import { askTags, askType } from './ask-tags';
import { findAnnotation, type AnnotationReference } from './find-annotation';
import { knownTermsOf } from './known-terms-of';

/** Sets the tags of an annotation: the given ones, or those checked in a list. */
export async function tagAnnotation(host: Host, given?: AnnotationReference): Promise<void> {
  const reference = await findAnnotation(host, given);
  if (!reference) return;
  const { document, found } = reference;
  const { tags: old = [], ...said } = found.annotation;
  const known = () => knownTermsOf(host, document, 'tags');
  const tags = given?.tags ?? (await askTags(await known(), old));
  if (!tags) return;
  const modified = toTimestamp(Date.now());
  const tagged = { ...said, ...(tags.length > 0 ? { tags } : {}), modified };
  await host.annotations.change(document, [{ replace: tagged, base: found.annotation }]);
}

/** Sets the type of an annotation: the given one, or one chosen in a list; empty for none. */
export async function typeAnnotation(host: Host, given?: AnnotationReference): Promise<void> {
  const reference = await findAnnotation(host, given);
  if (!reference) return;
  const { document, found } = reference;
  const { type: old, ...said } = found.annotation;
  const of = said.kind === 'relation' ? 'relations' : 'passages';
  const known = () => knownTermsOf(host, document, 'types', of);
  const type = given?.type ?? (await askType(await known(), old));
  if (type === undefined) return;
  const typed = { ...said, ...(type ? { type } : {}), modified: toTimestamp(Date.now()) };
  await host.annotations.change(document, [{ replace: typed, base: found.annotation }]);
}
