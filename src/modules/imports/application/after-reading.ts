import { type Transaction } from '../../../platform/database/transaction';
import { type CellFault, type CellWarning, type FaultCode } from '../checks/fault';
import { bookedBefore, type SameGift } from '../persistence/booked-before.query';
import { type NewImportDonor } from '../persistence/import-donor.store';
import { addToRows, goodRows, type GoodRow, type RowChange } from '../persistence/row.store';
import { type ImportRun } from '../persistence/run.store';

function placeOf({
  sheet,
  row,
}: GoodRow): Pick<CellFault, 'sheet' | 'row' | 'column' | 'value' | 'params'> {
  return { sheet, row, column: '', value: '', params: {} };
}

/** Faults of merged cells and of donors, added to their rows, which are then good no longer. */
export async function addLateFaults(
  tx: Transaction,
  run: ImportRun,
  merged: readonly CellFault[],
  ofDonors: ReadonlyMap<number, FaultCode>,
): Promise<void> {
  if (merged.length === 0 && ofDonors.size === 0) return;
  const byPlace = new Map<string, CellFault[]>();
  for (const fault of merged) {
    const place = `${String(fault.row)} ${fault.sheet}`;
    byPlace.set(place, [...(byPlace.get(place) ?? []), fault]);
  }
  const changeOf = (row: GoodRow): readonly RowChange[] => {
    const code = ofDonors.get(row.donor ?? 0);
    const faults = [
      ...(byPlace.get(`${String(row.row)} ${row.sheet}`) ?? []),
      ...(code === undefined ? [] : [{ ...placeOf(row), code, value: donorShown(row) }]),
    ];
    return faults.length === 0 ? [] : [{ number: row.number, faults, warnings: [] }];
  };
  for await (const rows of goodRows(tx, run.id))
    await addToRows(tx, run.id, rows.flatMap(changeOf));
}

function donorShown({ content }: GoodRow): string {
  const shown = content['donorNumber'] ?? content['name'] ?? content['tradeRegisterNumber'] ?? '';
  return String(shown);
}

/** The same gift may have come in by another file or by hand: a person says whether it is another. */
export async function warnOfBookedBefore(
  tx: Transaction,
  run: ImportRun,
  rows: readonly GoodRow[],
  donors: ReadonlyMap<number, NewImportDonor>,
): Promise<void> {
  if (run.kind === 'donors') {
    await addToRows(tx, run.id, knownAlready(rows, donors));
    return;
  }
  if (run.kind !== 'contributions') return;
  const gifts = rows.flatMap((row): readonly SameGift[] => {
    const donorId = donors.get(row.donor ?? 0)?.donorId ?? null;
    const { receivedOn, amount, reference } = row.content;
    if (donorId === null) return [];
    return [
      {
        number: row.number,
        donorId,
        receivedOn: String(receivedOn),
        amount: Number(amount),
        reference: typeof reference === 'string' ? reference : null,
      },
    ];
  });
  const found = new Map((await bookedBefore(tx, gifts)).map((one) => [one.number, one]));
  const changes = rows.flatMap((row): readonly RowChange[] => {
    const same = found.get(row.number);
    if (same === undefined) return [];
    const params = { contributionId: same.contributionId };
    const warning: CellWarning = { ...placeOf(row), code: 'row.booked_before', params };
    return [{ number: row.number, faults: [], warnings: [warning] }];
  });
  await addToRows(tx, run.id, changes);
}

function knownAlready(
  rows: readonly GoodRow[],
  donors: ReadonlyMap<number, NewImportDonor>,
): readonly RowChange[] {
  return rows.flatMap((row) => {
    const donorId = donors.get(row.donor ?? 0)?.donorId ?? null;
    if (donorId === null) return [];
    const warning: CellWarning = {
      ...placeOf(row),
      code: 'donor.known_already',
      params: { donorId },
    };
    return [{ number: row.number, faults: [], warnings: [warning] }];
  });
}
