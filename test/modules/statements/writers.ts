import { type ReadEntry } from '../../../src/modules/statements/formats/read-statement';

/** An entry as a test makes it up; what no format could carry is left out. */
export interface MadeEntry {
  readonly day: string;
  readonly credit: boolean;
  readonly cents: number;
  readonly name: string;
  readonly iban: string;
  readonly description: string;
  readonly reversal: boolean;
}

export interface MadeStatement {
  readonly account: string;
  readonly opening: number;
  readonly from: string;
  readonly until: string;
  /** Oldest first. */
  readonly entries: readonly MadeEntry[];
}

export function closingOf({ opening, entries }: MadeStatement): number {
  return entries.reduce((sum, { credit, cents }) => sum + (credit ? cents : -cents), opening);
}

/** 123456 is '1234,56'. */
export function written(cents: number, decimal: ',' | '.'): string {
  const whole = Math.abs(cents);
  return `${String(Math.trunc(whole / 100))}${decimal}${String(whole % 100).padStart(2, '0')}`;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function asCamt(statement: MadeStatement, version: '02' | '08'): string {
  const balance = (type: string, cents: number, day: string): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${written(cents, '.')}</Amt>` +
    `<CdtDbtInd>${cents < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  const entries = statement.entries.map((entry, at) => camtEntry(entry, at, version));
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>` +
    `<GrpHdr><MsgId>M</MsgId></GrpHdr><Stmt><Id>S-1</Id>` +
    `<Acct><Id><IBAN>${statement.account}</IBAN></Id><Ccy>EUR</Ccy></Acct>` +
    balance('OPBD', statement.opening, statement.from) +
    balance('CLBD', closingOf(statement), statement.until) +
    `${entries.join('\n')}</Stmt></BkToCstmrStmt></Document>\n`
  );
}

function camtEntry(entry: MadeEntry, at: number, version: '02' | '08'): string {
  // A reversal keeps the sides of the payment it takes back.
  const side = entry.credit !== entry.reversal ? 'Dbtr' : 'Cdtr';
  const party = `<Nm>${xml(entry.name)}</Nm>`;
  const amount = `<Amt Ccy="EUR">${written(entry.cents, '.')}</Amt>`;
  const direction = `<CdtDbtInd>${entry.credit ? 'CRDT' : 'DBIT'}</CdtDbtInd>`;
  return (
    `<Ntry>${amount}${direction}${entry.reversal ? '<RvslInd>true</RvslInd>' : ''}` +
    `<Sts>${version === '02' ? 'BOOK' : '<Cd>BOOK</Cd>'}</Sts>` +
    `<BookgDt>${version === '02' ? `<Dt>${entry.day}</Dt>` : `<DtTm>${entry.day}T12:00:00+01:00</DtTm>`}</BookgDt>` +
    `<ValDt><Dt>${entry.day}</Dt></ValDt><AcctSvcrRef>R${String(at)}</AcctSvcrRef><NtryDtls><TxDtls>` +
    `${version === '02' ? '' : amount + direction}<RltdPties>` +
    `<${side}>${version === '02' ? party : `<Pty>${party}</Pty>`}</${side}>` +
    `<${side}Acct><Id><IBAN>${entry.iban}</IBAN></Id></${side}Acct></RltdPties>` +
    `<RmtInf><Ustrd>${xml(entry.description)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
  );
}

function shortDay(day: string): string {
  return day.slice(2).replaceAll('-', '');
}

export function asMt940(statement: MadeStatement): string {
  const balance = (tag: string, cents: number, day: string): string =>
    `:${tag}:${cents < 0 ? 'D' : 'C'}${shortDay(day)}EUR${written(cents, ',')}`;
  const entries = statement.entries.flatMap((entry) => {
    const sign = entry.reversal ? (entry.credit ? 'RD' : 'RC') : entry.credit ? 'C' : 'D';
    const day = shortDay(entry.day);
    const about = `/IBAN/${entry.iban}/NAME/${entry.name}/REMI/${entry.description}/EREF/NOTPROVIDED`;
    const lines = about.match(/.{1,65}/gu) ?? [];
    return [
      `:61:${day}${day.slice(2)}${sign}${written(entry.cents, ',')}NTRFNONREF`,
      ...lines.map((line, at) => (at === 0 ? `:86:${line}` : line)),
    ];
  });
  return [
    ':20:S1',
    `:25:${statement.account}`,
    ':28C:1',
    balance('60F', statement.opening, statement.from),
    ...entries,
    balance('62F', closingOf(statement), statement.until),
    '-',
    '',
  ].join('\r\n');
}

function quoted(cells: readonly string[], delimiter: string): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
}

interface RunningEntry extends MadeEntry {
  readonly before: number;
  readonly after: number;
}

export function running({ opening, entries }: MadeStatement): readonly RunningEntry[] {
  let balance = opening;
  return entries.map((entry) => {
    const before = balance;
    balance += entry.credit ? entry.cents : -entry.cents;
    return { ...entry, before, after: balance };
  });
}

function sign(cents: number): string {
  return cents < 0 ? '-' : '';
}

const ING = {
  nl: 'Datum|Naam / Omschrijving|Rekening|Tegenrekening|Code|Af Bij|Bedrag (EUR)|Mutatiesoort|Mededelingen|Saldo na mutatie|Tag',
  en: 'Date|Name / Description|Account|Counterparty|Code|Debit/credit|Amount (EUR)|Transaction type|Notifications|Resulting balance|Tag',
  old: 'Datum|Naam / Omschrijving|Rekening|Tegenrekening|Code|Af Bij|Bedrag (EUR)|MutatieSoort|Mededelingen',
} as const;

/** Newest line first, as ING gives it. */
export function asIng(
  statement: MadeStatement,
  kind: keyof typeof ING,
  delimiter: ';' | ',',
): string {
  const words = kind === 'en' ? ['Debit', 'Credit'] : ['Af', 'Bij'];
  const lines = running(statement).map((entry) => [
    kind === 'en' ? entry.day : entry.day.replaceAll('-', ''),
    entry.name,
    statement.account,
    entry.iban,
    'OV',
    words[entry.credit ? 1 : 0] ?? '',
    written(entry.cents, ','),
    'Overschrijving',
    `${kind === 'en' ? 'Name: X Description' : 'Naam: X Omschrijving'}: ${entry.description}`,
    ...(kind === 'old' ? [] : [`${sign(entry.after)}${written(entry.after, ',')}`, '']),
  ]);
  return [ING[kind].split('|'), ...lines.reverse()]
    .map((cells) => `${quoted(cells, delimiter)}\n`)
    .join('');
}

const RABOBANK =
  'IBAN/BBAN|Munt|BIC|Volgnr|Datum|Rentedatum|Bedrag|Saldo na trn|Tegenrekening IBAN/BBAN|Naam tegenpartij|Naam uiteindelijke partij|Naam initiërende partij|BIC tegenpartij|Code|Batch ID|Transactiereferentie|Machtigingskenmerk|Incassant ID|Betalingskenmerk|Omschrijving-1|Omschrijving-2|Omschrijving-3|Reden retour|Oorspr bedrag|Oorspr munt|Koers';

export function asRabobank(statement: MadeStatement): string {
  const plus = (cents: number): string => (cents < 0 ? '-' : '+');
  const lines = running(statement).map((entry, at) => [
    statement.account,
    'EUR',
    'RABONL2U',
    String(at + 1).padStart(18, '0'),
    entry.day,
    entry.day,
    `${entry.credit ? '+' : '-'}${written(entry.cents, ',')}`,
    `${plus(entry.after)}${written(entry.after, ',')}`,
    entry.iban,
    entry.name,
    ...['', '', '', 'cb', '', 'NOTPROVIDED', '', '', ''],
    entry.description,
    ...[' ', '', '', '', '', ''],
  ]);
  return [RABOBANK.split('|'), ...lines].map((cells) => `${quoted(cells, ',')}\r\n`).join('');
}

/** The account is that of ABN AMRO by its number alone. */
export function asAbnAmro(statement: MadeStatement): string {
  const amount = (cents: number): string => `${sign(cents)}${written(cents, ',')}`;
  const lines = running(statement).map((entry) => [
    statement.account.slice(-10).replace(/^0+/, ''),
    'EUR',
    entry.day.replaceAll('-', ''),
    amount(entry.before),
    amount(entry.after),
    entry.day.replaceAll('-', ''),
    amount(entry.credit ? entry.cents : -entry.cents),
    `/TRTP/SEPA OVERBOEKING/IBAN/${entry.iban}/BIC/XXXXNL2A/NAME/${entry.name}/REMI/${entry.description}/EREF/NOTPROVIDED`,
  ]);
  return lines.map((cells) => `${cells.join('\t')}\r\n`).join('');
}

/** What must be the same in every format. */
export function essence(entry: ReadEntry): object {
  const { bookedOn, direction, amount, reversal, counterparty, description } = entry;
  const { name, iban } = counterparty;
  return { bookedOn, direction, amount, reversal, name, iban, description };
}

export function made(entry: MadeEntry): object {
  return {
    bookedOn: entry.day,
    direction: entry.credit ? 'credit' : 'debit',
    amount: entry.cents,
    reversal: entry.reversal,
    name: entry.name,
    iban: entry.iban,
    description: entry.description,
  };
}
