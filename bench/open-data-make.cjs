// Makes the files of the register in a process of its own and tells how long it took and how much
// memory there was. Called by open-data.cjs.
const { join, resolve } = require('node:path');
const { performance } = require('node:perf_hooks');
const { openApplication, undoing } = require('./stage.cjs');

const built = (path) => require(join(resolve(__dirname, '..'), 'dist', 'src', path));
const MEGABYTE = 1 << 20;

async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Every gift as one CSV file, made of the rows alone. */
async function csvOnly(database, folder) {
  const { READER } = built('modules/open-data/application/reader');
  const { giftsOfYear, yearsWithGifts } = built('modules/open-data/persistence/register.store');
  const { giftOf } = built('modules/open-data/facts/change');
  const { GIFT_COLUMNS } = built('modules/open-data/facts/columns');
  const { HashedFile } = built('modules/open-data/writing/hashed-file');
  const { csvFile } = built('modules/open-data/writing/text-files');
  const file = csvFile(await HashedFile.open(folder), { title: 'Giften', columns: GIFT_COLUMNS });
  await file.begin();
  const years = await database.inTransaction(READER, yearsWithGifts);
  for (const year of years)
    await database.inTransaction(READER, (tx) =>
      giftsOfYear(tx, year, (contents) =>
        file.add(contents.map((line) => ({ row: giftOf(line), line }))),
      ),
    );
  return file.finish();
}

/** The set was made over ten years of days; a day has few changes, and no year is made day by day. */
async function skipDays(database) {
  const { workerScope } = built('platform/jobs/public');
  const { keepProgress } = built('modules/open-data/persistence/files.store');
  const { registerNow } = built('modules/open-data/persistence/register.store');
  await database.inTransaction(workerScope('bench'), async (tx) =>
    keepProgress(tx, 'days', await registerNow(tx), 0),
  );
}

async function main() {
  const [stateFolder] = process.argv.slice(2);
  const undo = undoing();
  const { app } = await openApplication(stateFolder, undo);
  const { Database } = built('platform/database/database');
  const { BuildFiles } = built('modules/open-data/public');
  const build = app.get(BuildFiles);
  global.gc?.();
  const before = process.memoryUsage.rss() / MEGABYTE;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss() / MEGABYTE);
  }, 100);
  try {
    const csv = await seconds(() => csvOnly(app.get(Database), join(stateFolder, 'csv-only')));
    await skipDays(app.get(Database));
    const all = await seconds(() => build.run(true));
    process.stdout.write(JSON.stringify({ csv, all, before, most }));
  } finally {
    clearInterval(watch);
    await undo.end();
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
