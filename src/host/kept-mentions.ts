import * as vscode from 'vscode';
import {
  readStoredMentions,
  writeStoredMentions,
  type StoredMentions,
} from '../core/entity/stored-mentions';
import { inSlices } from '../core/in-slices';
import { messageOf, type Log } from './log';
import { nextTurn } from './next-turn';
import { readIfThere } from './text-files';

const fileName = 'mentions.jsonl';
/** Of a million files; what is larger was not written by us. */
const mostBytes = 200_000_000;

/** The counts of a workspace as they are kept between windows. */
export class KeptMentions {
  /** @param folder where the extension may keep things of the workspace; without one nothing is kept */
  constructor(
    private readonly folder: vscode.Uri | undefined,
    private readonly log: Log,
  ) {}

  /** What was kept for these names; nothing when that is of no use or not whole. */
  async read(names: string): Promise<StoredMentions> {
    try {
      const bytes = this.#file && (await readIfThere(this.#file, mostBytes));
      if (!bytes) return new Map();
      const text = new TextDecoder().decode(bytes);
      return (await inSlices(readStoredMentions(text, names), nextTurn)) ?? new Map();
    } catch (error) {
      this.log.warn(`The kept index is not read: ${messageOf(error)}`);
      return new Map();
    }
  }

  async write(names: string, files: StoredMentions): Promise<void> {
    if (!this.#file) return;
    try {
      const text = await inSlices(writeStoredMentions(names, files), nextTurn);
      await vscode.workspace.fs.writeFile(this.#file, new TextEncoder().encode(text));
    } catch (error) {
      this.log.warn(`The index was not kept: ${messageOf(error)}`);
    }
  }

  get #file(): vscode.Uri | undefined {
    return this.folder && vscode.Uri.joinPath(this.folder, fileName);
  }
}
