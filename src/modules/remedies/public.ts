export {
  ArrangeRemedy,
  DeclareReturnImpossible,
  type TermInput,
} from './application/arrange-remedy';
export {
  countOpenRemedies,
  listEndedRemedies,
  listOpenRemedies,
  readRemedy,
  type RemedyCount,
  type RemedyFile,
} from './application/read-remedies';
export { RemediesModule } from './remedies.module';
