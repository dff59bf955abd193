import { type FilingKind, type RequiredPart } from '../../../legal/facts/filing';
import { type LawReference } from '../../../legal/kernel/law-reference';
import { daysBetween, plainDate, type PlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { type CaseTerm } from '../../../legal/procedure/case';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type DebtRecord, debtsOf } from '../../debts/public';
import { readElection } from '../../elections/public';
import { type CaseView, readCase, readOwnCases } from '../../enforcement/public';
import { listExpected, type StoredExpected } from '../../expectations/public';
import { listSubjectFindings } from '../../judgements/public';
import { type DueNotice, listDueNotices, noticeFormHref } from '../../notices/public';
import { readGroup } from '../../parties/public';
import { listOpenRemedies, type RemedyFile } from '../../remedies/public';
import { unbookedCredits } from '../../statements/public';

/** What a party has to do, as facts: pages, calendars and mail word it, each as far as they may. */
export type DueSubject =
  | {
      readonly kind: 'notice';
      readonly donorName: string | null;
      readonly donorKind: string;
      readonly recipientName: string;
      readonly amountCents: string;
    }
  | {
      readonly kind: 'filing';
      readonly filing: FilingKind;
      readonly year: number;
      readonly election: string | null;
      readonly by: string;
      readonly opensOn: PlainDate;
      readonly missing: readonly RequiredPart[];
      readonly basis: LawReference;
    }
  | {
      readonly kind: 'remedy';
      readonly donorName: string | null;
      readonly donorKind: string;
      readonly openCents: string;
    }
  | {
      readonly kind: 'case';
      readonly number: string;
      readonly title: string;
      readonly term: CaseTerm['code'];
      readonly basis: LawReference;
      /** What must be paid; null for other terms. */
      readonly toPayCents: string | null;
    }
  | { readonly kind: 'debt'; readonly recipientName: string }
  | {
      /** Money that came in and was not booked, while the term of a notice runs. */
      readonly kind: 'credit';
      readonly payer: string | null;
      readonly amountCents: string;
    };

export interface DueItem {
  /** The same thing always has the same key, also when its day moves. */
  readonly key: string;
  /** The last day that is still in time; null when the law and the party set none. */
  readonly day: PlainDate | null;
  /** The stricter day of the letter of the law, where it differs (D1). */
  readonly statutoryDay: PlainDate | null;
  readonly href: string;
  readonly subject: DueSubject;
}

const MOST_REMEDIES = 100;
/** Filings further away than this are not shown among what is due. */
const DAYS_AHEAD = 366;
/** What the party does, or may do, before such a day. */
const OWN_TERMS: readonly CaseTerm['code'][] = [
  'information',
  'repair',
  'views',
  'objection',
  'appeal',
  'higher_appeal',
  'payment',
  'dunning',
];
const TO_PAY: readonly CaseTerm['code'][] = ['payment', 'dunning'];

function noticeItem(due: DueNotice): DueItem {
  const { donorName, donorKind, recipientName, amountCents } = due;
  const same = due.statutoryLastDay === due.enforcedLastDay;
  return {
    key: `notice:${due.donorId}:${due.recipientId}:${String(due.year)}`,
    day: plainDate(due.enforcedLastDay),
    statutoryDay: same ? null : plainDate(due.statutoryLastDay),
    href: noticeFormHref(due),
    subject: { kind: 'notice', donorName, donorKind, recipientName, amountCents },
  };
}

/** Not finished and near enough; what ended before the party came into the register is passed over. */
export function isFilingDue(
  one: Pick<StoredExpected, 'standing' | 'watched' | 'lastDay' | 'kind'>,
  today: PlainDate,
): boolean {
  if (one.standing === 'incomplete') return true;
  if (one.standing === 'not_received') return one.watched;
  if (one.standing !== 'not_due') return false;
  return one.kind === 'gift_regulation' || daysBetween(today, one.lastDay) <= DAYS_AHEAD;
}

async function filingItems(tx: Transaction): Promise<readonly DueItem[]> {
  const tenantId = tenantOf(tx);
  const group = await readGroup(tx, tenantId);
  const nameOf = (recipient: string): string =>
    group.members.find((member) => member.recipient === recipient)?.name ?? group.name;
  const items: DueItem[] = [];
  for (const one of await listExpected(tx, { tenantId })) {
    if (!isFilingDue(one, tx.today)) continue;
    const { id, key, kind, year, election, opensOn, lastDay, missing, basis, recipient } = one;
    const about = election === null ? null : await readElection(tx, election);
    items.push({
      key: `filing:${key}`,
      // Art. 34 names no day by which the regulation must be there.
      day: kind === 'gift_regulation' ? null : lastDay,
      statutoryDay: null,
      href: `/overzichten/${id}`,
      subject: {
        kind: 'filing',
        filing: kind,
        year,
        election: about?.name ?? null,
        by: nameOf(recipient),
        opensOn,
        missing,
        basis,
      },
    });
  }
  return items;
}

function remedyItem(file: RemedyFile): DueItem {
  const { donorId, year, donorName, donorKind, content, progress } = file;
  return {
    key: `remedy:${donorId}:${String(year)}:${content.key}`,
    day: file.dueOn,
    statutoryDay: null,
    href: `/herstel/${file.id}`,
    subject: { kind: 'remedy', donorName, donorKind, openCents: String(progress.open) },
  };
}

function isOwnTerm({ code, state }: CaseTerm, outstanding: number): boolean {
  if (TO_PAY.includes(code)) return outstanding > 0 && state !== 'met';
  return OWN_TERMS.includes(code) && state === 'running';
}

function caseItems(view: CaseView): readonly DueItem[] {
  const { outstanding } = view.state;
  const own = view.terms.filter((term) => isOwnTerm(term, outstanding));
  // A dunning letter sets a new last day for the same money.
  const dunned = own.some(({ code }) => code === 'dunning');
  return own
    .filter(({ code }) => !(dunned && code === 'payment'))
    .map((term) => ({
      key: `case:${view.id}:${term.code}`,
      day: term.lastDay,
      statutoryDay: null,
      href: `/zaken/${view.id}`,
      subject: {
        kind: 'case',
        number: view.number,
        title: view.title,
        term: term.code,
        basis: term.basis,
        toPayCents: TO_PAY.includes(term.code) ? String(outstanding) : null,
      },
    }));
}

async function termsOfCases(tx: Transaction): Promise<readonly DueItem[]> {
  const items: DueItem[] = [];
  for (const { id, endedOn } of await readOwnCases(tx)) {
    if (endedOn !== null) continue;
    const view = await readCase(tx, id);
    if (view !== null) items.push(...caseItems(view));
  }
  return items;
}

/** Debts of which something art. 21 lid 3 asks is not on record. */
async function debtItems(tx: Transaction): Promise<readonly DueItem[]> {
  const tenantId = tenantOf(tx);
  const found = await listSubjectFindings(tx, { tenantId, source: 'ledger', prefix: 'WFPP-21-3:' });
  if (found.length === 0) return [];
  const wanted = new Set(found.map(({ content }) => content.key.slice('WFPP-21-3:'.length)));
  const debts: readonly DebtRecord[] = await debtsOf(tx, tenantId);
  return debts
    .filter(({ id }) => wanted.has(id))
    .map(({ id, recipientName }) => ({
      key: `debt:${id}`,
      day: null,
      statutoryDay: null,
      href: `/schulden/${id}`,
      subject: { kind: 'debt', recipientName },
    }));
}

async function creditItems(tx: Transaction): Promise<readonly DueItem[]> {
  const credits = await unbookedCredits(tx, tenantOf(tx), yearOf(tx.today));
  return credits.flatMap((credit): readonly DueItem[] => {
    const { entryId, enforcedLastDay, statutoryLastDay, donorName, counterpartyName } = credit;
    if (enforcedLastDay === null) return [];
    const payer = donorName ?? counterpartyName;
    return [
      {
        key: `credit:${entryId}`,
        day: enforcedLastDay,
        statutoryDay: statutoryLastDay === enforcedLastDay ? null : statutoryLastDay,
        href: `/bank/posten/${entryId}`,
        subject: { kind: 'credit', payer, amountCents: String(credit.amount) },
      },
    ];
  });
}

/** By last day; what has no day is due as soon as possible, so it stands with today. */
export function inOrderOfDay(items: readonly DueItem[], today: PlainDate): readonly DueItem[] {
  const place = ({ day }: DueItem): string => day ?? `${today}~`;
  return items.toSorted((a, b) => {
    if (place(a) !== place(b)) return place(a) < place(b) ? -1 : 1;
    return a.key < b.key ? -1 : 1;
  });
}

/** All that the party of this transaction has to do, in order of day. In the scope of the party. */
export async function readDueItems(tx: Transaction): Promise<readonly DueItem[]> {
  const notices = await listDueNotices(tx);
  const remedies = await listOpenRemedies(tx, {
    source: 'ledger',
    after: null,
    limit: MOST_REMEDIES,
  });
  const items = [
    ...notices.map(noticeItem),
    ...(await filingItems(tx)),
    ...remedies.filter(({ progress }) => progress.state === 'open').map(remedyItem),
    ...(await termsOfCases(tx)),
    ...(await debtItems(tx)),
    ...(await creditItems(tx)),
  ];
  return inOrderOfDay(items, tx.today);
}
