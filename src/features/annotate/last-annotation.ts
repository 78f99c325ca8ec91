import type { Host } from '../../host/host';
import type { AnnotationContent } from './annotation-content';

const lastContentKey = 'annotate.last';

/** What the last annotation of this workspace said, apart from its note. */
export function lastContent(host: Host): AnnotationContent | undefined {
  return host.context.workspaceState.get<AnnotationContent>(lastContentKey);
}

/** Keeps kind, tags, type and entity for *Repeat Last Annotation*; a note is about one passage. */
export async function rememberContent(host: Host, content: AnnotationContent): Promise<void> {
  const { note, ...kept } = content;
  void note;
  await host.context.workspaceState.update(lastContentKey, kept);
}
