import * as vscode from 'vscode';
import { senderName } from '../../core/message/mail/sender-name';
import { listMessages, type ListedMessage } from '../../core/message/mbox/message-list';
import { inSlices } from '../../core/in-slices';
import type { ReadableMessages } from '../../core/message/readable-message';
import { shorten } from '../../core/text/shorten';
import { Debounce } from '../../host/debounce';
import { documentInFront } from '../../host/document-in-front';
import type { Host } from '../../host/host';
import { annotatedFileOf } from '../../host/message-uri';
import { messageLanguage } from '../../host/messages';
import { nextTurn } from '../../host/next-turn';
import { registerCommand } from '../register-command';
import type { MessageArguments } from './open-message';

export const messagesViewId = 'archiveAnnotator.messages';

/** A row of the view: a message and what answers it. */
export interface MessageRow extends ListedMessage {
  readonly file: vscode.Uri;
}

const pauseMilliseconds = 200;

/** The messages of the file in front, by date or by thread; shown only where there are several. */
export function registerMessagesView(host: Host): vscode.Disposable {
  const tree = new MessagesTree(host);
  const view = vscode.window.createTreeView(messagesViewId, {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const refresh = new Debounce<void>(pauseMilliseconds, () => void tree.refresh());
  tree.onDidRefresh((description) => (view.description = description));
  refresh.schedule();
  return vscode.Disposable.from(
    view,
    tree,
    refresh,
    vscode.window.onDidChangeActiveTextEditor(() => refresh.schedule()),
    vscode.workspace.onDidOpenTextDocument(() => refresh.schedule()),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && tree.shows(document.uri)) refresh.schedule();
    }),
    registerCommand(host, 'messagesByThread', () => tree.change({ order: 'thread' })),
    registerCommand(host, 'messagesByDate', () => tree.change({ order: 'date' })),
    registerCommand(host, 'clearMessageFilter', () => tree.change({ filter: '' })),
    registerCommand(host, 'filterMessages', async (given?: unknown) => {
      const filter = typeof given === 'string' ? given : await askFilter(tree.filter);
      if (filter !== undefined) await tree.change({ filter });
    }),
  );
}

function askFilter(value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Filter Messages'),
    prompt: vscode.l10n.t('Words of the subject, the sender or the date'),
    value,
  });
}

class MessagesTree implements vscode.TreeDataProvider<MessageRow>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #refreshed = new vscode.EventEmitter<string>();
  /** Fires with what stands beside the view's title. */
  readonly onDidRefresh = this.#refreshed.event;
  readonly #host: Host;
  #document: vscode.TextDocument | undefined;
  #file: vscode.Uri | undefined;
  #messages: ReadableMessages | undefined;
  /** Of two readings the one that was asked for last counts, whichever ends last. */
  #reading = 0;
  #refreshing = Promise.resolve();
  #options: { order: 'date' | 'thread'; filter: string } = { order: 'thread', filter: '' };

  constructor(host: Host) {
    this.#host = host;
  }

  get filter(): string {
    return this.#options.filter;
  }

  shows(uri: vscode.Uri): boolean {
    return this.#file?.toString() === uri.toString();
  }

  async change(options: Partial<{ order: 'date' | 'thread'; filter: string }>): Promise<void> {
    this.#options = { ...this.#options, ...options };
    await this.refresh();
  }

  /** Looks at the file in front; a document of one message leaves the list of its file. */
  refresh(): Promise<void> {
    return (this.#refreshing = this.#refresh());
  }

  async #refresh(): Promise<void> {
    const reading = ++this.#reading;
    const document = (this.#document = documentInFront(this.#document));
    const isOurs = document?.languageId === messageLanguage;
    const file = isOurs ? annotatedFileOf(document.uri) : undefined;
    const messages = file && (await this.#read(file));
    if (reading !== this.#reading) return this.#refreshing;
    const several = messages !== undefined && messages.parsed.messages.length > 1;
    if (!this.shows(file ?? vscode.Uri.file('/'))) this.#options = { ...this.#options, filter: '' };
    this.#file = several ? file : undefined;
    this.#messages = several ? messages : undefined;
    const { order, filter } = this.#options;
    const kind = messages?.parsed.kind ?? 'plain';
    await Promise.all([
      setContext('severalMessages', several),
      setContext('decodable', kind !== 'plain' && kind !== 'extracted'),
      setContext('messages.threaded', order === 'thread'),
      setContext('messages.filtered', filter !== ''),
    ]);
    this.#refreshed.fire(filter === '' ? '' : `“${filter}”`);
    this.#changed.fire();
  }

  async #read(file: vscode.Uri): Promise<ReadableMessages | undefined> {
    try {
      return await this.#host.messageFiles.read(file);
    } catch (error) {
      this.#host.log.warn(String(error));
      return undefined;
    }
  }

  async getChildren(row?: MessageRow): Promise<MessageRow[]> {
    const [file, messages] = [this.#file, this.#messages];
    if (!file || !messages) return [];
    const listed = row ? row.answers : await this.#list(messages);
    return listed.map((one) => ({ ...one, file }));
  }

  /** Thousands of headers are read a few at a time. */
  async #list(messages: ReadableMessages): Promise<readonly ListedMessage[]> {
    const title = vscode.l10n.t('Listing messages');
    const location = vscode.ProgressLocation.Window;
    return vscode.window.withProgress({ location, title }, async () => {
      await inSlices(messages.index(), nextTurn);
      const { source, parsed } = messages;
      return inSlices(listMessages(source, parsed.messages, this.#options), nextTurn);
    });
  }

  getTreeItem({ message, answers, index, file }: MessageRow): vscode.TreeItem {
    const { subject, from, date, isoDate } = message.header;
    const label = shorten(subject ?? '', 120) || vscode.l10n.t('(no subject)');
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, answers.length > 0 ? Collapsed : None);
    const sender = from ? senderName(from) : '';
    const day = isoDate?.slice(0, 10) ?? date ?? '';
    item.id = `${file.toString()}#${index}`;
    item.description = [sender, day].filter(Boolean).join(' · ');
    item.tooltip = [subject, from, date].filter(Boolean).join('\n');
    item.iconPath = new vscode.ThemeIcon(answers.length > 0 ? 'comment-discussion' : 'mail');
    item.contextValue = 'message';
    item.accessibilityInformation = { label: `${label}. ${item.description}` };
    const given: MessageArguments = { uri: file, index };
    const title = vscode.l10n.t('Open Message');
    item.command = { command: 'archiveAnnotator.openMessage', title, arguments: [given] };
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(this.#changed, this.#refreshed).dispose();
  }
}

function setContext(name: string, value: unknown): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', `archiveAnnotator.${name}`, value);
}

/** The argument that a row of the view passes to a command. */
export function referenceOfMessageRow({ file, index }: MessageRow): MessageArguments {
  return { uri: file, index };
}

/** Whether a command was called from a row of the view. */
export function isMessageRow(value: unknown): value is MessageRow {
  return typeof value === 'object' && value !== null && 'answers' in value && 'file' in value;
}
