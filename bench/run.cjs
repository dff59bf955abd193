// npm run bench: what the program does beside what PostgreSQL could do, in one run. See README.md.
const { timeOfJudging } = require('./judging.cjs');
const { closeConnections } = require('./load.cjs');
const { measureReading } = require('./reading.cjs');
const { load, tellLatencies, tellMachine, tellRates } = require('./report.cjs');
const { Bench, ROUNDS } = require('./rounds.cjs');
const { openStage, undoing } = require('./stage.cjs');

const LAST_ROUND_STARTS_WITHIN = 120_000;

async function main(undo) {
  const before = load();
  const begun = performance.now();
  const stage = await openStage(undo, process.argv.includes('--profile'));
  const prepared = performance.now() - begun;
  undo.later(closeConnections);
  const bench = new Bench(stage);
  await bench.warmUp();
  let rounds = 0;
  while (rounds < ROUNDS && performance.now() - begun < LAST_ROUND_STARTS_WITHIN) {
    await bench.round(1);
    rounds += 1;
  }
  await tellMachine(stage, rounds, before);
  tellRates(bench);
  process.stdout.write('\n');
  tellLatencies(bench);
  process.stdout.write('\n');
  for (const count of [1, 10, 100]) {
    const time = timeOfJudging(count, stage.today).toFixed(0);
    process.stdout.write(
      `judging alone, contributions in the year ${String(count)}: ${time} microseconds\n`,
    );
  }
  process.stdout.write('\n');
  await measureReading();
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  process.stdout.write(`took ${seconds} s, of which preparing ${(prepared / 1000).toFixed(0)} s\n`);
}

const undo = undoing();
let ending = null;

/** A measurement, not a test: what went wrong is told, and the code is 0. */
function end() {
  ending ??= undo.end().then(() => process.exit(0));
  return ending;
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end());
main(undo)
  .catch((error) => {
    if (ending === null) process.stdout.write(`Could not be measured: ${error.stack}\n`);
  })
  .then(end);
