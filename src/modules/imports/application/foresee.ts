import { type Contribution, type DonorYear } from '../../../legal/facts/contribution';
import { type Donor } from '../../../legal/facts/donor';
import { type Group } from '../../../legal/facts/group';
import { yearOf } from '../../../legal/kernel/plain-date';
import { judgeDonorYear } from '../../../legal/rules/judge';
import { type Transaction } from '../../../platform/database/transaction';
import { readYearFacts } from '../../contributions/public';
import { type Meaning } from '../checks/meaning';
import { type BookableRow } from '../persistence/row.store';
import { type NewImportDonor } from '../persistence/import-donor.store';
import { contributionOf } from './row-content';

export interface RowMeaning {
  readonly number: number;
  readonly meaning: Meaning;
}

/** Long lists are judged in parts, so that other work of this process is served in between. */
const YEARS_AT_ONCE = 300;

interface Planned {
  readonly donor: NewImportDonor;
  readonly year: number;
  readonly gifts: { readonly number: number; readonly gift: Contribution }[];
}

/** What booking rows of gifts will mean, by the facts of now. */
export class Forecast {
  private readonly planned = new Map<string, Planned>();
  /** Most rows mean the same as many others. */
  private readonly said = new Map<string, Meaning>();

  constructor(private readonly donors: ReadonlyMap<number, NewImportDonor>) {}

  add(rows: readonly BookableRow[]): void {
    for (const { number, donor: donorNumber, content } of rows) {
      const donor = this.donors.get(donorNumber ?? 0);
      if (donor === undefined) continue;
      const {
        recipientId: recipient,
        type,
        form,
        amount,
        receivedOn,
      } = contributionOf(content, '');
      const year = yearOf(receivedOn);
      const name = `${donor.donorId ?? `new ${String(donor.number)}`}/${String(year)}`;
      const one = this.planned.get(name) ?? { donor, year, gifts: [] };
      this.planned.set(name, one);
      const sequence = Number.MAX_SAFE_INTEGER - 1_000_000 + number;
      const ref = `row ${String(number)}`;
      one.gifts.push({
        number,
        gift: { ref, recipient, type, form, amount, receivedOn, sequence },
      });
    }
  }

  /** In the order of the rows; rows that mean nothing are left out. */
  async meanings(tx: Transaction, group: Group): Promise<readonly RowMeaning[]> {
    const planned = [...this.planned.values()];
    const meanings: RowMeaning[] = [];
    for (let start = 0; start < planned.length; start += YEARS_AT_ONCE) {
      const some = planned.slice(start, start + YEARS_AT_ONCE);
      const known = await readYearFacts(
        tx,
        group,
        some.flatMap(({ donor, year }) =>
          donor.donorId === null ? [] : { donorId: donor.donorId, year },
        ),
      );
      for (const one of some) {
        const facts = known.get(`${one.donor.donorId ?? ''}/${String(one.year)}`);
        for (const { number, meaning } of meaningsOf(tx, one, facts ?? described(group, one)))
          meanings.push({ number, meaning: this.once(meaning) });
      }
    }
    return meanings.sort((a, b) => a.number - b.number);
  }

  private once(meaning: Meaning): Meaning {
    const words = JSON.stringify(meaning);
    const known = this.said.get(words) ?? meaning;
    this.said.set(words, known);
    return known;
  }
}

function described(group: Group, { donor, year }: Planned): DonorYear {
  const { kind, name, address, residence, tradeRegisterNumber } = donor.description;
  const fact: Donor = {
    ref: 'described',
    kind: kind ?? 'natural_person',
    particulars: {
      name: name !== null,
      address: address !== null && residence !== null,
      ubo: false,
    },
    declaration: null,
    inTradeRegister: tradeRegisterNumber === null ? null : true,
    lookThrough: [],
  };
  return { group, donor: fact, year, contributions: [], settlements: [] };
}

function meaningsOf(tx: Transaction, { gifts }: Planned, facts: DonorYear): readonly RowMeaning[] {
  const contributions = [...facts.contributions, ...gifts.map(({ gift }) => gift)];
  const { duties, findings } = judgeDonorYear({ ...facts, contributions }, tx.today);
  const dutyOf = new Map(duties.map((duty) => [duty.contribution, duty.due.enforced.lastDay]));
  const said = new Map<string, Meaning['findings'][number][]>();
  for (const { rule, severity, outcome, contributions: about } of findings)
    for (const { contribution } of about) {
      const here = said.get(contribution) ?? [];
      here.push({ rule, severity, outcome });
      said.set(contribution, here);
    }
  return gifts.flatMap(({ number, gift }): readonly RowMeaning[] => {
    const noticeBy = dutyOf.get(gift.ref) ?? null;
    const found = said.get(gift.ref) ?? [];
    const meaning = { noticeBy, findings: found };
    return noticeBy === null && found.length === 0 ? [] : [{ number, meaning }];
  });
}
