// The two files that an import is measured with: invented gifts in the columns of our own template.
const { createWriteStream } = require('node:fs');
const { once } = require('node:events');
const { stream } = require('exceljs');

const FIRST_NAMES = [
  'Anna',
  'Bram',
  'Carla',
  'Daan',
  'Els',
  'Fatima',
  'Gerrit',
  'Hanneke',
  'Ilse',
  'Joost',
];
const LAST_NAMES = [
  'de Wit',
  'van den Berg',
  'Jansen',
  'Öztürk',
  "in 't Veld",
  'Bakker',
  'El Amrani',
  'Visser',
];
const STREETS = ['Dorpsstraat', 'Markt', 'Kerkweg', 'Lange Voorhout', 'Stationsplein'];
const TOWNS = ['Utrecht', 'Zwolle', "'s-Hertogenbosch", 'Groningen', 'Middelburg'];

function digits(number, length) {
  return String(number).padStart(length, '0');
}

/**
 * One invented gift, the same for the same number. `donors` is how many different people give.
 * By the keys of the columns; an amount in cents, a day as yyyy-mm-dd.
 */
function giftAt(number, { year, donors }) {
  const donor = (number * 7_919) % donors;
  const day = new Date(Date.UTC(year, 0, 1 + ((number * 37) % 330))).toISOString().slice(0, 10);
  return {
    donorKind: 'Persoon',
    name: `${FIRST_NAMES[donor % 10]} ${LAST_NAMES[(donor >> 3) % 8]} ${digits(donor, 5)}`,
    address: `${STREETS[donor % 5]} ${String(1 + (donor % 200))}, ${digits(1_000 + (donor % 8_999), 4)} AB`,
    residence: TOWNS[donor % 5],
    country: 'NL',
    type: 'Gift',
    receivedOn: day,
    amount: 500 + ((number * 12_347) % 95_000),
    description: `Bijdrage ${String(number)}`,
    reference: `${String(year)}-${digits(number, 7)}`,
  };
}

function dutchDay(day) {
  return day.split('-').reverse().join('-');
}

function dutchAmount(cents) {
  return `${String(Math.floor(cents / 100))},${digits(cents % 100, 2)}`;
}

async function writeCsvFile(file, layout, count, options) {
  const out = createWriteStream(file);
  const line = (cells) =>
    `${cells.map((text) => (/[;"]/.test(text) ? `"${text}"` : text)).join(';')}\r\n`;
  out.write(line(layout.columns.map(({ title }) => title.nl)));
  for (let number = 0; number < count; number += 1) {
    const gift = giftAt(number, options);
    const written = {
      ...gift,
      receivedOn: dutchDay(gift.receivedOn),
      amount: dutchAmount(gift.amount),
    };
    const ready = out.write(line(layout.columns.map(({ key }) => written[key] ?? '')));
    if (!ready) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function cellOf(key, gift) {
  if (key === 'amount') return gift.amount / 100;
  if (key === 'receivedOn') return new Date(`${gift.receivedOn}T00:00:00Z`);
  return gift[key] ?? null;
}

async function writeWorkbookFile(file, layout, count, options) {
  const out = { filename: file, useStyles: true, useSharedStrings: true };
  const workbook = new stream.xlsx.WorkbookWriter(out);
  const sheet = workbook.addWorksheet(layout.sheet.nl);
  layout.columns.forEach(({ key }, at) => {
    if (key === 'receivedOn') sheet.getColumn(at + 1).numFmt = 'dd-mm-yyyy';
    if (key === 'amount') sheet.getColumn(at + 1).numFmt = '#,##0.00';
  });
  sheet.addRow(layout.columns.map(({ title }) => title.nl)).commit();
  for (let number = 0; number < count; number += 1) {
    const gift = giftAt(number, options);
    sheet.addRow(layout.columns.map(({ key }) => cellOf(key, gift))).commit();
    if (number % 1_000 === 999) await new Promise(setImmediate);
  }
  sheet.commit();
  await workbook.commit();
}

module.exports = { giftAt, writeCsvFile, writeWorkbookFile };
