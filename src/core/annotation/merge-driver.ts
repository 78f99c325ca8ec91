import { sidecarSuffix } from '../file-names';

/** The name under which git's configuration and `.gitattributes` know the merge driver. */
export const mergeDriverName = 'archive-annotations';

/** The line of `.gitattributes`: it names a driver, and only the user's own configuration says what that is. */
export const mergeAttribute = `*${sidecarSuffix} merge=${mergeDriverName}`;

/**
 * The shell command for git's configuration `merge.<name>.driver`. When our program is no longer there,
 * or fails, git's own merge writes its markers: git would otherwise take the file of one side for the
 * result.
 *
 * @param node absolute path of Node, or of an editor that can be run as Node
 * @param program absolute path of our command line
 */
export function mergeDriverCommand(node: string, program: string): string {
  const merge = `ELECTRON_RUN_AS_NODE=1 ${quoted(node)} ${quoted(program)} merge %O %A %B %P`;
  const otherwise = 'git merge-file -L ours -L base -L theirs %A %O %B';
  return `${merge}; case $? in 0) ;; 1) exit 1 ;; *) ${otherwise} ;; esac`;
}

/** For a POSIX shell, which git also has on Windows; git's own `%` placeholders are doubled. */
function quoted(path: string): string {
  const portable = /^[a-z]:\\/i.test(path) ? path.replaceAll('\\', '/') : path;
  return `'${portable.replaceAll("'", "'\\''").replaceAll('%', '%%')}'`;
}

/** The text of `.gitattributes` with our line at its end, once; its line ends stay. */
export function withMergeAttribute(text: string): string {
  if (isOurs(text)) return text;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const gap = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return `${text}${gap}${mergeAttribute}${lineEnd}`;
}

/** The text of `.gitattributes` without our line; every other line stays. */
export function withoutMergeAttribute(text: string): string {
  return text
    .split(/(?<=\n)/)
    .filter((line) => !isOurs(line))
    .join('');
}

function isOurs(text: string): boolean {
  return text.split(/\r?\n/).some((line) => line.trim() === mergeAttribute);
}
