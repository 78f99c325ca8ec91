import * as vscode from 'vscode';
import type { Annotation, Reply } from '../../core/annotation/annotation';
import { conversation, opinions } from '../../core/annotation/opinions';

export const agreeLabel = vscode.l10n.t('Agree');
const disagreeLabel = vscode.l10n.t('Disagree');

/** What is shown where nobody signed. */
const unsigned = vscode.l10n.t('Unsigned');

/** An annotation's note, or one of its replies, as a comment. */
export class AnnotationComment implements vscode.Comment {
  body: string | vscode.MarkdownString;
  mode = vscode.CommentMode.Preview;
  readonly author: vscode.CommentAuthorInformation;
  readonly contextValue: string;
  readonly timestamp?: Date;
  readonly label?: string;
  readonly reactions?: vscode.CommentReaction[];

  /** @param reply the reply that it shows; the annotation's own note when absent */
  constructor(
    readonly thread: vscode.CommentThread,
    readonly annotation: Annotation,
    readonly reply?: Reply,
  ) {
    const { by, created, note } = reply ?? annotation;
    this.body = untrusted(note ?? '');
    this.author = { name: by ?? unsigned };
    this.contextValue = reply ? 'reply' : 'note';
    if (created) this.timestamp = new Date(created);
    if (!reply && annotation.modified) this.label = vscode.l10n.t('edited');
    if (!reply) this.reactions = reactionsOf(annotation);
  }

  get note(): string {
    return (this.reply ?? this.annotation).note ?? '';
  }

  /** Shows the Markdown as it is written, to be edited. */
  edit(): void {
    this.body = this.note;
    this.mode = vscode.CommentMode.Editing;
  }

  leaveEditing(): void {
    this.body = untrusted(this.note);
    this.mode = vscode.CommentMode.Preview;
  }
}

/** A note that is being written and is nowhere stored yet. */
export class DraftComment implements vscode.Comment {
  body: string | vscode.MarkdownString = '';
  readonly mode = vscode.CommentMode.Editing;
  readonly contextValue = 'draft';

  constructor(
    readonly thread: vscode.CommentThread,
    readonly author: vscode.CommentAuthorInformation,
  ) {}
}

export function commentsOf(
  thread: vscode.CommentThread,
  annotation: Annotation,
): AnnotationComment[] {
  return [
    new AnnotationComment(thread, annotation),
    ...conversation(annotation).map((reply) => new AnnotationComment(thread, annotation, reply)),
  ];
}

/** No commands, no HTML, no icons; and no images, which would call somebody's server when shown. */
function untrusted(note: string): vscode.MarkdownString {
  return new vscode.MarkdownString(note.replaceAll('![', '!\\['));
}

function reactionsOf(annotation: Annotation): vscode.CommentReaction[] {
  const { agree, disagree } = opinions(annotation);
  const reaction = (label: string, holders: readonly string[]) => ({
    label,
    iconPath: '',
    count: holders.length,
    authorHasReacted: false,
  });
  return [reaction(agreeLabel, agree), reaction(disagreeLabel, disagree)];
}
