import { euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatCount } from '../../../platform/rendering/format';
import { type Badge, type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type StoredEntry } from '../application/read-entries';
import { type Intake } from '../application/read-statements';

export function count(number: number, words: Words): string {
  return formatCount(number, words.language);
}

/** "2 maart 2026 tot en met 5 maart 2026", or one day. */
export function periodWords(from: PlainDate, until: PlainDate, words: Words): string {
  const days = { from: words.day(from), until: words.day(until) };
  return words.t(from === until ? 'statements.period.one' : 'statements.period', days);
}

export function centsWords(cents: number | null, words: Words): string {
  return cents === null ? words.t('statements.one.notSaid') : words.euro(euroCents(cents));
}

/** An IBAN in groups of four, as people read it. */
export function accountWords(account: string): string {
  return /^[A-Z]{2}\d{2}/.test(account) ? account.replace(/(.{4})(?=.)/g, '$1 ') : account;
}

const INTAKE_KIND: Readonly<Record<Intake['state'], Badge['kind']>> = {
  received: 'info',
  reading: 'info',
  read: 'safe',
  refused: 'danger',
};

export function intakeBadge({ state }: Intake, words: Words): Badge {
  return { kind: INTAKE_KIND[state], label: words.t(`statements.intake.${state}`) };
}

/** What became of a file in one sentence; '' as long as it is read. */
export function outcomeWords(intake: Intake, words: Words): string {
  if (intake.state !== 'read') return '';
  const known = intake.entriesFound - intake.entriesAdded;
  if (intake.entriesFound === 0) return words.t('statements.intake.emptyBody');
  if (intake.entriesAdded === 0) {
    return known === 1
      ? words.t('statements.intake.allKnownOne')
      : words.t('statements.intake.allKnown', { known: count(known, words) });
  }
  return words.t('statements.intake.doneBody', {
    added: numbered('added', intake.entriesAdded, words),
    known: numbered('known', known, words),
  });
}

function numbered(what: 'added' | 'known', number: number, words: Words): string {
  const form = number === 1 ? 'one' : 'other';
  return words.t(`statements.intake.${what}.${form}`, { count: count(number, words) });
}

export function stateBadge({ state, direction }: StoredEntry, words: Words): Badge {
  if (state === 'open' && direction === 'debit') {
    return { kind: 'neutral', label: words.t('statements.state.out') };
  }
  const kind = state === 'open' ? 'warning' : state === 'booked' ? 'safe' : 'neutral';
  return { kind, label: words.t(`statements.state.${state}`) };
}

/** Cells of a line: day, who, what, state, amount. */
export function entryCells(entry: StoredEntry, words: Words): readonly Cell[] {
  const { counterparty, amount, direction } = entry;
  const who = counterparty.name ?? words.t('statements.entry.nobody');
  const account = counterparty.iban === null ? '' : accountWords(counterparty.iban);
  const cents = direction === 'credit' ? amount : euroCents(0 - amount);
  return [
    words.day(entry.bookedOn),
    account === '' ? who : { text: who, note: account },
    { text: entry.description, note: notesOf(entry, words).join(' · ') },
    { badge: stateBadge(entry, words) },
    words.euro(cents),
  ];
}

function notesOf(entry: StoredEntry, words: Words): readonly string[] {
  const { means, reversal, batchOf, returnReason, paymentReference } = entry;
  return [
    words.t(`statements.means.${means}`),
    ...(reversal ? [words.t('statements.entry.reversal')] : []),
    ...(batchOf === null
      ? []
      : [words.t('statements.entry.batch', { count: count(batchOf, words) })]),
    ...(returnReason === null
      ? []
      : [words.t('statements.entry.returned', { reason: returnReason })]),
    ...(paymentReference === null
      ? []
      : [words.t('statements.entry.reference', { reference: paymentReference })]),
  ];
}
