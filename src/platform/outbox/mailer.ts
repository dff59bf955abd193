export interface MailAttachment {
  /** Letters, digits, dots and hyphens. */
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface Mail {
  /** 64 hexadecimal digits, without the angle brackets and host of a Message-ID header. */
  readonly messageId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  /** When it was written, ISO 8601 in UTC. */
  readonly writtenAt: string;
  readonly attachments: readonly MailAttachment[];
  /** Where one POST stops this kind of mail (RFC 8058); null for mail that nobody can stop. */
  readonly stopUrl?: string | null;
}

/**
 * Hands one message to the outside. After a crash the same message may come again, with the same
 * messageId; it is never left out. Throwing means: not sent, try again later; throwing
 * `Undeliverable` means: trying again is of no use.
 */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** The other side refused this message for good. */
export class Undeliverable extends Error {
  override readonly name = 'Undeliverable';
}
