export { DonorsModule } from './donors.module';
export { DonorChanges, type DonorListener } from './application/donor-changes';
export {
  type AccountSource,
  type KnownAccount,
  listAccounts,
  rememberAccount,
} from './application/accounts';
export {
  type DeclarationInput,
  RecordDeclaration,
  RecordLookThrough,
  RegisterDonor,
  type RegisterDonorCommand,
  ReviseDonor,
} from './application/donor-verbs';
export {
  canonicalDonor,
  canonicalDonors,
  disclosedCluster,
  disclosedDonors,
  donorCluster,
  holdIdentities,
  listMerges,
  type MergeRow,
} from './application/identity';
export {
  type IdentityChange,
  IdentityChanges,
  type IdentityListener,
} from './application/identity-changes';
export { type DuplicatePair, findDuplicates, comparePair } from './application/find-duplicates';
export { KeepApart } from './application/decide-pair';
export { type MatchDecision, recordMatchDecision } from './application/match-decisions';
export { matchDonors } from './application/match-donors';
export { mayBeOne, type MergeCommand, MergeDonors, SplitDonors } from './application/merge-donors';
export {
  donorFact,
  type DonorName,
  listDonors,
  readDonor,
  readDonorNames,
  readDonorsByIds,
  readUnitedDonor,
} from './application/read-donor';
export { RegisterDonors, type RegisterDonorsCommand } from './application/register-donors';
export {
  type DonorDescription,
  type DonorMatch,
  type MatchCandidate,
  type MatchEvidence,
} from './matching/description';
export { type DonorRecord, type Ubo } from './persistence/donor.store';
