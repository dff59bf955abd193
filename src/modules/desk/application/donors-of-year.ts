import { type Group } from '../../../legal/facts/group';
import { type EuroCents, euroCents, exceeds, ZERO } from '../../../legal/kernel/euro-cents';
import { contains } from '../../../legal/kernel/period';
import { plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { parameter } from '../../../legal/parameters';
import { type Transaction } from '../../../platform/database/transaction';
import { type DonorMoney, readDonorMoney, readDonorStanding } from '../../contributions/public';
import { canonicalDonors, type DonorName, readDonorNames } from '../../donors/public';
import {
  type DonorThreshold,
  type DonorTotals,
  type NearThreshold,
  nearThresholds,
} from './near-thresholds';

/** One donor's place under the cap. Amounts in euro cents. */
export interface RoomUnderCap {
  readonly donorId: string;
  readonly total: EuroCents;
  readonly room: EuroCents;
}

export interface DonorsOfYear {
  readonly thresholds: readonly DonorThreshold[];
  readonly near: readonly NearThreshold[];
  /** Those that gave most, as far as a cap applies to them. */
  readonly rooms: readonly RoomUnderCap[];
  readonly cap: EuroCents | null;
  readonly names: ReadonlyMap<string, DonorName>;
}

const MOST_NEAR = 10;
const MOST_ROOMS = 6;
const ONE_CENT = euroCents(1);
/** A donor below this part of the cap has all the room anybody asks for. */
const PART_OF_CAP = 10;

function amountOn(key: 'disclosure.annual' | 'substantial_gift' | 'cap.money', day: PlainDate) {
  const found = parameter(key, day);
  return found === 'unknown' ? null : found.value;
}

/** The thresholds of a day; one that did not exist yet is left out. */
export function thresholdsOn(group: Group, day: PlainDate): readonly DonorThreshold[] {
  const own = group.ownCaps.find((cap) => contains(cap, day));
  const all: readonly (Omit<DonorThreshold, 'amount'> & { readonly amount: EuroCents | null })[] = [
    {
      code: 'disclosure',
      amount: amountOn('disclosure.annual', day),
      operator: '>=',
      per: 'recipient',
    },
    { code: 'notice', amount: amountOn('substantial_gift', day), operator: '>=', per: 'recipient' },
    { code: 'own_cap', amount: own?.amount ?? null, operator: '>', per: 'group' },
    { code: 'cap', amount: amountOn('cap.money', day), operator: '>', per: 'group' },
  ];
  return all.flatMap(({ amount, ...rest }) => (amount === null ? [] : [{ ...rest, amount }]));
}

/** Adds up by donor; donors that are one by now count as one. */
export function totalsOf(
  money: readonly DonorMoney[],
  canonical: ReadonlyMap<string, string>,
): readonly DonorTotals[] {
  const byDonor = new Map<string, Map<string, EuroCents>>();
  for (const { donorId, recipientId, netCents } of money) {
    const donor = canonical.get(donorId) ?? donorId;
    const given = byDonor.get(donor) ?? new Map<string, EuroCents>();
    given.set(recipientId, euroCents((given.get(recipientId) ?? ZERO) + Number(netCents)));
    byDonor.set(donor, given);
  }
  return [...byDonor].map(([donorId, given]) => ({
    donorId,
    total: euroCents([...given.values()].reduce((sum, cents) => sum + cents, 0)),
    recipients: [...given].map(([recipientId, total]) => ({ recipientId, total })),
  }));
}

interface Standing extends DonorTotals {
  readonly room: EuroCents | null;
}

/** The same donors, counted as the law counts them. */
async function judged(
  tx: Transaction,
  tenantId: string,
  donorIds: readonly string[],
  year: number,
): Promise<readonly Standing[]> {
  const standings: Standing[] = [];
  for (const donorId of donorIds) {
    const found = await readDonorStanding(tx, { tenantId, donorId, year });
    if (found === null) continue;
    const { total, room, recipients } = found;
    const each = recipients.map(({ recipient, net }) => ({ recipientId: recipient, total: net }));
    standings.push({ donorId, total, room, recipients: each });
  }
  return standings;
}

/**
 * Donors near a threshold and their room under the cap. All donors are added up in one statement; the
 * few that are shown are then counted by the law itself.
 */
export async function readDonorsOfYear(
  tx: Transaction,
  group: Group,
  year: number,
): Promise<DonorsOfYear> {
  const tenantId = group.ref;
  const lastDay = plainDate(`${String(year)}-12-31`);
  const thresholds = thresholdsOn(group, tx.today < lastDay ? tx.today : lastDay);
  const money = await readDonorMoney(tx, tenantId, year, ONE_CENT);
  const ids = [...new Set(money.map(({ donorId }) => donorId))];
  const totals = totalsOf(money, await canonicalDonors(tx, tenantId, ids));
  const near = nearThresholds(totals, thresholds).slice(0, MOST_NEAR);
  const cap = thresholds.find(({ code }) => code === 'cap')?.amount ?? null;
  const large = totals
    .filter(({ total }) => cap !== null && exceeds(euroCents(total * PART_OF_CAP), cap))
    .toSorted((a, b) => b.total - a.total)
    .slice(0, MOST_ROOMS);
  const wanted = [...new Set([...near, ...large].map(({ donorId }) => donorId))];
  const standings = await judged(tx, tenantId, wanted, year);
  return {
    thresholds,
    near: nearThresholds(standings, thresholds),
    rooms: standings
      .filter(({ donorId }) => large.some((one) => one.donorId === donorId))
      .flatMap(({ donorId, total, room }) => (room === null ? [] : [{ donorId, total, room }]))
      .toSorted((a, b) => b.total - a.total),
    cap,
    names: await readDonorNames(tx, tenantId, wanted),
  };
}
