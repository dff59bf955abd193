import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres';
import {
  goesAway,
  type Program,
  serverProcess,
  startProgram,
  temporaryFolder,
  unusedPort,
} from '../support/program';

jest.setTimeout(120_000);

const folders: string[] = [];
const running: Program[] = [];

function folder(): string {
  const path = temporaryFolder();
  folders.push(path);
  return path;
}

function start(settings: Readonly<Record<string, string>>, file = 'src/main.ts'): Program {
  const program = startProgram(file, settings);
  running.push(program);
  return program;
}

async function settings(stateFolder = folder()): Promise<Readonly<Record<string, string>>> {
  return { STATE_DIR: stateFolder, PORT: String(await unusedPort()), DEMO: 'off' };
}

/** The one line a program that cannot start leaves behind. */
async function refusal(given: Readonly<Record<string, string>>): Promise<string> {
  const end = await start(given).ended;
  expect(end.code).toBe(1);
  expect(end.out).toBe('');
  expect(end.err.trim().split('\n')).toHaveLength(1);
  expect(end.err).not.toMatch(/\bat .*:\d+:\d+/);
  return end.err.trim();
}

afterEach(async () => {
  for (const program of running.splice(0)) {
    program.child.kill('SIGTERM');
    await program.ended;
  }
});

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

describe('npm start with the PostgreSQL that comes with the program', () => {
  it('answers on the address it prints, stops whole on Ctrl-C, and finds its data again', async () => {
    const given = await settings();
    const stateFolder = given['STATE_DIR'] ?? '';
    const first = start(given);
    const line = await first.ready;
    expect(line).toMatch(`Partijgiften is ready on http://127.0.0.1:${given['PORT'] ?? ''}`);
    expect(line.split('\n')).toHaveLength(1);
    const answer = await fetch(`http://127.0.0.1:${given['PORT'] ?? ''}/bestaat-niet`);
    expect(answer.status).toBe(404);

    const kept = await startEmbeddedPostgres({ stateFolder });
    expect(kept.attached).toBe(true);
    const client = new Client({ connectionString: kept.url('partijgiften') });
    await client.connect();
    await client.query("comment on schema core is 'kept'");
    await client.end();

    const server = serverProcess(stateFolder);
    // More than once, as under npm: the terminal tells the whole group, and npm passes it on.
    first.child.kill('SIGINT');
    const again = setInterval(() => first.child.kill('SIGINT'), 20);
    expect((await first.ended).code).toBe(0);
    clearInterval(again);
    expect(await goesAway(server)).toBe(true);

    const begun = performance.now();
    await start(given).ready;
    expect(performance.now() - begun).toBeLessThan(15_000);
    const found = await startEmbeddedPostgres({ stateFolder });
    const reader = new Client({ connectionString: found.url('partijgiften') });
    await reader.connect();
    const notes = await reader.query("select obj_description('core'::regnamespace) as note");
    await reader.end();
    expect(notes.rows).toEqual([{ note: 'kept' }]);
  });

  it('leaves no PostgreSQL behind when it is killed without warning, and recovers', async () => {
    const given = await settings();
    const program = start(given);
    await program.ready;
    const server = serverProcess(given['STATE_DIR'] ?? '');
    program.child.kill('SIGKILL');
    await program.ended;
    // Started again at once, while the old server may still be on its way down.
    await start(given).ready;
    expect(await goesAway(server)).toBe(true);
  });

  it('says which port is in use, before it starts anything', async () => {
    const given = await settings();
    const other = createServer();
    await new Promise<void>((done) => {
      other.listen(Number(given['PORT']), '127.0.0.1', done);
    });
    expect(await refusal(given)).toBe(
      `Cannot start. Port ${given['PORT'] ?? ''} on 127.0.0.1 is in use by another program. ` +
        'Stop that program, or choose another PORT.',
    );
    await new Promise((done) => other.close(done));
  });

  it.each([
    ['a folder without PG_VERSION', 'stray', 'x', 'the file PG_VERSION is missing'],
    ['a folder of another version', 'PG_VERSION', '12\n', 'was written by PostgreSQL "12"'],
    ['a folder that lost its files', 'PG_VERSION', '18\n', 'PostgreSQL says: '],
  ])('says that the data folder is damaged: %s', async (_what, file, content, reason) => {
    const given = await settings();
    const data = join(given['STATE_DIR'] ?? '', 'data');
    mkdirSync(data);
    writeFileSync(join(data, file), content);
    const line = await refusal(given);
    expect(line).toContain(`The data folder ${data} `);
    expect(line).toContain(reason);
    expect(line).toContain('npm run demo:reset');
  });

  it('starts over after demo:reset, which refuses while the program runs', async () => {
    const given = await settings();
    const program = start(given);
    await program.ready;
    const refused = await start(given, 'src/commands/demo-reset.ts').ended;
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining('Stop that one first'),
    ]);
    program.child.kill('SIGTERM');
    await program.ended;
    writeFileSync(join(given['STATE_DIR'] ?? '', 'data', 'PG_VERSION'), 'damaged');
    expect((await start(given, 'src/commands/demo-reset.ts').ended).code).toBe(0);
    await start(given).ready;
  });
});

describe('npm start with DATABASE_URL', () => {
  it('makes the database it names, also when two programs start at once', async () => {
    const server = await startEmbeddedPostgres({ stateFolder: folder() });
    try {
      const database = { DATABASE_URL: server.url('fresh'), DEMO: 'off' };
      const ports = [await unusedPort(), await unusedPort()];
      const both = ports.map((port) => start({ ...database, PORT: String(port) }));
      const lines = await Promise.all(both.map((program) => program.ready));
      expect(lines.map((line) => line.split('\n').length)).toEqual([1, 1]);
      for (const program of both) {
        program.child.kill('SIGTERM');
        expect((await program.ended).code).toBe(0);
      }
    } finally {
      await server.stop();
    }
  });

  it('says that nothing answers at the address', async () => {
    const port = String(await unusedPort());
    const line = await refusal({
      DATABASE_URL: `postgres://me:geheim@127.0.0.1:${port}/partijgiften`,
      PORT: String(await unusedPort()),
    });
    expect(line).toContain(`PostgreSQL server at postgres://me:***@127.0.0.1:${port}/partijgiften`);
    expect(line).toContain('ECONNREFUSED');
  });

  it('says that the password is wrong, and does not show it', async () => {
    const url = new URL(process.env['TEST_PG_URL'] ?? '');
    url.password = 'verkeerd-wachtwoord';
    const line = await refusal({ DATABASE_URL: url.toString(), PORT: String(await unusedPort()) });
    expect(line).toContain('password authentication failed for user "postgres"');
    expect(line).not.toContain('verkeerd-wachtwoord');
  });

  it('refuses a server that may forget what it acknowledged', async () => {
    const given = { DATABASE_URL: process.env['TEST_PG_URL'] ?? '' };
    const line = await refusal({ ...given, PORT: String(await unusedPort()) });
    expect(line).toContain('fsync and synchronous_commit and full_page_writes off');
  });
});
