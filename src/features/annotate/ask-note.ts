import * as vscode from 'vscode';
import type { AnnotationKind } from '../../core/annotation/annotation';
import { joinNoteTags, splitNoteTags, type TaggedNote } from '../../core/annotation/note-tags';
import type { KnownTerm } from '../../core/annotation/known-terms';
import { shorten } from '../../core/text/shorten';
import { kindPresentations } from './annotation-kinds';
import { askTags } from './ask-tags';

/** What a note is asked about. */
export interface NoteQuestion {
  readonly kind: AnnotationKind;
  /** The passage, shown above the box. */
  readonly quote: string;
  /** Present note and tags, when they are edited. */
  readonly present?: TaggedNote;
  /** The tags that the box's button offers; without them there is no button. */
  readonly tags?: readonly KnownTerm[];
}

/**
 * Asks for a note in one line: `#tag` words at its end are its tags; a `#` alone there, or the button of
 * the box, chooses them from a list. Undefined when the user leaves.
 */
export async function askNote(question: NoteQuestion): Promise<TaggedNote | undefined> {
  const { kind, quote, present, tags } = question;
  const { label } = kindPresentations[kind];
  const about = shorten(quote, 60);
  let typed = present ? joinNoteTags(present.note, present.tags).replaceAll('\n', ' ⏎ ') : '';
  for (;;) {
    const answer = await askLine({
      title: present ? vscode.l10n.t('Edit {0}', label) : label,
      prompt: about ? `“${about}”` : '',
      value: typed,
      offersTags: tags !== undefined,
    });
    if (!answer) return undefined;
    const { note, tags: chosen } = splitNoteTags(answer.text);
    if (!answer.wantsTags) return { note: note.replaceAll(/ ?⏎ ?/g, '\n'), tags: chosen };
    typed = joinNoteTags(note, (await askTags(tags ?? [], chosen)) ?? chosen);
  }
}

interface Line {
  readonly text: string;
  readonly wantsTags: boolean;
}

function askLine(options: {
  title: string;
  prompt: string;
  value: string;
  offersTags: boolean;
}): Promise<Line | undefined> {
  const box = vscode.window.createInputBox();
  box.title = options.title;
  box.prompt = options.prompt;
  box.value = options.value;
  // The cursor stands behind the note, and nothing of it is overwritten by the first key.
  box.valueSelection = [options.value.length, options.value.length];
  box.placeholder = options.offersTags
    ? vscode.l10n.t('Markdown; #words at the end are tags, # alone lists them')
    : vscode.l10n.t('Markdown');
  if (options.offersTags) {
    const tooltip = vscode.l10n.t('Choose Tags…');
    box.buttons = [{ iconPath: new vscode.ThemeIcon('tag'), tooltip }];
  }
  return new Promise((resolve) => {
    const end = (line: Line | undefined) => {
      resolve(line);
      box.dispose();
    };
    box.onDidAccept(() => {
      const text = box.value.trimEnd();
      if (options.offersTags && /(?:^|\s)#$/.test(text)) {
        return end({ text: text.slice(0, -1), wantsTags: true });
      }
      if (text.trim() !== '') return end({ text, wantsTags: false });
      box.validationMessage = vscode.l10n.t('Write something, or press Escape to leave.');
    });
    box.onDidChangeValue(() => (box.validationMessage = undefined));
    box.onDidTriggerButton(() => end({ text: box.value, wantsTags: true }));
    box.onDidHide(() => end(undefined));
    box.show();
  });
}
