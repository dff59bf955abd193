// How long it takes from a file to booked gifts, with every rule: 10,000 rows XLSX and 100,000 rows
// CSV, each in a process and on a server of its own, beside a bare read of the same file.
const { execFile } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { promisify } = require('node:util');
const { writeCsvFile, writeWorkbookFile } = require('./import-files.cjs');
const { say } = require('./report.cjs');

const ROOT = resolve(__dirname, '..');
const YEAR = 2024;
const OF = { year: YEAR, donors: 5_000 };
const TARGETS = { xlsx: { seconds: 10, megabytes: 400 }, csv: { seconds: 60, megabytes: 400 } };

async function inProcess(program, ...args) {
  const options = { maxBuffer: 1_000_000 };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(__dirname, program), ...args],
    options,
  );
  const answer = JSON.parse(stdout.trim().split('\n').at(-1));
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer;
}

async function tell(title, file, bare, target) {
  const alone = await inProcess('read-one.cjs', bare, file);
  const whole = await inProcess('import-one.cjs', file, String(YEAR));
  const seconds = (milliseconds) => (milliseconds / 1_000).toFixed(2);
  const megabytes = whole.peak / 1_024;
  const met = whole.all / 1_000 <= target.seconds && megabytes <= target.megabytes;
  say(title, 'seconds', 'rows/s', 'MB', 'target', 'met');
  const rate = ((whole.rows * 1_000) / whole.all).toFixed(0);
  const goal = `<= ${String(target.seconds)} s`;
  say(
    '  from file to booked',
    seconds(whole.all),
    rate,
    megabytes.toFixed(0),
    goal,
    met ? 'yes' : 'no',
  );
  say('    reading and checking', seconds(whole.read));
  say('    booking and judging', seconds(whole.book));
  say(`  bare read (${bare})`, seconds(alone.milliseconds));
}

async function measureImporting() {
  const { newestLayout } = require(join(ROOT, 'dist', 'src', 'modules', 'imports', 'public'));
  const layout = newestLayout('contributions');
  const folder = mkdtempSync(join(tmpdir(), 'partijgiften-importing-'));
  try {
    const workbook = join(folder, 'giften.xlsx');
    await writeWorkbookFile(workbook, layout, 10_000, OF);
    await tell('10,000 rows XLSX', workbook, 'exceljsStream', TARGETS.xlsx);
    const csv = join(folder, 'giften.csv');
    await writeCsvFile(csv, layout, 100_000, OF);
    await tell('100,000 rows CSV', csv, 'csvParse', TARGETS.csv);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

module.exports = { measureImporting };

if (require.main === module) {
  measureImporting().catch((error) => {
    process.stdout.write(`Could not be measured: ${error.stack}\n`);
  });
}
