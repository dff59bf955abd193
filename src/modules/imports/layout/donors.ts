import { CARIBBEAN_GROUNDS } from './choices';
import { type Column, column, type Layout } from './column';
import { DONOR_COLUMNS } from './donor-columns';

/** How many ultimate beneficial owners fit in one row. */
export const OWNERS_IN_A_ROW = 3;

function ownerColumns(number: number): readonly Column[] {
  const n = String(number);
  return [
    column(
      `ubo${n}Name`,
      'text',
      { nl: `UBO ${n} naam`, en: `UBO ${n} name` },
      {
        synonyms: [`Naam UBO ${n}`, ...(number === 1 ? ['UBO', 'Naam UBO', 'UBO naam'] : [])],
        width: 26,
      },
    ),
    column(
      `ubo${n}Address`,
      'text',
      { nl: `UBO ${n} adres`, en: `UBO ${n} address` },
      {
        synonyms: [`Adres UBO ${n}`],
        longest: 300,
        width: 26,
      },
    ),
    column(
      `ubo${n}Residence`,
      'text',
      { nl: `UBO ${n} plaats`, en: `UBO ${n} town` },
      {
        synonyms: [`Woonplaats UBO ${n}`, `UBO ${n} woonplaats`],
        longest: 100,
      },
    ),
    column(
      `ubo${n}Country`,
      'country',
      { nl: `UBO ${n} land`, en: `UBO ${n} country` },
      {
        width: 14,
      },
    ),
  ];
}

const DECLARATION: readonly Column[] = [
  column(
    'declaredOn',
    'day',
    { nl: 'Verklaring van', en: 'Declared on' },
    {
      synonyms: ['Datum verklaring', 'Verklaard op'],
    },
  ),
  column(
    'dutchNational',
    'yes_no',
    { nl: 'Nederlander', en: 'Dutch national' },
    {
      synonyms: ['Nederlandse nationaliteit'],
    },
  ),
  column('dateOfBirth', 'day', { nl: 'Geboortedatum', en: 'Date of birth' }),
  column(
    'adult',
    'yes_no',
    { nl: '18 jaar of ouder', en: '18 or older' },
    {
      synonyms: ['Meerderjarig', 'Adult'],
    },
  ),
  column('declarationCountry', 'country', { nl: 'Woonland', en: 'Country of residence' }),
  column(
    'caribbeanGround',
    'choice',
    { nl: 'Grond Caribisch', en: 'Caribbean ground' },
    {
      choices: CARIBBEAN_GROUNDS,
      width: 28,
    },
  ),
  column('disenfranchised', 'yes_no', { nl: 'Uitgesloten van kiesrecht', en: 'Disenfranchised' }),
  column(
    'evidence',
    'text',
    { nl: 'Bewijs van verklaring', en: 'Evidence of declaration' },
    {
      synonyms: ['Bewijs', 'Evidence'],
      longest: 500,
      width: 30,
    },
  ),
];

export const DONOR_LAYOUTS: readonly Layout[] = [
  {
    kind: 'donors',
    version: 1,
    sheet: { nl: 'Gevers', en: 'Donors' },
    columns: [
      ...DONOR_COLUMNS.map((one) =>
        one.key === 'donorKind' || one.key === 'name' ? { ...one, required: true } : one,
      ).filter(({ key }) => key !== 'donorNumber'),
      column('inTradeRegister', 'yes_no', { nl: 'In handelsregister', en: 'In trade register' }),
      ...Array.from({ length: OWNERS_IN_A_ROW }, (_, at) => ownerColumns(at + 1)).flat(),
      ...DECLARATION,
    ],
    examples: [
      {
        donorKind: 'Stichting',
        name: 'Stichting Voorbeeld',
        address: 'Markt 2, 3511 AB',
        residence: 'Utrecht',
        country: 'NL',
        tradeRegisterNumber: '12345678',
        inTradeRegister: 'ja',
        ubo1Name: 'A. Voorbeeld',
        ubo1Address: 'Dorpsstraat 1',
        ubo1Residence: 'Utrecht',
        ubo1Country: 'NL',
      },
    ],
  },
];
