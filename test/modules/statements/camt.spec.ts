import { readBankFile } from '../../../src/modules/statements/formats/read-bank-file';
import { type ReadEntry } from '../../../src/modules/statements/formats/read-statement';

/** A statement of one or more Ntry elements, without balances. */
function read(entries: string, version = '08'): readonly ReadEntry[] {
  const file =
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><Stmt>` +
    `<Id>1</Id><Acct><Id><IBAN>NL87INGB0999999002</IBAN></Id><Ccy>EUR</Ccy></Acct>${entries}` +
    `</Stmt></BkToCstmrStmt></Document>`;
  const { statements, faults } = readBankFile(Buffer.from(file));
  expect(faults).toEqual([]);
  return statements.flatMap((statement) => statement.entries);
}

interface Parts {
  readonly amount?: string;
  readonly direction?: 'CRDT' | 'DBIT';
  readonly booked?: string;
  readonly more?: string;
  readonly details?: string;
}

function ntry({
  amount = '100.00',
  direction = 'CRDT',
  booked,
  more = '',
  details = '',
}: Parts): string {
  return (
    `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${more}<Sts><Cd>BOOK</Cd></Sts>` +
    `<BookgDt>${booked ?? '<Dt>2026-03-02</Dt>'}</BookgDt><AcctSvcrRef>A1</AcctSvcrRef>` +
    `<NtryDtls>${details}</NtryDtls></Ntry>`
  );
}

function party(side: 'Dbtr' | 'Cdtr', name: string, iban: string): string {
  return `<${side}><Pty><Nm>${name}</Nm></Pty></${side}><${side}Acct><Id><IBAN>${iban}</IBAN></Id></${side}Acct>`;
}

const OTHER = 'NL43RABO0009999011';
const OURS = 'NL87INGB0999999002';

describe('The receipt day (D11) is the booking day in Amsterdam', () => {
  it.each([
    ['<Dt>2026-03-02</Dt>', '2026-03-02'],
    ['<DtTm>2026-03-02T13:00:00</DtTm>', '2026-03-02'],
    ['<DtTm>2026-03-02T23:59:59+01:00</DtTm>', '2026-03-02'],
    ['<DtTm>2026-03-02T22:59:59Z</DtTm>', '2026-03-02'],
    ['<DtTm>2026-03-02T23:00:00Z</DtTm>', '2026-03-03'],
    ['<DtTm>2026-07-01T21:59:00Z</DtTm>', '2026-07-01'],
    ['<DtTm>2026-07-01T22:00:00.000Z</DtTm>', '2026-07-02'],
    ['<DtTm>2026-01-01T00:30:00+14:00</DtTm>', '2025-12-31'],
    ['<Dt>2026-03-02+01:00</Dt>', '2026-03-02'],
  ])('%s is %s', (booked, day) => {
    expect(read(ntry({ booked }))[0]?.bookedOn).toBe(day);
  });
});

describe('Several payments behind one booking', () => {
  const payment = (amount: string, name: string, own = ''): string =>
    `<TxDtls><Refs><EndToEndId>${name}</EndToEndId></Refs>${amount === '' ? '' : `<Amt Ccy="EUR">${amount}</Amt>`}` +
    `<CdtDbtInd>${own === '' ? 'CRDT' : own}</CdtDbtInd><RltdPties>${party('Dbtr', name, OTHER)}</RltdPties></TxDtls>`;

  it('are lines of their own when each has its amount', () => {
    const lines = read(ntry({ details: payment('60.00', 'A') + payment('40.00', 'B') }));
    expect(
      lines.map(({ amount, counterparty, reference, batchOf }) => [
        amount,
        counterparty.name,
        reference,
        batchOf,
      ]),
    ).toEqual([
      [6_000, 'A', 'A1/1', null],
      [4_000, 'B', 'A1/2', null],
    ]);
  });

  it('with a deduction of the other direction, the deduction is a debit', () => {
    const lines = read(
      ntry({
        amount: '98.50',
        details: payment('100.00', 'A') + payment('1.50', 'Kosten', 'DBIT'),
      }),
    );
    expect(lines.map(({ direction, amount }) => [direction, amount])).toEqual([
      ['credit', 10_000],
      ['debit', 150],
    ]);
  });

  it.each([
    ['an amount is missing', payment('60.00', 'A') + payment('', 'B'), 2],
    ['the amounts are not the booking', payment('60.00', 'A') + payment('39.99', 'B'), 2],
    ['only their number is given', '<Btch><NbOfTxs>12</NbOfTxs></Btch>', 12],
  ])('stay one line when %s', (_why, details, batchOf) => {
    const lines = read(ntry({ details }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      amount: 10_000,
      batchOf,
      reference: 'A1',
      counterparty: { name: null, iban: null },
    });
  });
});

describe('The other side', () => {
  const details = (more: string): string =>
    `<TxDtls><RltdPties>${party('Dbtr', 'J. Voorbeeld', OTHER)}${party('Cdtr', 'De partij', OURS)}</RltdPties>${more}</TxDtls>`;

  it('of money that came in is who paid', () => {
    expect(read(ntry({ details: details('') }))[0]?.counterparty).toMatchObject({
      name: 'J. Voorbeeld',
      iban: OTHER,
    });
  });

  it('of a payment that the bank takes back is still who paid', () => {
    const [line] = read(
      ntry({ direction: 'DBIT', more: '<RvslInd>true</RvslInd>', details: details('') }),
    );
    expect(line).toMatchObject({ direction: 'debit', reversal: true });
    expect(line?.counterparty.name).toBe('J. Voorbeeld');
  });

  it('of our own payment that came back is who should have had it, with the reason', () => {
    const sides = party('Dbtr', 'De partij', OURS) + party('Cdtr', 'J. Voorbeeld', OTHER);
    const [line] = read(
      ntry({
        details: `<TxDtls><RltdPties>${sides}</RltdPties><RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf></TxDtls>`,
      }),
    );
    expect(line).toMatchObject({
      direction: 'credit',
      reversal: false,
      returnReason: 'AC04',
      counterparty: { name: 'J. Voorbeeld', iban: OTHER },
    });
  });

  it('is nobody when only our own side is named', () => {
    const own = `<TxDtls><RltdPties>${party('Cdtr', 'De partij', OURS)}</RltdPties></TxDtls>`;
    expect(read(ntry({ details: own }))[0]?.counterparty).toEqual({
      name: null,
      iban: null,
      bic: null,
      address: null,
    });
  });
});

describe('A reference of the bank', () => {
  it('that two different lines share keeps them apart', () => {
    const taken = ntry({ direction: 'DBIT', more: '<RvslInd>true</RvslInd>' });
    const references = read(ntry({}) + taken).map(({ reference }) => reference);
    expect(references).toEqual(['A1', expect.stringMatching(/^A1\/[0-9a-f]{16}$/)]);
  });
});

describe('How the money moved', () => {
  const code = (family: string, sub: string): string =>
    `<TxDtls><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${sub}</SubFmlyCd></Fmly></Domn></BkTxCd></TxDtls>`;
  it.each([
    ['RCDT', 'ESCT', 'transfer'],
    ['CNTR', 'CDPT', 'cash'],
    ['MCOP', 'CHRG', 'costs'],
    ['RDDT', 'ESDD', 'direct_debit'],
    ['CCRD', 'POSD', 'card'],
    ['MDOP', 'INTR', 'interest'],
  ])('%s %s is %s', (family, sub, means) => {
    expect(read(ntry({ details: code(family, sub) }))[0]?.means).toBe(means);
  });
});
