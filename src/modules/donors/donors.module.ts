import { Module } from '@nestjs/common';
import { DonorForms } from './web/donor-forms';
import { DonorFormPages } from './web/donor-forms.pages';
import { DonorMatchesController } from './web/donor-matches.controller';
import { DonorsController } from './web/donors.controller';
import { LookThroughForms } from './web/look-through-forms';
import { DonorChanges } from './application/donor-changes';
import {
  RecordDeclaration,
  RecordLookThrough,
  RegisterDonor,
  ReviseDonor,
} from './application/donor-verbs';
import { KeepApart } from './application/decide-pair';
import { IdentityChanges } from './application/identity-changes';
import { MergeDonors, SplitDonors } from './application/merge-donors';
import { RegisterDonors } from './application/register-donors';

const VERBS = [
  DonorChanges,
  IdentityChanges,
  KeepApart,
  MergeDonors,
  RecordDeclaration,
  RecordLookThrough,
  RegisterDonor,
  RegisterDonors,
  ReviseDonor,
  SplitDonors,
];

@Module({
  controllers: [DonorMatchesController, DonorsController, DonorFormPages],
  providers: [...VERBS, DonorForms, LookThroughForms],
  exports: VERBS,
})
export class DonorsModule {}
