import { Module } from '@nestjs/common';
import { AddRecipient, ChangeStatus } from './application/change-organisation';
import { RegisterOrganisation } from './application/register-organisation';
import { RecipientsController } from './web/recipients.controller';

@Module({
  controllers: [RecipientsController],
  providers: [RegisterOrganisation, ChangeStatus, AddRecipient],
  exports: [RegisterOrganisation, ChangeStatus, AddRecipient],
})
export class PartiesModule {}
