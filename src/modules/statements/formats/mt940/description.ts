import { meansByWords } from '../means';
import { type EntryMeans, type ReadEntry } from '../read-statement';
import { readBic, readIban, readText, spaced } from '../values';
import { joinLines, type Keys, readKeys } from './keys';

/** What field 86 says of a line. */
export interface Described {
  readonly counterparty: ReadEntry['counterparty'];
  readonly description: string;
  readonly paymentReference: string | null;
  readonly means: EntryMeans;
  readonly batchOf: number | null;
  readonly returnReason: string | null;
}

/**
 * Reads the dialects of field 86: slashes (ABN AMRO, ING, Knab, Rabobank), words with a colon (ABN
 * AMRO, Knab before 2016) and numbered parts (Triodos).
 *
 * @param account what stands under field 61 at Rabobank: the other account.
 */
export function readDescription(lines: readonly string[], account: string | null): Described {
  if (/^\d{3}>\d{2}/.test(lines[0] ?? '')) return numbered(lines.join(''));
  return keyed(readKeys(joinLines(lines)), account);
}

/** Triodos: '>10' the other account, or '>20' its BIC and '>21' its IBAN; the rest is one text. */
function numbered(text: string): Described {
  const parts = text
    .split(/>(?=\d{2})/)
    .slice(1)
    .map((part): [string, string] => [part.slice(0, 2), part.slice(2)]);
  const valueOf = (number: string): string => parts.find(([key]) => key === number)?.[1] ?? '';
  const iban = readIban(valueOf('21'));
  const bic = iban === null ? null : readBic(valueOf('20'));
  const from = iban === null ? 20 : 22;
  const words = parts.filter(([key]) => Number(key) >= from && Number(key) < 30);
  const description = spaced(words.map(([, value]) => value).join(''));
  return {
    counterparty: { name: null, iban, bic, address: null },
    description,
    paymentReference: null,
    means: meansByWords(description, iban !== null || /[1-9]/.test(valueOf('10'))),
    batchOf: null,
    returnReason: null,
  };
}

function keyed(keys: Keys, account: string | null): Described {
  const counterparty = counterpartyOf(keys, account);
  const { words, reference } = remittance(keys);
  const description = words === '' ? spaced(keys.get('') ?? '') : words;
  const named = counterparty.name !== null || counterparty.iban !== null;
  const count = Number(keys.get('NRTX'));
  return {
    counterparty,
    description,
    paymentReference: reference ?? readText(keys.get('FORM')) ?? readText(keys.get('EREF')),
    means: meansOf(keys, description, named),
    batchOf: Number.isInteger(count) && count > 1 && count < 1_000_000 ? count : null,
    returnReason: readText(keys.get('RTRN')?.replace(/\/+$/, '')),
  };
}

/** ING puts account, bank and name together under one key. */
function counterpartyOf(keys: Keys, account: string | null): Described['counterparty'] {
  const [iban, bic, name] = keys.get('CNTP')?.split('/') ?? [];
  return {
    name: readText(keys.get('NAME')) ?? readText(name),
    iban: readIban(keys.get('IBAN')) ?? readIban(iban) ?? readIban(account),
    bic: readBic(keys.get('BIC')) ?? readBic(bic),
    address: readText(keys.get('ADDR')),
  };
}

/** ING: 'USTD//text/' or 'STRD/CUR/reference/'; the others write the text itself. */
function remittance(keys: Keys): { readonly words: string; readonly reference: string | null } {
  const text = keys.get('REMI') ?? '';
  const structured = /^STRD\/[A-Z]*\/(.*?)\/*$/.exec(text)?.[1];
  if (structured !== undefined) return { words: '', reference: readText(structured) };
  const free = /^USTD\/\/(.*?)\/*$/s.exec(text)?.[1] ?? text;
  return { words: spaced(free), reference: null };
}

const BY_TYPE: readonly (readonly [RegExp, EntryMeans])[] = [
  [/IDEAL/i, 'ideal'],
  [/INCASSO|DIRECT DEBIT/i, 'direct_debit'],
  [/OVERB|CREDIT TRANSFER|ACCEPTGIRO/i, 'transfer'],
  [/BETAALAUTOMAAT|^BEA/i, 'card'],
  [/GELDAUTOMAAT|STORTING|^GEA/i, 'cash'],
];

function meansOf(keys: Keys, description: string, named: boolean): EntryMeans {
  const type = keys.get('TRTP') ?? keys.get('') ?? '';
  const before = /^(SEPA|IDEAL)/i.test(type) || keys.has('TRTP');
  const found = before ? BY_TYPE.find(([words]) => words.test(type))?.[1] : undefined;
  return found ?? meansByWords(description, named);
}
