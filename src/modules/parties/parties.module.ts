import { Module } from '@nestjs/common';
import { RegisterOrganisation } from './application/register-organisation';
import { RecipientsController } from './web/recipients.controller';

@Module({
  controllers: [RecipientsController],
  providers: [RegisterOrganisation],
  exports: [RegisterOrganisation],
})
export class PartiesModule {}
