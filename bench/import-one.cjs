// Imports one file of gifts from sending to booked, on a server and in an application of its own,
// with all rules. Says how long each part took and what this process held at most.
// node bench/import-one.cjs <file> <year>
const { readFileSync } = require('node:fs');
const { basename } = require('node:path');
const { built, openApplication, startServer, undoing } = require('./stage.cjs');

const SINCE = '2020-01-01';

async function makeParty(app) {
  const member = { from: SINCE, until: null, source: 'invented for the bench' };
  const { RegisterOrganisation } = built('modules/parties/public');
  const scope = {
    role: 'staff',
    tenantId: null,
    actorId: 'bench',
    actorRole: 'overseer',
    requestId: 'bench',
  };
  const { tenantId } = await app.get(RegisterOrganisation).run(scope, {
    name: 'Partij van de Meting',
    shortName: 'Meting',
    contactEmail: null,
    statuses: [{ status: 'political_party', ...member }],
    ownCap: null,
    recipients: [{ kind: 'party', name: 'Partij van de Meting', ...member }],
  });
  return { role: 'app', tenantId, actorId: 'bench', actorRole: 'treasurer', requestId: 'bench' };
}

async function importFile(app, file, year) {
  const { StartImport, ReadImport, ConfirmImport, BookImport, readRun } =
    built('modules/imports/public');
  const database = app.get(built('platform/database/database').Database);
  const scope = await makeParty(app);
  const marks = [performance.now()];
  const bytes = readFileSync(file);
  const command = { kind: 'contributions', year, name: basename(file), bytes, again: false };
  const { importId } = await database.inTransaction(scope, (tx) =>
    app.get(StartImport).run(tx, command),
  );
  marks.push(performance.now());
  await app.get(ReadImport).run(scope, importId);
  marks.push(performance.now());
  const run = await database.inTransaction(scope, (tx) => readRun(tx, importId));
  if (run.state !== 'read' || run.rowsFaulty > 0 || (run.outcome?.faults.length ?? 0) > 0)
    throw new Error(`the file did not come through: ${JSON.stringify(run)}`);
  await database.inTransaction(scope, (tx) => app.get(ConfirmImport).run(tx, importId, 'all'));
  await app.get(BookImport).run(scope, importId);
  marks.push(performance.now());
  const booked = await database.inTransaction(scope, (tx) => readRun(tx, importId));
  const [sent, read, book] = marks.slice(1).map((mark, at) => mark - marks[at]);
  return { rows: booked.rowsBooked, sent, read, book, all: marks.at(-1) - marks[0] };
}

async function main(undo) {
  const [file, year] = process.argv.slice(2);
  const { stateFolder } = await startServer(undo);
  const { app } = await openApplication(stateFolder, undo);
  const measured = await importFile(app, file, Number(year));
  const peak = process.resourceUsage().maxRSS;
  process.stdout.write(`${JSON.stringify({ ...measured, peak })}\n`);
}

const undo = undoing();
main(undo)
  .catch((error) => process.stdout.write(`${JSON.stringify({ error: error.stack })}\n`))
  .then(() => undo.end())
  .then(() => process.exit(0));
