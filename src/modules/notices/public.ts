export { NoticesModule } from './notices.module';
export { FileNotice, type FiledNotice, type FileNoticeCommand } from './application/file-notice';
export {
  ConfirmNotice,
  listPreparations,
  PrepareNotice,
  type StoredPreparation,
} from './application/prepare-notice';
export { NoticeChanges, type NoticeListener } from './application/notice-changes';
export { NOTICE_FILED } from './application/notice-filed';
export {
  listDueNotices,
  listFiledNotices,
  listNotices,
  type NoticeReceipt,
  readNotice,
  readNoticeReceipt,
  readNoticeSources,
  readReceipt,
} from './application/read-notices';
export { type DueNotice, type FiledNoticeRow } from './persistence/notice-list.query';
export { type StoredNotice } from './persistence/notice.store';
export { daysInWords, donorWords, dueTask, filedRow, noticeFormHref } from './web/notice-words';
export { sendBytes } from './web/notices.pages';
export { receiptPage, type ReceiptReader } from './web/receipt-page';
