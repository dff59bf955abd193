export { PublicationModule } from './publication.module';
export {
  type PublicationStatus,
  type PublicDonor,
  type PublicGift,
  type PublicSource,
  type Shielding,
} from './facts/public-gift';
export { type PublicSearch, type PublicSort } from './facts/public-search';
export { decimalOf } from './facts/decimal';
export { searchKey, searchWords } from './facts/search-key';
export {
  listPublicGifts,
  type PublicPage,
  publicTotals,
  readPublicDonor,
  readPublicGift,
  readPublicParty,
} from './application/read-public';
export { registerState, type RegisterState } from './application/register-state';
export { type ChangeListener, PublicationChanges } from './application/publication-changes';
export {
  type DonorSum,
  type PartyPart,
  type PublicDonorCard,
  type PublicParty,
  readPartyYears,
  readPublicParties,
  readTopDonors,
  type YearSum,
} from './persistence/public-people.query';
export {
  type Change,
  CHANGES,
  contentOf,
  newestChange,
  type PublicChange,
  readChangesAfter,
  readChangesBefore,
  readChangesOfDay,
  readVersions,
} from './persistence/change.query';
export { type PublicTotals } from './persistence/totals.query';
export { DecideGift, DecideReleases, type SeenItem } from './application/decide-release';
export {
  countReleases,
  openReleaseItems,
  type OpenWork,
  readRelease,
  readReleases,
  type ReleaseItem,
} from './application/read-releases';
export { openSafetyRequests } from './application/open-safety';
export { AskShielding } from './application/ask-shielding';
export { TakeSafetyStep } from './application/safety-steps';
export {
  readSafetyRequest,
  readSafetyRequests,
  type SafetyRequest,
  standingOf,
} from './application/read-safety';
export { type OwnPublication, publicationOf } from './application/publication-of';
export { RecountRegister } from './application/recount-register';
