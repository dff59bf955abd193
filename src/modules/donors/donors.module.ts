import { Module } from '@nestjs/common';
import { DonorForms } from './web/donor-forms';
import { DonorFormPages } from './web/donor-forms.pages';
import { DonorsController } from './web/donors.controller';
import { LookThroughForms } from './web/look-through-forms';
import { DonorChanges } from './application/donor-changes';
import {
  RecordDeclaration,
  RecordLookThrough,
  RegisterDonor,
  ReviseDonor,
} from './application/donor-verbs';
import { IdentityChanges } from './application/identity-changes';
import { MergeDonors, SplitDonors } from './application/merge-donors';
import { RegisterDonors } from './application/register-donors';

const VERBS = [
  DonorChanges,
  IdentityChanges,
  MergeDonors,
  RecordDeclaration,
  RecordLookThrough,
  RegisterDonor,
  RegisterDonors,
  ReviseDonor,
  SplitDonors,
];

@Module({
  controllers: [DonorsController, DonorFormPages],
  providers: [...VERBS, DonorForms, LookThroughForms],
  exports: VERBS,
})
export class DonorsModule {}
