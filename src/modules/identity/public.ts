export { IdentityModule } from './identity.module';
export { RegisterAccount, type RegisterAccountCommand } from './application/register-account';
export { AssignRole, type AssignRoleCommand, EndAssignment } from './application/assign-role';
export { type Mandate, WHOLE_PARTY } from './persistence/mandate';
export {
  Invite,
  type InviteCommand,
  SendInvitationAgain,
  WithdrawInvitation,
} from './application/invite';
export { EndRole, ListPeople, type PeopleOfParty } from './application/people';
export { type PeopleWarning, peopleWarnings, personNames } from './application/people-facts';
export { mandateWords } from './web/mandate-words';
export { type StoredInvitation } from './persistence/invitation.store';
export { type HeldRole } from './persistence/people.store';
export { AcceptInvitation } from './application/accept-invitation';
export { mailAddresses } from './application/mail-addresses';
export { DisableAccount } from './application/disable-account';
export { type IssuedToken, IssueToken, type IssueTokenCommand } from './application/tokens';
export { demoTotp, newTotpSecret } from './application/totp';
