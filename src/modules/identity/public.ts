export { IdentityModule } from './identity.module';
export { RegisterAccount, type RegisterAccountCommand } from './application/register-account';
export { AssignRole, type AssignRoleCommand, EndAssignment } from './application/assign-role';
export { DisableAccount } from './application/disable-account';
export { type IssuedToken, IssueToken, type IssueTokenCommand } from './application/tokens';
export { demoTotp, newTotpSecret } from './application/totp';
