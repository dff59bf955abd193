export { EnforcementModule } from './enforcement.module';
export { type ProposalContent } from './persistence/proposal-content';
export { listProposals, readProposal } from './application/read-proposals';
export { type StoredProposal } from './persistence/proposal.store';
