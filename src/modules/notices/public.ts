export { NoticesModule } from './notices.module';
export { FileNotice, type FiledNotice, type FileNoticeCommand } from './application/file-notice';
export { NOTICE_FILED } from './application/notice-filed';
export { listNotices, readNotice, readReceipt } from './application/read-notices';
export { type StoredNotice } from './persistence/notice.store';
