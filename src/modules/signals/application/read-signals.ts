import { type Transaction } from '../../../platform/database/transaction';
import { type Words } from '../../../platform/rendering/words';
import { judgementsOf, type StoredJudgement } from '../persistence/choice.store';
import {
  countSignals,
  countVerdicts,
  donorNameOf,
  findSignal,
  listSignals,
  openSignalRows,
  partyNames,
  type PartyName,
  rowsOf,
  SIGNAL_STATES,
  type SignalCount,
  type SignalKey,
  type SignalRow,
  type SignalSearch,
  type SignalState,
  type StoredSignal,
  type VerdictCount,
} from '../persistence/signal.query';
import { newestRun, type SignalRun } from '../persistence/stale.store';
import { signalSaid, signalTitle } from './signal-words';

export interface SignalFile extends StoredSignal {
  readonly rows: readonly SignalRow[];
  /** Newest first. */
  readonly judgements: readonly StoredJudgement[];
}

/** Null for a signal that is not there. */
export async function readSignal(tx: Transaction, id: string): Promise<SignalFile | null> {
  const signal = await findSignal(tx, id);
  if (signal === null) return null;
  const rows = await rowsOf(tx, id);
  return { ...signal, rows, judgements: await judgementsOf(tx, id) };
}

/** A signal that waits for somebody, as the work queue shows it. */
export interface OpenSignal {
  readonly id: string;
  readonly kind: 'patterns';
  /** The group it is about; null when it is about several, or a party of a published list only. */
  readonly tenantId: string | null;
  readonly organisation: string | null;
  readonly title: (words: Words) => string;
  /** The pattern in a sentence, with its figures. */
  readonly why: (words: Words) => string;
  /** A signal has no term. */
  readonly dueOn: null;
  readonly weight: 1 | 2 | 3 | 4 | 5;
  /** Since when it waits: ISO 8601 in UTC. */
  readonly since: string;
  readonly href: string;
}

const MOST_OPEN = 5_000;

/** What nobody judged, or what holds rows nobody judged; of these groups or, with null, of all. */
export async function openSignals(
  tx: Transaction,
  tenantIds: readonly string[] | null = null,
): Promise<readonly OpenSignal[]> {
  const signals = await openSignalRows(tx, tenantIds, MOST_OPEN);
  return signals.map((signal) => ({
    id: signal.id,
    kind: 'patterns',
    tenantId: signal.tenantId,
    organisation: signal.partyName,
    title: (words) => signalTitle(signal, words),
    why: (words) => signalSaid(signal, words),
    dueOn: null,
    weight: signal.weight,
    since: signal.state === 'reopened' ? signal.lastSeen : signal.firstSeen,
    href: `/toezicht/signalen/${signal.id}`,
  }));
}

const STANDING: readonly SignalState[] = ['open', 'reopened', 'judged'];
const MOST_OF_ONE = 100;

function standing(about: Pick<SignalSearch, 'partyId' | 'donorId'>): SignalSearch {
  return { states: STANDING, code: null, after: null, limit: MOST_OF_ONE, ...about };
}

/** Standing signals that hold a row of this party (insight.party), heaviest first; at most 100. */
export function signalsOfParty(tx: Transaction, partyId: string): Promise<StoredSignal[]> {
  return listSignals(tx, standing({ partyId, donorId: null }));
}

/** Standing signals that hold a row of this donor (insight.donor), heaviest first; at most 100. */
export function signalsOfDonor(tx: Transaction, donorId: string): Promise<StoredSignal[]> {
  return listSignals(tx, standing({ partyId: null, donorId }));
}

export {
  countSignals,
  countVerdicts,
  donorNameOf,
  listSignals,
  newestRun,
  partyNames,
  type PartyName,
  SIGNAL_STATES,
  type SignalCount,
  type SignalKey,
  type SignalRow,
  type SignalRun,
  type SignalSearch,
  type SignalState,
  type StoredJudgement,
  type StoredSignal,
  type VerdictCount,
};
