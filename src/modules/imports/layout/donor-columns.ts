import { DONOR_KINDS } from './choices';
import { type Column, column } from './column';

/** Who gave: a number of ours, or a description. */
export const DONOR_COLUMNS: readonly Column[] = [
  column(
    'donorNumber',
    'donor_number',
    { nl: 'Gevernummer', en: 'Donor number' },
    {
      synonyms: ['Nummer gever', 'Donor id', 'Gever-id'],
      width: 14,
    },
  ),
  column(
    'donorKind',
    'choice',
    { nl: 'Soort gever', en: 'Kind of donor' },
    {
      synonyms: ['Type gever', 'Donor kind'],
      choices: DONOR_KINDS,
      width: 22,
    },
  ),
  column(
    'name',
    'text',
    { nl: 'Naam gever', en: 'Name of donor' },
    {
      synonyms: [
        'Naam',
        'Gever',
        'Naam van de gever',
        'Naam donateur',
        'Donateur',
        'Name',
        'Donor',
      ],
      width: 30,
    },
  ),
  column(
    'address',
    'text',
    { nl: 'Adres', en: 'Address' },
    {
      synonyms: [
        'Straat en huisnummer',
        'Adres gever',
        'Straat',
        'Adres (straat, nummer, postcode)',
      ],
      longest: 300,
      width: 32,
    },
  ),
  column(
    'residence',
    'text',
    { nl: 'Plaats', en: 'Town' },
    {
      synonyms: ['Woonplaats', 'Vestigingsplaats', 'Woonplaats gever', 'Residence', 'City'],
      longest: 100,
    },
  ),
  column(
    'country',
    'country',
    { nl: 'Land', en: 'Country' },
    {
      synonyms: ['Landcode', 'Country code'],
      width: 14,
    },
  ),
  column(
    'tradeRegisterNumber',
    'trade_register',
    { nl: 'KvK-nummer', en: 'KvK number' },
    {
      synonyms: ['KvK', 'KvK nummer', 'Kamer van Koophandel', 'Trade register number'],
      width: 14,
    },
  ),
  column(
    'iban',
    'iban',
    { nl: 'IBAN', en: 'IBAN' },
    {
      synonyms: ['Rekeningnummer', 'Rekening', 'Bankrekening', 'Tegenrekening', 'Account'],
      width: 26,
    },
  ),
];
