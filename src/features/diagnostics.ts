import * as vscode from 'vscode';
import type { Sidecar, SidecarRecord } from '../core/annotation/read-sidecar';
import { unknownTerms } from '../core/annotation/vocabulary';
import type { Problem } from '../core/problem';
import { SourceText } from '../core/text/source-text';
import { isEntityFile } from '../host/entity-store';
import type { Host } from '../host/host';
import { messageOf } from '../host/log';
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
    const uri = sidecarUriOf(source);
    try {
      const stored = await host.sidecars.read(source);
      const vocabulary = stored && (await host.vocabularies.of(source))?.vocabulary;
      const unknown = vocabulary ? unknownTerms(stored.sidecar.records, vocabulary) : [];
      const problems = stored && [...problemsOf(stored.sidecar), ...unknown];
      sidecars.set(uri, problems && diagnosticsOf(stored.text, problems));
    } catch (error) {
      const unreadable = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 1), messageOf(error));
      sidecars.set(uri, [unreadable]);
    }
  };
  const checkEntities = async () => {
    entities.clear();
    for (const { uri, text, file } of await host.entities.files()) {
      entities.set(uri, diagnosticsOf(text, file.problems));
    }
  };
  const checkVocabulary = async (uri: vscode.Uri) => {
    const stored = await host.vocabularies.read(uri);
    vocabularies.set(uri, stored && diagnosticsOf(stored.text, stored.vocabulary.problems));
    // What was unknown may be known now.
    await Promise.all([...checked.values()].map(checkSidecar));
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
    host.sidecars.onDidChange(checkSidecar),
    host.vocabularies.onDidChange(checkVocabulary),
  );
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
  const canonical = (offset: number) =>
    text.length === source.length ? offset : new SourceText(text.slice(0, offset)).length;
  return problems.map(({ range, message, severity, code }) => {
    const place = { start: canonical(range.start), end: canonical(range.end) };
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
