import { addDays } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { announce, defineJob } from '../../../platform/jobs/public';
import { newId } from '../../../platform/ids/id';
import { type RunReason } from '../persistence/stale.store';

/** Looks again at those of whom something changed. */
export const SIGNALS_REFRESH = defineJob<{ readonly round: string }>('signals.refresh');
/** One slice of a run over everybody: the donors after this one, or the parties at the end. */
export const SIGNALS_RUN = defineJob<{ readonly run: string; readonly after: string }>(
  'signals.run',
);
/** Every night at three: time itself makes patterns, such as a term that passed. */
export const SIGNALS_NIGHT = defineJob<{ readonly day: string }>('signals.night');
/** The overseer asked for a run, or changed what is looked for. */
export const SIGNALS_ASKED = defineJob<{ readonly reason: string }>('signals.asked');

/** A day of a decision was entered or withdrawn: only who gave around it is looked at again. */
export const SIGNALS_DECISION = defineJob<{ readonly decision: string; readonly round: string }>(
  'signals.decision',
);

const FIRST = '00000000-0000-0000-0000-000000000000';

export function announceRefresh(tx: Transaction): Promise<void> {
  return announce(tx, SIGNALS_REFRESH, { round: newId() }, { tenantId: null });
}

export function announceSlice(tx: Transaction, run: string, after = FIRST): Promise<void> {
  return announce(tx, SIGNALS_RUN, { run, after }, { tenantId: null });
}

export function announceAsked(tx: Transaction, reason: RunReason): Promise<void> {
  return announce(tx, SIGNALS_ASKED, { reason }, { tenantId: null });
}

export function announceDecision(tx: Transaction, decision: string): Promise<void> {
  return announce(tx, SIGNALS_DECISION, { decision, round: newId() }, { tenantId: null });
}

const AT = 'T02:00:00Z';

/** The night after today; announcing it twice changes nothing. */
export function announceNight(tx: Transaction): Promise<void> {
  const day = addDays(tx.today, 1);
  const options = { dedupeKey: day, runAt: `${day}${AT}`, tenantId: null };
  return announce(tx, SIGNALS_NIGHT, { day }, options);
}
