export { DonorsModule } from './donors.module';
export { DonorChanges, type DonorListener } from './application/donor-changes';
export {
  type DeclarationInput,
  RecordDeclaration,
  RecordLookThrough,
  RegisterDonor,
  type RegisterDonorCommand,
  ReviseDonor,
} from './application/donor-verbs';
export {
  donorFact,
  type DonorName,
  listDonors,
  readDonor,
  readDonorNames,
  readDonorsByIds,
} from './application/read-donor';
export { type DonorRecord, type Ubo } from './persistence/donor.store';
