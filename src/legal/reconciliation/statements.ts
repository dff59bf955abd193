import {
  type Filing,
  type FilingKind,
  type OverviewContent,
  type OverviewGift,
} from '../facts/filing';
import { type Ref } from '../facts/group';
import { sum, type EuroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { contains } from '../kernel/period';
import { yearOf, type PlainDate } from '../kernel/plain-date';
import { type SeenDocument } from '../rules/finding';
import {
  type LedgerGift,
  type NoticeSource,
  type ReconciliationSources,
  type StatedGift,
} from './sources';

export type StatementKind = 'notice' | 'annual' | 'election' | 'ledger';

/** One source as far as it speaks about single contributions. */
export interface Statement {
  readonly kind: StatementKind;
  /** The same for every version of the same filing. */
  readonly id: string;
  readonly basis: LawReference;
  readonly gifts: ReadonlyMap<Ref, StatedGift>;
  /** Day on which it was stated, null for the ledger, which is of now. */
  readonly statedOn: (gift: StatedGift) => PlainDate | null;
  readonly document: (gift: StatedGift, amount: EuroCents | null) => SeenDocument;
  /** The overview, for what it covers and from which total; null for notices and the ledger. */
  readonly content: OverviewContent | null;
}

const BASES: Readonly<Record<FilingKind, LawReference>> = {
  annual_report: { law: 'Wfpp', article: '25', paragraph: '1', part: 'b' },
  affiliate_overview: { law: 'Wfpp', article: '30', paragraph: '2', part: 'a' },
  pre_election_overview: { law: 'Wfpp', article: '28', paragraph: '1', part: 'a' },
  post_election_overview: { law: 'Wfpp', article: '28a', paragraph: '1' },
  candidate_overview: { law: 'Wfpp', article: '29', paragraph: '1' },
  blank_list_overview: { law: 'Wfpp', article: '32', paragraph: '1' },
  gift_regulation: { law: 'Wfpp', article: '34', paragraph: '1' },
};

export function basisOf({ kind }: Pick<OverviewContent, 'kind'>): LawReference {
  return BASES[kind];
}

/** A filing that was received: its day is known. */
export type FiledVersion = Filing & { readonly filedOn: PlainDate };

export function filedVersions({ filings, on }: ReconciliationSources): readonly FiledVersion[] {
  return filings.flatMap((filing) => {
    const { filedOn } = filing;
    return filedOn === null || filedOn > on ? [] : [{ ...filing, filedOn }];
  });
}

/** Of each filing the newest version that was received. */
export function standingFilings(sources: ReconciliationSources): readonly FiledVersion[] {
  const filed = filedVersions(sources);
  return filed.filter(
    (one) => !filed.some((other) => other.expected === one.expected && other.version > one.version),
  );
}

function sameSubject(a: NoticeSource, b: NoticeSource): boolean {
  return a.donor === b.donor && a.recipient === b.recipient && a.year === b.year;
}

/** A later notice about the same donor, recipient and year says everything again. */
export function standingNotices({ notices, on }: ReconciliationSources): readonly NoticeSource[] {
  const isLater = (a: NoticeSource, b: NoticeSource): boolean =>
    a.filedOn === b.filedOn ? a.ref > b.ref : a.filedOn > b.filedOn;
  const filed = notices.filter(({ filedOn }) => filedOn <= on);
  return filed
    .filter((one) => !filed.some((other) => sameSubject(one, other) && isLater(other, one)))
    .toSorted((a, b) => (isLater(a, b) ? 1 : -1));
}

function statedBy({ donor, lines }: OverviewGift): readonly StatedGift[] {
  return lines.map(({ contribution, recipient, receivedOn, amount, returned }) => ({
    contribution,
    donor,
    recipient,
    receivedOn,
    amount,
    returned,
  }));
}

function byRef(gifts: readonly StatedGift[]): ReadonlyMap<Ref, StatedGift> {
  return new Map(gifts.map((gift) => [gift.contribution, gift]));
}

function ofFiling(filing: FiledVersion): Statement {
  const { ref, expected, version, content, filedOn } = filing;
  const annual = content.kind === 'annual_report' || content.kind === 'affiliate_overview';
  return {
    kind: annual ? 'annual' : 'election',
    id: expected,
    basis: basisOf(content),
    gifts: byRef(content.gifts.flatMap(statedBy)),
    statedOn: () => filedOn,
    document: (_, amount) => ({ kind: 'filing', ref, version, amount, on: filedOn }),
    content,
  };
}

/** All notices together. Where none is about a gift, the document has the ref of the gift itself. */
function ofNotices(notices: readonly NoticeSource[]): Statement {
  const byGift = new Map(
    notices.flatMap((notice) =>
      notice.gifts.map(({ contribution }) => [contribution, notice] as const),
    ),
  );
  const subject = (donor: Ref, recipient: Ref, year: number): string =>
    JSON.stringify([donor, recipient, year]);
  const bySubject = new Map(
    notices.map((notice) => [subject(notice.donor, notice.recipient, notice.year), notice]),
  );
  const about = (gift: StatedGift): NoticeSource | undefined =>
    byGift.get(gift.contribution) ??
    bySubject.get(subject(gift.donor, gift.recipient, yearOf(gift.receivedOn)));
  return {
    kind: 'notice',
    id: 'notices',
    basis: { law: 'Wfpp', article: '25a', paragraph: '2' },
    gifts: byRef(notices.flatMap(({ gifts }) => gifts)),
    statedOn: (gift) => about(gift)?.filedOn ?? null,
    document: (gift, amount) => {
      const notice = about(gift);
      const on = notice?.filedOn ?? null;
      return { kind: 'notice', ref: notice?.ref ?? gift.contribution, version: null, amount, on };
    },
    content: null,
  };
}

/** A ledger gift with what had left of it up to and including a day. */
export function asOf(booked: LedgerGift, day: PlainDate): StatedGift {
  const { contribution, donor, recipient, receivedOn, amount, settlements } = booked;
  const gift = { contribution, donor, recipient, receivedOn, amount };
  const left = settlements.filter(({ settledOn }) => settledOn <= day);
  return { ...gift, returned: sum(left.map((one) => one.amount)) };
}

function ofLedger({ ledger, on }: ReconciliationSources): Statement {
  return {
    kind: 'ledger',
    id: 'ledger',
    basis: { law: 'Wfpp', article: '21', paragraph: '1' },
    gifts: byRef(ledger.map((gift) => asOf(gift, on))),
    statedOn: () => null,
    document: ({ contribution }, amount) => ({
      kind: 'ledger',
      ref: contribution,
      version: null,
      amount,
      on: null,
    }),
    content: null,
  };
}

/** Every source that lists contributions: the ledger, all notices, and each filing as it stands. */
export function statementsOf(sources: ReconciliationSources): readonly Statement[] {
  const filings = standingFilings(sources).filter(({ content }) => content.threshold !== null);
  return [ofLedger(sources), ofNotices(standingNotices(sources)), ...filings.map(ofFiling)];
}

/** Whether an overview is about who received a gift, on the day on which it was received. */
export function covers(content: OverviewContent, gift: StatedGift): boolean {
  if (!contains(content.period, gift.receivedOn)) return false;
  const candidates = content.included.filter(({ part }) => part === 'candidate');
  if (candidates.some(({ ref }) => ref === gift.recipient)) return true;
  return content.kind !== 'candidate_overview' && content.recipient.ref === gift.recipient;
}
