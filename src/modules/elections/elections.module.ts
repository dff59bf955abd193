import { Module } from '@nestjs/common';
import { CallElection } from './application/call-election';
import { ReviseElection } from './application/revise-election';
import { ElectionForms } from './web/election-forms';
import { ElectionFormPages } from './web/election-forms.pages';
import { ElectionsController } from './web/elections.controller';
import { ElectionPages } from './web/elections.pages';

@Module({
  controllers: [ElectionsController, ElectionPages, ElectionFormPages],
  providers: [CallElection, ReviseElection, ElectionForms],
  exports: [CallElection, ReviseElection],
})
export class ElectionsModule {}
