import {
  CHANGE_COLUMNS,
  type Column,
  GIFT_COLUMNS,
  SCHEMA_VERSION,
  type ValueKind,
} from './columns';

/*
 * What the files hold, for programs: JSON Schema (2020-12) of a line of JSON, Table Schema and CSV on
 * the Web metadata of the tables. All at addresses that stay.
 */

const text = { type: 'string', maxLength: 2000 };
const textOrNull = { type: ['string', 'null'], maxLength: 2000 };
const euros = { type: 'string', pattern: '^-?[0-9]+\\.[0-9]{2}$' };

const dayOrNull = { type: ['string', 'null'], format: 'date' };
const moment = { type: 'string', format: 'date-time' };

function object(properties: Readonly<Record<string, unknown>>): object {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

const GIFT = object({
  id: { type: 'string', pattern: '^G-[0-9A-Z]{10}$' },
  version: { type: 'integer', minimum: 1 },
  status: { enum: ['published', 'corrected', 'under_check', 'annulled'] },
  party: object({ slug: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,79}$' }, name: text }),
  recipient: object({ name: text, kind: text }),
  donor: object({
    id: { type: ['string', 'null'], pattern: '^D-[0-9A-Z]{10}$' },
    kind: text,
    name: textOrNull,
    address: textOrNull,
    residence: textOrNull,
    country: { type: ['string', 'null'], pattern: '^[A-Z]{2}$' },
    shielding: { enum: ['wfpp_25_5', 'hrb_51b', 'not_stated', null] },
  }),
  beneficialOwners: {
    type: 'array',
    items: object({ name: textOrNull, residence: textOrNull }),
  },
  line: { enum: ['gift', 'rest'] },
  type: textOrNull,
  form: { enum: ['money', 'in_kind'] },
  year: { type: 'integer' },
  receivedOn: dayOrNull,
  amount: euros,
  returned: euros,
  counted: euros,
  filedIn: {
    type: 'array',
    items: { enum: ['notice', 'annual_overview', 'election_overview', 'list'] },
  },
  filedOn: dayOrNull,
  filedAfterDays: { type: ['integer', 'null'] },
  remark: textOrNull,
  publishedAt: moment,
  changedAt: moment,
});

const CHANGE = object({
  change: {
    enum: ['published', 'corrected', 'under_check', 'cleared', 'annulled', 'withheld', 'restored'],
  },
  changeNumber: { type: 'integer', minimum: 1 },
  changedAt: moment,
  content: { anyOf: [GIFT, { type: 'null' }] },
  id: { type: 'string', pattern: '^G-[0-9A-Z]{10}$' },
  reason: textOrNull,
  version: { type: 'integer', minimum: 1 },
});

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const LICENCE = {
  name: 'CC0-1.0',
  title: 'Creative Commons Zero 1.0',
  path: 'https://creativecommons.org/publicdomain/zero/1.0/',
};

const FIELD_TYPE: Readonly<Record<ValueKind, string>> = {
  text: 'string',
  whole: 'integer',
  amount: 'number',
  day: 'date',
  moment: 'datetime',
};
const XML_TYPE: Readonly<Record<ValueKind, string>> = {
  text: 'string',
  whole: 'integer',
  amount: 'decimal',
  day: 'date',
  moment: 'dateTime',
};

type Columns = readonly Pick<Column<never>, 'name' | 'kind' | 'required' | 'nl' | 'en'>[];

function tableSchema(columns: Columns, primaryKey: string): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.map(({ name, kind, required, nl, en }) => ({
      name,
      type: FIELD_TYPE[kind],
      title: nl,
      description: en,
      constraints: { required },
    })),
    missingValues: [''],
    primaryKey: [primaryKey],
    version: String(SCHEMA_VERSION),
    licenses: [LICENCE],
  };
}

/** Metadata of a CSV file by CSV on the Web (W3C). */
export function csvwMetadata(fileName: string): object {
  const [columns, primaryKey]: [Columns, string] = fileName.startsWith('wijzigingen')
    ? [CHANGE_COLUMNS, 'change_number']
    : [GIFT_COLUMNS, 'id'];
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    url: fileName,
    'dc:license': { '@id': LICENCE.path },
    dialect: { delimiter: ',', encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: columns.map(({ name, kind, required, nl, en }) => ({
        name,
        titles: [name],
        'dc:description': [
          { '@value': nl, '@language': 'nl' },
          { '@value': en, '@language': 'en' },
        ],
        datatype: XML_TYPE[kind],
        required,
      })),
      primaryKey,
    },
  };
}

const VERSION = `v${SCHEMA_VERSION}`;

/** Every schema by the last part of its address; `base` is where the addresses begin. */
export function schemas(base: string): Readonly<Record<string, object>> {
  const named = (name: string, schema: object): object => ({
    $schema: DRAFT,
    $id: `${base}/open-data/schema/${name}`,
    ...schema,
  });
  const gift = `gift-${VERSION}.schema.json`;
  const change = `wijziging-${VERSION}.schema.json`;
  return {
    [gift]: named(gift, { title: 'Gift', ...GIFT }),
    [change]: named(change, { title: 'Wijziging', ...CHANGE }),
    [`giften-${VERSION}.tableschema.json`]: tableSchema(GIFT_COLUMNS, 'id'),
    [`wijzigingen-${VERSION}.tableschema.json`]: tableSchema(CHANGE_COLUMNS, 'change_number'),
  };
}
