/** The names by which the project's own files are known (design sections 4 and 6). */

/** A sidecar stands beside its source under the source's name and this. */
export const sidecarSuffix = '.ann.yaml';

export const vocabularyFileName = 'vocabulary.yaml';

/** Whether a file's name, or path, is that of an entity file: `entities.yaml` or `*.entities.yaml`. */
export function isEntityFileName(name: string): boolean {
  return /(?:^|[\\/.])entities\.ya?ml$/i.test(name);
}
