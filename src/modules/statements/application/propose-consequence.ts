import { type Contribution, type DonorYear } from '../../../legal/facts/contribution';
import { type Donor, type DonorKind } from '../../../legal/facts/donor';
import { type Group } from '../../../legal/facts/group';
import { yearOf } from '../../../legal/kernel/plain-date';
import { preCheck, type PreCheck } from '../../../legal/rules/pre-check';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { donorYearFacts } from '../../contributions/public';
import { readGroup } from '../../parties/public';
import { kindOfName } from '../recognition/counterparty';
import { type ProposedEntry } from './propose-entries';

/** Somebody of whom nothing is on record yet; for cash nobody is known at all (art. 23). */
export function unknownDonor(ref: string, kind: DonorKind): Donor {
  return {
    ref,
    kind,
    particulars: { name: false, address: false, ubo: false },
    declaration: null,
    inTradeRegister: null,
    lookThrough: [],
  };
}

/** True when booking it as a contribution is what the proposal thinks of. */
export function mayBeContribution({ proposal }: ProposedEntry): boolean {
  return proposal.kind === 'contribution' || proposal.kind === 'cash';
}

interface Asked {
  readonly proposed: ProposedEntry;
  readonly recipientId: string;
  /** The donor, or who the entry alone stands for. */
  readonly key: string;
}

function askedOf(proposed: ProposedEntry): readonly Asked[] {
  const { entry, proposal } = proposed;
  const { recipientId, donorId } = proposal;
  if (!mayBeContribution(proposed) || recipientId === null) return [];
  const key = `${donorId ?? entry.id}/${String(yearOf(entry.bookedOn))}`;
  return [{ proposed, recipientId, key }];
}

async function factsFor(tx: Transaction, { proposed }: Asked, group: Group): Promise<DonorYear> {
  const { entry, proposal } = proposed;
  const year = yearOf(entry.bookedOn);
  const nobody = proposal.kind === 'cash' ? 'anonymous' : kindOfName(entry.counterparty.name ?? '');
  const described = {
    group,
    donor: unknownDonor(entry.id, nobody),
    year,
    contributions: [],
    settlements: [],
  };
  if (proposal.donorId === null) return described;
  const key = { tenantId: tenantOf(tx), donorId: proposal.donorId, year };
  return (await donorYearFacts(tx, key, false)) ?? described;
}

/**
 * What the law would say of each proposal, were it booked: judged on the books and on what stands
 * above it in time among these same proposals, so that two entries of one donor count together.
 */
export async function consequencesOf(
  tx: Transaction,
  proposals: readonly ProposedEntry[],
): Promise<ReadonlyMap<string, PreCheck>> {
  const group = await readGroup(tx, tenantOf(tx));
  const asked = proposals.flatMap(askedOf).sort(inTime);
  const known = new Map<string, DonorYear>();
  const answers = new Map<string, PreCheck>();
  for (const [at, one] of asked.entries()) {
    const facts = known.get(one.key) ?? (await factsFor(tx, one, group));
    const intended = contributionOf(one, at);
    answers.set(one.proposed.entry.id, preCheck(facts, intended, tx.today));
    known.set(one.key, { ...facts, contributions: [...facts.contributions, intended] });
  }
  return answers;
}

function inTime({ proposed: a }: Asked, { proposed: b }: Asked): number {
  if (a.entry.bookedOn !== b.entry.bookedOn) return a.entry.bookedOn < b.entry.bookedOn ? -1 : 1;
  return a.entry.position - b.entry.position;
}

/** Booked later than everything that stands in the books, in the order of the entries. */
const AFTER_THE_BOOKS = Number.MAX_SAFE_INTEGER - 1_000_000;

function contributionOf({ proposed, recipientId }: Asked, at: number): Contribution {
  const { entry, proposal } = proposed;
  return {
    ref: `entry:${entry.id}`,
    recipient: recipientId,
    type: proposal.type,
    form: 'money',
    amount: entry.amount,
    receivedOn: entry.bookedOn,
    sequence: AFTER_THE_BOOKS + at,
  };
}
