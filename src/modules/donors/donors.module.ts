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

const VERBS = [DonorChanges, RegisterDonor, ReviseDonor, RecordDeclaration, RecordLookThrough];

@Module({
  controllers: [DonorsController, DonorFormPages],
  providers: [...VERBS, DonorForms, LookThroughForms],
  exports: VERBS,
})
export class DonorsModule {}
