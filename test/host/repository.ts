import { execFileSync } from 'node:child_process';
import type * as vscode from 'vscode';
import { open, rangeOf, run, workspaceUri, write } from './editor';

export const sourceText = 'The ferry was late, the harbour master said on Friday.\n';

let made = 0;

/** A repository of its own inside the workspace, with one commit unless it is to be unborn. */
export class Repository {
  private constructor(readonly folder: string) {}

  static async make(name: string, isUnborn = false): Promise<Repository> {
    const repository = new Repository(`Repositories/${name}-${++made}`);
    await repository.write('readme.txt', 'A repository.\n');
    repository.git('init', '--quiet', '--initial-branch=main');
    repository.git('config', 'user.name', 'Anna Reader');
    repository.git('config', 'user.email', 'anna.reader@archive.example');
    if (isUnborn) return repository;
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'first');
    return repository;
  }

  in(folder: string): Repository {
    return new Repository(`${this.folder}/${folder}`);
  }

  get path(): string {
    return workspaceUri(...this.folder.split('/')).fsPath;
  }

  git(...args: string[]): string {
    const cwd = this.path;
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  write(name: string, content: string): Promise<vscode.Uri> {
    return write(`${this.folder}/${name}`, content);
  }

  /** Writes a source and annotates a word of it. */
  async annotate(name: string, text = sourceText): Promise<vscode.Uri> {
    const uri = await this.write(name, text);
    const { document } = await open(uri);
    await run('annotate', { uri, range: rangeOf(document, 'ferry'), kind: 'highlight' });
    return uri;
  }

  get status(): string[] {
    const args = ['status', '--porcelain', '-z', '--untracked-files=all'];
    return this.git(...args)
      .split('\0')
      .filter(Boolean)
      .sort();
  }

  get committed(): string[] {
    const args = ['show', '--name-only', '--format=', '-z', 'HEAD'];
    return this.git(...args)
      .split('\0')
      .filter(Boolean)
      .sort();
  }
}
