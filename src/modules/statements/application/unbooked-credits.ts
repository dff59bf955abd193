import { type Contribution, type DonorYear } from '../../../legal/facts/contribution';
import { type Group } from '../../../legal/facts/group';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { parameter } from '../../../legal/parameters';
import { type Judgement } from '../../../legal/rules/finding';
import { judgeDonorYear } from '../../../legal/rules/judge';
import { type Transaction } from '../../../platform/database/transaction';
import { donorYearFacts, readDonorMoney } from '../../contributions/public';
import { readDonorNames } from '../../donors/public';
import { readGroup } from '../../parties/public';
import { readStatementEntries } from '../persistence/entry.query';
import { kindOfName } from '../recognition/counterparty';
import { type ProposalKind } from '../recognition/proposal';
import { fold } from '../recognition/words-of-entry';
import { unknownDonor } from './propose-consequence';
import { proposeEntries, type ProposedEntry } from './propose-entries';

/** Money that came in and was not decided on, large enough for the law to look at. */
export interface UnbookedCredit {
  readonly entryId: string;
  readonly statementId: string;
  readonly account: string;
  readonly receivedOn: PlainDate;
  readonly amount: EuroCents;
  readonly counterpartyName: string | null;
  readonly kind: ProposalKind;
  readonly donorId: string | null;
  readonly donorName: string | null;
  /**
   * notice: with it the payer reaches the amount of art. 25a, and the term runs since the credit.
   * disclosure: with it the payer reaches the amount of the yearly overview (art. 25).
   */
  readonly threshold: 'notice' | 'disclosure';
  readonly thresholdAmount: EuroCents;
  /** Of this payer in the year at this recipient, with what is booked. */
  readonly total: EuroCents;
  /** Last days of the notice; null when none is due. */
  readonly enforcedLastDay: PlainDate | null;
  readonly statutoryLastDay: PlainDate | null;
}

/** Kinds that may hold a contribution. The rest is no gift on its face, and asks for no clock. */
const MAY_BE_GIFTS = new Set<ProposalKind>([
  'contribution',
  'cash',
  'batch',
  'sale',
  'refund',
  'loan',
]);

interface Desk {
  readonly tenantId: string;
  readonly year: number;
  readonly group: Group;
  /** Net cents that each donor gave in the year, as far as booked. */
  readonly booked: ReadonlyMap<string, number>;
}

function payerKey({ entry, proposal }: ProposedEntry): string {
  const { iban, name } = entry.counterparty;
  if (proposal.donorId !== null) return proposal.donorId;
  if (proposal.kind === 'batch' || proposal.kind === 'cash') return entry.id;
  return iban ?? (name === null ? entry.id : fold(name));
}

function inTime({ entry: a }: ProposedEntry, { entry: b }: ProposedEntry): number {
  if (a.bookedOn !== b.bookedOn) return a.bookedOn < b.bookedOn ? -1 : 1;
  return a.position - b.position;
}

function byPayer(proposed: readonly ProposedEntry[]): readonly (readonly ProposedEntry[])[] {
  const payers = new Map<string, ProposedEntry[]>();
  for (const one of proposed) {
    const key = payerKey(one);
    const known = payers.get(key);
    if (known === undefined) payers.set(key, [one]);
    else known.push(one);
  }
  return [...payers.values()].map((some) => some.toSorted(inTime));
}

/**
 * The open credits of a year that reach a threshold, alone or together with what their payer gave.
 * The statutory term runs from the day of the credit, whether it was booked or not.
 */
export async function unbookedCredits(
  tx: Transaction,
  tenantId: string,
  year: number,
): Promise<readonly UnbookedCredit[]> {
  const filter = { year, state: 'open', direction: 'credit' } as const;
  const entries = await readStatementEntries(tx, tenantId, filter);
  if (entries.length === 0) return [];
  const proposed = await proposeEntries(tx, entries, 'full');
  const payers = byPayer(proposed.filter(({ proposal }) => MAY_BE_GIFTS.has(proposal.kind)));
  const desk = {
    tenantId,
    year,
    group: await readGroup(tx, tenantId),
    booked: await bookedOf(tx, tenantId, year),
  };
  const found: UnbookedCredit[] = [];
  for (const ofPayer of payers) found.push(...(await reaching(tx, desk, ofPayer)));
  return found.sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1));
}

async function bookedOf(
  tx: Transaction,
  tenantId: string,
  year: number,
): Promise<ReadonlyMap<string, number>> {
  const booked = new Map<string, number>();
  for (const { donorId, netCents } of await readDonorMoney(tx, tenantId, year, euroCents(1)))
    booked.set(donorId, (booked.get(donorId) ?? 0) + Number(netCents));
  return booked;
}

/** Nobody who stays below the lowest threshold has to be judged. */
function mayReach({ booked, year }: Desk, ofPayer: readonly ProposedEntry[]): boolean {
  const limit = limitOn('disclosure.annual', plainDate(`${String(year)}-12-31`));
  const donorId = ofPayer[0]?.proposal.donorId ?? '';
  const open = centsOf(ofPayer);
  return limit !== null && open + (booked.get(donorId) ?? 0) >= limit;
}

function limitOn(key: 'disclosure.annual' | 'substantial_gift', day: PlainDate): EuroCents | null {
  const inForce = parameter(key, day);
  return inForce === 'unknown' ? null : inForce.value;
}

async function factsOf(
  tx: Transaction,
  { tenantId, year, group }: Desk,
  [first]: readonly ProposedEntry[],
): Promise<DonorYear> {
  const donorId = first?.proposal.donorId ?? null;
  const known =
    donorId === null ? null : await donorYearFacts(tx, { tenantId, donorId, year }, false);
  const kind = kindOfName(first?.entry.counterparty.name ?? '');
  const donor = unknownDonor(first?.entry.id ?? '', kind);
  return known ?? { group, donor, year, contributions: [], settlements: [] };
}

/** The party itself, when nobody said whose account it is: what the law would ask then. */
function recipientFor({ proposal, entry }: ProposedEntry, { group }: Desk): string {
  const party = group.members.find(({ kind }) => kind === 'party')?.recipient;
  return proposal.recipientId ?? entry.recipientId ?? party ?? '';
}

const AFTER_THE_BOOKS = Number.MAX_SAFE_INTEGER - 1_000_000;

function creditsOf(desk: Desk, ofPayer: readonly ProposedEntry[]): readonly Contribution[] {
  return ofPayer.map((one, at) => ({
    ref: one.entry.id,
    recipient: recipientFor(one, desk),
    type: one.proposal.type,
    form: 'money',
    amount: one.entry.amount,
    receivedOn: one.entry.bookedOn,
    sequence: AFTER_THE_BOOKS + at,
  }));
}

async function reaching(
  tx: Transaction,
  desk: Desk,
  ofPayer: readonly ProposedEntry[],
): Promise<readonly UnbookedCredit[]> {
  if (!mayReach(desk, ofPayer)) return [];
  const facts = await factsOf(tx, desk, ofPayer);
  const contributions = [...facts.contributions, ...creditsOf(desk, ofPayer)];
  const judged = judgeDonorYear({ ...facts, contributions }, tx.today);
  const names = await readDonorNames(
    tx,
    desk.tenantId,
    ofPayer.flatMap(({ proposal }) => proposal.donorId ?? []),
  );
  return ofPayer.flatMap((one, at) => {
    const donorName = names.get(one.proposal.donorId ?? '')?.name ?? null;
    const recipient = recipientFor(one, desk);
    const later = ofPayer.slice(at + 1).filter((other) => recipientFor(other, desk) === recipient);
    const reached = reachedBy(one, netOf(judged, recipient) - centsOf(later), judged);
    return reached === null ? [] : [{ ...shown(one), donorName, ...reached }];
  });
}

function centsOf(some: readonly ProposedEntry[]): number {
  return some.reduce((sum, { entry }) => sum + entry.amount, 0);
}

function netOf({ totals }: Judgement, recipient: string): number {
  return totals.recipients.find((one) => one.recipient === recipient)?.net ?? 0;
}

type Reached = Pick<
  UnbookedCredit,
  'threshold' | 'thresholdAmount' | 'total' | 'enforcedLastDay' | 'statutoryLastDay'
>;

/** @param upToHere net cents of the payer at this recipient, this credit included and no later one */
function reachedBy({ entry }: ProposedEntry, upToHere: number, judged: Judgement): Reached | null {
  const duty = judged.duties.find(({ contribution }) => contribution === entry.id);
  if (duty !== undefined)
    return {
      threshold: 'notice',
      thresholdAmount: limitOn('substantial_gift', entry.bookedOn) ?? duty.totalAfter,
      total: duty.totalAfter,
      enforcedLastDay: duty.due.enforced.lastDay,
      statutoryLastDay: duty.due.statutory.lastDay,
    };
  const limit = limitOn('disclosure.annual', entry.bookedOn);
  if (limit === null || upToHere < limit) return null;
  return {
    threshold: 'disclosure',
    thresholdAmount: limit,
    total: euroCents(upToHere),
    enforcedLastDay: null,
    statutoryLastDay: null,
  };
}

function shown({
  entry,
  proposal,
}: ProposedEntry): Omit<UnbookedCredit, keyof Reached | 'donorName'> {
  return {
    entryId: entry.id,
    statementId: entry.statementId,
    account: entry.account,
    receivedOn: entry.bookedOn,
    amount: entry.amount,
    counterpartyName: entry.counterparty.name,
    kind: proposal.kind,
    donorId: proposal.donorId,
  };
}
