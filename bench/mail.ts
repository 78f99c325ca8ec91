import PostalMime from 'postal-mime';
import { version as postalMimeVersion } from 'postal-mime/package.json';
import { decodeMessage } from '../src/core/message/decoded-message';
import { indexMbox } from '../src/core/message/mbox/index-mbox';
import { parseMbox } from '../src/core/message/mbox/parse-mbox';
import { decodeText } from '../src/core/text/decode';
import { SourceText } from '../src/core/text/source-text';
import { composeMbox } from './mail-corpus';
import { medianMilliseconds, medianMillisecondsAsync, type Benchmark } from './row';

const size = 20_000_000;

/** Mail: the index of a large mbox, and its decoded text, against postal-mime on the same bytes. */
export const benchmark: Benchmark = {
  title: 'Mail',
  async rows() {
    const bytes = new TextEncoder().encode(composeMbox(size));
    const megabytes = bytes.length / 1e6;
    const { text } = new SourceText(decodeText(bytes).text);
    const messages = indexMbox(text).entries;
    const readHeaders = (from: string) => {
      let decoded = 0;
      for (const { header, references } of indexMbox(from).entries)
        decoded += (header.subject?.length ?? 0) + references.length;
      return decoded;
    };
    const index = medianMilliseconds(() => readHeaders(text), 9, 5);
    const fromBytes = medianMilliseconds(
      () => readHeaders(new SourceText(decodeText(bytes).text).text),
      5,
      1,
    );
    const parts = messages.map(({ headerRange, end }) =>
      new TextEncoder().encode(text.slice(text.indexOf('\n', headerRange.start) + 1, end)),
    );
    const peer = await medianMillisecondsAsync(
      async () => {
        for (const part of parts) await PostalMime.parse(part);
      },
      3,
      1,
    );
    const source = new SourceText(text);
    const decode = medianMilliseconds(
      () => parseMbox(source).map((message) => decodeMessage(source, message).text.length),
      3,
      1,
    );
    const named = {
      peer: `postal-mime ${postalMimeVersion}`,
      peerValue: megabytes / (peer / 1000),
    };
    const amount = `${Math.round(megabytes)} MB mbox, ${messages.length} messages`;
    return [
      {
        name: `index with decoded headers, ${amount}, from text`,
        value: megabytes / (index / 1000),
        unit: 'MB/s',
        ...named,
        remark: 'goal: at least 200 MB/s and 30 times the peer, which parses every message whole',
      },
      {
        name: `the same from bytes (UTF-8 decoded, line ends made LF)`,
        value: megabytes / (fromBytes / 1000),
        unit: 'MB/s',
        ...named,
      },
      {
        name: `readable text of every message, ${amount}`,
        value: megabytes / (decode / 1000),
        unit: 'MB/s',
        ...named,
      },
    ];
  },
};
