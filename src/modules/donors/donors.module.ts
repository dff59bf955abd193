import { Module } from '@nestjs/common';
import { DonorsController } from './web/donors.controller';
import { DonorChanges } from './application/donor-changes';
import {
  RecordDeclaration,
  RecordLookThrough,
  RegisterDonor,
  ReviseDonor,
} from './application/donor-verbs';

const VERBS = [DonorChanges, RegisterDonor, ReviseDonor, RecordDeclaration, RecordLookThrough];

@Module({ controllers: [DonorsController], providers: VERBS, exports: VERBS })
export class DonorsModule {}
