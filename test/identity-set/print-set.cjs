// Writes the labelled set as CSV: what is on record, what comes in, and which of the first it means.
require('../support/typescript-hook.cjs');
const { stringify } = require('csv-stringify/sync');
const { makeSet } = require('./make-set.ts');

const FIELDS = [
  'kind',
  'name',
  'address',
  'residence',
  'tradeRegisterNumber',
  'dateOfBirth',
  'iban',
];
const [seed = '1', size = '1000'] = process.argv.slice(2);
const { known, asked, truth } = makeSet(Number(seed), Number(size));
const line = (list, number, means, one) => [
  list,
  number,
  means,
  ...FIELDS.map((field) => one[field] ?? ''),
];
const rows = [
  ['list', 'number', 'means', ...FIELDS],
  ...known.map((one, at) => line('known', at, '', one)),
  ...asked.map((one, at) => line('asked', at, truth[at] < 0 ? 'new' : truth[at], one)),
];
process.stdout.write(stringify(rows));
