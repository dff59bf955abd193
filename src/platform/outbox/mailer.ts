export interface Mail {
  /** 64 hexadecimal digits, without the angle brackets and host of a Message-ID header. */
  readonly messageId: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  /** When it was written, ISO 8601 in UTC. */
  readonly writtenAt: string;
}

/**
 * Hands one message to the outside. After a crash the same message may come again, with the same
 * messageId; it is never left out. Throwing means: not sent, try again later.
 */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}
