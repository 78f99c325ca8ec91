import * as vscode from 'vscode';
import { loadGazetteer, type Gazetteer } from '../core/entity/gazetteer/gazetteer';
import {
  loadRecogniser,
  type RecogniserData,
  type RecogniserModel,
} from '../core/entity/recogniser/recogniser-data';
import { messageOf, type Log } from './log';

/** What comes with the extension to know names by; each is read when it is first asked for. */
export class ShippedNames {
  #gazetteer: Promise<Gazetteer | undefined> | undefined;
  #recogniser: Promise<RecogniserModel | undefined> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {}

  /** Places and organisations of the world. */
  gazetteer(): Promise<Gazetteer | undefined> {
    return (this.#gazetteer ??= this.#loadData('gazetteer.json', loadGazetteer));
  }

  /** The model that recognises names which stand in no list. */
  recogniser(): Promise<RecogniserModel | undefined> {
    const load = (data: unknown) => loadRecogniser(data as RecogniserData);
    return (this.#recogniser ??= this.#loadData('recogniser.json', load));
  }

  /** A data file of the extension; without it the feature is off and the log says why. */
  async #loadData<Data>(name: string, load: (data: unknown) => Data): Promise<Data | undefined> {
    const uri = vscode.Uri.joinPath(this.extensionUri, 'dist', name);
    try {
      return load(JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))));
    } catch (error) {
      this.log.error(`${name} could not be read: ${messageOf(error)}`);
      return undefined;
    }
  }
}
