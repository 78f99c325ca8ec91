import { changeSidecarFile } from '../../src/commands/change-sidecar-file';
import { annotateCommand } from '../../src/commands/annotate';
import type { Command } from '../../src/commands/command';
import { reanchorCommand } from '../../src/commands/reanchor';
import type { SidecarChange } from '../../src/core/annotation/edit-sidecar';
import { readSidecar } from '../../src/core/annotation/read-sidecar';

/** Something that changes a sidecar through the code of the command line. */
export type Operation =
  | { readonly kind: 'annotate'; readonly directory: string; readonly args: readonly string[] }
  | { readonly kind: 'reanchor'; readonly directory: string; readonly file: string }
  | { readonly kind: 'note'; readonly path: string; readonly id: string; readonly note: string }
  | { readonly kind: 'reply'; readonly path: string; readonly id: string; readonly note: string }
  | { readonly kind: 'remove'; readonly path: string; readonly id: string };

/** Carries an operation out; resolves to what the command printed. */
export async function perform(operation: Operation): Promise<string> {
  switch (operation.kind) {
    case 'annotate':
      return await run(annotateCommand, operation.directory, ...operation.args);
    case 'reanchor':
      return await run(reanchorCommand, operation.directory, '--write', '--json', operation.file);
    default:
      await changeSidecarFile(operation.path, (text) => [changeOf(operation, text)]);
      return '';
  }
}

/** Runs a command in this process; an exit code of wrong use is an error. */
export async function run(command: Command, directory: string, ...args: string[]): Promise<string> {
  let out = '';
  let error = '';
  const code = await command.run(args, {
    directory,
    out: (text) => (out += text),
    error: (text) => (error += text),
  });
  if (code === 2) throw new Error(error);
  return out;
}

function changeOf(operation: Extract<Operation, { path: string }>, text: string): SidecarChange {
  const { id } = operation;
  if (operation.kind === 'remove') return { remove: id };
  const annotation = readSidecar(text).records.find(
    (record) => record.annotation?.id === id,
  )?.annotation;
  if (!annotation) throw new Error(`${id} is not in the sidecar`);
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  if (operation.kind === 'note')
    return { replace: { ...annotation, note: operation.note, modified: now } };
  const reply = { by: 'b', created: now, note: operation.note };
  return { replace: { ...annotation, replies: [...(annotation.replies ?? []), reply] } };
}
