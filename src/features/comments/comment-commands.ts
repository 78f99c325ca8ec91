import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { removeReply, replaceReply } from '../../core/annotation/edit-replies';
import { toTimestamp } from '../../core/annotation/new-annotation';
import { splitNoteTags } from '../../core/annotation/note-tags';
import { withItsRelations } from '../../core/annotation/relations';
import { authorOf } from '../../host/author';
import type { Host } from '../../host/host';
import { annotate } from '../annotate/annotate-command';
import { targetOf, type AnnotationArguments } from '../annotate/annotation-arguments';
import { giveOpinion, replyToAnnotation } from '../annotate/reply-commands';
import { registerCommand } from '../register-command';
import { AnnotationComment, agreeLabel, DraftComment } from './annotation-comment';
import type { CommentThreads } from './comment-threads';

/** The commands of the buttons and menus in comment threads. */
export function registerCommentCommands(
  host: Host,
  threads: () => CommentThreads,
): vscode.Disposable {
  const submit = async ({ thread, text }: vscode.CommentReply) => {
    const id = threads().annotationOf(thread);
    if (id) await replyToAnnotation(host, { uri: thread.uri, id, note: text });
  };
  const write = async (given: AnnotationArguments = {}) => {
    const { document, ranges } = await targetOf(given instanceof vscode.Uri ? {} : given);
    const [range] = ranges;
    if (!range) throw new Error(vscode.l10n.t('Select the passage that the annotation is about.'));
    const { start, end } = range;
    const place = new vscode.Range(start.line, start.character, end.line, end.character);
    const author = (await authorOf(host.git, document.uri)) ?? '';
    threads().begin(document, place, author);
  };
  const show = (comment: AnnotationComment) => {
    // A new list tells the editor that one of the comments has changed.
    comment.thread.comments = [...comment.thread.comments];
  };
  const edit = (comment: AnnotationComment) => {
    comment.edit();
    show(comment);
  };
  const cancel = (comment: AnnotationComment | DraftComment) => {
    if (comment instanceof DraftComment) return threads().end();
    comment.leaveEditing();
    return show(comment);
  };
  const save = async (comment: AnnotationComment | DraftComment) => {
    const note = typeof comment.body === 'string' ? comment.body : comment.body.value;
    if (note.trim() === '') throw new Error(vscode.l10n.t('A note cannot be empty; delete it.'));
    if (comment instanceof DraftComment) {
      const { uri } = comment.thread;
      const range = threads().rangeBegun(await vscode.workspace.openTextDocument(uri));
      await saveDraft(host, { uri, ...(range ? { range } : {}) }, note);
      return threads().end();
    }
    await change(host, comment, (annotation) =>
      comment.reply ? replaceReply(annotation, comment.reply, note) : { ...annotation, note },
    );
    comment.mode = vscode.CommentMode.Preview;
    return threads().refresh(comment.thread);
  };
  const remove = (comment: AnnotationComment) =>
    change(host, comment, (annotation) =>
      comment.reply ? removeReply(annotation, comment.reply) : undefined,
    );
  const resolve = (resolved: boolean) => async (thread: vscode.CommentThread) => {
    const id = threads().annotationOf(thread);
    if (id) await setResolved(host, thread.uri, id, resolved);
  };
  return vscode.Disposable.from(
    registerCommand(host, 'writeNote', write),
    registerCommand(host, 'comments.submit', submit),
    registerCommand(host, 'comments.discard', ({ thread }: vscode.CommentReply) =>
      thread.dispose(),
    ),
    registerCommand(host, 'comments.edit', edit),
    registerCommand(host, 'comments.cancel', cancel),
    registerCommand(host, 'comments.save', save),
    registerCommand(host, 'comments.delete', remove),
    registerCommand(host, 'comments.resolve', resolve(true)),
    registerCommand(host, 'comments.reopen', resolve(false)),
  );
}

/** A note that was written in the text becomes an annotation, whose own thread takes the draft's place. */
async function saveDraft(host: Host, passage: AnnotationArguments, text: string): Promise<void> {
  const { note, tags } = splitNoteTags(text);
  const said = { ...(note ? { note } : {}), ...(tags.length > 0 ? { tags } : {}) };
  await annotate(host, { ...passage, kind: 'note', ...said });
}

/** A click on *Agree* or *Disagree*: a second one takes it back. */
export async function reactToComment(
  host: Host,
  comment: vscode.Comment,
  { label }: vscode.CommentReaction,
): Promise<void> {
  if (!(comment instanceof AnnotationComment)) return;
  const { annotation, thread } = comment;
  const opinion = label === agreeLabel ? 'agree' : 'disagree';
  await giveOpinion(host, opinion, { uri: thread.uri, id: annotation.id });
}

/**
 * Changes a comment's annotation; deletes it when nothing is left to say. A note is changed as it was
 * shown, since it is not shown anew while somebody edits it; a reply is looked for in the newest state.
 */
async function change(
  host: Host,
  { thread, annotation: shown, reply }: AnnotationComment,
  edit: (annotation: Annotation) => Annotation | undefined,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(thread.uri);
  const annotations = await host.annotations.load(document);
  const newest = annotations.find(({ annotation }) => annotation.id === shown.id)?.annotation;
  const base = reply ? newest : shown;
  const edited = base && edit(base);
  if (!newest || !base || (!edited && reply)) {
    throw new Error(vscode.l10n.t('The comment was changed or deleted by somebody else.'));
  }
  const modified = toTimestamp(Date.now());
  await host.annotations.change(
    document,
    edited
      ? [{ replace: reply ? edited : { ...edited, modified }, base }]
      : withItsRelations(base, annotations).map((gone) => ({ remove: gone.id, base: gone })),
  );
}

async function setResolved(
  host: Host,
  uri: vscode.Uri,
  id: string,
  resolved: boolean,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const annotations = await host.annotations.load(document);
  const found = annotations.find(({ annotation }) => annotation.id === id)?.annotation;
  if (!found) return;
  const { attributes = {}, ...said } = found;
  const { resolved: old, ...others } = attributes;
  void old;
  const now = resolved ? { ...others, resolved: true } : others;
  const kept = Object.keys(now).length > 0 ? { attributes: now } : {};
  await host.annotations.change(document, [{ replace: { ...said, ...kept }, base: found }]);
}
