import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Mail, type Mailer } from './mailer';
import { asMessageFile } from './message-file';

/** Puts each message in a folder, one file a message: sent twice, it is still one file. */
export class FileMailer implements Mailer {
  constructor(
    private readonly folder: string,
    private readonly sender: string,
  ) {}

  async send(mail: Mail): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const file = join(this.folder, `${mail.messageId}.eml`);
    await writeFile(`${file}.${process.pid}`, await asMessageFile(mail, this.sender));
    await rename(`${file}.${process.pid}`, file);
  }
}
