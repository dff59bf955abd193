import { type EuroCents, sum } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type DonorTotal, type PublishedGift, type PublishedList } from '../facts/published-list';
import { type NoteCode, type ReconciliationNote } from '../facts/reconciliation';
import { nameKey } from './read-cells';

type Totals = readonly DonorTotal[];

function singleGifts(total: DonorTotal): readonly EuroCents[] {
  return total.gifts.flatMap(({ amount }) => (amount === null ? [] : [amount]));
}

function rowsOf(totals: Totals): number[] {
  return totals.flatMap(({ gifts }) => gifts.map(({ row }) => row));
}

/** The one day on which all of these were received, or null. */
function sharedDay(gifts: readonly PublishedGift[]): PlainDate | null {
  const day = gifts[0]?.receivedOn ?? null;
  return gifts.every(({ receivedOn }) => receivedOn === day) ? day : null;
}

function noteOn(code: NoteCode, totals: Totals, name?: string): ReconciliationNote {
  return {
    code,
    parties: [...new Set(totals.map(({ party }) => party))],
    name: name ?? totals[0]?.donor.name ?? null,
    rows: rowsOf(totals),
    amount: sum(totals.map(({ total }) => total)),
    singleGifts: null,
    receivedOn: sharedDay(totals.flatMap(({ gifts }) => gifts)),
  };
}

function identicalGifts(total: DonorTotal): ReconciliationNote[] {
  const pairs = new Map<string, PublishedGift[]>();
  for (const gift of total.gifts) {
    if (gift.amount === null || gift.receivedOn === null) continue;
    const key = `${gift.receivedOn} ${String(gift.amount)}`;
    pairs.set(key, [...(pairs.get(key) ?? []), gift]);
  }
  return [...pairs.values()]
    .filter((gifts) => gifts.length > 1)
    .map((gifts) => ({
      ...noteOn('identical_gifts_same_day', [{ ...total, gifts }]),
      amount: sum(gifts.flatMap(({ amount }) => (amount === null ? [] : [amount]))),
    }));
}

function notesOnTotal(total: DonorTotal): ReconciliationNote[] {
  const single = singleGifts(total);
  const { donor } = total;
  const isJoint = donor.kind === 'natural_person' && / en /.test(donor.name ?? '');
  const found: ReconciliationNote[] = [];
  if (single.length === 0) found.push(noteOn('total_without_single_gifts', [total]));
  if (single.length > 0 && sum(single) > total.total) {
    found.push({ ...noteOn('total_below_single_gifts', [total]), singleGifts: sum(single) });
  }
  found.push(...identicalGifts(total));
  if (total.gifts.some(({ inKind }) => inKind)) found.push(noteOn('in_kind', [total]));
  if (donor.kind === 'estate') found.push(noteOn('estate', [total]));
  if (donor.shielding !== null) found.push(noteOn('shielded', [total]));
  if (isJoint) found.push(noteOn('joint_donor', [total]));
  return found;
}

interface Person {
  readonly name: string;
  /** The donor totals this person gave, or stands behind. */
  readonly totals: DonorTotal[];
}

/** Finds one name in several totals. `scope` keeps apart what must not be put together. */
function collect(
  totals: Totals,
  namesOf: (total: DonorTotal) => readonly (string | null)[],
  scope: (total: DonorTotal) => string,
): readonly Person[] {
  const people = new Map<string, Person>();
  for (const total of totals) {
    for (const name of namesOf(total)) {
      if (name === null) continue;
      const key = `${scope(total)}\n${nameKey(name)}`;
      const person = people.get(key) ?? { name, totals: [] };
      if (person.totals.at(-1) !== total) person.totals.push(total);
      people.set(key, person);
    }
  }
  return [...people.values()].filter(({ totals: found }) => found.length > 1);
}

/** One donor, one party, several recipients: the cap of art. 29b counts them together. */
function severalRecipients(list: PublishedList): ReconciliationNote[] {
  const sameDonor = collect(
    list.donorTotals,
    ({ donor }) => [donor.name],
    ({ party }) => party,
  );
  return sameDonor.map(({ name, totals }) => noteOn('several_recipients', totals, name));
}

/** A person behind several donors, or a donor who also stands behind another donor. */
function sharedOwners(list: PublishedList): ReconciliationNote[] {
  const linked = collect(
    list.donorTotals,
    ({ donor }) => [donor.name, ...donor.beneficialOwners.map(({ name }) => name)],
    () => '',
  );
  return linked
    .filter(({ totals }) => new Set(totals.map(({ donor }) => nameKey(donor.name ?? ''))).size > 1)
    .map(({ name, totals }) => noteOn('shared_beneficial_owner', totals, name));
}

/** What is worth knowing about a list beside its sums. None of these is an error. */
export function notesOn(list: PublishedList): readonly ReconciliationNote[] {
  return [
    ...list.donorTotals.flatMap(notesOnTotal),
    ...severalRecipients(list),
    ...sharedOwners(list),
  ];
}
