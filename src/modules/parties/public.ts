export { PartiesModule } from './parties.module';
export { AddRecipient, ChangeStatus } from './application/change-organisation';
export {
  DecideSecondSignature,
  EnterOwnCap,
  type OrganisationSettings,
  organisationSettings,
  OwnCapChanges,
  ownCaps,
  type StoredOwnCap,
} from './application/settings';
export { ORGANISATION_CHANGED } from './application/organisation-changed';
export {
  isSandbox,
  readAllGroups,
  readContactEmail,
  readPostalAddress,
  readGroup,
  readRegisteredOn,
} from './application/read-group';
export {
  RegisterOrganisation,
  type RegisteredOrganisation,
  type RegisterOrganisationCommand,
} from './application/register-organisation';
