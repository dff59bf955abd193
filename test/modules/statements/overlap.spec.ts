import { plainDate } from '../../../src/legal/kernel/plain-date';
import { coverageOf } from '../../../src/modules/statements/application/coverage';
import { newEntries } from '../../../src/modules/statements/application/store-reading';
import { readBankFile } from '../../../src/modules/statements/formats/read-bank-file';
import { type ReadBankStatement } from '../../../src/modules/statements/formats/read-statement';
import { type KnownEntry } from '../../../src/modules/statements/persistence/statement.store';
import { asCamt, asIng, asMt940, type MadeEntry, type MadeStatement } from './writers';

function gift(day: string, cents: number, more: Partial<MadeEntry> = {}): MadeEntry {
  const iban = 'NL43RABO0009999011';
  const plain = { name: 'J. Voorbeeld', description: 'Gift', credit: true, reversal: false };
  return { day, cents, iban, ...plain, ...more };
}

function statement(...entries: readonly MadeEntry[]): MadeStatement {
  const account = 'NL87INGB0999999002';
  return { account, opening: 0, from: '2026-03-01', until: '2026-03-09', entries };
}

function one(file: string): ReadBankStatement {
  const [read] = readBankFile(Buffer.from(file)).statements;
  if (read === undefined) throw new Error('not read');
  return read;
}

function kept({ entries, format }: ReadBankStatement): KnownEntry[] {
  return entries.map(({ reference, bookedOn, direction, amount, counterparty }) => {
    const cents = String(amount);
    return { reference, bookedOn, direction, cents, iban: counterparty.iban, format };
  });
}

const TWICE = [gift('2026-03-02', 10_000), gift('2026-03-02', 10_000)];

describe('Of downloads that overlap, only what is new is added (D20)', () => {
  it('the same days in the same format bring nothing', () => {
    for (const write of [asMt940, (s: MadeStatement) => asIng(s, 'nl', ';')]) {
      const read = one(write(statement(...TWICE)));
      expect(newEntries(read, kept(read))).toEqual([]);
    }
  });

  it('a day that went on after the first download brings the rest of that day', () => {
    const morning = one(asMt940(statement(...TWICE)));
    const evening = one(asMt940(statement(...TWICE, ...TWICE, gift('2026-03-03', 5_000))));
    expect(newEntries(evening, kept(morning)).map(({ amount }) => amount)).toEqual([
      10_000, 10_000, 5_000,
    ]);
  });

  it.each([
    ['CAMT after CSV', asIng(statement(...TWICE), 'nl', ';'), asCamt(statement(...TWICE), '08')],
    ['CSV after MT940', asMt940(statement(...TWICE)), asIng(statement(...TWICE), 'nl', ';')],
    ['version 08 after 02', asCamt(statement(...TWICE), '02'), asCamt(statement(...TWICE), '08')],
  ])('another format of the same days brings nothing: %s', (_name, first, second) => {
    expect(newEntries(one(second), kept(one(first)))).toEqual([]);
  });

  it('another format with a third equal gift brings that one only', () => {
    const first = one(asMt940(statement(...TWICE)));
    const second = one(asCamt(statement(...TWICE, gift('2026-03-02', 10_000)), '02'));
    expect(newEntries(second, kept(first))).toHaveLength(1);
  });

  it('an equal amount of somebody else on that day is new', () => {
    const first = one(asMt940(statement(gift('2026-03-02', 10_000))));
    const other = gift('2026-03-02', 10_000, { iban: 'NL71ABNA0009999012' });
    expect(newEntries(one(asCamt(statement(other), '02')), kept(first))).toHaveLength(1);
  });

  it('a different line under a reference that is taken is new, and told apart', () => {
    const first = one(asCamt(statement(gift('2026-03-02', 10_000)), '02'));
    const second = one(asCamt(statement(gift('2026-03-04', 20_000)), '02'));
    const fresh = newEntries(second, kept(first));
    expect(fresh.map(({ reference }) => reference)).toEqual([
      expect.stringMatching(/^R0\/[0-9a-f]{16}$/),
    ]);
    expect(
      newEntries(second, [...kept(first), ...kept({ ...second, entries: [...fresh] })]),
    ).toEqual([]);
  });
});

describe('A period is missing where the balance does not go on', () => {
  const part = (from: string, until: string, opening: number | null, closing: number | null) => ({
    from: plainDate(from),
    until: plainDate(until),
    opening,
    closing,
  });

  it('a month in between with movement is missing, with what moved', () => {
    expect(
      coverageOf([
        part('2026-01-01', '2026-01-31', 0, 100),
        part('2026-03-01', '2026-03-31', 350, 400),
      ]),
    ).toEqual({
      covered: [
        { from: '2026-01-01', until: '2026-01-31' },
        { from: '2026-03-01', until: '2026-03-31' },
      ],
      missing: [{ from: '2026-02-01', until: '2026-02-28', moved: 250 }],
    });
  });

  it('days without movement need no statement', () => {
    const { covered, missing } = coverageOf([
      part('2026-01-01', '2026-01-31', 0, 100),
      part('2026-03-01', '2026-03-31', 100, 400),
    ]);
    expect(covered).toEqual([{ from: '2026-01-01', until: '2026-03-31' }]);
    expect(missing).toEqual([]);
  });

  it('two days that follow each other with other balances miss something in between', () => {
    const { missing } = coverageOf([
      part('2026-01-01', '2026-01-01', 0, 100),
      part('2026-01-02', '2026-01-02', 90, 100),
    ]);
    expect(missing).toEqual([{ from: '2026-01-01', until: '2026-01-02', moved: -10 }]);
  });

  it('overlapping statements are one stretch, and a shorter one inside changes nothing', () => {
    const { covered, missing } = coverageOf([
      part('2026-01-01', '2026-01-31', 0, 100),
      part('2026-01-10', '2026-01-12', 20, 30),
      part('2026-01-20', '2026-02-10', 50, 300),
      part('2026-02-11', '2026-02-12', 300, 310),
    ]);
    expect(covered).toEqual([{ from: '2026-01-01', until: '2026-02-12' }]);
    expect(missing).toEqual([]);
  });

  it('without balances, days in between may be missing', () => {
    expect(
      coverageOf([
        part('2026-01-01', '2026-01-31', null, null),
        part('2026-02-01', '2026-02-10', null, null),
        part('2026-02-20', '2026-02-28', null, null),
      ]).missing,
    ).toEqual([{ from: '2026-02-11', until: '2026-02-19', moved: null }]);
  });
});
