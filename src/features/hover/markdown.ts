import * as vscode from 'vscode';
import { plainNote } from '../../core/annotation/plain-note';
import { displayText } from '../../core/entity/file/unsafe-text';
import { noteMarkdown } from './note-markdown';
import { escapeMarkdown, markdownLink, webUrl } from './safe-markdown';

/** Something that can be done from a hover: one of the extension's own commands. */
export interface HoverAction {
  readonly label: string;
  /** A codicon. */
  readonly icon: string;
  /** Without the prefix. */
  readonly command: string;
  readonly argument: unknown;
}

/**
 * A hover text built of parts. Whatever comes from files goes through `text`, which escapes it and
 * leaves deceptive characters out: no markup, link, image or icon of an archive's or a sidecar's is ever rendered. Only the commands
 * named at `command` and `actions` can be called from it. The same facts can be had as plain text.
 */
export class HoverText {
  readonly #markdown = new vscode.MarkdownString('', true);
  readonly #commands = new Set<string>();
  #plain = '';

  /** Text of files, shown as it is on one line. */
  text(text: string): this {
    const shown = displayText(text);
    this.#plain += shown.replaceAll(/\s+/g, ' ');
    this.#markdown.appendMarkdown(escapeMarkdown(shown));
    return this;
  }

  /** Our own Markdown: must hold nothing from files. */
  markdown(markdown: string): this {
    this.#plain += markdown.replaceAll(/\$\([a-z-]+\) ?|\*\*/g, '');
    this.#markdown.appendMarkdown(markdown);
    return this;
  }

  bold(text: string): this {
    return this.markdown('**').text(text).markdown('**');
  }

  /** A new line within the block. */
  line(): this {
    this.#plain += '\n';
    this.#markdown.appendMarkdown('  \n');
    return this;
  }

  /** A web link; anything that is not http(s) is shown as text. */
  link(label: string, address: string): this {
    const url = webUrl(address);
    if (!url) return this.text(label);
    this.#plain += `${label.replaceAll(/\s+/g, ' ')}: ${url}`;
    this.#markdown.appendMarkdown(markdownLink(label, url));
    return this;
  }

  /** A note of a file, line by line, with those marks of Markdown that are safe. */
  note(note: string): this {
    const lines = displayText(note).split('\n');
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.line();
      this.#plain += plainNote(line).replaceAll(/\s+/g, ' ');
      this.#markdown.appendMarkdown(noteMarkdown(line));
    }
    return this;
  }

  /** A fact that leads somewhere: in plain text the fact alone. */
  command(label: string, command: string, ...args: readonly unknown[]): this {
    const shown = displayText(label);
    this.#plain += shown.replaceAll(/\s+/g, ' ');
    this.#link(escapeMarkdown(shown), command, args);
    return this;
  }

  /** A line of what can be done, under a rule; plain text has no such line. */
  actions(actions: readonly HoverAction[]): this {
    const plain = this.#plain;
    for (const [index, { label, icon, command, argument }] of actions.entries()) {
      this.markdown(index === 0 ? '\n\n---\n\n' : ' &nbsp; ');
      this.#link(`$(${icon}) ${escapeMarkdown(label)}`, `archiveAnnotator.${command}`, [argument]);
    }
    this.#plain = plain;
    return this;
  }

  #link(markdown: string, command: string, args: readonly unknown[]): void {
    this.#commands.add(command);
    const query = encodeURIComponent(JSON.stringify(args));
    this.#markdown.appendMarkdown(`[${markdown}](command:${command}?${query})`);
  }

  toMarkdown(): vscode.MarkdownString {
    this.#markdown.isTrusted = { enabledCommands: [...this.#commands] };
    return this.#markdown;
  }

  /** The same facts as lines of plain text, without what can be done. */
  toPlainText(): string {
    return this.#plain
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n');
  }
}
