export { EvidenceModule } from './evidence.module';
export { AttachEvidence, DiscloseEvidence, RemoveEvidence } from './application/attach-evidence';
export {
  type EvidenceSubject,
  listEvidence,
  listProofs,
  type StoredEvidence,
} from './application/read-evidence';
export { openRequests, requestsOfDonor, type StoredRequest } from './application/read-requests';
export {
  RemindDonor,
  requestKindFor,
  RequestFromDonor,
  WithdrawRequest,
} from './application/request-from-donor';
export { evidencePanel, type PanelFacts } from './web/evidence-panel';
export { MissingProofAnswer } from './web/evidence.answers';
export {
  proofAction,
  proofArticle,
  proofBadge,
  type ProofLine,
  proofTitle,
  proofWhy,
} from './web/evidence-words';
