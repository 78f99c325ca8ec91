import * as vscode from 'vscode';
import { entityOf } from '../core/annotation/entity-value';
import type { Sidecar, SidecarRecord } from '../core/annotation/read-sidecar';
import { danglingEntities, danglingRelations } from '../core/annotation/validate-references';
import { unknownTerms } from '../core/annotation/vocabulary';
import { problemsBetweenFiles } from '../core/entity/file/between-files';
import { inSlices } from '../core/in-slices';
import type { Problem } from '../core/problem';
import { DecodedOffsets } from '../core/text/decoded-offsets';
import { SourceText } from '../core/text/source-text';
import { isEntityFile } from '../host/entity-files';
import type { Host } from '../host/host';
import { messageOf } from '../host/log';
import { nextTurn } from '../host/next-turn';
import { forEachOpenDocument } from '../host/open-documents';
import { canHaveSidecar, isSidecar, sidecarUriOf, sourceUriOf } from '../host/sidecar-location';
import { isVocabularyFile } from '../host/vocabulary-store';
import { toEditorRange } from '../host/text-conversion';

const severities: Record<Problem['severity'], vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

/**
 * Tells at line and column what is wrong with the sidecars of open sources, with open sidecars and
 * with the workspace's entity files and vocabularies, and which annotations have lost their passage.
 */
export function registerDiagnostics(host: Host): vscode.Disposable {
  const sidecars = vscode.languages.createDiagnosticCollection('archive-annotations');
  const vocabularies = vscode.languages.createDiagnosticCollection('archive-vocabulary');
  const entities = vscode.languages.createDiagnosticCollection('archive-entities');

  const checked = new Map<string, vscode.Uri>();
  const checkSidecar = async (source: vscode.Uri) => {
    checked.set(source.toString(), source);
    const common = sidecarUriOf(source);
    try {
      const files = await host.sidecars.readAll(source);
      if (!files.some(({ uri }) => uri.toString() === common.toString())) sidecars.delete(common);
      const all = files.map(({ sidecar: { records } }) => records);
      for (const { uri, text, sidecar } of files) {
        const problems = [
          ...problemsOf(sidecar),
          ...danglingRelations(sidecar.records, all),
          ...(await unknownIn(host, source, text, sidecar)),
        ];
        sidecars.set(uri, diagnosticsOf(text, problems));
      }
    } catch (error) {
      const unreadable = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 1), messageOf(error));
      sidecars.set(common, [unreadable]);
    }
  };
  const checkAgain = () => Promise.all([...checked.values()].map(checkSidecar));
  const checkEntities = async () => {
    const files = await host.entities.files();
    const located = files.map(({ uri, file }) => ({ uri: uri.toString(), file }));
    const nameOf = (uri: string) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true));
    const between = await inSlices(problemsBetweenFiles(located, nameOf), nextTurn);
    entities.clear();
    for (const { uri, text, file } of files) {
      const others = between.get(uri.toString()) ?? [];
      entities.set(uri, diagnosticsOf(text, [...file.problems, ...others]));
    }
    for (const { uri, reason } of await host.entities.unreadable()) {
      entities.set(uri, [new vscode.Diagnostic(new vscode.Range(0, 0, 0, 1), reason)]);
    }
  };
  const checkVocabulary = async (uri: vscode.Uri) => {
    const stored = await host.vocabularies.read(uri);
    vocabularies.set(uri, stored && diagnosticsOf(stored.text, stored.vocabulary.problems));
    // What was unknown may be known now.
    await checkAgain();
  };
  const checkOpened = (document: vscode.TextDocument) => {
    const { uri } = document;
    if (isEntityFile(uri)) void checkEntities();
    else if (isVocabularyFile(uri)) void checkVocabulary(uri);
    else if (isSidecar(uri)) void checkSidecar(sourceUriOf(uri));
    else if (canHaveSidecar(document)) void checkSidecar(uri);
  };

  return vscode.Disposable.from(
    sidecars,
    entities,
    vocabularies,
    forEachOpenDocument(checkOpened),
    host.entities.onDidChange(checkEntities),
    host.entities.onDidChange(checkAgain),
    host.sidecars.onDidChange(checkSidecar),
    host.vocabularies.onDidChange(checkVocabulary),
  );
}

/** Terms that are not in the vocabulary, and entities that are nowhere. */
async function unknownIn(
  host: Host,
  source: vscode.Uri,
  text: string,
  { records }: Sidecar,
): Promise<Problem[]> {
  const vocabulary = (await host.vocabularies.of(source))?.vocabulary;
  const terms = vocabulary ? unknownTerms(records, vocabulary) : [];
  // Most sidecars name none: what is known need not be read for them.
  if (!records.some((record) => entityOf(record) !== undefined)) return terms;
  const registry = await host.entities.registry();
  return [...terms, ...danglingEntities(text, records, (id) => registry.get(id) !== undefined)];
}

function problemsOf(sidecar: Sidecar): readonly Problem[] {
  return [...sidecar.problems, ...sidecar.records.flatMap(withoutPlace)];
}

function withoutPlace({ annotation, range }: SidecarRecord): Problem[] {
  if (annotation?.state !== 'orphaned' && annotation?.state !== 'ambiguous') return [];
  const message =
    annotation.state === 'orphaned'
      ? vscode.l10n.t('The annotated passage is no longer in the source.')
      : vscode.l10n.t('The annotated passage may be at several places of the source.');
  return [{ range, severity: 'warning', code: annotation.state, message }];
}

function diagnosticsOf(text: string, problems: readonly Problem[]): vscode.Diagnostic[] {
  const source = new SourceText(text);
  // Ranges count the file's own line ends; editor positions do not know them.
  const offsets = new DecodedOffsets(text);
  return problems.map(({ range, message, severity, code }) => {
    const place = {
      start: offsets.toCanonical(range.start),
      end: offsets.toCanonical(range.end),
    };
    const diagnostic = new vscode.Diagnostic(
      toEditorRange(source, place),
      message,
      severities[severity],
    );
    diagnostic.code = code;
    diagnostic.source = 'Archive Annotator';
    return diagnostic;
  });
}
