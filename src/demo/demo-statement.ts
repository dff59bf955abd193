/** A line of an invented bank statement. */
export interface DemoEntry {
  readonly day: string;
  /** Euro cents; below zero left the account. */
  readonly cents: number;
  /** Name and account of the other side; none for cash and costs. */
  readonly who?: readonly [name: string, iban: string];
  readonly text: string;
  /** Family and sub-family of ISO 20022; an ordinary transfer when left out. */
  readonly means?: readonly [family: string, subFamily: string];
  /** Number of payments behind the line. */
  readonly batchOf?: number;
}

const TRANSFER = ['RCDT', 'ESCT'] as const;

function amount(cents: number): string {
  return `<Amt Ccy="EUR">${(Math.abs(cents) / 100).toFixed(2)}</Amt>`;
}

function sign(cents: number): string {
  return `<CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd>`;
}

function balance(kind: 'OPBD' | 'CLBD', cents: number, day: string): string {
  const type = `<Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>`;
  return `<Bal>${type}${amount(cents)}${sign(cents)}<Dt><Dt>${day}</Dt></Dt></Bal>`;
}

function partyOf({ who, cents }: DemoEntry): string {
  if (who === undefined) return '';
  const [name, iban] = who;
  const side = cents < 0 ? 'Cdtr' : 'Dbtr';
  const account = `<${side}Acct><Id><IBAN>${iban}</IBAN></Id></${side}Acct>`;
  return `<RltdPties><${side}><Nm>${name}</Nm></${side}>${account}</RltdPties>`;
}

function entryOf(entry: DemoEntry, number: number): string {
  const { day, cents, text, means = TRANSFER, batchOf } = entry;
  const [family, subFamily] = means;
  const code = `<Cd>PMNT</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${subFamily}</SubFmlyCd></Fmly>`;
  const batch = batchOf === undefined ? '' : `<Btch><NbOfTxs>${String(batchOf)}</NbOfTxs></Btch>`;
  const details = `${partyOf(entry)}<RmtInf><Ustrd>${text}</Ustrd></RmtInf>`;
  return [
    `<Ntry>${amount(cents)}${sign(cents)}<Sts>BOOK</Sts>`,
    `<BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>`,
    `<AcctSvcrRef>DEMO${day.replaceAll('-', '')}${String(number).padStart(3, '0')}</AcctSvcrRef>`,
    `<BkTxCd><Domn>${code}</Domn></BkTxCd>`,
    `<NtryDtls>${batch}<TxDtls>${details}</TxDtls></NtryDtls></Ntry>`,
  ].join('');
}

/** A statement of one account as a bank would write it: CAMT.053.001.02, with balances that tie. */
export function demoStatement(
  account: string,
  period: { readonly from: string; readonly until: string; readonly openingCents: number },
  entries: readonly DemoEntry[],
): Uint8Array {
  const { from, until, openingCents } = period;
  const closing = entries.reduce((sum, { cents }) => sum + cents, openingCents);
  const moment = `${until}T18:00:00`;
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>',
    `<GrpHdr><MsgId>DEMO-${until}</MsgId><CreDtTm>${moment}</CreDtTm></GrpHdr>`,
    `<Stmt><Id>DEMO-${until}</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>${moment}</CreDtTm>`,
    `<FrToDt><FrDtTm>${from}T00:00:00</FrDtTm><ToDtTm>${until}T23:59:59</ToDtTm></FrToDt>`,
    `<Acct><Id><IBAN>${account}</IBAN></Id><Ccy>EUR</Ccy></Acct>`,
    balance('OPBD', openingCents, from),
    balance('CLBD', closing, until),
    ...entries.map((entry, at) => entryOf(entry, at + 1)),
    '</Stmt></BkToCstmrStmt></Document>',
  ];
  return new TextEncoder().encode(xml.join('\n'));
}
