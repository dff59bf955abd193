import { Module } from '@nestjs/common';
import { ArrangeRemedy, DeclareReturnImpossible } from './application/arrange-remedy';
import { RemedyArrangedHandler } from './jobs/remedy-arranged.job';
import { RemedyReminderHandler, RemedyTermPassedHandler } from './jobs/term-deadlines';
import { OverseerRemedyPages } from './web/overseer-remedies.pages';
import { RemediesController } from './web/remedies.controller';
import { RemedyForms } from './web/remedy-forms';
import { PartyRemedyPages } from './web/party-remedies.pages';

@Module({
  controllers: [RemediesController, PartyRemedyPages, OverseerRemedyPages],
  providers: [
    ArrangeRemedy,
    DeclareReturnImpossible,
    RemedyArrangedHandler,
    RemedyForms,
    RemedyReminderHandler,
    RemedyTermPassedHandler,
  ],
  exports: [ArrangeRemedy, DeclareReturnImpossible],
})
export class RemediesModule {}
