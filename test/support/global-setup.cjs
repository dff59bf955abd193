// Starts one PostgreSQL for the whole run and makes the template that every spec file clones.
const { randomBytes } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

module.exports = async function setUp() {
  require('./typescript-hook.cjs');
  const {
    startEmbeddedPostgres,
  } = require('../../src/platform/embedded-postgres/embedded-postgres.ts');
  const { prepareDatabase } = require('../../src/platform/database/bootstrap.ts');
  const { Client } = require('pg');

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'partijgiften-test-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ stateFolder: folder, ephemeral: true });
  globalThis.__partijgiftenTestServer = { server, folder };

  const secret = randomBytes(32).toString('hex');
  const template = server.url('template_of_tests');
  await prepareDatabase({ url: template, secret, durable: false, clockMayBeSet: true });

  const admin = new Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query(
    'alter database template_of_tests with is_template true allow_connections false',
  );
  await admin.end();

  process.env.TEST_PG_URL = server.url('postgres');
  process.env.TEST_PG_SECRET = secret;
};
