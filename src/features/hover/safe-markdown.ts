import * as vscode from 'vscode';

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

/** @param url as `webUrl` gives it */
export function markdownLink(label: string, url: string): string {
  return `[${escapeMarkdown(label)}](${url})`;
}

/** An address as it may stand in a link; undefined for anything that is not http(s). */
export function webUrl(address: string): string | undefined {
  return /^https?:\/\//i.test(address) ? safeUrl(address) : undefined;
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
