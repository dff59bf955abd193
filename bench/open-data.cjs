// The register as data at full size: making the files beside a bare COPY in the same run, fetching
// the whole set, and answers that are known already (304), static, and asked for anew, per second.
// node bench/open-data.cjs [gifts, 1000000 when not said]
const { createHash } = require('node:crypto');
const { spawn } = require('node:child_process');
const http = require('node:http');
const { join } = require('node:path');
const { performance } = require('node:perf_hooks');
const { fillField } = require('./field/fill.cjs');
const { load, percentile, say } = require('./report.cjs');
const { connect, openApplication, startProgram, startServer, undoing } = require('./stage.cjs');

const FIELD = { parties: 1_200, years: 10, lastYear: 2025 };
const MAKE = join(__dirname, 'open-data-make.cjs');
const SECONDS = 5;
const AT_ONCE = 8;
const WHOLE = '/open-data/bestanden/giften-v1.csv';

/** The same columns, written by PostgreSQL alone. */
const COPY = `select public_id, version, status, party_slug, party_name, recipient_name,
  recipient_kind, donor_public_id, donor_kind, donor_name, donor_address, donor_residence,
  donor_country, shielding, beneficial_owners, line, type, form, year, received_on, amount_cents,
  returned_cents, counted_cents, filed_in, filed_on, filed_after_days, remark, published_at,
  changed_at from register.publication where shown order by year, public_id collate "C"`;

async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Through a pipe, as the account of the server may write nowhere else. */
function bareCopy(client) {
  return seconds(() => client.query(`copy (${COPY}) to program 'cat > /dev/null' csv header`));
}

/** Makes the files in a process of its own, so that its memory can be told. */
function made(stateFolder, gifts) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [MAKE, stateFolder, String(gifts)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (piece) => (said += piece));
    child.once('close', (code) =>
      code === 0 ? done(JSON.parse(said)) : fail(new Error(`making ended with ${String(code)}`)),
    );
  });
}

/** Fetches a file to its end; gives the seconds to its first byte and to its last. */
async function fetched(base, path) {
  const start = performance.now();
  const answer = await fetch(base + path);
  if (answer.status !== 200) throw new Error(`${path} answered ${String(answer.status)}`);
  const hash = createHash('sha256');
  let [first, bytes] = [undefined, 0];
  for await (const piece of answer.body) {
    first ??= performance.now();
    bytes += piece.length;
    hash.update(piece);
  }
  const etag = answer.headers.get('etag');
  if (etag !== `"${hash.digest('hex')}"`) throw new Error(`${path} is not what its tag says`);
  return { first: (first - start) / 1000, whole: (performance.now() - start) / 1000, bytes };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** Without fetch, which says "no-cache" to whoever sends a tag along. */
function statusOf(address, headers) {
  return new Promise((done, fail) => {
    const request = http.get(address, { agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => done(answer.statusCode));
    });
    request.once('error', fail);
  });
}

/** Asks as often as it can for some seconds. */
async function rush(base, pathOf, headers, status) {
  const took = [];
  const end = performance.now() + SECONDS * 1000;
  let number = 0;
  const lane = async () => {
    while (performance.now() < end) {
      const begun = performance.now();
      const path = pathOf((number += 1));
      const found = await statusOf(base + path, headers);
      if (found !== status) throw new Error(`${path} answered ${found}`);
      took.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { rate: took.length / SECONDS, p95: percentile(took, 0.95) };
}

async function rushes(base) {
  const page = '/v1/public/gifts?year=2025';
  const tag = (await fetch(base + page)).headers.get('etag');
  const sum = `${WHOLE}.sha256`;
  return {
    'known already: 304': await rush(base, () => page, { 'if-none-match': tag }, 304),
    'checksum of a file': await rush(base, () => sum, {}, 200),
    'page of gifts, asked anew': await rush(
      base,
      (n) =>
        `/v1/public/gifts?party=partij-${String(1 + (n % 1200))}&year=${String(2016 + (n % 10))}`,
      {},
      200,
    ),
    'newest 50, asked anew': await rush(base, () => '/v1/public/gifts', {}, 200),
    'open-data page': await rush(base, () => '/open-data', {}, 200),
  };
}

function tell(gifts, { bare, making, whole, pages }) {
  process.stdout.write(`\n${String(gifts)} gifts, load average ${load()}\n`);
  say('figure', 'seconds', 'limit', 'met');
  const line = (name, value, limit) =>
    say(name, value.toFixed(2), `<= ${String(limit)}`, value <= limit ? 'yes' : 'no');
  say('bare COPY', bare.toFixed(2));
  line('CSV made from nothing', making.csv, 60);
  say('  ratio to COPY', (bare / making.csv).toFixed(2));
  say('all years in 4 formats', making.all.toFixed(1));
  line('first byte of the CSV', whole.first, 1);
  line('whole CSV fetched', whole.whole, 60);
  say('  MB', (whole.bytes / 1e6).toFixed(0));
  say('MB of memory: start, most', making.before.toFixed(0), making.most.toFixed(0));
  say('answers', 'per second', 'p95 ms');
  for (const [name, { rate, p95 }] of Object.entries(pages))
    say(name, rate.toFixed(0), p95.toFixed(1));
}

async function main() {
  const gifts = Number(process.argv[2] ?? 1_000_000);
  const undo = undoing();
  try {
    const { stateFolder, url } = await startServer(undo);
    const inside = undoing();
    await openApplication(stateFolder, inside);
    await inside.end();
    const client = await connect(url, undo);
    await fillField(client, { ...FIELD, gifts, donors: Math.ceil(gifts / 7) });
    const before = await bareCopy(client);
    const making = await made(stateFolder, gifts);
    const bare = Math.min(before, await bareCopy(client));
    const { port } = await startProgram(stateFolder, undo, false);
    const base = `http://127.0.0.1:${String(port)}`;
    const whole = await fetched(base, WHOLE);
    tell(gifts, { bare, making, whole, pages: await rushes(base) });
  } finally {
    agent.destroy();
    await undo.end();
  }
}

main().catch((error) => {
  process.stdout.write(`Could not be measured: ${error.stack}\n`);
});
