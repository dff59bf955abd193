import { type Transaction } from '../../../platform/database/transaction';
import { announce, defineJob } from '../../../platform/jobs/public';
import { formatCount, formatLongDay } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { keepWish, nextSeven, ownDigest, type WorkDigest } from '../persistence/work-digest.store';
import { type DigestFacts } from './read-changes';

/** It is seven in the morning: the queue is brought up to date and the mails are written. */
export const MORNING = defineJob<{ readonly day: string }>('oversight.morning');

/** Announcing the same morning again changes nothing. */
export async function planMorning(tx: Transaction): Promise<void> {
  const { day, at } = await nextSeven(tx);
  await announce(tx, MORNING, { day }, { tenantId: null, dedupeKey: day, runAt: at });
}

export async function chooseMorningMail(
  tx: Transaction,
  wish: Pick<WorkDigest, 'wanted' | 'language'>,
): Promise<void> {
  await keepWish(tx, wish);
  if (wish.wanted) await planMorning(tx);
}

export interface MorningMail {
  readonly subject: string;
  readonly body: string;
}

export interface MailAbout {
  readonly today: Transaction['today'];
  readonly link: (path: string) => string;
  readonly stopUrl: string;
}

/** Null when nothing came and nothing ended: then no mail is sent. No names and no amounts. */
export function morningMail(
  facts: DigestFacts,
  about: MailAbout,
  words: Words,
): MorningMail | null {
  if (facts.kinds.length === 0) return null;
  const count = (n: number): string => formatCount(n, words.language);
  const part = (side: 'came' | 'done'): string => {
    const kinds = facts.kinds.filter((one) => one[side] > 0);
    const total = kinds.reduce((sum, one) => sum + one[side], 0);
    return [
      words.t(`work.digest.${side}`, { count: count(total) }),
      ...kinds.map((one) =>
        words.t('work.digest.kind', {
          kind: words.t(`work.kind.${one.kind}`),
          count: count(one[side]),
        }),
      ),
    ].join('\n');
  };
  const came = facts.kinds.reduce((sum, one) => sum + one.came, 0);
  const late = count(facts.late);
  const body = [
    words.t('work.digest.hello', { day: formatLongDay(about.today, words.language) }),
    part('came'),
    part('done'),
    [
      words.t('work.digest.late', { count: late }),
      words.t('work.digest.runsOut', { count: count(facts.runsOut) }),
      words.t('work.digest.mine', { count: count(facts.mine), late: count(facts.mineLate) }),
    ].join('\n'),
    words.t('work.digest.open', { href: about.link('/toezicht') }),
    words.t('work.digest.since', { href: about.link('/toezicht/sinds-gisteren') }),
    words.t('work.digest.end', { href: about.stopUrl }),
  ].join('\n\n');
  return { subject: words.t('work.digest.subject', { came: count(came), late }), body };
}

export { ownDigest };
