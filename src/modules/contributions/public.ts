export { ContributionsModule } from './contributions.module';
export { BookContribution, type BookedContribution } from './application/book-contribution';
export {
  BookContributions,
  type BookedMany,
  type JudgedYear,
  readYearFacts,
} from './application/book-many';
export { AnnulContribution, CorrectContribution } from './application/correct-contribution';
export { CONTRIBUTION_SETTLED } from './application/contribution-settled';
export { donorYearFacts, type DonorYearKey } from './application/donor-year-facts';
export { DONOR_IDENTITY_CHANGED } from './application/donor-identity-changed';
export { type HeldYear, holdDonorYear } from './application/hold-donor-year';
export { type AskedDonor, PreCheckContribution } from './application/pre-check-contribution';
export {
  type ContributionLife,
  contributionsForNotice,
  disclose,
  listContributions,
  readContribution,
  readYearTotals,
} from './application/read-contributions';
export {
  type EvidenceLine,
  evidenceOfContributions,
  listMissingEvidence,
  type MissingEvidence,
  readDonorEvidence,
  readGiftEvidence,
  type SubjectEvidence,
} from './application/missing-evidence';
export {
  type PeriodReceipts,
  readPeriodReceipts,
  type ReceivedContribution,
} from './application/read-period';
export {
  type DonorMoney,
  type DonorStanding,
  readDonorMoney,
  readDonorStanding,
  readYearMoney,
  readYears,
  type YearMoney,
} from './application/read-year';
export { SettleContribution } from './application/settle-contribution';
export { type ListedContribution } from './persistence/contribution.queries';
export { type ContributionInput, type SettlementInput } from './persistence/contribution.store';
export { preCheckWords } from './web/pre-check-words';
export { type GiftLife, readGiftLife } from './application/read-ledger';
export { giftDetailPage } from './web/gift-detail-page';
