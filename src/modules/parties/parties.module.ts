import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/public';
import { AddRecipient, ChangeStatus } from './application/change-organisation';
import { RegisterOrganisation } from './application/register-organisation';
import { DecideSecondSignature, EnterOwnCap, OwnCapChanges } from './application/settings';
import { PeopleForms } from './web/people-forms';
import { InvitationActions, PeoplePages } from './web/people.pages';
import { SettingsController } from './web/settings.controller';
import { SettingsForms } from './web/settings-forms';
import { SettingsPages } from './web/settings.pages';
import { RecipientsController } from './web/recipients.controller';

@Module({
  imports: [IdentityModule],
  controllers: [
    RecipientsController,
    PeoplePages,
    InvitationActions,
    SettingsController,
    SettingsPages,
  ],
  providers: [
    RegisterOrganisation,
    ChangeStatus,
    AddRecipient,
    EnterOwnCap,
    DecideSecondSignature,
    OwnCapChanges,
    PeopleForms,
    SettingsForms,
  ],
  exports: [
    RegisterOrganisation,
    ChangeStatus,
    AddRecipient,
    EnterOwnCap,
    DecideSecondSignature,
    OwnCapChanges,
  ],
})
export class PartiesModule {}
