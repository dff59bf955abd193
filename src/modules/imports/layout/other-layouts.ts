import { AFFILIATE_KINDS } from './choices';
import { column, type Layout } from './column';

export const AFFILIATE_LAYOUTS: readonly Layout[] = [
  {
    kind: 'affiliates',
    version: 1,
    sheet: { nl: 'Neveninstellingen', en: 'Affiliates' },
    columns: [
      column(
        'affiliateKind',
        'choice',
        { nl: 'Soort neveninstelling', en: 'Kind of affiliate' },
        {
          synonyms: ['Soort', 'Kind'],
          required: true,
          choices: AFFILIATE_KINDS,
          width: 32,
        },
      ),
      column(
        'name',
        'text',
        { nl: 'Naam', en: 'Name' },
        {
          synonyms: ['Naam neveninstelling', 'Neveninstelling'],
          required: true,
          width: 34,
        },
      ),
      column(
        'tradeRegisterNumber',
        'trade_register',
        { nl: 'KvK-nummer', en: 'KvK number' },
        {
          synonyms: ['KvK', 'KvK nummer'],
        },
      ),
      column(
        'residence',
        'text',
        { nl: 'Vestigingsplaats', en: 'Town' },
        {
          synonyms: ['Plaats', 'Residence'],
          longest: 100,
        },
      ),
      column(
        'from',
        'day',
        { nl: 'Neveninstelling vanaf', en: 'Affiliate from' },
        {
          synonyms: ['Vanaf', 'Begindatum', 'From'],
          required: true,
          future: true,
        },
      ),
      column(
        'until',
        'day',
        { nl: 'Neveninstelling tot en met', en: 'Affiliate until' },
        {
          synonyms: ['Tot en met', 'Einddatum', 'Until'],
          future: true,
        },
      ),
    ],
    examples: [
      {
        affiliateKind: 'Jongerenorganisatie',
        name: 'Jongeren van de Voorbeeldpartij',
        tradeRegisterNumber: '12345678',
        residence: 'Utrecht',
        from: '01-01-2024',
      },
    ],
  },
];

export const DEBT_LAYOUTS: readonly Layout[] = [
  {
    kind: 'debts',
    version: 1,
    sheet: { nl: 'Schulden', en: 'Debts' },
    columns: [
      column(
        'recipient',
        'recipient',
        { nl: 'Schuldenaar', en: 'Debtor' },
        {
          synonyms: ['Wie heeft de schuld', 'Ontvanger', 'Partij of neveninstelling'],
          width: 28,
        },
      ),
      column(
        'creditor',
        'text',
        { nl: 'Schuldeiser', en: 'Creditor' },
        {
          synonyms: ['Geldgever', 'Naam schuldeiser', 'Bank'],
          width: 28,
        },
      ),
      column(
        'address',
        'text',
        { nl: 'Adres', en: 'Address' },
        {
          synonyms: ['Adres schuldeiser'],
          longest: 300,
          width: 28,
        },
      ),
      column(
        'residence',
        'text',
        { nl: 'Plaats', en: 'Town' },
        {
          synonyms: ['Vestigingsplaats', 'Woonplaats', 'Residence'],
          longest: 100,
        },
      ),
      column('institution', 'text', { nl: 'Soort instelling', en: 'Kind of institution' }),
      column('underAdministrativeLaw', 'yes_no', {
        nl: 'Bestuursrechtelijke schuld',
        en: 'Debt under administrative law',
      }),
      column(
        'amount',
        'amount',
        { nl: 'Bedrag', en: 'Amount' },
        {
          synonyms: ['Bedrag in euro', 'Bedrag schuld', 'Schuld', 'Opgenomen bedrag'],
          required: true,
          width: 14,
        },
      ),
      column(
        'on',
        'day',
        { nl: 'Datum', en: 'Date' },
        {
          synonyms: ['Datum opname', 'Opgenomen op', 'Datum schuld'],
          required: true,
        },
      ),
      column(
        'evidence',
        'text',
        { nl: 'Bewijs', en: 'Evidence' },
        {
          synonyms: ['Bewijsstuk', 'Overeenkomst'],
          required: true,
          longest: 500,
          width: 34,
        },
      ),
    ],
    examples: [
      {
        creditor: 'Voorbeeldbank N.V.',
        address: 'Bankplein 1, 1000 AA',
        residence: 'Amsterdam',
        institution: 'bank',
        underAdministrativeLaw: 'nee',
        amount: '40000',
        on: '03-03-2025',
        evidence: 'Leenovereenkomst van 3 maart 2025',
      },
    ],
  },
];
