// The overseer's pages, the public register and its data at full size: 1,200 organisations, ten years,
// and as many gifts as asked. Each page is asked for through the real program, beside the bare SQL
// that gives the same rows, in the same run.
// node bench/field.cjs [gifts, 1000000 when not said] [more gifts …]
const { performance } = require('node:perf_hooks');
const { fillField } = require('./field/fill.cjs');
const { figures } = require('./field/figures.cjs');
const { enter } = require('./field/enter.cjs');
const { load, percentile, say } = require('./report.cjs');
const { connect, openApplication, startProgram, startServer, undoing } = require('./stage.cjs');

const SIZE = { parties: 1_200, years: 10, lastYear: 2025 };
const TIMES = 40;
const WARM = 3;
const AT_ONCE = 2;
const LIMIT = 300;
const GROWTH = 1.5;

async function timed(one, times) {
  const took = [];
  const lane = async () => {
    while (took.length < times) {
      const begun = performance.now();
      await one();
      took.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return took;
}

async function ask({ port, cookie, token }, path) {
  const headers = path.startsWith('/v1/public')
    ? {}
    : path.startsWith('/v1/')
      ? { authorization: `Bearer ${token}` }
      : { cookie };
  const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
    headers,
    redirect: 'manual',
  });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${String(answer.status)}`);
  return body;
}

/** Figures of one size: [{ name, p50, p95, bare }], in milliseconds. */
async function measureSize(gifts, undo) {
  const { stateFolder, url } = await startServer(undo);
  const inside = undoing();
  const { app } = await openApplication(stateFolder, inside);
  const person = await enter.prepare(app);
  await inside.end();
  const client = await connect(url, undo);
  await fillField(client, { ...SIZE, gifts, donors: Math.ceil(gifts / 7) }, (told) =>
    process.stdout.write(`  ${told}\n`),
  );
  const { port } = await startProgram(stateFolder, undo, false);
  const who = { port, token: person.token, cookie: await enter.signIn(port, person) };
  const measured = [];
  for (const { name, path, bare } of await figures(client, (path) => ask(who, path))) {
    await timed(() => ask(who, path), WARM);
    const took = await timed(() => ask(who, path), TIMES);
    const alone = bare === null ? null : await timed(() => client.query(bare), TIMES);
    measured.push({
      ...{ name, p50: percentile(took, 0.5), p95: percentile(took, 0.95) },
      bare: alone === null ? null : percentile(alone, 0.95),
    });
  }
  return measured;
}

function tell(gifts, measured, before) {
  process.stdout.write(`\n${String(gifts)} gifts, load average ${load()}\n`);
  say('figure', 'p50 ms', 'p95 ms', 'bare', 'limit', 'met');
  for (const { name, p50, p95, bare } of measured) {
    const smaller = before?.find((other) => other.name === name);
    const limit = smaller === undefined ? LIMIT : Math.max(smaller.p95 * GROWTH, 20);
    const limits = smaller === undefined ? `<= ${String(LIMIT)}` : `<= ${limit.toFixed(0)}`;
    const alone = bare === null ? '-' : bare.toFixed(1);
    say(name, p50.toFixed(1), p95.toFixed(1), alone, limits, p95 <= limit ? 'yes' : 'no');
  }
}

async function main() {
  const asked = process.argv.slice(2).map(Number);
  let before;
  for (const gifts of asked.length === 0 ? [1_000_000] : asked) {
    const undo = undoing();
    try {
      const measured = await measureSize(gifts, undo);
      tell(gifts, measured, before);
      before ??= measured;
    } finally {
      await undo.end();
    }
  }
}

main().catch((error) => {
  process.stdout.write(`Could not be measured: ${error.stack}\n`);
});
