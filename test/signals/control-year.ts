import { addDays, plainDate, type PlainDate } from '../../src/legal/kernel/plain-date';
import { euroCents } from '../../src/legal/kernel/euro-cents';
import { type LookThrough } from '../../src/modules/signals/detectors/facts';
import { Dice } from '../identity-set/random';
import { company, foundation, person, place, street, surname } from './people';
import { type Around } from './planted';
import { type ADonor, World } from './world';

/*
 * A year in which nobody means anything by it: donors, amounts and days as the published lists have
 * them, with the coincidences of ordinary life (partners, joint accounts, standing orders, a company
 * and its owner, mistakes that are paid back). Two years go before it, so that there is a history.
 */

export const CONTROL_YEAR = 2025;
const FIRST_YEAR = CONTROL_YEAR - 2;
export const CONTROL_TODAY = '2026-03-31';

/** Parties and how many disclosed donors each has in a year: about 1,500 in all. */
const SIZES = [320, 240, 200, 160, 130, 110, 90, 70, 50, 40, 30, 25, 20, 15] as const;
/** Two of them live on remittances of office-holders. */
const REMITTING = new Set([1, 3]);

interface AGiver {
  readonly id: string;
  readonly kind: 'monthly' | 'remitter' | 'middle' | 'large';
  readonly home: number;
  readonly euros: number;
}

interface AReceipt {
  readonly id: string;
  readonly home: number;
  readonly partyId: string;
  readonly amount: number;
  readonly day: PlainDate;
  readonly recipient: string;
  /** It called for a notice. */
  readonly due: boolean;
}

export interface ControlYear {
  readonly world: World;
  readonly around: Around;
}

const MIDDLE = [
  ...[1_000, 1_000, 1_000, 1_000, 1_500, 2_000, 2_500, 5_000],
  ...[1_200, 1_250, 1_100, 3_000, 500, 750, 250],
] as const;

class Maker {
  readonly world: World;
  private readonly dice: Dice;
  private serial = 0;
  private readonly parties: string[] = [];
  private readonly affiliates: string[] = [];
  private readonly lateParts: number[] = [];
  private readonly owners: (readonly [string, string])[] = [];

  constructor(seed: number) {
    this.dice = new Dice(seed);
    this.world = new World(() => {
      this.serial += 1;
      const last = String(this.serial).padStart(12, '0');
      return `00000000-0000-4000-8000-${last}`;
    });
  }

  make(): ControlYear {
    const { dice, world } = this;
    const givers: AGiver[] = [];
    for (const [home, size] of SIZES.entries()) {
      const name = `Partij ${String(home + 1)}`;
      const institute = `Instituut ${String(home + 1)}`;
      this.parties.push(world.party(name, institute));
      this.affiliates.push(institute);
      this.lateParts.push(dice.chance(0.07) ? 0.35 : 0.1);
      for (let at = 0; at < size; at += 1) givers.push(...this.household(home));
    }
    for (let year = FIRST_YEAR; year <= CONTROL_YEAR; year += 1)
      for (const giver of givers) if (dice.chance(0.62)) this.gives(giver, year);
    const days = [1, 2, 3].map(() => this.day(CONTROL_YEAR));
    const decisions = days.map((day, at) => ({
      id: String(at),
      partyId: null,
      title: 'Besluit',
      daysBefore: 30,
      daysAfter: 30,
      day,
    }));
    return { world, around: { decisions, pollingDays: [plainDate('2025-10-29')] } };
  }

  private day(year: number): PlainDate {
    return addDays(plainDate(`${String(year)}-01-01`), this.dice.below(365));
  }

  /** One donor, or two who live together. */
  private household(home: number): AGiver[] {
    const { dice } = this;
    const sort = dice.next();
    if (sort < 0.06) return [this.organisation(home)];
    const family = surname(dice);
    const residence = place(dice);
    const address = street(dice);
    const iban = `NL${String(dice.below(1e9))}`;
    const one = this.donor(home, {
      name: person(dice, family),
      residence,
      address,
      accounts: [iban],
    });
    if (!dice.chance(0.06)) return [one];
    const own = dice.chance(0.4);
    const partner = this.donor(home, {
      name: person(dice, own ? surname(dice) : family),
      residence,
      address,
      accounts: [dice.chance(0.5) ? iban : `${iban}1`],
    });
    return [one, partner];
  }

  private donor(home: number, one: ADonor): AGiver {
    const { dice, world } = this;
    const id = world.donor(one);
    const sort = dice.next();
    if (REMITTING.has(home) && sort < 0.35)
      return { id, kind: 'remitter', home, euros: 780 + dice.below(300) };
    if (sort < 0.5)
      return { id, kind: 'monthly', home, euros: dice.pick([85, 100, 100, 125, 150, 250]) };
    if (sort < 0.84) return { id, kind: 'middle', home, euros: dice.pick(MIDDLE) };
    return { id, kind: 'large', home, euros: this.largeAmount() };
  }

  /** Heavy at 10,000; half below 11,000; a few at exactly 100,000. */
  private largeAmount(): number {
    const { dice } = this;
    const sort = dice.next();
    if (sort < 0.12) return 10_000;
    if (sort < 0.16) return 100_000;
    if (sort < 0.62) return 10_000 + dice.below(1_000);
    if (sort < 0.75) return dice.pick([15_000, 20_000, 25_000, 30_000, 50_000]);
    return Math.round(11_000 * Math.exp(dice.next() * 1.6));
  }

  private organisation(home: number): AGiver {
    const { dice } = this;
    const large = { kind: 'large', home, euros: this.largeAmount() } as const;
    const residence = place(dice);
    const address = street(dice);
    if (dice.chance(0.3)) {
      const name = foundation(dice);
      const lookThrough = this.givers(home, large.euros);
      const ubos = [this.owner()];
      const id = this.world.donor({
        kind: 'foundation',
        name,
        residence,
        address,
        lookThrough,
        ubos,
      });
      return { id, ...large };
    }
    const name = company(dice);
    const ubos = dice.chance(0.3) ? [this.owner(), this.owner()] : [this.owner()];
    return {
      id: this.world.donor({ kind: 'legal_person', name, residence, address, ubos }),
      ...large,
    };
  }

  /** Some have two companies; some owners give in their own name too. */
  private owner(): readonly [string, string] {
    const { dice } = this;
    if (this.owners.length > 0 && dice.chance(0.03)) return dice.pick(this.owners);
    const owner = [person(dice), place(dice)] as const;
    this.owners.push(owner);
    if (dice.chance(0.08)) {
      const id = this.world.donor({ name: owner[0], residence: owner[1] });
      const party = dice.pick(this.parties);
      const euros = dice.pick([250, 500, 1_000, 2_500, 5_000, 10_000]);
      this.world.gift(id, party, euros * 100, this.day(CONTROL_YEAR));
    }
    return owner;
  }

  /** What a foundation named of its own givers: nearly always there, mostly many small ones. */
  private givers(home: number, euros: number): readonly LookThrough[] {
    const { dice } = this;
    const years = [FIRST_YEAR, FIRST_YEAR + 1, CONTROL_YEAR].filter(() => dice.chance(0.96));
    const partyId = this.parties[home] ?? '';
    return years.map((year) => {
      const count = dice.chance(0.4) ? 0 : 1 + dice.below(8);
      const givers = Array.from({ length: count }, () => ({
        name: person(dice),
        amount: euroCents(100_000 + dice.below(Math.round(euros * 35))),
      }));
      return { partyId, year, givers };
    });
  }

  private gives(giver: AGiver, year: number): void {
    const { dice } = this;
    const partyId = this.parties[giver.home] ?? '';
    if (giver.kind === 'remitter' || giver.kind === 'monthly') this.monthly(giver, partyId, year);
    else this.now(giver, partyId, year);
    if (dice.chance(0.012)) {
      const other = dice.pick(this.parties);
      if (other !== partyId)
        this.world.gift(giver.id, other, dice.pick(MIDDLE) * 100, this.day(year));
    }
  }

  private monthly({ id, kind, euros }: AGiver, partyId: string, year: number): void {
    const type = kind === 'remitter' ? 'office_holder_remittance' : 'gift';
    const day = String(1 + this.dice.below(28)).padStart(2, '0');
    for (let month = 1; month <= 12; month += 1) {
      const on = `${String(year)}-${String(month).padStart(2, '0')}-${day}`;
      this.world.gift(id, partyId, euros * 100, on, { type });
    }
  }

  /** At once or in parts; to the party or its institute; now and then paid back by mistake. */
  private now({ id, home, kind, euros }: AGiver, partyId: string, year: number): void {
    const { dice } = this;
    const parts = this.parts(kind);
    const start = this.day(year);
    let [left, total] = [euros * 100, 0];
    for (let part = parts; part > 0; part -= 1) {
      const amount = part === 1 ? left : Math.round(left / part / 5_000) * 5_000;
      left -= amount;
      total += amount;
      const day = addDays(start, (parts - part) * (10 + dice.below(80)));
      const recipient = dice.chance(0.06) ? (this.affiliates[home] ?? 'party') : 'party';
      if (amount <= 0 || !day.startsWith(String(year))) continue;
      this.receive({ id, home, partyId, amount, day, recipient, due: total >= 1_000_000 });
    }
  }

  private parts(kind: AGiver['kind']): number {
    const { dice } = this;
    if (kind === 'large' && dice.chance(0.25)) return 2 + dice.below(3);
    return dice.chance(0.1) ? 2 : 1;
  }

  private receive(one: AReceipt): void {
    const { dice, world } = this;
    const { id, partyId, amount, day, recipient } = one;
    const back = dice.chance(0.008);
    const due = one.due ? this.notice(one.home, day) : {};
    world.gift(id, partyId, amount, day, {
      recipient,
      ...(back ? { returned: amount } : {}),
      ...due,
    });
    if (back && dice.chance(0.15))
      world.gift(id, partyId, amount, addDays(day, 3 + dice.below(60)));
  }

  private notice(home: number, day: PlainDate): { lastDay: string; filedOn: string } {
    const { dice } = this;
    const lastDay = addDays(day, 3 + dice.below(4));
    const late = dice.chance(this.lateParts[home] ?? 0.1);
    const filedOn = late ? addDays(lastDay, 1 + dice.below(40)) : addDays(day, dice.below(4));
    return { lastDay, filedOn };
  }
}

/** The same seed gives the same year, on every machine. */
export function controlYear(seed: number): ControlYear {
  return new Maker(seed).make();
}
