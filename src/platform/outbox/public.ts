export { type AttachmentSource, KeepsAttachments, type NewAttachment } from './attachment';
export { type Mail, type MailAttachment, type Mailer, Undeliverable } from './mailer';
export { type MailStatus, mailStatusOf, type NewMessage, queueMessage } from './message';
