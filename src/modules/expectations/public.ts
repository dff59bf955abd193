export { ExpectationsModule } from './expectations.module';
export { FILING_JUDGED, INTERNAL_REPORT_RECORDED } from './application/expectation-jobs';
export { meetExpectation, type MeetExpectation } from './application/meet-expectation';
export {
  type ExpectedFilter,
  listExpected,
  readExpected,
  readExpectedById,
  readReceived,
  type ReceivedVersion,
  type Standing,
  STANDINGS,
  type StoredExpected,
} from './application/read-expected';
export {
  refreshExpectations,
  type RefreshedExpectations,
} from './application/refresh-expectations';
export {
  type InternalReportCommand,
  RecordInternalReport,
} from './application/record-internal-report';
