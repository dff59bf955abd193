import { type Database } from '../database/database';
import { type Transaction } from '../database/transaction';
import { describeFailure } from '../jobs/failure';
import { type HandlersByName } from '../jobs/handlers';
import { workerScope } from '../jobs/job-runner';
import { sha256Hex } from '../json/canonical';
import { type AttachmentSource, type NewAttachment } from './attachment';
import { type Mail, type MailAttachment, type Mailer, Undeliverable } from './mailer';

/** With a longer wait each time, at most an hour: the last try is two days after the first. */
export const TRIES = 60;

interface Unsent extends Omit<Mail, 'attachments'> {
  readonly id: string;
}

const NEXT = `
  select id, message_id as "messageId", recipient, subject, body, stop_url as "stopUrl",
         to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "writtenAt"
    from platform.outbox_message
   where sent_at is null and given_up_at is null
     and (retry_at is null or retry_at <= clock_timestamp())
   order by created_at, id
   limit 1
   for update skip locked`;

type Sources = HandlersByName<AttachmentSource>;

/** Sends what stands in the outbox, one message a transaction, oldest first. */
export class OutboxSender {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
    private readonly sources: () => Sources = () => new Map(),
    private readonly tellGivenUp: (messageId: string, why: string) => void = () => undefined,
  ) {}

  /** Sends until nothing is left that may go now, and gives how many went. */
  async drain(wanted: () => boolean = () => true): Promise<number> {
    let sent = 0;
    while (wanted()) {
      const outcome = await this.database.inTransaction(workerScope('outbox'), (tx) =>
        this.sendNext(tx),
      );
      if (outcome === 'empty') break;
      if (outcome === 'sent') sent += 1;
    }
    return sent;
  }

  private async sendNext(tx: Transaction): Promise<'sent' | 'failed' | 'empty'> {
    const [message] = await tx.query<Unsent>(NEXT);
    if (message === undefined) return 'empty';
    try {
      await this.mailer.send({ ...message, attachments: await this.attachments(tx, message.id) });
    } catch (error) {
      await this.rememberFailure(tx, message, error);
      return 'failed';
    }
    await tx.query(
      `update platform.outbox_message
          set attempts = attempts + 1, last_error = null, retry_at = null, sent_at = platform.now()
        where id = $1`,
      [message.id],
    );
    return 'sent';
  }

  private async attachments(tx: Transaction, id: string): Promise<MailAttachment[]> {
    const rows = await tx.query<NewAttachment>(
      `select source, reference, sha256, name, media_type as "mediaType"
         from platform.outbox_attachment where message_id = $1 order by position`,
      [id],
    );
    const attachments: MailAttachment[] = [];
    for (const { source, reference, sha256, name, mediaType } of rows) {
      const content = await this.sources().get(source)?.read(tx, reference);
      if (content === undefined || content === null) {
        throw new Undeliverable(`${source} ${reference} is not there`);
      }
      if (sha256Hex(content) !== sha256) {
        throw new Undeliverable(`${source} ${reference} is no longer what it was`);
      }
      attachments.push({ name, mediaType, content });
    }
    return attachments;
  }

  private async rememberFailure(tx: Transaction, message: Unsent, error: unknown): Promise<void> {
    const why = describeFailure(error);
    const [row] = await tx.query<{ givenUp: boolean }>(
      `update platform.outbox_message
          set attempts = attempts + 1, last_error = $2,
              given_up_at = case when $3 or attempts + 1 >= $4 then platform.now() end,
              retry_at = clock_timestamp()
                + make_interval(secs => least(3600, power(2, least(attempts, 12) + 1)))
        where id = $1
        returning given_up_at is not null as "givenUp"`,
      [message.id, why, error instanceof Undeliverable, TRIES],
    );
    if (row?.givenUp === true) tx.afterCommit(() => this.tellGivenUp(message.messageId, why));
  }
}
