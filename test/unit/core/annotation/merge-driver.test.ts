import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  mergeAttribute,
  mergeDriverCommand,
  withMergeAttribute,
  withoutMergeAttribute,
} from '../../../../src/core/annotation/merge-driver';

describe('the merge driver', () => {
  it('is named in .gitattributes once, at the end, and taken out again', () => {
    for (const text of ['', '*.txt text\n', '*.txt text\r\n*.eml -text\r\n']) {
      const added = withMergeAttribute(text);
      assert.ok(added.startsWith(text) && added.includes(mergeAttribute));
      assert.equal(withMergeAttribute(added), added);
      assert.equal(withoutMergeAttribute(added), text);
    }
    assert.equal(withMergeAttribute('*.txt text'), `*.txt text\n${mergeAttribute}\n`);
    assert.match(withMergeAttribute('*.txt text\r\n'), /yaml merge=\S+\r\n$/);
    const other = '*.ann.yaml merge=union\n';
    assert.equal(withoutMergeAttribute(other), other);
  });

  describe('in git', () => {
    let folder = '';
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), "merge driver's 100% "));
      git('init', '--quiet', '--initial-branch=main');
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    /** Merges two versions of a sidecar by a program; resolves to whether git was content, and the text. */
    function mergeBy(node: string, program: string): { isMerged: boolean; text: string } {
      const path = join(folder, "it's a.txt.ann.yaml");
      const commit = (text: string) => {
        writeFileSync(path, text);
        git('add', '--all');
        git('commit', '--quiet', '--message', text);
      };
      git('config', 'merge.archive-annotations.driver', mergeDriverCommand(node, program));
      writeFileSync(join(folder, '.gitattributes'), withMergeAttribute(''));
      commit('old\n');
      git('checkout', '--quiet', '-b', 'side');
      commit('theirs\n');
      git('checkout', '--quiet', 'main');
      commit('ours\n');
      let isMerged = true;
      try {
        git('merge', '--quiet', 'side');
      } catch {
        isMerged = false;
      }
      return { isMerged, text: readFileSync(path, 'utf8') };
    }

    it('runs our program with the versions and the path, whatever the names', () => {
      const program = join(folder, "pro'gram 50%.cjs");
      const write = 'require("fs").writeFileSync(process.argv[4], process.argv.slice(2).join("|"))';
      writeFileSync(program, write);
      const { isMerged, text } = mergeBy(process.execPath, program);
      assert.ok(isMerged);
      assert.match(text, /^merge\|\S+\|\S+\|\S+\|it's a\.txt\.ann\.yaml$/);
    });

    it('hands on that a person should look', () => {
      const program = join(folder, 'program.cjs');
      writeFileSync(
        program,
        'require("fs").writeFileSync(process.argv[4], "merged"); process.exit(1)',
      );
      assert.deepEqual(mergeBy(process.execPath, program), { isMerged: false, text: 'merged' });
    });

    it('leaves the markers of git when our program is gone or fails', () => {
      const { isMerged, text } = mergeBy(join(folder, 'no node'), join(folder, 'gone.cjs'));
      assert.equal(isMerged, false);
      assert.equal(text, '<<<<<<< ours\nours\n=======\ntheirs\n>>>>>>> theirs\n');
    });
  });
});
