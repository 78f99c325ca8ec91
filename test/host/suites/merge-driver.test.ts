import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { closeAll, open, rangeOf, read, run, until } from '../editor';
import { Repository } from '../repository';

describe('merge driver', () => {
  afterEach(closeAll);

  it('merges what two branches have annotated, in repositories where it was asked for', async () => {
    const repository = await Repository.make('driver');
    const uri = await repository.annotate('a.txt');
    const sidecar = uri.with({ path: `${uri.path}.ann.yaml` });
    assert.equal(await run('installMergeDriver', { uri, asked: true }), true);
    assert.match(
      repository.git('config', '--local', 'merge.archive-annotations.driver'),
      /cli\.js/,
    );
    const attributes = `${repository.folder}/.gitattributes`;
    assert.equal(await read(attributes), '*.ann.yaml merge=archive-annotations\n');
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'base');

    const annotate = async (quote: string) => {
      const { document } = await open(uri);
      await run('annotate', { uri, range: rangeOf(document, quote), kind: 'note', note: quote });
      repository.git('commit', '--quiet', '--all', '--message', quote);
    };
    repository.git('checkout', '--quiet', '-b', 'side');
    await annotate('late');
    repository.git('checkout', '--quiet', 'main');
    await annotate('harbour master');
    repository.git('merge', '--quiet', 'side');
    const quotes = parse(await read(sidecar)).annotations.map(
      (it: { target: { quote: string } }) => it.target.quote,
    );
    assert.deepEqual(quotes, ['ferry', 'late', 'harbour master']);

    await run('removeMergeDriver', { uri, asked: true });
    assert.throws(() => repository.git('config', '--local', 'merge.archive-annotations.driver'));
    await until('.gitattributes is empty', async () => (await read(attributes)) === '');
  });
});
