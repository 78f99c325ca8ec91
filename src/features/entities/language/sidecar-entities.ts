import * as vscode from 'vscode';
import type { FieldValue } from '../../../core/annotation/sidecar-field';
import { isRecord } from '../../../core/annotation/record-value';
import type { SidecarRecord } from '../../../core/annotation/read-sidecar';
import type { Host } from '../../../host/host';
import { HoverText } from '../../hover/markdown';
import { entityIdCard } from '../entity-id-card';
import { entityItems } from './entity-items';

/** What `entity:` can say in a sidecar: what the annotated words may name first, then what was typed. */
export async function sidecarEntities(
  host: Host,
  document: vscode.TextDocument,
  position: vscode.Position,
  { range: { start, end } }: FieldValue,
): Promise<vscode.CompletionList> {
  const { line, character } = position;
  const range = new vscode.Range(line, start, line, Math.max(end, character));
  const written = document.getText(new vscode.Range(line, start, line, Math.max(start, character)));
  const typed = written.replace(/^["']/, '');
  const registry = await host.entities.registry();
  const quote = await quoteAt(host, document, position);
  const candidates = quote === undefined ? [] : registry.candidates(quote.replaceAll(/\s+/g, ' '));
  const first = candidates.filter(({ id, name }) => fits(typed, id) || fits(typed, name));
  const items = await entityItems(host, { range, typed, first });
  // The next letter may bring others.
  return new vscode.CompletionList(items, true);
}

/** The card of the entity whose id stands in a sidecar, or that there is none. */
export async function sidecarEntityCard(host: Host, id: string): Promise<vscode.MarkdownString> {
  const entity = (await host.entities.registry()).get(id);
  if (entity) return entityIdCard(host, entity);
  const unknown = vscode.l10n.t('in no entity file');
  return new HoverText().bold(id).text(` · ${unknown}`).toMarkdown();
}

/** The annotated words of the record at a place, also when the rest of it is wrong. */
export async function quoteAt(
  host: Host,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<string | undefined> {
  const record = await recordAt(host, document, position);
  return record && quoteOf(record);
}

async function recordAt(
  host: Host,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<SidecarRecord | undefined> {
  const stored = await host.sidecars.readFile(document.uri).catch(() => undefined);
  const offset = document.offsetAt(position);
  return stored?.sidecar.records.find(({ range }) => range.start <= offset && offset < range.end);
}

function quoteOf({ value }: SidecarRecord): string | undefined {
  const target = isRecord(value) ? value['target'] : undefined;
  const first: unknown = Array.isArray(target) ? target[0] : target;
  const quote = isRecord(first) ? first['quote'] : undefined;
  return typeof quote === 'string' ? quote : undefined;
}

function fits(typed: string, text: string): boolean {
  return text.toLowerCase().includes(typed.trim().toLowerCase());
}
