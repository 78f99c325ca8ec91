import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { addressParser } from 'postal-mime';
import { sectionsOf } from '../../../../../src/core/message/mail/lazy-message';
import { parseMail } from '../../../../../src/core/message/mail/parse-mail';
import { decodeText } from '../../../../../src/core/text/decode';
import { SourceText } from '../../../../../src/core/text/source-text';

const corpus = join(__dirname, '../../../../../../shared/corpus');

/** Words alone: quotation marks, line ends and blanks may differ. */
function words(text: string): string {
  return text.replace(/[\s>]+/g, ' ').trim();
}

/**
 * postal-mime is a well-kept parser without positions: what it reads we must read. It shows nested
 * messages, PGP armor and uuencoded files as text, which we take apart, so those are left out.
 */
describe('mail, beside postal-mime', function () {
  this.timeout(60_000);
  if (!existsSync(corpus)) {
    it.skip('skipped: ../shared/corpus is not there');
    return;
  }
  const files = ['eml', 'forwarded-news'].flatMap((folder) =>
    readdirSync(join(corpus, folder)).map((name) => `${folder}/${name}`),
  );

  /** Where we differ, and why that is right. */
  const exceptions: Record<string, string> = {
    'eml/cpython-msg_38.txt':
      'undeclared inner boundaries, which we take for text as RFC 2046 says',
    'eml/cpython-msg_19.txt':
      'no header at all: all of it is text, of which they lose the beginning',
    'eml/cpython-msg_37.txt': 'text of unknown kinds is text (RFC 2046, section 4.1.4)',
    'eml/mime4j-mt-multi-clen.eml': 'the same',
    'eml/mime4j-basic-plain-with-bad-header-separator.eml':
      'a line that is no field ends the header, they read on as if it were',
    'eml/mime4j-malformedHeader-nocrlfcrlf.eml': 'the same',
    'eml/mime4j-obsolete.eml': 'the same',
    'eml/mime4j-missing-inner-boundary.eml':
      'a multipart without parts: its text is shown, not lost',
    'eml/mime4j-missing-inner-start-boundary.eml': 'the same',
    'eml/mime4j-mt-double-semicolon.eml': 'of two plain alternatives we show one',
    'eml/mime4j-mt-double-semicolon2.eml': 'the same',
    'eml/mime4j-mt-infinite.eml': 'Latin-1 bytes labelled as ASCII: we read the letters',
    'eml/mime4j-very-long-boundary.eml': 'a boundary that ends in a blank, which none may',
    'eml/mime4j-very-very-long-boundary.eml': 'the same',
    'eml/mime4j-weird-boundary.eml': 'the same',
  };

  it('gives the same subject, sender and text', async () => {
    const different: string[] = [];
    let compared = 0;
    for (const file of files) {
      const bytes = readFileSync(join(corpus, file));
      const source = new SourceText(decodeText(bytes).text);
      if (/message\/rfc822|multipart\/digest|^-----BEGIN PGP|^begin \d{3} /im.test(source.text))
        continue;
      const theirs = await PostalMime.parse(bytes);
      const message = parseMail(source, { start: 0, end: source.length });
      const { header } = message;
      compared++;
      const note = (what: string) => {
        if (!exceptions[file]) different.push(`${file}: ${what}`);
      };
      const subject = words(theirs.subject ?? '').replace(/^((?:re: ?)*)\[[^\]]*\] ?/i, '$1');
      if (
        subject !== words(header.subject ?? '') &&
        words(theirs.subject ?? '') !== words(header.subject ?? '')
      )
        note(`subject ${header.subject} / ${theirs.subject}`);
      const [sender] = addressParser(header.from ?? '');
      if ((sender?.address ?? '') !== (theirs.from?.address ?? ''))
        note(`sender ${sender?.address} / ${theirs.from?.address}`);
      const sections = sectionsOf(message) ?? [];
      const text = sections.map((section) => (section.kind === 'text' ? section.mapped.text : ''));
      if (theirs.text && !theirs.html && words(text.join('\n')) !== words(theirs.text))
        note('text');
    }
    assert.deepEqual(different, []);
    assert.ok(compared > 100, `${compared} compared`);
  });
});
