import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBankFile } from '../../../src/modules/statements/formats/read-bank-file';
import { faultWords } from '../../../src/modules/statements/web/fault-words';
import { Texts } from '../../../src/platform/rendering/texts';
import { wordsOf } from '../../../src/platform/rendering/words';
import { asCamt, asIng, asMt940, type MadeStatement } from './writers';

const ROOT = join(__dirname, '..', '..', '..');
const texts = Texts.read(join(ROOT, 'templates'));
const nl = wordsOf(texts, 'nl');
const en = wordsOf(texts, 'en');

function fixture(name: string): string {
  const path = join(ROOT, 'test', 'conformance', 'statements', 'bank-files', name);
  return readFileSync(path, 'utf8');
}

const CAMT = fixture('camt053-v2-synthetic-wfpp.xml');
const CAMT_08 = fixture('camt053-v8-synthetic-wfpp.xml');
const KNAB = fixture('mt940-knab-zilverline.sta');
const ING = fixture('csv-ing-synthetic.csv');
const RABOBANK = fixture('csv-rabobank-synthetic.csv');
const ABN_AMRO = fixture('csv-abnamro-synthetic.tab');

/** A fixture with something else in it. Fails when what should be changed is not there. */
function changed(text: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`"${from}" is not in the file`);
    return now.replace(from, to);
  }, text);
}

function line(text: string, number: number): string {
  return text.split('\n')[number - 1] ?? '';
}

/** Where and what, as a treasurer reads it; the euro sign stands before a space that does not break. */
function messages(file: string | Uint8Array): readonly string[] {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  const { statements, faults } = readBankFile(bytes);
  expect(statements).toEqual([]);
  for (const fault of faults) {
    // English has words for it too, and every fault says what to do.
    expect(faultWords(fault, en).seen).not.toBe('');
    expect(faultWords(fault, nl).mend).not.toBe('');
  }
  return faults.map((fault) => {
    const { where, seen } = faultWords(fault, nl);
    return `${where}: ${seen}`.replaceAll('\u00a0', ' ');
  });
}

const LAUGHS = `<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>
${CAMT.slice(CAMT.indexOf('<Document'))}`;
const XXE = `<?xml version="1.0"?>
<!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>
${CAMT.slice(CAMT.indexOf('<Document')).replace('Gift maart', '&x;')}`;
const ENTRY_1 = 'Afschrift 1, boeking 1, regel 11';

const BROKEN: readonly (readonly [string, string | Uint8Array, readonly string[]])[] = [
  ['nothing', '', ['Het hele bestand: Het bestand is leeg.']],
  ['only spaces', '  \r\n \n', ['Het hele bestand: Het bestand is leeg.']],
  [
    'a PDF',
    '%PDF-1.7 ...',
    ['Het hele bestand: Dit is een pdf. Daaruit kunnen we geen bedragen lezen.'],
  ],
  [
    'a zip',
    'PK\u0003\u0004....',
    ['Het hele bestand: Dit is een zip-bestand of een Excel-werkmap.'],
  ],
  [
    'a letter',
    'Beste bank,\nhierbij mijn afschrift.',
    ['Het hele bestand: Dit is geen bankafschrift dat we kennen. Het begint met: Beste bank,'],
  ],
  [
    'a table of something else',
    'Naam;Straat;Plaats\nJansen;Dorpsstraat;Ede\n',
    [
      'Het hele bestand: De kolommen van deze CSV kennen we niet. De eerste regel is: Naam;Straat;Plaats',
    ],
  ],
  [
    'CAMT.053 of a version we do not read',
    changed(CAMT, ['camt.053.001.02', 'camt.053.001.13']),
    ['Het hele bestand: Dit afschrift is camt.053.001.13. We lezen versie 02 en versie 08.'],
  ],
  [
    'an interim report in XML',
    changed(CAMT, ['camt.053.001.02', 'camt.052.001.02']),
    [
      'Het hele bestand: Dit is een overzicht tussendoor (camt.052.001.02), geen afschrift. Regels daarin kunnen nog veranderen.',
    ],
  ],
  [
    'payment orders',
    changed(CAMT, ['camt.053.001.02', 'pain.001.001.03']),
    ['Het hele bestand: Dit is XML, maar geen bankafschrift: pain.001.001.03.'],
  ],
  [
    'a page of the web',
    '<html><body>Inloggen</body></html>',
    ['Het hele bestand: Dit is XML, maar geen bankafschrift: html.'],
  ],
  [
    'a file without its namespace',
    changed(CAMT, [' xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"', '']),
    ['Het hele bestand: Dit is XML, maar geen bankafschrift: Document.'],
  ],
  [
    'XML that was cut off',
    CAMT.slice(0, 3_000),
    ['Regel 14: Het bestand is niet heel: de XML klopt op deze plek niet.'],
  ],
  [
    'a tag that does not close',
    changed(CAMT, ['<Nm>J. Voorbeeld</Nm>', '<Nm>J. Voorbeeld']),
    ['Regel 11: Het bestand is niet heel: de XML klopt op deze plek niet.'],
  ],
  [
    'entities that grow',
    LAUGHS,
    [
      'Regel 2: Het bestand begint met een eigen woordenlijst (DOCTYPE). In een afschrift hoort dat niet en het kan misbruik zijn.',
    ],
  ],
  [
    'an entity that reads a file of ours',
    XXE,
    [
      'Regel 2: Het bestand begint met een eigen woordenlijst (DOCTYPE). In een afschrift hoort dat niet en het kan misbruik zijn.',
    ],
  ],
  [
    'elements fifty-one deep',
    changed(CAMT, ['<Ustrd>Gift maart</Ustrd>', `${'<a>'.repeat(51)}${'</a>'.repeat(51)}`]),
    ['Regel 11: Er zitten meer dan 50 elementen in elkaar. Dat heeft een afschrift nooit.'],
  ],
  [
    'an element with very many attributes',
    changed(CAMT, [
      '<Ustrd>Gift maart',
      `<Ustrd ${Array.from({ length: 60 }, (_, at) => `a${String(at)}="1"`).join(' ')}>Gift maart`,
    ]),
    ['Regel 11: Eén element heeft meer dan 50 kenmerken. Dat heeft een afschrift nooit.'],
  ],
  [
    'a description of a book',
    changed(CAMT, ['Gift maart', 'x'.repeat(2_001)]),
    ['Regel 11: In het element Ustrd staan meer dan 2.000 tekens. Dat heeft een afschrift nooit.'],
  ],
  [
    'XML in an encoding that it does not have',
    Buffer.from(changed(CAMT, ['J. Voorbeeld', 'J. Voorbéld']), 'latin1'),
    ['Het hele bestand: We kunnen de letters in dit bestand niet lezen (utf-8).'],
  ],
  [
    'XML in an encoding nobody has',
    changed(CAMT, ['UTF-8', 'EBCDIC-CP-NL']),
    ['Het hele bestand: We kunnen de letters in dit bestand niet lezen (ebcdic-cp-nl).'],
  ],
  [
    'a NUL in a name',
    changed(ING, ['J. Voorbeeld', 'J.\0Voorbeeld']),
    ['Regel 2: Er staat een teken in dat men niet ziet (U+0000). Dat schrijft een bank niet.'],
  ],
  [
    'a name that is turned around',
    changed(CAMT, ['J. Voorbeeld', '\u202eJ. Voorbeeld']),
    ['Regel 11: Er staat een teken in dat men niet ziet (U+202E). Dat schrijft een bank niet.'],
  ],
  [
    'a closing balance that is off',
    changed(CAMT, ['11825.35', '11825.36']),
    [
      'Afschrift 1, regel 6: Het klopt niet: beginsaldo € 500,00 en regels samen € 11.325,35 geven niet het eindsaldo € 11.825,36. Het verschil is € 0,01.',
    ],
  ],
  [
    'a line that was taken out',
    CAMT.replace(`${line(CAMT, 12)}\n`, ''),
    [
      'Afschrift 1, regel 6: Het klopt niet: beginsaldo € 500,00 en regels samen € 1.325,35 geven niet het eindsaldo € 11.825,35. Het verschil is € 10.000,00.',
    ],
  ],
  [
    'a line that stands there twice',
    CAMT.replace(line(CAMT, 11), `${line(CAMT, 11)}\n${line(CAMT, 11)}`).replace(
      '11825.35',
      '12825.35',
    ),
    [
      'Afschrift 1, boeking 2, regel 12: Deze regel staat twee keer in het afschrift, met hetzelfde kenmerk van de bank: REF000001',
    ],
  ],
  [
    'a part of a cent',
    changed(CAMT, ['<Amt Ccy="EUR">1000.00</Amt>', '<Amt Ccy="EUR">1000.00500</Amt>']),
    [`${ENTRY_1}: Het bedrag 1000.00500 is geen heel aantal centen.`],
  ],
  [
    'an amount with a comma where XML has a point',
    changed(CAMT, ['<Amt Ccy="EUR">1000.00</Amt>', '<Amt Ccy="EUR">1000,00</Amt>']),
    [`${ENTRY_1}: Dit is geen bedrag: 1000,00`],
  ],
  [
    'an amount below zero',
    changed(CAMT, ['<Amt Ccy="EUR">1000.00</Amt>', '<Amt Ccy="EUR">-1000.00</Amt>']),
    [`${ENTRY_1}: Dit is geen bedrag: -1000.00`],
  ],
  [
    'an amount beyond any account',
    changed(CAMT, ['<Amt Ccy="EUR">1000.00</Amt>', '<Amt Ccy="EUR">999999999999.00</Amt>']),
    [`${ENTRY_1}: Dit is geen bedrag: 999999999999.00`],
  ],
  [
    'an entry in dollars',
    changed(CAMT, ['<Amt Ccy="EUR">1000.00</Amt>', '<Amt Ccy="USD">1000.00</Amt>']),
    [`${ENTRY_1}: Deze regel is in USD (1000.00), niet in euro.`],
  ],
  [
    'an account in Swiss francs',
    changed(CAMT, ['<Ccy>EUR</Ccy>', '<Ccy>CHF</Ccy>']),
    [
      'Afschrift 1, regel 6: Rekening NL87INGB0999999002 is in CHF. We lezen alleen rekeningen in euro.',
    ],
  ],
  [
    'a statement of no account',
    changed(CAMT, ['<Id><IBAN>NL87INGB0999999002</IBAN></Id>', '']),
    ['Afschrift 1, regel 6: Er staat niet bij van welke rekening dit is.'],
  ],
  [
    'a day that is not there',
    changed(CAMT, ['<BookgDt><Dt>2026-03-02</Dt>', '<BookgDt><Dt>2026-02-30</Dt>']),
    [`${ENTRY_1}: Dit is geen dag: 2026-02-30`],
  ],
  [
    'an hour that is not there',
    changed(CAMT_08, [
      '<BookgDt><Dt>2026-03-02</Dt>',
      '<BookgDt><DtTm>2026-03-02T25:00:00Z</DtTm>',
    ]),
    [`${ENTRY_1}: Dit is geen dag: 2026-03-02T25:00:00Z`],
  ],
  [
    'a line of another year',
    changed(CAMT, ['<BookgDt><Dt>2026-03-02</Dt>', '<BookgDt><Dt>2025-03-02</Dt>']),
    [
      `${ENTRY_1}: Deze regel is van 2 maart 2025, maar het afschrift loopt van 1 maart 2026 tot en met 5 maart 2026.`,
    ],
  ],
  [
    'an entry that goes neither way',
    changed(CAMT, ['1000.00</Amt><CdtDbtInd>CRDT', '1000.00</Amt><CdtDbtInd>BOTH']),
    [`${ENTRY_1}: Er staat niet of dit bij of af is: BOTH`],
  ],
  [
    'MT940 that was cut off',
    KNAB.slice(0, KNAB.indexOf(':62F:')),
    ['Afschrift 1, regel 7: Het bestand houdt op voor het eindsaldo. Er ontbreekt dus een stuk.'],
  ],
  [
    'MT942',
    changed(
      KNAB,
      [':60F:C160422EUR01000,00', ':34F:EUR0,00'],
      [':62F:C160425EUR01010,00', ':90C:1EUR10,'],
    ),
    [
      'Afschrift 1, regel 2: Dit is een overzicht tussendoor (MT942), geen afschrift. Regels daarin kunnen nog veranderen.',
    ],
  ],
  [
    'half a line 61',
    changed(KNAB, [':61:1604220422C10,00N1103111211AA002222//A123123123123122', ':61:160422']),
    ['Afschrift 1, boeking 1, regel 6: Deze regel is niet te lezen: 160422'],
  ],
  [
    'a balance in words',
    changed(KNAB, ['EUR01000,00', 'EURduizend']),
    ['Afschrift 1, regel 5: Het saldo is niet te lezen: C160422EURduizend'],
  ],
  [
    'MT940 in another currency',
    changed(KNAB, ['EUR01000,00', 'GBP01000,00']),
    [
      'Afschrift 1, regel 5: Rekening NL92KNAB0123123123 is in GBP. We lezen alleen rekeningen in euro.',
    ],
  ],
  [
    'half a line of CSV',
    ING.slice(0, ING.indexOf('"Overschrijving";"Naam: Muster')),
    ['Regel 5: Deze regel heeft 8 kolommen; het moeten er 11 zijn.'],
  ],
  [
    'a quote that is not closed',
    ING.slice(0, ING.indexOf(' Spende')),
    ['Regel 5: Er staat een aanhalingsteken (") dat niet sluit, of midden in een tekst.'],
  ],
  [
    'a CSV of ING without amounts',
    changed(ING, ['"Bedrag (EUR)"', '"Euro"']),
    ['Regel 1: In de CSV van ING ontbreekt de kolom: Bedrag (EUR)'],
  ],
  [
    'a CSV of Rabobank with columns taken out',
    changed(RABOBANK, ['"Volgnr"', '"A"'], ['"Bedrag"', '"B"']),
    ['Regel 1: In de CSV van Rabobank ontbreekt de kolom: Volgnr, Bedrag'],
  ],
  [
    'a CSV that was saved by Excel',
    changed(ING, ['"20260302"', '"2-3-2026"'], ['"1000,00"', '"1.000,00"']),
    ['Regel 2: Dit is geen dag: 2-3-2026', 'Regel 2: Dit is geen bedrag: 1.000,00'],
  ],
  [
    'a CSV of which a line was taken out',
    ING.replace(`${line(ING, 4)}\n`, ''),
    [
      'Regel 4: Het saldo na deze regel zou € 13.000,00 zijn, maar er staat € 13.250,00. Er ontbreekt een regel, of de volgorde is veranderd.',
    ],
  ],
  [
    'a CSV that goes neither way',
    changed(ING, ['"Bij"', '"Erbij"']),
    ['Regel 2: Er staat niet of dit bij of af is: Erbij'],
  ],
  [
    'a TXT of ABN AMRO that does not add up on its line',
    changed(ABN_AMRO, ['\t1500,00\t20260302\t1000,00', '\t1500,00\t20260302\t999,99']),
    [
      'Regel 1: Het saldo na deze regel zou € 1.499,99 zijn, maar er staat € 1.500,00. Er ontbreekt een regel, of de volgorde is veranderd.',
    ],
  ],
  [
    'a TXT of ABN AMRO with half a line',
    ABN_AMRO.slice(0, ABN_AMRO.indexOf('\t10000,00')),
    ['Regel 2: Deze regel heeft 6 kolommen; het moeten er 8 zijn.'],
  ],
];

describe('A broken statement is refused with words a treasurer understands', () => {
  it('and there are at least thirty of them', () => {
    expect(BROKEN.length).toBeGreaterThanOrEqual(45);
  });

  it.each(BROKEN)('%s', (_name, file, expected) => {
    expect(messages(file)).toEqual(expected);
  });

  it('a file that is wrong on every line names the first hundred', () => {
    const lines = Array.from({ length: 5_000 }, () => '"20260302";"x";"NL87INGB0999999002"\n');
    const all = messages(`${line(ING, 1)}\n${lines.join('')}`);
    expect(all).toHaveLength(100);
    expect(all[99]).toBe('Regel 101: Deze regel heeft 3 kolommen; het moeten er 11 zijn.');
  });

  it('more lines than an account of a party has in years', () => {
    const many = Array.from({ length: 250_001 }, () => ':61:2603020302C1,00NTRFNONREF');
    const file = [':20:X', ':25:NL87INGB0999999002', ':60F:C260301EUR0,00', ...many].join('\n');
    expect(messages(`${file}\n:62F:C260302EUR250001,00\n-`)).toEqual([
      'Het hele bestand: Er staan 250.001 regels in; we lezen er ten hoogste 250.000 in één bestand.',
    ]);
  });
});

describe('What looks broken but is not', () => {
  const one: MadeStatement = {
    account: 'NL87INGB0999999002',
    opening: 0,
    from: '2026-03-01',
    until: '2026-03-05',
    entries: [
      {
        day: '2026-03-02',
        credit: true,
        cents: 100_000,
        name: 'J. Voorbeeld',
        iban: 'NL43RABO0009999011',
        description: 'Gift',
        reversal: false,
      },
    ],
  };
  const amounts = (file: string | Uint8Array): readonly number[] => {
    const { statements, faults } = readBankFile(
      typeof file === 'string' ? Buffer.from(file) : file,
    );
    expect(faults).toEqual([]);
    return statements.flatMap(({ entries }) => entries.map(({ amount }) => amount));
  };

  it.each([
    ['a byte order mark', `\ufeff${asIng(one, 'nl', ';')}`],
    ['a byte order mark in XML', `\ufeff${asCamt(one, '02')}`],
    ['UTF-16', Buffer.from(`\ufeff${asIng(one, 'nl', ';')}`, 'utf16le')],
    ['line ends of Windows', asIng(one, 'nl', ';').replaceAll('\n', '\r\n')],
    ['line ends of an old Mac', asMt940(one).replaceAll('\r\n', '\r')],
    ['zeros behind the cents', asCamt(one, '08').replaceAll('1000.00<', '1000.00000<')],
    ['control characters of SWIFT around it', `\u0001${asMt940(one)}\u0003`],
    ['a prefix for every element', prefixed(asCamt(one, '02'))],
  ])('%s', (_name, file) => {
    expect(amounts(file)).toEqual([100_000]);
  });

  it('two equal lines without a reference of the bank are two payments (D20)', () => {
    const twice = { ...one, entries: [...one.entries, ...one.entries] };
    expect(amounts(asMt940(twice))).toEqual([100_000, 100_000]);
  });

  it('a line that moves nothing is no line', () => {
    const file = asCamt(one, '02').replace(
      '</Stmt>',
      '<Ntry><Amt Ccy="EUR">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt></Ntry></Stmt>',
    );
    expect(amounts(file)).toEqual([100_000]);
  });

  it('a line that is not booked yet is left out', () => {
    const file = asCamt(one, '02').replace(
      '</Stmt>',
      '<Ntry><Amt Ccy="EUR">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>PDNG</Sts></Ntry></Stmt>',
    );
    expect(amounts(file)).toEqual([100_000]);
  });
});

function prefixed(xml: string): string {
  return xml.replace(/<(\/?)([A-Z]\w*)/g, '<$1ns:$2').replace(' xmlns=', ' xmlns:ns=');
}
