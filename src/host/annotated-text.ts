import type * as vscode from 'vscode';
import type { AnchoredAnnotation } from '../core/annotation/anchor/anchored-annotation';
import {
  anchorInMessages,
  anchorInMessagesInSteps,
  type AnnotatedFile,
} from '../core/annotation/anchor/anchor-in-messages';
import { inFile, inMessage } from '../core/annotation/anchor/translate-places';
import type { Annotation, SidecarSource } from '../core/annotation/annotation';
import type { SidecarChange } from '../core/annotation/edit-sidecar';
import type { Sidecar } from '../core/annotation/read-sidecar';
import { settleAnnotations } from '../core/annotation/settle-annotations';
import { inSlices } from '../core/in-slices';
import type { ReadableMessage } from '../core/message/readable-message';
import { contentIdentityOf } from './content-identity';
import type { Git } from './git';
import { readableMessagesOf, type MessageFiles } from './message-files';
import { messageReferenceOf } from './message-uri';
import { fileNameOf } from './messages';
import { nextTurn } from './next-turn';
import { sourceTextOf } from './text-conversion';

/**
 * The text that the annotations of a document are counted in, and the file beside which they are
 * kept. A document is a whole file, whose annotations count its own text or name a message of it; or
 * it shows one message, and has the annotations of that message and those of the file that stand in
 * it. The sidecar is always the file's.
 */
export class AnnotatedText {
  private constructor(
    readonly uri: vscode.Uri,
    readonly file: AnnotatedFile,
    /** What the sidecar says of the file's present text. */
    readonly identity: SidecarSource,
    /** The message that is shown; absent for a whole file. */
    readonly message?: ReadableMessage,
  ) {}

  /** @throws vscode.FileSystemError when the document shows a message that is gone. */
  static async of(document: vscode.TextDocument, files: MessageFiles): Promise<AnnotatedText> {
    const reference = messageReferenceOf(document.uri);
    if (!reference) {
      const source = sourceTextOf(document);
      const messages = () => readableMessagesOf(document);
      return AnnotatedText.ofFile(document.uri, { source, messages });
    }
    const message = await files.message(document.uri);
    const messages = await files.read(reference.file);
    const { source } = messages;
    const file = { source, messages: () => messages, preferred: message.message };
    return AnnotatedText.ofFile(reference.file, file, message);
  }

  static async ofFile(
    uri: vscode.Uri,
    file: AnnotatedFile,
    message?: ReadableMessage,
  ): Promise<AnnotatedText> {
    const identity = { name: fileNameOf(uri), ...(await contentIdentityOf(file.source)) };
    return new AnnotatedText(uri, file, identity, message);
  }

  /** The annotations of a sidecar that are shown here, with their places in the document's text. */
  async anchor(
    sidecar: Sidecar,
    git: Git,
    seen?: ReadonlyMap<string, string>,
  ): Promise<AnchoredAnnotation[]> {
    const { message, file, identity } = this;
    const recorded = sidecar.source;
    const annotations = annotationsOf(sidecar).filter(
      ({ target: [selector] }) =>
        !message || !selector?.message || selector.message === message.identity,
    );
    const context = { recorded, identity, oldText: await this.oldText(recorded, git, seen) };
    const steps = anchorInMessagesInSteps(annotations, file, context);
    const anchored = await inSlices(steps, nextTurn);
    return message
      ? anchored.flatMap((found) => inMessage(found, message) ?? [])
      : anchored.map(inFile);
  }

  /**
   * The text that a sidecar was written against, when it is another one and is known.
   *
   * @param seen texts that the editor had, by SHA-256; every other one git may have
   */
  async oldText(
    recorded: SidecarSource | undefined,
    git: Git,
    seen?: ReadonlyMap<string, string>,
  ): Promise<string | undefined> {
    if (!recorded || recorded.sha256 === this.identity.sha256) return undefined;
    return seen?.get(recorded.sha256) ?? (await git.textOf(this.uri, recorded));
  }

  /** The same of several sidecars: the texts that are known, by SHA-256. */
  async oldTexts(
    sidecars: readonly Sidecar[],
    git: Git,
    seen?: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for (const { source } of sidecars) {
      if (!source || texts.has(source.sha256)) continue;
      const text = await this.oldText(source, git, seen);
      if (text !== undefined) texts.set(source.sha256, text);
    }
    return texts;
  }

  /**
   * What has to be written with any other change when the sidecar was written against another text:
   * where all its annotations are now, and what they are counted in.
   *
   * @param followed places that the editor has followed through every edit since, by id
   */
  settle(
    sidecar: Sidecar,
    followed: ReadonlyMap<string, AnchoredAnnotation>,
    oldText: string | undefined,
  ): SidecarChange[] {
    const { file, identity } = this;
    const recorded = sidecar.source;
    if (recorded?.sha256 === identity.sha256) return [];
    const settled: AnchoredAnnotation[] = [];
    const others: Annotation[] = [];
    for (const annotation of annotationsOf(sidecar)) {
      const place = followed.get(annotation.id);
      if (place && sameTarget(place.annotation, annotation)) settled.push({ ...place, annotation });
      else others.push(annotation);
    }
    settled.push(...anchorInMessages(others, file, { recorded, identity, oldText }));
    const replaced = settleAnnotations(settled, file.source);
    return [{ source: identity }, ...replaced.map((annotation) => ({ replace: annotation }))];
  }
}

export function annotationsOf(sidecar: Sidecar): Annotation[] {
  return sidecar.records.flatMap(({ annotation }) => annotation ?? []);
}

export function sameTarget(one: Annotation, other: Annotation): boolean {
  return JSON.stringify(one.target) === JSON.stringify(other.target);
}
