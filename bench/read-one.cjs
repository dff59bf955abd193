// Reads one file in one way, in a process of its own, and says how long it took and what it held.
// node bench/read-one.cjs <way> <file>
const { createReadStream, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const INTAKE = join(resolve(__dirname, '..'), 'dist', 'src', 'platform', 'intake');

async function ours(file) {
  const { readTableMeasured } = require(join(INTAKE, 'read-table'));
  const begun = performance.now();
  let rows = 0;
  const { peakKilobytes } = await readTableMeasured(readFileSync(file), file, (batch) => {
    rows += batch.length;
    return Promise.resolve();
  });
  return { rows, milliseconds: performance.now() - begun, childPeak: peakKilobytes };
}

/** The streaming reader of exceljs, every cell asked for its value. */
async function exceljsStream(file) {
  const { stream } = require('exceljs');
  const begun = performance.now();
  const options = {
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    worksheets: 'emit',
  };
  let rows = 0;
  for await (const sheet of new stream.xlsx.WorkbookReader(file, options)) {
    for await (const row of sheet) {
      row.eachCell((cell) => cell.value);
      rows += 1;
    }
  }
  return { rows, milliseconds: performance.now() - begun, childPeak: 0 };
}

/** The whole workbook in memory, as exceljs is used most. */
async function exceljsWhole(file) {
  const { Workbook } = require('exceljs');
  const begun = performance.now();
  const workbook = new Workbook();
  await workbook.xlsx.readFile(file);
  let rows = 0;
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => cell.value);
      rows += 1;
    });
  });
  return { rows, milliseconds: performance.now() - begun, childPeak: 0 };
}

async function csvParse(file) {
  const { parse } = require('csv-parse');
  const begun = performance.now();
  let rows = 0;
  const options = { delimiter: ';', bom: true };
  for await (const record of createReadStream(file).pipe(parse(options))) {
    if (record.length > 0) rows += 1;
  }
  return { rows, milliseconds: performance.now() - begun, childPeak: 0 };
}

const WAYS = { ours, exceljsStream, exceljsWhole, csvParse };

WAYS[process.argv[2]](process.argv[3]).then((read) => {
  const peak = process.resourceUsage().maxRSS;
  process.stdout.write(JSON.stringify({ ...read, peak }));
});
