// The rounds: the program and the limit in turn, on the same server.
const { drive, post } = require('./load.cjs');
const { replay, template } = require('./replay.cjs');
const { giftBody, LARGE, noticeBody, SMALL } = require('./stage.cjs');

const ROUNDS = 3;
const API_SECONDS = 3;
const LOOP_SECONDS = 2;
const PRE_CHECK_SECONDS = 2;
/** Of each side in a round; every one needs a donor with a duty of its own. */
const FILINGS = 300;

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

module.exports = { Bench, ROUNDS };
