import { Module } from '@nestjs/common';
import { PublicationChanges } from './application/publication-changes';

@Module({
  providers: [PublicationChanges],
  exports: [PublicationChanges],
})
export class PublicationModule {}
