// How long it takes to read a file that is to be imported, behind the gate and in the capped process,
// beside a bare read of the same file by the library alone, in the same run.
const { execFile } = require('node:child_process');
const { mkdtempSync, rmSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { promisify } = require('node:util');
const { writeCsvFile, writeWorkbookFile } = require('./import-files.cjs');
const { median, say } = require('./report.cjs');

const ROOT = resolve(__dirname, '..');
const ROUNDS = 3;
const OF = { year: 2025, donors: 5_000 };

/** One process for each read, so that no reader warms up or burdens another. */
async function readOnce(way, file) {
  const program = join(__dirname, 'read-one.cjs');
  const { stdout } = await promisify(execFile)(process.execPath, [program, way, file]);
  return JSON.parse(stdout);
}

/** Takes turns, so that a busy moment of the machine hits all of them. */
async function measure(file, ways) {
  const reads = new Map(ways.map((way) => [way, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of ways) reads.get(way).push(await readOnce(way, file));
  }
  return new Map([...reads].map(([way, all]) => [way, middleOf(all)]));
}

function middleOf(reads) {
  const of = (pick) => median(reads.map(pick));
  return {
    rows: reads[0].rows,
    milliseconds: of(({ milliseconds }) => milliseconds),
    peak: of(({ peak }) => peak),
    childPeak: of(({ childPeak }) => childPeak),
  };
}

const NAMES = {
  ours: 'read by us',
  exceljsStream: 'exceljs, streaming',
  exceljsWhole: 'exceljs, whole',
  csvParse: 'csv-parse',
};

function tell(title, file, measured) {
  const megabytes = (kilobytes) => (kilobytes === 0 ? '-' : (kilobytes / 1_024).toFixed(0));
  const size = (statSync(file).size / 1_048_576).toFixed(1);
  say(`${title}, ${size} MB`, 'seconds', 'rows/s', 'ratio', 'MB', 'MB child');
  const ours = measured.get('ours').milliseconds;
  for (const [way, { rows, milliseconds, peak, childPeak }] of measured) {
    const ratio = (milliseconds / ours).toFixed(2);
    const seconds = (milliseconds / 1_000).toFixed(2);
    const rate = ((rows * 1_000) / milliseconds).toFixed(0);
    say(`  ${NAMES[way]}`, seconds, rate, ratio, megabytes(peak), megabytes(childPeak));
  }
}

/** Reading alone; checking and booking what was read is measured elsewhere. */
async function measureReading() {
  const { newestLayout } = require(join(ROOT, 'dist', 'src', 'modules', 'imports', 'public'));
  const layout = newestLayout('contributions');
  const folder = mkdtempSync(join(tmpdir(), 'partijgiften-reading-'));
  try {
    const workbook = join(folder, 'giften.xlsx');
    await writeWorkbookFile(workbook, layout, 10_000, OF);
    tell(
      '10,000 rows XLSX',
      workbook,
      await measure(workbook, ['ours', 'exceljsStream', 'exceljsWhole']),
    );
    const csv = join(folder, 'giften.csv');
    await writeCsvFile(csv, layout, 100_000, OF);
    tell('100,000 rows CSV', csv, await measure(csv, ['ours', 'csvParse']));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

module.exports = { measureReading };

if (require.main === module) {
  measureReading().catch((error) => {
    process.stdout.write(`Could not be measured: ${error.stack}\n`);
  });
}
