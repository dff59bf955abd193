import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/config';
import { AcceptInvitation } from './application/accept-invitation';
import { AssignRole, EndAssignment } from './application/assign-role';
import { ConfirmCode } from './application/confirm-code';
import { DisableAccount } from './application/disable-account';
import {
  Invite,
  InvitationLetters,
  SendInvitationAgain,
  WithdrawInvitation,
} from './application/invite';
import { OwnAccountVerbs } from './application/own-account';
import { EndRole, ListPeople } from './application/people';
import { RegisterAccount } from './application/register-account';
import { Vault } from './application/secrets';
import { ParkForm } from './application/park-form';
import { Sessions } from './application/sessions';
import { SignIn } from './application/sign-in';
import { IssueToken, RevokeToken, Tokens } from './application/tokens';
import { AccountController } from './web/account.controller';
import { ActorMiddleware } from './web/actor.middleware';
import { Cookies } from './web/cookies';
import { AccountPage } from './web/account-page';
import { InvitationForms } from './web/invitation-forms';
import { InvitationPages } from './web/invitation.pages';
import { OwnSecurityController } from './web/own-security.controller';
import { SecurityForms } from './web/security-forms';
import { SignOutController } from './web/sign-out.controller';
import { SignInController } from './web/sign-in.controller';
import { TokenController } from './web/token.controller';

const VERBS = [
  RegisterAccount,
  AssignRole,
  EndAssignment,
  DisableAccount,
  IssueToken,
  RevokeToken,
  SignIn,
  ConfirmCode,
  Invite,
  SendInvitationAgain,
  WithdrawInvitation,
  ListPeople,
  EndRole,
  AcceptInvitation,
] as const;

/** Who is asking, and what they may be. */
@Module({
  controllers: [
    SignInController,
    SignOutController,
    AccountController,
    TokenController,
    OwnSecurityController,
    InvitationPages,
  ],
  providers: [
    ...VERBS,
    InvitationLetters,
    OwnAccountVerbs,
    InvitationForms,
    SecurityForms,
    Sessions,
    Tokens,
    ParkForm,
    Cookies,
    AccountPage,
    ActorMiddleware,
    {
      provide: Vault,
      useFactory: (config: Config) => new Vault(config.secretKey),
      inject: [CONFIG],
    },
  ],
  exports: [...VERBS],
})
export class IdentityModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ActorMiddleware).forRoutes('{*path}');
  }
}
