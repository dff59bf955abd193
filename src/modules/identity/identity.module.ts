import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/config';
import { AssignRole, EndAssignment } from './application/assign-role';
import { ConfirmCode } from './application/confirm-code';
import { DisableAccount } from './application/disable-account';
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
] as const;

/** Who is asking, and what they may be. */
@Module({
  controllers: [SignInController, SignOutController, AccountController, TokenController],
  providers: [
    ...VERBS,
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
