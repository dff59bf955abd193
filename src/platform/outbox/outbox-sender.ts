import { type Database } from '../database/database';
import { type Transaction } from '../database/transaction';
import { describeFailure } from '../jobs/failure';
import { workerScope } from '../jobs/job-runner';
import { type Mail, type Mailer } from './mailer';

interface Unsent extends Mail {
  readonly id: string;
}

const NEXT = `
  select id, message_id as "messageId", recipient, subject, body,
         to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "writtenAt"
    from platform.outbox_message
   where sent_at is null and (retry_at is null or retry_at <= clock_timestamp())
   order by created_at, id
   limit 1
   for update skip locked`;

/** Sends what stands in the outbox, one message a transaction, oldest first. */
export class OutboxSender {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
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
      await this.mailer.send(message);
    } catch (error) {
      await tx.query(
        `update platform.outbox_message
            set attempts = attempts + 1, last_error = $2,
                retry_at = clock_timestamp()
                  + make_interval(secs => least(3600, power(2, least(attempts, 12) + 1)))
          where id = $1`,
        [message.id, describeFailure(error)],
      );
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
}
