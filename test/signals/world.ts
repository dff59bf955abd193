import { randomUUID } from 'node:crypto';
import { euroCents } from '../../src/legal/kernel/euro-cents';
import { addMonths, plainDate, type PlainDate, yearOf } from '../../src/legal/kernel/plain-date';
import {
  circleScopes,
  type Decision,
  decisionScopes,
  donorScopes,
} from '../../src/modules/signals/detectors/assemble';
import { grouped, initialSettings } from '../../src/modules/signals/detectors/detector';
import {
  type DonorFact,
  type GiftFact,
  type LookThrough,
  type NoticeFact,
  type PartyScope,
  type TraitFact,
} from '../../src/modules/signals/detectors/facts';
import { type FoundSignal, judgeScope } from '../../src/modules/signals/detectors/judge';
import { foldName } from '../../src/modules/signals/detectors/names';
import { DETECTOR_LIST } from '../../src/modules/signals/detectors/registry';

export interface ADonor {
  readonly kind?: string;
  readonly name?: string | null;
  readonly residence?: string;
  readonly address?: string;
  readonly accounts?: readonly string[];
  /** [name, residence] */
  readonly ubos?: readonly (readonly [string, string])[];
  readonly lookThrough?: readonly LookThrough[];
}

export interface AGift {
  readonly recipient?: string;
  readonly type?: string | null;
  readonly line?: 'gift' | 'rest';
  readonly source?: 'filed' | 'list';
  readonly returned?: number;
  /** The last day of the notice it called for, and the day on which it was filed. */
  readonly lastDay?: string;
  readonly filedOn?: string | null;
}

export const ALL_ON = new Map(DETECTOR_LIST.map((head) => [head.code, initialSettings(head)]));

function trait(kind: TraitFact['kind'], value: string, label: string): TraitFact {
  return { kind, value, label, since: null };
}

const keyOf = (parts: readonly string[]): string => parts.map(foldName).join('|');

function traitsOf(one: ADonor, name: string | null, residence: string): readonly TraitFact[] {
  const { address, accounts = [], ubos = [] } = one;
  return [
    ...(name === null ? [] : [trait('name', foldName(name), name)]),
    ...(address === undefined
      ? []
      : [trait('address', keyOf([address, residence]), `${address}, ${residence}`)]),
    ...accounts.map((iban) => trait('account', `hash-of-${iban}`, 'NL ... 123')),
    ...ubos.map((ubo) => trait('ubo', keyOf(ubo), ubo.join(', '))),
  ];
}

function monthAfter(month: string): string {
  return addMonths(plainDate(`${month}-01`), 1).slice(0, 7);
}

const NOT_FREE = new Set(['office_holder_remittance', 'membership_dues']);
const GIFT = {
  recipient: 'party',
  type: 'gift',
  line: 'gift',
  source: 'filed',
  returned: 0,
} as const;

/** Facts as insight holds them, in memory: donors, their ties and their gifts. */
export class World {
  readonly donors: DonorFact[] = [];
  readonly gifts: GiftFact[] = [];
  readonly notices = new Map<string, NoticeFact[]>();
  readonly parties = new Map<string, readonly string[]>();
  private serial = 0;

  constructor(private readonly newId: () => string = randomUUID) {}

  /** A party with the names of itself and its affiliates. */
  party(...names: readonly string[]): string {
    const id = this.newId();
    this.parties.set(id, names);
    return id;
  }

  donor(one: ADonor = {}): string {
    const id = this.newId();
    const { kind = 'natural_person', name = 'A. Gever', residence = 'Utrecht' } = one;
    const ownerKey = kind === 'natural_person' && name !== null ? keyOf([name, residence]) : null;
    const traits = traitsOf(one, name, residence);
    this.donors.push({ id, kind, name, traits, ownerKey, lookThrough: one.lookThrough ?? [] });
    return id;
  }

  /** `day` is a day, or a year for what a list gives without a day. */
  gift(donorId: string, partyId: string, cents: number, day: string, one: AGift = {}): GiftFact {
    this.serial += 1;
    const receivedOn = day.length === 4 ? null : plainDate(day);
    const { returned, recipient, type, line, source } = { ...GIFT, ...one };
    const gift: GiftFact = {
      key: `contribution:${String(this.serial)}`,
      partyId,
      donorId,
      recipient,
      recipientName: recipient,
      ...{ type, line, source, receivedOn },
      year: receivedOn === null ? Number(day) : yearOf(receivedOn),
      amount: euroCents(cents),
      returned: euroCents(returned),
      counted: euroCents(cents - returned),
    };
    this.gifts.push(gift);
    if (one.lastDay !== undefined && receivedOn !== null) this.notice(gift, one);
    return gift;
  }

  private notice(gift: GiftFact, { lastDay, filedOn }: AGift): void {
    const { key: giftKey, donorId, amount, receivedOn, partyId } = gift;
    if (receivedOn === null || lastDay === undefined) return;
    const filed = filedOn === undefined || filedOn === null ? null : plainDate(filedOn);
    const own = this.notices.get(partyId) ?? [];
    own.push({ giftKey, donorId, amount, receivedOn, lastDay: plainDate(lastDay), filedOn: filed });
    this.notices.set(partyId, own);
  }

  private months(gifts: readonly GiftFact[]): PartyScope['months'] {
    const totals = new Map<string, number>();
    for (const { receivedOn, line, type, counted } of gifts) {
      if (receivedOn === null || line !== 'gift' || NOT_FREE.has(String(type))) continue;
      const month = receivedOn.slice(0, 7);
      totals.set(month, (totals.get(month) ?? 0) + counted);
    }
    const known = [...totals.keys()].toSorted();
    const last = known.at(-1) ?? '';
    const all: string[] = [];
    for (let at = known[0] ?? '9999-12'; at <= last; at = monthAfter(at)) all.push(at);
    return all.map((month) => ({ month, total: euroCents(totals.get(month) ?? 0) }));
  }

  /** Every pattern that the detectors find, with the settings they are delivered with. */
  find(
    today: string,
    around: {
      readonly decisions?: readonly Decision[];
      readonly pollingDays?: readonly PlainDate[];
    } = {},
    settings = ALL_ON,
  ): readonly FoundSignal[] {
    const on = plainDate(today);
    const names = Object.fromEntries(this.parties);
    const found: FoundSignal[] = [];
    for (const scope of donorScopes(this.donors, this.gifts, names)) {
      found.push(...judgeScope('donor', scope, settings, on));
      for (const decision of decisionScopes(around.decisions ?? [], scope.gifts, scope.donor.id))
        found.push(...judgeScope('decision', decision, settings, on));
    }
    for (const scope of circleScopes(this.donors, this.gifts))
      found.push(...judgeScope('circle', scope, settings, on));
    found.push(...this.findInParties(on, around.pollingDays ?? [], settings));
    return found;
  }

  private findInParties(
    on: PlainDate,
    pollingDays: readonly PlainDate[],
    settings: typeof ALL_ON,
  ): readonly FoundSignal[] {
    const year = yearOf(on);
    const terms = [year - 1, year, year + 1].map((one) => plainDate(`${String(one)}-06-30`));
    const byParty = grouped(this.gifts, ({ partyId }) => partyId);
    return [...this.parties.keys()].flatMap((partyId) => {
      const notices = this.notices.get(partyId) ?? [];
      const months = this.months(byParty.get(partyId) ?? []);
      const facts = { key: `party:${partyId}`, partyId, months, notices, terms, pollingDays };
      return judgeScope('party', facts, settings, on);
    });
  }

  codes(today: string, around: Parameters<World['find']>[1] = {}): readonly string[] {
    return [...new Set(this.find(today, around).map(({ code }) => code))].toSorted();
  }
}
