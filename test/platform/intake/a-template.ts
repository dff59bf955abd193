import { type TemplateColumn, type TemplateSpec } from '../../../src/platform/spreadsheet/template';

function column(
  given: Partial<TemplateColumn> & Pick<TemplateColumn, 'key' | 'title'>,
): TemplateColumn {
  return {
    help: 'Zo vult u het in.',
    width: 18,
    kind: 'text',
    choices: [],
    required: false,
    ...given,
  };
}

/** A small template with a column of every kind. */
export const A_TEMPLATE: TemplateSpec = {
  title: 'Giften inlezen',
  author: 'Partijgiften',
  moment: '2026-01-01T00:00:00Z',
  properties: { 'partijgiften-template': 'contributions/2' },
  version: 'Sjabloon giften, versie 2',
  paragraphs: ['Eén gift op één regel.', 'Bewaar het bestand als Excel-werkmap (.xlsx).'],
  sheets: [
    {
      name: 'Giften',
      columns: [
        column({ key: 'name', title: 'Naam', required: true }),
        column({
          key: 'type',
          title: 'Soort',
          kind: 'choice',
          choices: ['Gift', 'Korting, of minder'],
        }),
        column({ key: 'day', title: 'Datum', kind: 'day', required: true }),
        column({ key: 'amount', title: 'Bedrag', kind: 'amount', leastCents: 0 }),
        column({ key: 'abroad', title: 'Buitenland', kind: 'yes_no', choices: ['Ja', 'Nee'] }),
      ],
      examples: [{ name: '=Jan', type: 'Gift', day: '17-04-2025', amount: '1250,50' }],
    },
  ],
  words: {
    instructions: 'Uitleg',
    examples: 'Voorbeelden',
    choices: 'Keuzes',
    column: 'Kolom',
    required: 'Verplicht',
    help: 'Wat u invult',
    takes: 'Soort waarde',
    yes: 'ja',
    no: 'nee',
    kinds: {
      text: 'Tekst',
      amount: 'Bedrag in euro, zoals 1250,50',
      day: 'Datum, zoals 17-04-2025',
      choice: 'Een van',
      yes_no: 'Ja of nee',
    },
    refused: 'Dit past hier niet',
  },
};
