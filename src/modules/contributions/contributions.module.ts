import { Module } from '@nestjs/common';
import { DonorsModule } from '../donors/public';
import { JudgementsModule } from '../judgements/public';
import { PartiesModule } from '../parties/public';
import { BookContribution } from './application/book-contribution';
import { BookContributions } from './application/book-many';
import { AnnulContribution, CorrectContribution } from './application/correct-contribution';
import { JudgeLedger } from './application/judge-ledger';
import { JudgeOwnCap } from './application/judge-own-cap';
import { PreCheckContribution } from './application/pre-check-contribution';
import { SettleContribution } from './application/settle-contribution';
import { ContributionsController, PreChecksController } from './web/contributions.controller';
import { DonorIdentityForms } from './web/donor-identity-forms';
import { DonorIdentityPages } from './web/donor-identity.pages';
import { DonorPages } from './web/donors.pages';
import { GiftForms } from './web/gift-forms';
import { GiftFormPages } from './web/gift-forms.pages';
import { GiftMoves } from './web/gift-moves';
import { GiftMovePages } from './web/gift-moves.pages';
import { GiftPages } from './web/gifts.pages';
import { MissingEvidenceController } from './web/missing-evidence.controller';
import { MissingEvidencePages } from './web/missing-evidence.pages';

const VERBS = [
  AnnulContribution,
  BookContribution,
  BookContributions,
  CorrectContribution,
  JudgeLedger,
  PreCheckContribution,
  SettleContribution,
];

@Module({
  imports: [DonorsModule, JudgementsModule, PartiesModule],
  // The forms before the pages: /giften/nieuw is not a gift.
  controllers: [
    ContributionsController,
    PreChecksController,
    MissingEvidenceController,
    MissingEvidencePages,
    GiftFormPages,
    GiftMovePages,
    GiftPages,
    DonorIdentityPages,
    DonorPages,
  ],
  providers: [...VERBS, JudgeOwnCap, DonorIdentityForms, GiftForms, GiftMoves],
  exports: VERBS,
})
export class ContributionsModule {}
