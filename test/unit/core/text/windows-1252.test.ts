import assert from 'node:assert/strict';
import { decodeCharset } from '../../../../src/core/message/mail/charset';
import { decodeHeaderValue } from '../../../../src/core/message/mail/header-text';
import { decodeQuotedPrintable } from '../../../../src/core/message/mail/transfer-encoding';
import { decodeText } from '../../../../src/core/text/decode';
import { windows1252Byte } from '../../../../src/core/text/windows-1252';

describe('windows-1252', () => {
  it('keeps dashes and curly marks of bytes, also where the host reads Latin-1', () => {
    const bytes = Uint8Array.of(0x4b, 0x93, 0x94, 0x97, 0x80, 0xe9, 0x9f);
    assert.equal(decodeText(bytes).text, 'K“”—€éŸ');
  });

  it('keeps them in bodies and headers, whatever name the charset has', () => {
    for (const label of ['windows-1252', 'iso-8859-1', 'us-ascii']) {
      const encoded = decodeQuotedPrintable('LYON (AFP) =97 =93oui=94', true);
      assert.equal(decodeCharset(encoded, label).text, 'LYON (AFP) — “oui”', label);
    }
    assert.equal(decodeHeaderValue('=?windows-1252?Q?Oui_=97_non?='), 'Oui — non');
    assert.equal(decodeHeaderValue('=?iso-8859-1?B?SXSScw==?='), 'It’s');
  });

  it('knows the byte of each sign', () => {
    assert.equal(windows1252Byte(0x2014), 0x97);
    assert.equal(windows1252Byte(0x20ac), 0x80);
    assert.equal(windows1252Byte(0xe9), 0xe9);
    assert.equal(windows1252Byte(0x3b1), undefined);
  });
});
