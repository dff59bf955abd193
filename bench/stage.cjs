// A real server and the real program in a folder that is thrown away, with invented parties,
// donors and tokens made by the application's own verbs.
const { spawn } = require('node:child_process');
const { chmodSync, mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');
const { Client } = require('pg');
const { recordRequest } = require('./recorder.cjs');

const ROOT = resolve(__dirname, '..');
const built = (path) => require(join(ROOT, 'dist', 'src', path));

const PARTIES = 12;
const DONORS_OF_A_PARTY = 600;
const DONORS_AT_ONCE = 100;
const SINCE = '2020-01-01';

/** Gives `stop(step)`, which remembers what to undo, and `end()`, which undoes it, last first. */
function undoing() {
  const steps = [];
  const end = async () => {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) await step();
  };
  return { later: (step) => steps.push(step), end };
}

async function makeParty(app, number) {
  const name = `Partij van de Meting ${String(number)}`;
  const member = { from: SINCE, until: null, source: 'invented for the bench' };
  const command = {
    name,
    shortName: `Meting ${String(number)}`,
    contactEmail: 'penningmeester@meting.example',
    statuses: [{ status: 'political_party', ...member }],
    ownCap: null,
    recipients: [
      { kind: 'party', name, ...member },
      { kind: 'scientific_institute', name: `Instituut ${String(number)}`, ...member },
    ],
  };
  const { RegisterOrganisation } = built('modules/parties/public');
  const scope = scopeOf('staff', null, 'overseer');
  const { tenantId, recipientIds } = await app.get(RegisterOrganisation).run(scope, command);
  const token = await makeToken(app, tenantId, number);
  return { tenantId, recipientId: recipientIds[0], token };
}

async function makeToken(app, tenantId, number) {
  const identity = built('modules/identity/public');
  const accountId = await app.get(identity.RegisterAccount).run({
    email: `penningmeester${String(number)}@meting.example`,
    name: `Penningmeester ${String(number)}`,
    password: `Vijf paarden en ${String(number)} appels`,
    totpSecret: identity.newTotpSecret(),
  });
  const role = 'treasurer';
  const given = { accountId, role, tenantId, organisation: null, from: SINCE };
  const assignmentId = await app.get(identity.AssignRole).run(given);
  const { scopesOf } = built('platform/http/authority');
  const scopes = scopesOf(built('authority').AUTHORITY, role);
  return (await app.get(identity.IssueToken).run({ assignmentId, name: 'Bench', scopes })).token;
}

function scopeOf(role, tenantId, actorRole) {
  return { role, tenantId, actorId: 'bench', actorRole, requestId: 'bench' };
}

const DONOR = {
  kind: 'natural_person',
  particulars: {
    name: 'A. Gever',
    address: 'Dorpsstraat 1, 1234 AB',
    residence: 'Utrecht',
    country: 'NL',
    tradeRegisterNumber: null,
    inTradeRegister: null,
    ubos: [],
  },
  declaration: {
    declaredOn: '2025-01-02',
    dutchNational: true,
    dateOfBirth: null,
    adult: true,
    residence: 'NL',
    caribbeanGround: null,
    disenfranchised: false,
    evidence: 'Verklaring van 2 januari 2025',
  },
};

async function makeDonors(app, party) {
  const { RegisterDonor } = built('modules/donors/public');
  const { Database } = built('platform/database/database');
  const scope = scopeOf('app', party.tenantId, 'treasurer');
  const ids = [];
  while (ids.length < DONORS_OF_A_PARTY)
    await app.get(Database).inTransaction(scope, async (tx) => {
      for (let n = 0; n < DONORS_AT_ONCE; n += 1)
        ids.push(await app.get(RegisterDonor).run(tx, DONOR));
    });
  return ids.map((donorId) => ({ ...party, donorId }));
}

/** One donor of every party in turn: neighbours in the list belong to different parties. */
function interleaved(lists) {
  return lists[0].flatMap((_, n) => lists.map((list) => list[n]));
}

async function makePeople(app) {
  const parties = [];
  for (let n = 1; n <= PARTIES; n += 1) parties.push(await makeParty(app, n));
  const lists = [];
  for (let n = 0; n < PARTIES; n += 4)
    lists.push(
      ...(await Promise.all(parties.slice(n, n + 4).map((party) => makeDonors(app, party)))),
    );
  return interleaved(lists);
}

/** Books, and files, once through the application in this process, and keeps every statement. */
async function recordTransactions(app, donors, today) {
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const gift = (donor, amount) => giftBody(donor, amount, today);
  const [small, large] = [donors.shift(), donors.shift()];
  // The first use of anything is not the usual use.
  for (let n = 0; n < 3; n += 1) {
    const donor = donors.shift();
    await recordRequest(url, '/v1/contributions', donor, gift(donor, LARGE));
    await recordRequest(url, '/v1/notices', donor, noticeBody(donor, today));
  }
  return {
    booking: await recordRequest(url, '/v1/contributions', small, gift(small, SMALL)),
    dutyBooking: await recordRequest(url, '/v1/contributions', large, gift(large, LARGE)),
    filing: await recordRequest(url, '/v1/notices', large, noticeBody(large, today)),
  };
}

/** EUR 25: no finding, no duty, also when a donor gives it several times. EUR 12 500: a notice. */
const SMALL = 2_500;
const LARGE = 1_250_000;

function giftBody(donor, amount, receivedOn) {
  const { donorId, recipientId } = donor;
  return { donorId, recipientId, type: 'gift', amount, receivedOn };
}

function noticeBody({ donorId, recipientId }, today) {
  return { donorId, recipientId, year: Number(today.slice(0, 4)) };
}

async function startServer(undo) {
  const stateFolder = mkdtempSync(join(tmpdir(), 'partijgiften-bench-'));
  chmodSync(stateFolder, 0o755);
  undo.later(() => rmSync(stateFolder, { recursive: true, force: true }));
  const { startEmbeddedPostgres } = built('platform/embedded-postgres/embedded-postgres');
  const server = await startEmbeddedPostgres({ stateFolder });
  undo.later(() => server.stop());
  return { stateFolder, url: server.url('partijgiften') };
}

function settingsOf(stateFolder, port) {
  return { STATE_DIR: stateFolder, PORT: String(port), DEMO: 'off' };
}

/** The application in this process, without its background work and not listening yet. */
async function openApplication(stateFolder, undo) {
  const { readConfig } = built('platform/config/config');
  const { openRuntime } = built('platform/process/runtime');
  const config = readConfig({ ...settingsOf(stateFolder, 3000), WORKER: 'off' });
  const runtime = await openRuntime(config, { stopLater: undo.later });
  const app = await built('app').createApp(runtime);
  undo.later(() => app.close());
  return { app, config: runtime.config };
}

/** `npm start` without the demonstration: the web and the worker in one process of its own. */
async function startProgram(stateFolder, undo, profile) {
  const port = await built('platform/embedded-postgres/launch').freePort();
  const folder = join(ROOT, 'reports');
  mkdirSync(folder, { recursive: true });
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [];
  const child = spawn(process.execPath, [...flags, join(ROOT, 'dist', 'src', 'main.js')], {
    env: { PATH: process.env.PATH, ...settingsOf(stateFolder, port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => child.once('close', done));
  undo.later(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  await new Promise((ready, fail) => {
    child.stdout.once('data', ready);
    void ended.then((code) => fail(new Error(`the program ended with ${String(code)}`)));
  });
  return { port };
}

async function connect(address, undo) {
  const client = new Client({ connectionString: address });
  client.on('error', () => undefined);
  await client.connect();
  undo.later(() => client.end());
  return client;
}

/** The server's superuser looks and counts; the loop works as the application's own role. */
function addressOfApp(url, secretKey) {
  const { loginName, passwordOf } = built('platform/database/roles');
  const address = new URL(url);
  address.username = loginName('app');
  address.password = passwordOf('app', secretKey);
  return address.toString();
}

async function openStage(undo, profile) {
  const { stateFolder, url } = await startServer(undo);
  const inside = undoing();
  const { app, config } = await openApplication(stateFolder, inside);
  undo.later(inside.end);
  const watcher = await connect(url, undo);
  const today = (await watcher.query('select platform.today()::text as today')).rows[0].today;
  const donors = await makePeople(app);
  const recorded = await recordTransactions(app, donors, today);
  await inside.end();
  const { port } = await startProgram(stateFolder, undo, profile);
  const clients = [];
  for (let n = 0; n < 16; n += 1)
    clients.push(await connect(addressOfApp(url, config.secretKey), undo));
  return { port, watcher, clients, donors, today, recorded };
}

module.exports = {
  openStage,
  openApplication,
  startProgram,
  startServer,
  connect,
  undoing,
  built,
  giftBody,
  noticeBody,
  SMALL,
  LARGE,
};
