import { isMap } from 'yaml';
import type { SidecarSource } from './annotation';
import { isRecord, pickKeys, sourceKeys } from './record-value';
import { SidecarRefusal } from './sidecar-refusal';
import { findAnnotations } from './sidecar-layout';
import { mergeKnown, spliceMapping } from './splice-mapping';
import { applyEdits, type TextEdit } from './text-edit';
import { isEqual } from './record-value';
import { parseYaml } from './yaml-document';

/**
 * Edits that set the fields of `source:`; other top-level keys, comments and layout stay.
 *
 * @throws SidecarRefusal when the header cannot be edited in place
 */
export function editSource(text: string, source: SidecarSource): TextEdit[] {
  const section = findAnnotations(text);
  const header = section ? text.slice(0, section.key.end) : text;
  const { document, value } = parseYaml(header, 0);
  const root = document.contents;
  if (isMap(root) && isRecord(value)) {
    const old = isRecord(value['source']) ? value['source'] : {};
    const wanted = { ...value, source: mergeKnown(old, pickKeys(source, sourceKeys), sourceKeys) };
    try {
      const edits = spliceMapping(header, root, value, wanted);
      if (isEqual(parseYaml(applyEdits(header, edits), 0).value, wanted)) return edits;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new SidecarRefusal(
    'not-editable',
    'The header of this file is written in a way that cannot be changed safely. Change it by hand.',
  );
}
