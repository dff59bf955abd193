// How long searching takes at full size: each kind of question is asked of the real program, beside
// the bare SQL that gives the same rows, in the same run.
// node bench/search.cjs [gifts, 1000000 when not said] [more gifts …]
const { performance } = require('node:perf_hooks');
const { enter } = require('./field/enter.cjs');
const { fillField } = require('./field/fill.cjs');
const { load, percentile, say } = require('./report.cjs');
const { connect, openApplication, startProgram, startServer, undoing } = require('./stage.cjs');

const SIZE = { parties: 1_200, years: 10, lastYear: 2025 };
const TIMES = 40;
const WARM = 4;
const AT_ONCE = 2;
const LIMIT = 300;
const GROWTH = 1.5;

const GIFTS = `select g.id, d.name, g.recipient_name, g.received_on, g.amount_cents
  from insight.gift g join insight.donor d on d.id = g.donor_id where`;

/** [what, the line or address, the bare SQL for its largest group] */
const KINDS = [
  [
    'a surname many bear',
    'de vries',
    `select name from insight.donor where found_by like '%vries%' order by found_by, id limit 51`,
  ],
  [
    'a full name and a place',
    'a.b. hofman zwolle',
    `select name from insight.donor where found_by like '%hofman%' and found_by like '%zwole%' and found_by like '% a%' and found_by like '% b%' order by found_by, id limit 51`,
  ],
  [
    'a name that was misspelled',
    'zeilstraa holding',
    `select name from insight.donor where 'zeilstra holding' <% found_by order by word_similarity('zeilstra holding', found_by) desc limit 51`,
  ],
  [
    'a number of the trade register',
    '00000207',
    `select name from insight.donor where trade_register_number = '00000207'`,
  ],
  [
    'a public number',
    'D-0000004711',
    `${GIFTS} d.public_id = 'D-0000004711' order by g.received_on desc limit 51`,
  ],
  [
    'a place',
    'utrecht',
    `select name from insight.donor where found_by like '%utrecht%' order by found_by, id limit 51`,
  ],
  [
    'an exact amount',
    '10.000',
    `${GIFTS} g.amount_cents = 1000000 order by g.received_on desc nulls last limit 51`,
  ],
  [
    'from an amount up',
    '>90000',
    `${GIFTS} g.amount_cents > 9000000 order by g.amount_cents desc, g.id desc limit 51`,
  ],
  [
    'a day',
    '5 maart 2025',
    `${GIFTS} g.received_on = '2025-03-05' order by g.received_on desc, g.id desc limit 51`,
  ],
  [
    'a month and an amount',
    'maart 2025 >5000',
    `${GIFTS} g.received_on between '2025-03-01' and '2025-03-31' and g.amount_cents > 500000 order by g.amount_cents desc limit 51`,
  ],
  ['a year', '2024', `${GIFTS} g.year = 2024 order by g.amount_cents desc, g.id desc limit 51`],
  [
    'a common name, year and amount',
    'de vries 2025 >5000',
    `${GIFTS} d.found_by like '%vries%' and g.year = 2025 and g.amount_cents > 500000 order by g.amount_cents desc limit 51`,
  ],
  [
    'a rare name and a year',
    'terpstra fonds 2023',
    `${GIFTS} d.found_by like '%terpstra%' and d.found_by like '%fonds%' and g.year = 2023 order by g.received_on desc limit 51`,
  ],
  [
    'a party and a year',
    'P7 2024',
    `${GIFTS} g.party_id = (select id from insight.party where slug = 'partij-7') and g.year = 2024 order by g.received_on desc limit 51`,
  ],
  [
    'a name nobody bears',
    'kwartelkoning',
    `select name from insight.donor where found_by like '%kwartelkoning%' limit 51`,
  ],
  ['the second page of a year', { line: '2024', group: 'gifts', next: 3 }, null],
  ['network: a large party', '/v1/network/nodes/P-partij-1?depth=1', null],
  ['network: a donor, three steps', '/v1/network/nodes/D-0000004711?depth=3', null],
  ['network: givers of a large party', '/v1/network/nodes/P-partij-1/givers', null],
  ['network: how two donors are tied', '/v1/network/paths?from=D-0000004711&to=D-0000000815', null],
];

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

async function asked({ port, token }, path) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`, { headers });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${String(answer.status)}: ${body}`);
  return JSON.parse(body);
}

const pathOf = (line) => `/v1/search?pageSize=50&query=${encodeURIComponent(line)}`;

/** The address of a page so many pages into a list. */
async function deepPath(who, { line, group, next }) {
  let path = `${pathOf(line)}&group=${group}`;
  for (let page = 1; page < next; page += 1) path = (await asked(who, path))._links.next.href;
  return path;
}

async function measureSize(gifts, undo) {
  const { stateFolder, url } = await startServer(undo);
  const inside = undoing();
  const { app } = await openApplication(stateFolder, inside);
  const person = await enter.prepare(app);
  await inside.end();
  const client = await connect(url, undo);
  const begun = performance.now();
  await fillField(client, { ...SIZE, gifts, donors: Math.ceil(gifts / 7) }, (told) =>
    process.stdout.write(`  ${told}, ${((performance.now() - begun) / 1000).toFixed(0)} s\n`),
  );
  const { port } = await startProgram(stateFolder, undo, false);
  const who = { port, token: person.token };
  const measured = [];
  for (const [name, what, bare] of KINDS) {
    const path =
      typeof what !== 'string'
        ? await deepPath(who, what)
        : what.startsWith('/')
          ? what
          : pathOf(what);
    await timed(() => asked(who, path), WARM);
    const took = await timed(() => asked(who, path), TIMES);
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
  say('question', 'p50 ms', 'p95 ms', 'bare p95', 'limit', 'met');
  for (const { name, p50, p95, bare } of measured) {
    const smaller = before?.find((other) => other.name === name);
    // Below 20 ms a machine's noise is larger than any growth.
    const limit = smaller === undefined ? LIMIT : Math.max(smaller.p95 * GROWTH, 20);
    const alone = bare === null ? '-' : bare.toFixed(1);
    const met = p95 <= limit ? 'yes' : 'no';
    say(name, p50.toFixed(1), p95.toFixed(1), alone, `<= ${limit.toFixed(0)}`, met);
  }
}

async function main() {
  const sizes = process.argv.slice(2).map(Number);
  let before;
  for (const gifts of sizes.length === 0 ? [1_000_000] : sizes) {
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
