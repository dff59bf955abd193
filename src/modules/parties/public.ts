export { PartiesModule } from './parties.module';
export { readAllGroups, readContactEmail, readGroup } from './application/read-group';
export {
  RegisterOrganisation,
  type RegisteredOrganisation,
  type RegisterOrganisationCommand,
} from './application/register-organisation';
