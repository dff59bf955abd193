import MailComposer from 'nodemailer/lib/mail-composer';
import { type Mail } from './mailer';

/** Of the 64: longer makes the header go on on a next line, which some mail programs cannot read. */
const ID_LENGTH = 32;

/** The same message always has the same one, so that a mail server can drop a repeat. */
function messageIdHeader({ messageId }: Mail, sender: string): string {
  return `<${messageId.slice(0, ID_LENGTH)}@${sender.slice(sender.lastIndexOf('@') + 1)}>`;
}

/** RFC 8058: a mail program shows a button that stops this kind of mail with one press. */
function stopHeaders(stopUrl: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${stopUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** The message as any mail program opens it (RFC 5322, MIME): always the same bytes. */
export function asMessageFile(mail: Mail, sender: string): Promise<Buffer> {
  // Its types lack baseBoundary; without it a boundary is drawn at random.
  const fixed: object = { baseBoundary: mail.messageId.slice(0, 24) };
  const message = new MailComposer({
    ...fixed,
    from: sender,
    to: mail.recipient,
    subject: mail.subject,
    text: mail.body.replace(/\r?\n/g, '\r\n'),
    textEncoding: 'quoted-printable',
    messageId: messageIdHeader(mail, sender),
    date: new Date(mail.writtenAt),
    ...(typeof mail.stopUrl === 'string' ? { headers: stopHeaders(mail.stopUrl) } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: mail.attachments.map(({ name, mediaType, content }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(content),
    })),
  });
  return message.compile().build();
}
