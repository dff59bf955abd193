import { type DonorYear } from '../facts/contribution';
import { type OverviewContent } from '../facts/filing';
import { type Ref } from '../facts/group';
import { minus, reaches, sum, ZERO, type EuroCents } from '../kernel/euro-cents';
import { yearOf } from '../kernel/plain-date';
import {
  countsForGroup,
  isContribution,
  isListedDonor,
  thresholdFor,
} from '../overviews/listed-gifts';
import { type NoticeDuty, type SeenParameter } from '../rules/finding';
import { AS_IN_FORCE } from '../rules/rule';
import { noticeDuties } from '../rules/substantial-gift';
import { type LedgerGift, type ReconciliationSources, type StatedGift } from './sources';
import { asOf, covers, type Statement } from './statements';

/**
 * What is known of every contribution: as the ledger has it now, or else as it was stated last. An
 * annulled one is not there. Nothing is guessed, so what the law wants is never overstated.
 */
export interface Known {
  readonly gifts: ReadonlyMap<Ref, StatedGift>;
  /** The same per donor, recipient and year. */
  readonly together: ReadonlyMap<string, readonly StatedGift[]>;
  readonly ledger: ReadonlyMap<Ref, LedgerGift>;
  readonly annulled: ReadonlySet<Ref>;
  /** The notices that are due and of which the enforced last day has passed. */
  readonly duties: ReadonlyMap<Ref, NoticeDuty>;
}

function groupKey({ donor, recipient, receivedOn }: StatedGift): string {
  return JSON.stringify([donor, recipient, yearOf(receivedOn)]);
}

function groupedBy(
  gifts: Iterable<StatedGift>,
  keyOf: (gift: StatedGift) => string,
): ReadonlyMap<string, readonly StatedGift[]> {
  const groups = new Map<string, StatedGift[]>();
  for (const gift of gifts) {
    const key = keyOf(gift);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [gift]);
    else group.push(gift);
  }
  return groups;
}

function isListable(gift: LedgerGift): boolean {
  return isListedDonor(gift.donorKind) && isContribution(gift);
}

function currentGifts(
  sources: ReconciliationSources,
  statements: readonly Statement[],
  annulled: ReadonlySet<Ref>,
): ReadonlyMap<Ref, StatedGift> {
  const stated = statements
    .filter(({ kind }) => kind !== 'ledger')
    .flatMap(({ gifts, statedOn, id }) =>
      [...gifts.values()].map((gift) => ({ gift, order: `${statedOn(gift) ?? ''} ${id}` })),
    )
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ gift }) => gift);
  const booked = sources.ledger.filter(isListable).map((gift) => asOf(gift, sources.on));
  const known = [...stated, ...booked].filter(
    (gift) => !annulled.has(gift.contribution) && countsForGroup(sources.group, gift),
  );
  return new Map(known.map((gift) => [gift.contribution, gift]));
}

/** Returns without a known day count from the receipt, so that no duty is taken to exist too soon. */
function donorYear(
  { group }: ReconciliationSources,
  gifts: readonly StatedGift[],
  ledger: ReadonlyMap<Ref, LedgerGift>,
  { donor, receivedOn: day }: StatedGift,
): DonorYear {
  const inOrder = gifts.toSorted((a, b) => (a.contribution < b.contribution ? -1 : 1));
  return {
    group,
    year: yearOf(day),
    donor: {
      ref: donor,
      kind: 'natural_person',
      particulars: { name: true, address: true, ubo: true },
      declaration: null,
      inTradeRegister: null,
      lookThrough: [],
    },
    contributions: inOrder.map(({ contribution, recipient, amount, receivedOn }, sequence) => ({
      ref: contribution,
      recipient,
      type: 'gift',
      form: 'money',
      amount,
      receivedOn,
      sequence,
    })),
    settlements: inOrder.flatMap(({ contribution, returned, receivedOn }) =>
      (ledger.get(contribution)?.settlements ?? [{ amount: returned, settledOn: receivedOn }]).map(
        ({ amount, settledOn }, at) => ({
          ref: `${contribution}:${String(at)}`,
          contribution,
          kind: 'returned_to_donor' as const,
          amount,
          settledOn,
        }),
      ),
    ),
  };
}

function passedDuties(
  sources: ReconciliationSources,
  gifts: Iterable<StatedGift>,
  ledger: ReadonlyMap<Ref, LedgerGift>,
): ReadonlyMap<Ref, NoticeDuty> {
  const perYear = groupedBy(gifts, ({ donor, receivedOn }) =>
    JSON.stringify([donor, yearOf(receivedOn)]),
  );
  const duties = [...perYear.values()].flatMap((together) => {
    const [first] = together;
    if (first === undefined) return [];
    const facts = donorYear(sources, together, ledger, first);
    return noticeDuties(facts, sources.on, AS_IN_FORCE);
  });
  const passed = duties.filter(({ due }) => due.enforced.lastDay < sources.on);
  return new Map(passed.map((duty) => [duty.contribution, duty]));
}

export function knownOf(sources: ReconciliationSources, statements: readonly Statement[]): Known {
  const annulled = new Set(sources.annulled);
  const ledger = new Map(sources.ledger.map((gift) => [gift.contribution, gift]));
  const gifts = currentGifts(sources, statements, annulled);
  const duties = passedDuties(sources, gifts.values(), ledger);
  return { gifts, together: groupedBy(gifts.values(), groupKey), ledger, annulled, duties };
}

function net({ amount, returned }: StatedGift): EuroCents {
  return returned < amount ? minus(amount, returned) : ZERO;
}

/**
 * What the donor gave, as far as known, to that recipient in that year within what it covers. What
 * left after it was filed does not undo that it had to be listed.
 */
function knownTotal(
  { statedOn }: Statement,
  content: OverviewContent,
  gift: StatedGift,
  { together, ledger }: Known,
): EuroCents {
  const filedOn = statedOn(gift);
  const then = (one: StatedGift): StatedGift => {
    const booked = ledger.get(one.contribution);
    return booked === undefined || filedOn === null ? one : asOf(booked, filedOn);
  };
  const all = together.get(groupKey(gift)) ?? [];
  return sum(all.filter((one) => covers(content, one)).map((one) => net(then(one))));
}

/** The parameters by which the law wants a gift in a source; null when it does not. */
export function wantedBy(
  statement: Statement,
  contribution: Ref,
  known: Known,
): readonly SeenParameter[] | null {
  const gift = known.gifts.get(contribution);
  if (gift === undefined) return null;
  const { content } = statement;
  if (content === null) {
    return statement.kind === 'notice'
      ? (known.duties.get(contribution)?.parameters ?? null)
      : null;
  }
  const threshold = thresholdFor(content, yearOf(gift.receivedOn));
  if (threshold === null || !covers(content, gift)) return null;
  if (!reaches(knownTotal(statement, content, gift, known), threshold.value)) return null;
  return [
    {
      key: statement.kind === 'annual' ? 'disclosure.annual' : 'disclosure.election',
      value: threshold.value,
      unit: 'cents',
      source: threshold.source,
      inForceFrom: content.period.from,
    },
  ];
}
