export { ElectionsModule } from './elections.module';
export { CallElection, type RecordedElection } from './application/call-election';
export { type ElectionInput } from './application/check-election';
export { ELECTION_CHANGED } from './application/election-changed';
export { readElection, readElections } from './application/read-elections';
export { type ElectionRevision, ReviseElection } from './application/revise-election';
