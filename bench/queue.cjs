// How long the queue of the overseer takes with many things waiting, of 1,200 organisations: each page
// is asked of the real program, beside the bare SQL that gives its rows, in the same run.
// node bench/queue.cjs [things that wait, 10000 when not said] [more …]
const { performance } = require('node:perf_hooks');
const { enter } = require('./field/enter.cjs');
const { load, percentile, say } = require('./report.cjs');
const { connect, openApplication, startProgram, startServer, undoing } = require('./stage.cjs');

const PARTIES = 1_200;
const TIMES = 60;
const WARM = 4;
const AT_ONCE = 2;
const LIMIT = 300;

const ORGANISATIONS = `
  insert into core.organisation (tenant_id, name, short_name)
    select md5('tenant' || n)::uuid, 'Partij ' || n, 'P' || n from generate_series(1, $1::int) n`;

/** Kinds that nothing derives again while the bench runs, of every term and weight. */
const ITEMS = `
  insert into insight.work_item (kind, ref, tenant_id, organisation, title_nl, title_en, why_nl,
      why_en, severity, number, due_on, weight, since, turn, href, search_text, facts, assigned_to,
      assigned_name)
    select (array['proposals','findings','signals','undecided','views','cases','remedies',
        'missing','filings','lists'])[1 + n % 10],
      'bench:' || n, md5('tenant' || 1 + n % $2::int)::uuid, 'Partij ' || 1 + n % $2::int,
      'Melding te laat gedaan ' || n, 'Notice given late ' || n,
      'Voorstel € 2.000,00, Wfpp art. 25a lid 2.', 'Proposed € 2,000.00, Wfpp art. 25a lid 2.',
      case n % 10 when 1 then 'finding' when 2 then 'signal' when 3 then 'undecided' end,
      'Z-2025-' || n, case when n % 3 = 0 then null else platform.today() + (n % 400) - 40 end,
      1 + n % 5, platform.now() - make_interval(mins => n % 9000),
      (array['overseer','decision_maker','committee','others'])[1 + n % 4], '/toezicht/meldingen',
      'partij ' || 1 + n % $2::int || ' melding te lat gedan ' || n, 'bench',
      case when n % 7 = 0 then 'somebody' end, case when n % 7 = 0 then 'S. Somebody' end
    from generate_series(1, $1::int) n`;

const ROWS = `select * from insight.work_item where ended_at is null and
  (aside_until is null or aside_until <= platform.today())`;
const ORDER = 'order by due_key, lightness, since, id limit 51';

/** [what, address, the bare SQL for its rows] */
const PAGES = [
  ['everything', '/toezicht?alles=ja', `${ROWS} ${ORDER}`],
  ['one kind', '/toezicht?soort=zaken', `${ROWS} and kind = 'cases' ${ORDER}`],
  [
    'with nobody, late',
    '/toezicht?bij=niemand&termijn=te-laat',
    `${ROWS} and assigned_to is null and due_key < platform.today() ${ORDER}`,
  ],
  ['a name', '/toezicht?zoek=partij+117', `${ROWS} and search_text like '%partij 117%' ${ORDER}`],
  ['a common word', '/toezicht?zoek=melding', `${ROWS} and search_text like '%melding%' ${ORDER}`],
  ['the tenth page', { path: '/toezicht?alles=ja', pages: 10 }, null],
  ['since yesterday', '/toezicht/sinds-gisteren', null],
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

/** Of a cookie that was given more than once the last one counts. */
const newest = (cookies) => {
  const byName = new Map(cookies.split('; ').map((each) => [each.split('=')[0], each]));
  return [...byName.values()].join('; ');
};

async function asked({ port, cookie }, path) {
  const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
    headers: { cookie },
    redirect: 'manual',
  });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${String(answer.status)}`);
  return body;
}

async function addressOf(who, wanted) {
  if (typeof wanted === 'string') return wanted;
  let { path } = wanted;
  for (let page = 1; page < wanted.pages; page += 1) {
    const next = /rel="next" href="([^"]+)"/.exec(await asked(who, path));
    if (next === null) break;
    path = next[1].replaceAll('&amp;', '&');
  }
  return path;
}

async function measureSize(items, undo) {
  const { stateFolder, url } = await startServer(undo);
  const inside = undoing();
  const { app } = await openApplication(stateFolder, inside);
  const person = await enter.prepare(app);
  await inside.end();
  const client = await connect(url, undo);
  // Invented rows need no line in the log.
  await client.query('set session_replication_role = replica');
  await client.query(ORGANISATIONS, [PARTIES]);
  await client.query('set session_replication_role = origin');
  const { port } = await startProgram(stateFolder, undo, false);
  const who = { port, cookie: newest(await enter.signIn(port, person)) };
  // The first look of the day derives everything; what is invented after it stays.
  const begun = performance.now();
  await asked(who, '/toezicht?alles=ja');
  const first = performance.now() - begun;
  await client.query(ITEMS, [items, PARTIES]);
  await client.query('vacuum (analyze) insight.work_item');
  const [, shown] = /aria-label="Alles: ([\d.]+)"/.exec(await asked(who, '/toezicht?alles=ja'));
  if (Number(shown.replace('.', '')) < items) throw new Error(`only ${shown} things wait`);
  const measured = [{ name: 'first look, nothing waits', p50: first, p95: first, bare: null }];
  for (const [name, wanted, bare] of PAGES) {
    const path = await addressOf(who, wanted);
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

async function main() {
  const sizes = process.argv.slice(2).map(Number);
  for (const items of sizes.length === 0 ? [10_000] : sizes) {
    const undo = undoing();
    try {
      const measured = await measureSize(items, undo);
      process.stdout.write(`\n${String(items)} things that wait, load average ${load()}\n`);
      say('page', 'p50 ms', 'p95 ms', 'bare', 'limit', 'met');
      for (const { name, p50, p95, bare } of measured) {
        const alone = bare === null ? '-' : bare.toFixed(1);
        const met = p95 <= LIMIT ? 'yes' : 'no';
        say(name, p50.toFixed(1), p95.toFixed(1), alone, `<= ${String(LIMIT)}`, met);
      }
    } finally {
      await undo.end();
    }
  }
}

main().catch((error) => {
  process.stdout.write(`Could not be measured: ${error.stack}\n`);
});
