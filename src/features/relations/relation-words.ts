import * as vscode from 'vscode';
import type { RelationSeen } from '../../core/annotation/relations';
import type { AnchoredAnnotation } from '../../core/annotation/anchor/anchored-annotation';
import type { Annotation } from '../../core/annotation/annotation';
import { endText } from '../annotate/describe-annotation';

/** What a relation says of its ends, in a word. */
export function relationType({ type }: Annotation): string {
  return type ?? vscode.l10n.t('related');
}

/** A relation as it is seen from one of its ends. */
export interface RelationWords {
  /** A codicon: which way the relation leads. */
  readonly icon: string;
  readonly type: string;
  /** What stands at its other end. */
  readonly other: string;
  /** All of it, for who does not see the arrow. */
  readonly spoken: string;
}

export function relationWords({
  relation: { annotation },
  outwards,
  other,
}: RelationSeen<AnchoredAnnotation>): RelationWords {
  const type = relationType(annotation);
  const words = endText(other?.annotation);
  return {
    icon: outwards ? 'arrow-right' : 'arrow-left',
    type,
    other: words,
    spoken: outwards
      ? vscode.l10n.t('relation {0} to {1}', type, words)
      : vscode.l10n.t('relation {0} from {1}', type, words),
  };
}
