import * as vscode from 'vscode';
import { vocabularyColors } from '../../core/annotation/vocabulary';
import type { Appearance, Look } from './appearance';

/** Lines under the text: each look has its own, so that colour is never the only sign. */
const lines: Record<Look, string | undefined> = {
  entity: 'dotted',
  note: 'solid',
  highlight: undefined,
  question: 'dashed',
  correction: 'double',
  suggested: undefined,
  edited: undefined,
};

/** Whether annotated text of this look has a line under it. */
export function hasLine(look: Look): boolean {
  return lines[look] !== undefined;
}

/** Looks that are worth a sign in the gutter: somebody wrote something, or has to decide. */
const gutterLooks: ReadonlySet<Look> = new Set<Look>([
  'note',
  'question',
  'correction',
  'suggested',
  'edited',
]);

/** The decoration types of all editors, made when first needed. */
export class DecorationTypes implements vscode.Disposable {
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  constructor(private readonly extensionUri: vscode.Uri) {}

  /**
   * For annotated text. An inner annotation has its line close to the letters, an outer one at the
   * lower edge of the text's line: both can be seen where they overlap.
   */
  text(appearance: Appearance, isInner: boolean): vscode.TextEditorDecorationType {
    const { look, color = '' } = appearance;
    return this.#get(`${look} ${color} ${isInner}`, () => textOptions(appearance, isInner));
  }

  /** For the gutter of the line where an annotation begins; undefined for looks without a sign. */
  gutter(look: Look): vscode.TextEditorDecorationType | undefined {
    if (!gutterLooks.has(look)) return undefined;
    return this.#get(`gutter ${look}`, () => ({
      gutterIconPath: vscode.Uri.joinPath(this.extensionUri, 'media', 'gutter', `${look}.svg`),
      gutterIconSize: '75%',
    }));
  }

  all(): Iterable<vscode.TextEditorDecorationType> {
    return this.#types.values();
  }

  #get(key: string, options: () => vscode.DecorationRenderOptions) {
    const known = this.#types.get(key);
    if (known) return known;
    const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
    const type = vscode.window.createTextEditorDecorationType({ rangeBehavior, ...options() });
    this.#types.set(key, type);
    return type;
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
    this.#types.clear();
  }
}

function textOptions({ look, color }: Appearance, isInner: boolean) {
  if (look === 'suggested' || look === 'edited') return boxOptions(look);
  const colors = color ? namedColors(color) : kindColors(look);
  const line = lines[look];
  const options: vscode.DecorationRenderOptions = {
    backgroundColor: colors.background,
    overviewRulerColor: colors.ruler,
    overviewRulerLane: vscode.OverviewRulerLane.Right,
  };
  if (!line) return { ...options, border: '1px solid', borderColor: colors.border };
  const width = line === 'double' ? 3 : 2;
  if (isInner) {
    const thickness = line === 'double' ? 1 : width;
    return { ...options, textDecoration: `underline ${line} ${thickness}px ${colors.css}` };
  }
  const borderWidth = `0 0 ${width}px 0`;
  return { ...options, borderStyle: line, borderWidth, borderColor: colors.border };
}

/** What waits for a person has a box round it. */
function boxOptions(look: 'suggested' | 'edited'): vscode.DecorationRenderOptions {
  const name = look === 'suggested' ? 'suggested' : 'review';
  return {
    border: look === 'suggested' ? '1px dashed' : '1px solid',
    borderColor: themeColor(`${name}Border`),
    overviewRulerColor: themeColor(`${name}OverviewRuler`),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
  };
}

function kindColors(look: Look) {
  return {
    background: themeColor(`${look}Background`),
    border: themeColor(`${look}Border`),
    ruler: themeColor(`${look}OverviewRuler`),
    css: cssColor(`archiveAnnotator.${look}Border`),
  };
}

/** A vocabulary's colour: names are the theme's own chart colours, which it makes readable. */
function namedColors(color: string) {
  const isNamed = vocabularyColors.includes(color as never);
  const css = isNamed ? cssColor(`charts.${color}`) : color;
  return {
    background: `color-mix(in srgb, ${css} 14%, transparent)`,
    border: isNamed ? new vscode.ThemeColor(`charts.${color}`) : color,
    ruler: isNamed ? new vscode.ThemeColor(`charts.${color}`) : color,
    css,
  };
}

function themeColor(name: string): vscode.ThemeColor {
  return new vscode.ThemeColor(`archiveAnnotator.${name}`);
}

/** A theme's colour where VS Code takes CSS only. */
function cssColor(id: string): string {
  return `var(--vscode-${id.replaceAll('.', '-')})`;
}
