import { Module } from '@nestjs/common';
import { CallElection } from './application/call-election';
import { ReviseElection } from './application/revise-election';

@Module({
  providers: [CallElection, ReviseElection],
  exports: [CallElection, ReviseElection],
})
export class ElectionsModule {}
