import { type EvidenceSubjectKind } from '../../../legal/evidence/requirement';
import { type Words } from '../../../platform/rendering/words';
import { type StoredEvidence } from '../application/read-evidence';
import { type StoredRequest } from '../application/read-requests';
import {
  evidencePath,
  fileRow,
  proofAction,
  proofArticle,
  proofBadge,
  type ProofLine,
  proofTitle,
  proofWhy,
  requestRow,
} from './evidence-words';

export interface PanelFacts {
  readonly subject: { readonly kind: EvidenceSubjectKind; readonly id: string };
  /** What the law wants here, met or not; [] where that is not known. */
  readonly lines: readonly ProofLine[];
  readonly files: readonly StoredEvidence[];
  readonly requests: readonly StoredRequest[];
  /** The treasurer; others of the party only read. */
  readonly mayAct: boolean;
}

/** The data of the macro evidencePanel in partials/evidence.njk. */
export function evidencePanel(facts: PanelFacts, words: Words): object {
  const { subject, lines, files, requests, mayAct } = facts;
  return {
    lines: lines.map((line) => ({
      title: proofTitle(line, words),
      badge: proofBadge(line, words),
      article: proofArticle(line),
      why: proofWhy(line, words),
      action: line.met || !mayAct ? null : proofAction(line, words),
    })),
    files: files.map((file) => fileRow(file, words)),
    requests: requests.map((request) => requestRow(request, words)),
    addHref: mayAct ? evidencePath(subject.kind, subject.id) : '',
  };
}
