export { queueMessage, type NewMessage } from './message';
export { type Mail, type Mailer } from './mailer';
