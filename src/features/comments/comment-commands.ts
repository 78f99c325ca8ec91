import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { removeReply, replaceReply } from '../../core/annotation/edit-replies';
import { toTimestamp } from '../../core/annotation/new-annotation';
import { splitNoteTags } from '../../core/annotation/note-tags';
import type { Host } from '../../host/host';
import { annotate } from '../annotate/annotate-command';
import { giveOpinion, replyToAnnotation } from '../annotate/reply-commands';
import { registerCommand } from '../register-command';
import { AnnotationComment, agreeLabel } from './annotation-comment';
import type { CommentThreads } from './comment-threads';

/** The commands of the buttons and menus in comment threads. */
export function registerCommentCommands(
  host: Host,
  threads: () => CommentThreads | undefined,
): vscode.Disposable {
  const submit = async ({ thread, text }: vscode.CommentReply) => {
    const id = threads()?.annotationOf(thread);
    const { uri } = thread;
    if (id) return replyToAnnotation(host, { uri, id, note: text });
    const { note, tags } = splitNoteTags(text);
    const said = { ...(note ? { note } : {}), ...(tags.length > 0 ? { tags } : {}) };
    const range = thread.range && (await wholeLines(uri, thread.range));
    await annotate(
      host,
      range ? { uri, range, kind: 'note', ...said } : { uri, kind: 'document', ...said },
    );
    // The annotation's own thread takes its place.
    thread.dispose();
    return undefined;
  };
  const show = (comment: AnnotationComment) => {
    // A new list tells the editor that one of the comments has changed.
    comment.thread.comments = [...comment.thread.comments];
  };
  const edit = (comment: AnnotationComment) => {
    comment.edit();
    show(comment);
  };
  const cancel = (comment: AnnotationComment) => {
    comment.leaveEditing();
    show(comment);
  };
  const save = async (comment: AnnotationComment) => {
    const note = typeof comment.body === 'string' ? comment.body : comment.body.value;
    if (note.trim() === '') throw new Error(vscode.l10n.t('A note cannot be empty; delete it.'));
    await change(host, comment, (annotation) =>
      comment.reply ? replaceReply(annotation, comment.reply, note) : { ...annotation, note },
    );
    comment.mode = vscode.CommentMode.Preview;
    await threads()?.refresh(comment.thread);
  };
  const remove = (comment: AnnotationComment) =>
    change(host, comment, (annotation) =>
      comment.reply ? removeReply(annotation, comment.reply) : undefined,
    );
  const resolve = (resolved: boolean) => async (thread: vscode.CommentThread) => {
    const id = threads()?.annotationOf(thread);
    if (id) await setResolved(host, thread.uri, id, resolved);
  };
  return vscode.Disposable.from(
    registerCommand(host, 'comments.submit', submit),
    registerCommand(host, 'comments.edit', edit),
    registerCommand(host, 'comments.cancel', cancel),
    registerCommand(host, 'comments.save', save),
    registerCommand(host, 'comments.delete', remove),
    registerCommand(host, 'comments.resolve', resolve(true)),
    registerCommand(host, 'comments.reopen', resolve(false)),
  );
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

/** Changes the newest state of a comment's annotation; deletes the annotation when nothing is left to say. */
async function change(
  host: Host,
  { thread, annotation: { id }, reply }: AnnotationComment,
  edit: (annotation: Annotation) => Annotation | undefined,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(thread.uri);
  const annotations = await host.annotations.load(document);
  const found = annotations.find(({ annotation }) => annotation.id === id);
  const edited = found && edit(found.annotation);
  if (!edited && (reply || !found)) {
    throw new Error(vscode.l10n.t('The comment was changed or deleted by somebody else.'));
  }
  const modified = toTimestamp(Date.now());
  await host.annotations.change(document, [
    edited ? { replace: reply ? edited : { ...edited, modified } } : { remove: id },
  ]);
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
  await host.annotations.change(document, [{ replace: { ...said, ...kept } }]);
}

/** A click in the margin gives an empty range: the line is meant. */
async function wholeLines(uri: vscode.Uri, range: vscode.Range): Promise<vscode.Range> {
  if (!range.isEmpty) return range;
  const document = await vscode.workspace.openTextDocument(uri);
  const { text, lineNumber } = document.lineAt(range.start.line);
  const start = text.length - text.trimStart().length;
  return new vscode.Range(lineNumber, start, lineNumber, text.trimEnd().length);
}
