import { column, type Layout } from './column';
import { DONOR_COLUMNS } from './donor-columns';

const NAMED_DONOR = new Set(['donorNumber', 'name', 'residence', 'tradeRegisterNumber']);

export const LOOK_THROUGH_LAYOUTS: readonly Layout[] = [
  {
    kind: 'look_through',
    version: 1,
    sheet: { nl: 'Doorkijk', en: 'Look-through' },
    columns: [
      ...DONOR_COLUMNS.filter(({ key }) => NAMED_DONOR.has(key)).map((one) =>
        one.key === 'name'
          ? { ...one, title: { nl: 'Stichting of vereniging', en: 'Foundation or association' } }
          : one,
      ),
      column(
        'overviewYear',
        'year',
        { nl: 'Jaar', en: 'Year' },
        {
          synonyms: ['Kalenderjaar', 'Over jaar'],
          required: true,
          width: 8,
        },
      ),
      column(
        'receivedOn',
        'day',
        { nl: 'Overzicht ontvangen op', en: 'Overview received on' },
        {
          synonyms: ['Ontvangen op', 'Datum ontvangst'],
          required: true,
        },
      ),
      column(
        'giverName',
        'text',
        { nl: 'Naam van haar gever', en: 'Name of its giver' },
        {
          synonyms: ['Naam onderliggende gever', 'Achterliggende gever', 'Giver'],
          required: true,
          width: 28,
        },
      ),
      column(
        'giverAddress',
        'text',
        { nl: 'Adres van haar gever', en: 'Address of its giver' },
        {
          longest: 300,
          width: 28,
        },
      ),
      column(
        'giverResidence',
        'text',
        { nl: 'Plaats van haar gever', en: 'Town of its giver' },
        {
          synonyms: ['Woonplaats van haar gever'],
          longest: 100,
        },
      ),
      column(
        'amount',
        'amount',
        { nl: 'Bedrag', en: 'Amount' },
        {
          synonyms: ['Bedrag in euro', 'Bedrag van haar gever'],
          required: true,
          width: 14,
        },
      ),
    ],
    examples: [
      {
        name: 'Stichting Voorbeeld',
        tradeRegisterNumber: '12345678',
        overviewYear: '2025',
        receivedOn: '12-02-2026',
        giverName: 'B. Voorbeeld',
        giverAddress: 'Dorpsstraat 2, 1234 AB',
        giverResidence: 'Utrecht',
        amount: '2500',
      },
    ],
  },
];
