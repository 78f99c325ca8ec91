import type { FeatureContext } from './features';
import { Shape } from './tokenize';
import { hashWord } from './word-hash';

/** So many identifiers, or tokens of lines of code, make a text one about programs. */
const fewestIdentifiers = 3;
/** Without them so many different words of the trade do, and so many in a thousand words. */
const fewestTerms = 4;
const termsInThousand = 12;

/** Words that programmers write and news does not, in small letters and in the forms in which they come. */
const terms = new Set(
  `api apis argv ascii autoconf backend backends backport backtrace bin bitmap boolean buffer bug bugs bugfix
    bugzilla byte bytecode bytes callback callbacks cgi checkout cli cmake codebase commit commits compile
    compiled compiler compilers compiles compiling config configure constructor coredump cpp cpu cron css
    csv cvs cygwin daemon darcs dataframe dataset debian debug debugger debugging deprecated deprecation
    deserialize dev dict diff dir dll dlls dns docstring docstrings dtd emacs endian executable ext filename
    filenames filesystem firmware ftp gcc git github gnu gtk gui hostname hotfix html http https ide init
    inline inode install installed installer installs integer integers interpreter ipv6 iterator java
    javascript json kernel lapack latex ldap library libraries libc libs linker linux lisp localhost lua
    macros maintainer maintainers makefile malloc metadata middleware mime module modules mutex mysql
    namespace nan netcdf numpy opcode openssl optimization package packages param parameter parameters parse
    parsed parser parsing patch patched patches perl php pip pixel plugin plugins posix postgres python
    readme rebase refactor refactoring regex regexp repo repos runtime scripting sdk segfault segfaults
    serialization server servers snippet socket sockets software solaris sparse sql sqlite ssh ssl stderr
    stdin stdlib stdout struct subclass subclasses subversion svn syntax sysadmin tarball tcp telnet
    testcase timeout toolchain toolkit traceback tuple udp unicode unittest unix upstream uri uris url urls
    usb utf utf-8 valgrind variable variables vim webserver win32 wrapper xhtml xml xslt yaml`
    .split(/\s+/)
    .map(hashWord),
);

/**
 * Whether a text is about programs: it has lines of code or identifiers in it ("deferToThread"), or the words
 * of the trade come often. There a capital makes no name: products, classes and formats have it too. Linear.
 */
export function isTechnical({ text, tokens }: FeatureContext): boolean {
  let identifiers = 0;
  let words = 0;
  let uses = 0;
  const used = new Set<number>();
  for (let index = 0; index < tokens.count; index++) {
    const shape = tokens.shapes[index]!;
    if (shape & Shape.code) identifiers++;
    else if (shape & Shape.noise) continue;
    else if (shape & Shape.mixed) {
      if (isIdentifier(text.slice(tokens.starts[index], tokens.ends[index]))) identifiers++;
    } else if (shape & Shape.word) {
      words++;
      if (shape & Shape.capital || !terms.has(tokens.hashes[index]!)) continue;
      uses++;
      used.add(tokens.hashes[index]!);
    }
    if (identifiers >= fewestIdentifiers) return true;
  }
  return used.size >= fewestTerms && uses * 1000 >= termsInThousand * words;
}

function isIdentifier(word: string): boolean {
  return /^\p{Ll}{3,}\p{Lu}|\p{Ll}\p{Lu}.*\p{Ll}\p{Lu}/u.test(word);
}
