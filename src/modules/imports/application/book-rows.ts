import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { BookContributions, type ContributionInput } from '../../contributions/public';
import { RegisterDebt } from '../../debts/public';
import { RecordLookThrough, RegisterDonors } from '../../donors/public';
import { insertReported } from '../persistence/affiliate.store';
import { type ImportDonor, listImportDonors } from '../persistence/import-donor.store';
import { type BookableRow, donorsOfGoodRows, goodRows } from '../persistence/row.store';
import { type ImportRun } from '../persistence/run.store';
import { contributionOf, debtOf, donorOf, lookThroughOf, newDonor } from './row-content';

export interface BookedRow {
  readonly number: number;
  readonly bookedId: string | null;
}

/** Makes facts of the good rows of one run, through the verbs of the modules that own them. */
@Injectable()
export class BookRows {
  constructor(
    private readonly contributions: BookContributions,
    private readonly donors: RegisterDonors,
    private readonly debts: RegisterDebt,
    private readonly lookThrough: RecordLookThrough,
  ) {}

  /** What each row became, in the order of the rows. */
  async run(tx: Transaction, run: ImportRun): Promise<readonly BookedRow[]> {
    if (run.kind === 'contributions') return this.bookGifts(tx, run);
    const rows: BookableRow[] = [];
    for await (const part of goodRows(tx, run.id)) rows.push(...part);
    switch (run.kind) {
      case 'donors':
        return this.enterDonors(tx, run, rows);
      case 'look_through':
        return this.recordOverviews(tx, run, rows);
      case 'debts':
        return this.registerDebts(tx, rows);
      case 'affiliates':
        return named(rows, await insertReported(tx, run.id, rows));
    }
  }

  /** Of each row only the booking is kept: these files are the long ones. */
  private async bookGifts(tx: Transaction, run: ImportRun): Promise<readonly BookedRow[]> {
    const idOf = await this.donorsOf(tx, run);
    const numbers: number[] = [];
    const inputs: ContributionInput[] = [];
    for await (const part of goodRows(tx, run.id))
      for (const { number, donor, content } of part) {
        const donorId = idOf.get(donor ?? 0) ?? null;
        if (donorId === null) throw new Error('a row has no donor');
        numbers.push(number);
        inputs.push(contributionOf(content, donorId));
      }
    const ids = await this.contributions.book(tx, inputs);
    return numbers.map((number, at) => ({ number, bookedId: ids[at] ?? null }));
  }

  /** Whose gifts are booked, by the number of the donor in the file; who is new is entered first. */
  private async donorsOf(
    tx: Transaction,
    run: ImportRun,
  ): Promise<ReadonlyMap<number, string | null>> {
    const used = await donorsOfGoodRows(tx, run.id);
    const named = (await listImportDonors(tx, run.id)).filter(({ number }) => used.has(number));
    const fresh = named.filter(({ donorId }) => donorId === null);
    const ids = await this.donors.run(
      tx,
      fresh.map(({ description }) => newDonor(description)),
      'import',
    );
    const idOf = new Map(named.map(({ number, donorId }) => [number, donorId]));
    fresh.forEach(({ number }, at) => idOf.set(number, ids[at] ?? null));
    return idOf;
  }

  /** A donor that is known already keeps what we know: particulars are revised by a person. */
  private async enterDonors(
    tx: Transaction,
    run: ImportRun,
    rows: readonly BookableRow[],
  ): Promise<readonly BookedRow[]> {
    const known = byNumber(await listImportDonors(tx, run.id));
    const seen = new Set<number>();
    const fresh = rows.filter(({ donor }) => {
      const isNew = known.get(donor ?? 0)?.donorId === null && !seen.has(donor ?? 0);
      seen.add(donor ?? 0);
      return isNew;
    });
    const ids = await this.donors.run(
      tx,
      fresh.map(({ content }) => donorOf(content)),
      'import',
    );
    const idOf = new Map(fresh.map(({ donor }, at) => [donor, ids[at] ?? null]));
    return rows.map(({ number, donor }) => ({
      number,
      bookedId: idOf.get(donor) ?? known.get(donor ?? 0)?.donorId ?? null,
    }));
  }

  private async recordOverviews(
    tx: Transaction,
    run: ImportRun,
    rows: readonly BookableRow[],
  ): Promise<readonly BookedRow[]> {
    const donors = byNumber(await listImportDonors(tx, run.id));
    const overviews = new Map<string, Overview>();
    for (const { donor, content } of rows) {
      const donorId = donors.get(donor ?? 0)?.donorId ?? null;
      if (donorId === null) throw new Error('an overview of nobody');
      const { year, receivedOn, giver } = lookThroughOf(content);
      const name = [donorId, year, receivedOn].join('/');
      const overview = overviews.get(name) ?? { donorId, year, receivedOn, givers: [] };
      overview.givers.push(giver);
      overviews.set(name, overview);
    }
    for (const { donorId, ...overview } of overviews.values())
      await this.lookThrough.run(tx, donorId, overview);
    return rows.map(({ number, donor }) => ({
      number,
      bookedId: donors.get(donor ?? 0)?.donorId ?? null,
    }));
  }

  private async registerDebts(
    tx: Transaction,
    rows: readonly BookableRow[],
  ): Promise<readonly BookedRow[]> {
    const booked: BookedRow[] = [];
    for (const { number, content } of rows)
      booked.push({ number, bookedId: await this.debts.run(tx, debtOf(content)) });
    return booked;
  }
}

type Giver = ReturnType<typeof lookThroughOf>['giver'];

interface Overview {
  readonly donorId: string;
  readonly year: number;
  readonly receivedOn: string;
  readonly givers: Giver[];
}

function byNumber(donors: readonly ImportDonor[]): ReadonlyMap<number, ImportDonor> {
  return new Map(donors.map((donor) => [donor.number, donor]));
}

function named(rows: readonly BookableRow[], ids: readonly string[]): readonly BookedRow[] {
  return rows.map(({ number }, at) => ({ number, bookedId: ids[at] ?? null }));
}
