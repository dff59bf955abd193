import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mail, type Mailer } from './mailer';

/** Characters of text in one encoded word of RFC 2047, which may be 75 characters long. */
const PIECE = 12;

function headerText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const letters = Array.from(text);
  const words: string[] = [];
  for (let at = 0; at < letters.length; at += PIECE) {
    const piece = letters.slice(at, at + PIECE).join('');
    words.push(`=?UTF-8?B?${Buffer.from(piece, 'utf8').toString('base64')}?=`);
  }
  return words.join('\r\n ');
}

/** The message as a file that any mail program opens (RFC 5322). */
export function asMessageFile(mail: Mail, sender: string): string {
  const host = sender.slice(sender.lastIndexOf('@') + 1);
  const date = new Date(mail.writtenAt).toUTCString().replace('GMT', '+0000');
  return [
    `From: ${sender}`,
    `To: ${mail.recipient}`,
    `Subject: ${headerText(mail.subject)}`,
    `Date: ${date}`,
    `Message-ID: <${mail.messageId}@${host}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    mail.body.replace(/\r?\n/g, '\r\n'),
    '',
  ].join('\r\n');
}

/** Puts each message in a folder, one file a message: sent twice, it is still one file. */
export class FileMailer implements Mailer {
  constructor(
    private readonly folder: string,
    private readonly sender: string,
  ) {}

  async send(mail: Mail): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const file = join(this.folder, `${mail.messageId}.eml`);
    await writeFile(`${file}.${process.pid}`, asMessageFile(mail, this.sender));
    await rename(`${file}.${process.pid}`, file);
  }
}
