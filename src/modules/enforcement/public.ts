export { EnforcementModule } from './enforcement.module';
export { type ProposalContent } from './application/proposal-content';
export { listProposals, readProposal } from './application/read-proposals';
export { type StoredProposal } from './persistence/proposal.store';
