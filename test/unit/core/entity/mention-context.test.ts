import assert from 'node:assert/strict';
import { mentionContext } from '../../../../src/core/entity/mention-context';
import { SourceText } from '../../../../src/core/text/source-text';

describe('the words around a mention', () => {
  const source = new SourceText(
    'ESBROOK -- The members of the Tidewater\nBureau met on Monday to count the waves that came ashore since the last meeting.',
  );
  const contextOf = (name: string) => {
    const start = source.text.indexOf(name);
    const context = mentionContext(source, { start, end: start + name.length });
    return [context.text, context.text.slice(context.name.start, context.name.end)];
  };

  it('stand on one line, without a word that is cut at the front', () => {
    assert.deepEqual(contextOf('Bureau'), [
      'The members of the Tidewater Bureau met on Monday to count the waves that came ashore since the',
      'Bureau',
    ]);
    assert.equal(contextOf('Tidewater\nBureau')[1], 'Tidewater Bureau');
  });

  it('begin with the text', () => {
    const [text, name] = contextOf('ESBROOK');
    assert.equal(name, 'ESBROOK');
    assert.ok(text!.startsWith('ESBROOK -- The'));
    assert.deepEqual(contextOf('The members')[0]!.slice(0, 14), 'ESBROOK -- The');
  });
});
