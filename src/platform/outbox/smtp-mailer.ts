import { createTransport } from 'nodemailer';
import { type Mail, type Mailer, Undeliverable } from './mailer';
import { asMessageFile } from './message-file';

const SECOND = 1000;
/** What is said about one message; a refusal of the connection or the password is about us. */
const ABOUT_THE_MESSAGE: readonly unknown[] = ['MAIL FROM', 'RCPT TO', 'DATA'];

interface Patience {
  /** Seconds for the connection and the greeting, and of silence after that. */
  readonly connect: number;
  readonly silence: number;
}

function isForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, command } = error as { responseCode?: unknown; command?: unknown };
  return (
    typeof responseCode === 'number' && responseCode >= 500 && ABOUT_THE_MESSAGE.includes(command)
  );
}

/**
 * Hands messages to a mail server (SMTP_URL: smtp://user:password@host:587, or smtps:// for TLS from
 * the start). A message counts as sent only when the server has said that it took it.
 */
export class SmtpMailer implements Mailer {
  private readonly transport;

  constructor(
    url: string,
    private readonly sender: string,
    patience: Patience = { connect: 15, silence: 60 },
  ) {
    this.transport = createTransport({
      url,
      connectionTimeout: patience.connect * SECOND,
      greetingTimeout: patience.connect * SECOND,
      socketTimeout: patience.silence * SECOND,
    });
  }

  /** @throws Undeliverable when the server refuses this message for good. */
  async send(mail: Mail): Promise<void> {
    const raw = await asMessageFile(mail, this.sender);
    try {
      await this.transport.sendMail({
        envelope: { from: this.sender, to: [mail.recipient] },
        raw,
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw isForGood(error) ? new Undeliverable(why, { cause: error }) : error;
    }
  }
}
