/**
 * The path from a file's folder to another file, with `/`; undefined when the other does not stand
 * under the folder. For URIs the path is decoded, as people write it.
 */
export function pathFrom(file: string, other: string): string | undefined {
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  if (!other.startsWith(folder)) return undefined;
  const path = other.slice(folder.length);
  if (!/^[a-z][\w+.-]*:/i.test(file)) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
