import * as vscode from 'vscode';

/**
 * A hover text built of parts. Whatever comes from files goes through `text`, which escapes it: no
 * markup, link, image or icon of an archive's or a sidecar's is ever rendered. Only the commands
 * named at `command` can be called from it.
 */
export class HoverText {
  readonly #markdown = new vscode.MarkdownString('', true);
  readonly #commands = new Set<string>();

  /** Text of files, shown as it is on one line. */
  text(text: string): this {
    this.#markdown.appendMarkdown(escapeMarkdown(text));
    return this;
  }

  /** Our own Markdown: must hold nothing from files. */
  markdown(markdown: string): this {
    this.#markdown.appendMarkdown(markdown);
    return this;
  }

  bold(text: string): this {
    return this.markdown('**').text(text).markdown('**');
  }

  /** A new line within the block. */
  line(): this {
    return this.markdown('  \n');
  }

  /** A web link; anything that is not http(s) is shown as text. */
  link(label: string, address: string): this {
    const url = /^https?:\/\//i.test(address) ? safeUrl(address) : undefined;
    return url ? this.markdown('[').text(label).markdown(`](${url})`) : this.text(label);
  }

  command(label: string, command: string, ...args: readonly unknown[]): this {
    this.#commands.add(command);
    const query = encodeURIComponent(JSON.stringify(args));
    return this.markdown('[').text(label).markdown(`](command:${command}?${query})`);
  }

  toMarkdown(): vscode.MarkdownString {
    this.#markdown.isTrusted = { enabledCommands: [...this.#commands] };
    return this.#markdown;
  }
}

/**
 * Escapes what Markdown, its extensions (tables, bare links), HTML and VS Code's `$(icon)` syntax
 * would interpret, and no more, so that the text stays readable where it is read as it is. White
 * space is folded: the text is one line.
 */
export function escapeMarkdown(text: string): string {
  const encode = (mark: string) => `&#${mark.codePointAt(0)};`;
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]<>&|~@]|\$(?=\()|:(?=\/\/)/g, encode)
    .replaceAll(/\bwww\./gi, (start) => start.slice(0, 3) + encode('.'))
    .replace(
      /^( ?)([-+#=]|\d{1,9}(?=[.)]))/,
      (_, blank: string, mark: string) => blank + encode(mark) + mark.slice(1),
    );
}

function safeUrl(address: string): string | undefined {
  try {
    return vscode.Uri.parse(address, true)
      .toString()
      .replaceAll(/[()\\<>"]/g, encodeURIComponent)
      .replaceAll('(', '%28')
      .replaceAll(')', '%29');
  } catch {
    return undefined;
  }
}
