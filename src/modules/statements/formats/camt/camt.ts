import { FileRefused, parseXml, type XmlElement } from '../../../../platform/intake/public';
import { atLine, type Faults, WHOLE_FILE } from '../faults';
import { type ReadBankStatement, type StatementPlace } from '../read-statement';
import { type Balance, type EntryDraft, finishStatement } from '../statement-parts';
import { ownAccount, readAmount, readMoment, readText, withSign } from '../values';
import { at, childrenOf, textAt } from './elements';
import { readCamtEntry, readDayOf, readDirection } from './entry';

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\.\d{3}\.\d{3}\.\d{2})$/;
const MOST_ENTRIES = 250_000;

type CamtFormat = 'camt.053.001.02' | 'camt.053.001.08';

/** Reads CAMT.053 of version 02 or 08; every statement of the file. */
export function readCamt(text: string, faults: Faults): readonly ReadBankStatement[] {
  const document = parse(text, faults);
  const format = document === null ? null : formatOf(document, faults);
  if (document === null || format === null) return [];
  const statements = childrenOf(at(document, 'BkToCstmrStmt'), 'Stmt');
  if (statements.length === 0) faults.add('no_statement');
  const entries = statements.reduce((sum, one) => sum + childrenOf(one, 'Ntry').length, 0);
  if (entries > MOST_ENTRIES) {
    faults.add('too_many_entries', WHOLE_FILE, { found: entries, limit: MOST_ENTRIES });
    return [];
  }
  return statements.flatMap((one, index) => readStatement(one, format, index + 1, faults) ?? []);
}

const XML_FAULTS = [
  'xml_doctype',
  'xml_too_deep',
  'xml_too_many_attributes',
  'xml_text_too_long',
] as const;

function parse(text: string, faults: Faults): XmlElement | null {
  try {
    return parseXml(text);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { code, details } = error.refusal;
    const place = typeof details['line'] === 'number' ? atLine(details['line']) : WHOLE_FILE;
    faults.add(XML_FAULTS.find((one) => one === code) ?? 'xml_broken', place, details);
    return null;
  }
}

function formatOf(document: XmlElement, faults: Faults): CamtFormat | null {
  const message = NAMESPACE.exec(document.namespace)?.[1] ?? '';
  if (message === 'camt.053.001.02' || message === 'camt.053.001.08') return message;
  if (message.startsWith('camt.053.')) {
    faults.add('camt_version', WHOLE_FILE, { version: message });
  } else if (message.startsWith('camt.052.') || message.startsWith('camt.054.')) {
    faults.add('interim', WHOLE_FILE, { seen: message });
  } else {
    faults.add('not_camt053', WHOLE_FILE, { seen: message || document.name });
  }
  return null;
}

function readStatement(
  element: XmlElement,
  format: CamtFormat,
  number: number,
  faults: Faults,
): ReadBankStatement | null {
  const place: StatementPlace = { statement: number, entry: null, line: element.line };
  const id = at(element, 'Acct', 'Id');
  const account = ownAccount(textAt(id, 'IBAN') || textAt(id, 'Othr', 'Id'));
  if (account === '' || account.length > 60) {
    faults.add('account_missing', place);
    return null;
  }
  const balances = childrenOf(element, 'Bal');
  const currency = textAt(element, 'Acct', 'Ccy') || openingCurrency(balances);
  if (currency !== 'EUR') {
    faults.add('currency', place, { currency, account });
    return null;
  }
  const before = faults.count;
  const entries: EntryDraft[] = [];
  for (const [index, entry] of childrenOf(element, 'Ntry').entries()) {
    const spot = { statement: number, entry: index + 1, line: entry.line };
    for (const line of readCamtEntry(entry, account, spot, faults)) entries.push(line);
  }
  return finishStatement(
    {
      format,
      account,
      statementId: readText(textAt(element, 'Id'))?.slice(0, 140) ?? null,
      opening: balanceOf(balances, ['OPBD', 'PRCD'], place, faults),
      closing: balanceOf(balances, ['CLBD'], place, faults),
      entries,
      place,
      sound: faults.count === before,
    },
    faults,
  );
}

function openingCurrency(balances: readonly XmlElement[]): string {
  const opening = balances.find((one) => typeOf(one) === 'OPBD') ?? balances[0] ?? null;
  return at(opening, 'Amt')?.attributes['Ccy'] ?? '';
}

function typeOf(balance: XmlElement): string {
  return textAt(balance, 'Tp', 'CdOrPrtry', 'Cd');
}

/** The balance of the first of these types; one in another currency says nothing about our euros. */
function balanceOf(
  balances: readonly XmlElement[],
  types: readonly string[],
  place: StatementPlace,
  faults: Faults,
): Balance | null {
  const found = types.flatMap((type) => balances.filter((one) => typeOf(one) === type))[0] ?? null;
  const amount = at(found, 'Amt');
  if (found === null || amount?.attributes['Ccy'] !== 'EUR') return null;
  const cents = readAmount(amount.text.trim(), '.');
  const direction = readDirection(textAt(found, 'CdtDbtInd'));
  if (typeof cents !== 'number' || direction === null) {
    faults.add('balance_form', place, { value: amount.text.trim() });
    return null;
  }
  const on = readDayOf(at(found, 'Dt')) ?? readMoment(textAt(found, 'Dt'));
  return { cents: withSign(cents, direction === 'credit'), on };
}
