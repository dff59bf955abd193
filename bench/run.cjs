// npm run bench: what the program does beside what PostgreSQL could do, in one run. See README.md.
const { cpus, loadavg } = require('node:os');
const { closeConnections, drive, post } = require('./load.cjs');
const { timeOfJudging } = require('./judging.cjs');
const { replay, template } = require('./replay.cjs');
const { giftBody, LARGE, noticeBody, openStage, SMALL, undoing } = require('./stage.cjs');

const ROUNDS = 3;
const TARGET = 0.25;
const API_SECONDS = 3;
const LOOP_SECONDS = 2;
const PRE_CHECK_SECONDS = 2;
const FILINGS = 300;
const LAST_ROUND_STARTS_WITHIN = 130_000;

function knownIds({ donor }) {
  const { tenantId, donorId, recipientId } = donor;
  return { [tenantId]: 'tenantId', [donorId]: 'donorId', [recipientId]: 'recipientId' };
}

/** The recorded transactions as functions of the row they are for. */
function templatesOf({ booking, dutyBooking, filing }) {
  const { text, values } = filing.statements.find((line) =>
    /update core.notice_duty/.test(line.text),
  );
  const dutyId = values.find(Array.isArray)?.[0];
  if (dutyId === undefined) throw new Error(`no duty was met by: ${text}`);
  const about = {
    ...knownIds(filing),
    [dutyBooking.answer.id]: 'contributionId',
    [dutyId]: 'dutyId',
  };
  return {
    booking: template(booking.statements, knownIds(booking)),
    dutyBooking: template(dutyBooking.statements, knownIds(dutyBooking)),
    filing: template(filing.statements, about),
  };
}

/** Walks round the donors, so that program and loop find the same number of gifts of a donor. */
function turning(donors) {
  let n = 0;
  return () => donors[n++ % donors.length];
}

function taking(rows) {
  const left = [...rows];
  return () => left.pop();
}

class Bench {
  constructor(stage) {
    this.stage = stage;
    this.templates = templatesOf(stage.recorded);
    const reserve = FILINGS * 2 * (ROUNDS + 1);
    this.substantial = stage.donors.slice(0, reserve);
    this.nextDonor = turning(stage.donors.slice(reserve));
    this.figures = new Map();
    this.latencies = new Map();
  }

  book(amount) {
    return (row) => {
      const body = giftBody(row, amount, this.stage.today);
      return post(this.stage.port, '/v1/contributions', row.token, body, 201);
    };
  }

  file() {
    return (row) => {
      const body = noticeBody(row, this.stage.today);
      return post(this.stage.port, '/v1/notices', row.token, body, 201);
    };
  }

  preCheck() {
    return (row) => {
      const body = giftBody(row, SMALL, this.stage.today);
      return post(this.stage.port, '/v1/pre-checks', row.token, body, 200);
    };
  }

  loop(name) {
    return (row, lane) => replay(this.stage.clients[lane], this.templates[name](row));
  }

  /** Nothing left to do for the worker: one side never pays for the other's lines. */
  async quiet() {
    for (let tries = 0; tries < 80; tries += 1) {
      const { rows } = await this.stage.watcher.query(
        `select (select count(*) from audit.unsealed) +
                (select count(*) from platform.job where state in ('ready', 'running')) as left`,
      );
      if (Number(rows[0].left) === 0) return;
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  note(figure, side, { rate, latencies }) {
    const key = `${figure}/${side}`;
    this.figures.set(key, [...(this.figures.get(key) ?? []), rate]);
    this.latencies.set(key, [...(this.latencies.get(key) ?? []), ...latencies]);
  }

  async measure(figure, side, plan, next, one) {
    await this.quiet();
    this.note(figure, side, await drive(plan, next, one));
  }

  async bookings(concurrency, part) {
    const figure = `bookings, c=${String(concurrency)}`;
    const api = { concurrency, seconds: API_SECONDS * part };
    const loop = { concurrency, seconds: LOOP_SECONDS * part };
    await this.measure(figure, 'program', api, this.nextDonor, this.book(SMALL));
    await this.measure(figure, 'limit', loop, this.nextDonor, this.loop('booking'));
  }

  async notices() {
    const plan = { concurrency: 8 };
    const rows = this.substantial.splice(0, FILINGS * 2);
    const [ours, theirs] = [rows.slice(0, FILINGS), rows.slice(FILINGS)];
    const figure = 'bookings with a duty, c=8';
    await this.measure(figure, 'program', plan, taking(ours), this.book(LARGE));
    await this.measure(figure, 'limit', plan, taking(theirs), this.loop('dutyBooking'));
    // Which side booked them no longer matters; each files half of both.
    const due = await this.withDuties(rows);
    const half = (n) => due.filter((_, place) => place % 2 === n);
    await this.measure('notices, c=8', 'program', plan, taking(half(0)), this.file());
    await this.measure('notices, c=8', 'limit', plan, taking(half(1)), this.loop('filing'));
  }

  async withDuties(rows) {
    const { rows: duties } = await this.stage.watcher.query(
      `select id as "dutyId", contribution_root_id as "contributionId", donor_id as "donorId"
         from core.notice_duty where donor_id = any($1::uuid[])`,
      [rows.map(({ donorId }) => donorId)],
    );
    const of = new Map(duties.map((duty) => [duty.donorId, duty]));
    return rows.map((row) => ({ ...row, ...of.get(row.donorId) }));
  }

  async round(part) {
    await this.bookings(8, part);
    await this.bookings(16, part);
    await this.notices();
    const plan = { concurrency: 8, seconds: PRE_CHECK_SECONDS * part };
    await this.measure('pre-checks, c=8', 'program', plan, this.nextDonor, this.preCheck());
  }

  async warmUp() {
    await this.round(0.5);
    await this.stage.watcher.query('vacuum (analyze)');
    this.figures.clear();
    this.latencies.clear();
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function say(...cells) {
  const widths = [27, 11, 11, 8, 9, 9];
  const line = cells.map((cell, n) =>
    n === 0 ? cell.padEnd(widths[n]) : cell.padStart(widths[n]),
  );
  process.stdout.write(`${line.join('').trimEnd()}\n`);
}

function tellRates(bench) {
  say('figure', 'program/s', 'limit/s', 'ratio', 'target', 'met');
  const figures = [...new Set([...bench.figures.keys()].map((key) => key.split('/')[0]))];
  for (const figure of figures) {
    const [program, limit] = [
      bench.figures.get(`${figure}/program`),
      bench.figures.get(`${figure}/limit`),
    ];
    const rate = median(program).toFixed(0);
    if (limit === undefined) {
      say(figure, rate, '-', '-', '-', '-');
      continue;
    }
    const ratio = median(program.map((own, n) => own / limit[n]));
    const met = ratio >= TARGET ? 'yes' : 'no';
    say(figure, rate, median(limit).toFixed(0), ratio.toFixed(2), `>= ${String(TARGET)}`, met);
  }
}

function tellLatencies(bench) {
  say('latency in ms', 'p50', 'p95');
  for (const [key, latencies] of bench.latencies) {
    if (!key.endsWith('/program')) continue;
    const [p50, p95] = [percentile(latencies, 0.5), percentile(latencies, 0.95)];
    say(key.split('/')[0], p50.toFixed(1), p95.toFixed(1));
  }
}

function load() {
  return loadavg()
    .map((part) => part.toFixed(2))
    .join(' ');
}

async function tellMachine({ watcher, recorded }, rounds, before) {
  const { rows } = await watcher.query(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit`,
  );
  const { version, fsync, commit } = rows[0];
  const statements = Object.entries(recorded).map(
    ([name, { statements: all }]) => `${name} ${String(all.length)}`,
  );
  const lines = [
    `${String(cpus().length)} cores, Node ${process.versions.node}, PostgreSQL ${version.split(' ')[0]} (fsync ${fsync}, synchronous_commit ${commit})`,
    `load average before ${before}, after ${load()} (this run included)`,
    `${String(rounds)} rounds, medians; statements replayed: ${statements.join(', ')}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

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
    process.stdout.write(`judging alone, ${String(count)} contributions: ${time} microseconds\n`);
  }
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
