import { CONTRIBUTION_TYPES, FORMS } from './choices';
import { type Column, column, type Layout } from './column';
import { DONOR_COLUMNS } from './donor-columns';

const SHEET = { nl: 'Giften', en: 'Contributions' };

const RECEIVED: readonly Column[] = [
  column(
    'recipient',
    'recipient',
    { nl: 'Ontvanger', en: 'Recipient' },
    {
      synonyms: ['Ontvangen door', 'Ontvangende instelling', 'Received by'],
      width: 26,
    },
  ),
  column(
    'type',
    'choice',
    { nl: 'Soort bijdrage', en: 'Type' },
    {
      synonyms: ['Soort', 'Type bijdrage', 'Soort gift', 'Type of contribution'],
      choices: CONTRIBUTION_TYPES,
      width: 22,
    },
  ),
  column(
    'receivedOn',
    'day',
    { nl: 'Datum ontvangst', en: 'Received on' },
    {
      synonyms: ['Datum', 'Ontvangen op', 'Ontvangstdatum', 'Boekdatum', 'Datum gift', 'Date'],
      required: true,
      inYear: true,
      width: 16,
    },
  ),
  column(
    'amount',
    'amount',
    { nl: 'Bedrag', en: 'Amount' },
    {
      synonyms: [
        'Bedrag in euro',
        'Bedrag (EUR)',
        'Bedrag (€)',
        'Bedrag gift',
        'Euro',
        'Amount (EUR)',
      ],
      width: 14,
    },
  ),
];

const IN_KIND: readonly Column[] = [
  column(
    'form',
    'choice',
    { nl: 'Geld of natura', en: 'Money or in kind' },
    {
      synonyms: ['Vorm', 'Form'],
      choices: FORMS,
      width: 16,
    },
  ),
  column(
    'marketValue',
    'amount',
    { nl: 'Marktwaarde', en: 'Market value' },
    {
      synonyms: ['Waarde', 'Waarde in het economisch verkeer'],
      width: 14,
    },
  ),
  column(
    'paid',
    'amount',
    { nl: 'Betaald', en: 'Paid' },
    {
      synonyms: ['Zelf betaald', 'Tegenprestatie'],
      zero: true,
      width: 14,
    },
  ),
  column(
    'valuation',
    'text',
    { nl: 'Waardebepaling', en: 'Valuation' },
    {
      synonyms: ['Onderbouwing waarde', 'Hoe bepaald'],
      longest: 500,
      width: 32,
    },
  ),
];

const REMARKS: readonly Column[] = [
  column(
    'description',
    'text',
    { nl: 'Omschrijving', en: 'Description' },
    {
      synonyms: ['Toelichting', 'Opmerking', 'Remark', 'Notes'],
      longest: 500,
      width: 32,
    },
  ),
  column(
    'reference',
    'text',
    { nl: 'Kenmerk', en: 'Reference' },
    {
      synonyms: ['Bankkenmerk', 'Bankreferentie', 'Betalingskenmerk', 'Bank reference'],
      longest: 140,
      width: 22,
    },
  ),
];

const EXAMPLE = {
  donorKind: 'Persoon',
  name: 'J. van der Voorbeeld',
  address: 'Dorpsstraat 1, 1234 AB',
  residence: 'Utrecht',
  country: 'NL',
  type: 'Gift',
  receivedOn: '17-04-2025',
  amount: '1250,50',
};

/** As handed out at first: money only, without our own donor number. */
const FIRST: Layout = {
  kind: 'contributions',
  version: 1,
  sheet: SHEET,
  columns: [
    ...DONOR_COLUMNS.filter(({ key }) => key !== 'donorNumber').map((one) =>
      one.key === 'residence' ? { ...one, title: { nl: 'Woonplaats', en: 'Residence' } } : one,
    ),
    ...RECEIVED.map((one) =>
      one.key === 'receivedOn' ? { ...one, title: { nl: 'Ontvangen op', en: 'Date' } } : one,
    ),
    ...REMARKS.map((one) =>
      one.key === 'description' ? { ...one, title: { nl: 'Toelichting', en: 'Remark' } } : one,
    ),
  ],
  examples: [EXAMPLE],
};

const SECOND: Layout = {
  kind: 'contributions',
  version: 2,
  sheet: SHEET,
  columns: [...DONOR_COLUMNS, ...RECEIVED, ...IN_KIND, ...REMARKS],
  examples: [
    EXAMPLE,
    {
      donorKind: 'Bedrijf of rechtspersoon',
      name: 'Zaalverhuur Voorbeeld B.V.',
      address: 'Markt 2, 3511 AB',
      residence: 'Utrecht',
      country: 'NL',
      tradeRegisterNumber: '12345678',
      type: 'Korting',
      receivedOn: '03-03-2025',
      marketValue: '2000',
      paid: '500',
      valuation: 'Prijslijst van de zaal, maart 2025',
      description: 'Huur van de zaal voor het congres',
    },
  ],
};

export const CONTRIBUTION_LAYOUTS: readonly Layout[] = [FIRST, SECOND];
