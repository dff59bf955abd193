import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/public';
import { AddRecipient, ChangeStatus } from './application/change-organisation';
import { RegisterOrganisation } from './application/register-organisation';
import { PeopleForms } from './web/people-forms';
import { InvitationActions, PeoplePages } from './web/people.pages';
import { RecipientsController } from './web/recipients.controller';

@Module({
  imports: [IdentityModule],
  controllers: [RecipientsController, PeoplePages, InvitationActions],
  providers: [RegisterOrganisation, ChangeStatus, AddRecipient, PeopleForms],
  exports: [RegisterOrganisation, ChangeStatus, AddRecipient],
})
export class PartiesModule {}
