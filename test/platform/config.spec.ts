import { readConfig } from '../../src/platform/config/config';

describe('the settings', () => {
  it('are right without any: a demonstration on 127.0.0.1:3000 with its own PostgreSQL', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      redisUrl: null,
      stateDir: null,
      secretKey: null,
      demo: true,
      worker: true,
      publicUrl: 'http://127.0.0.1:3000',
      smtpUrl: null,
      mailFrom: 'partijgiften@localhost.example',
    });
  });

  it('show no demonstration on a real server unless asked for', () => {
    const url = 'postgres://me:geheim@db/partijgiften';
    expect(readConfig({ DATABASE_URL: url }).demo).toBe(false);
    expect(readConfig({ DATABASE_URL: url, DEMO: 'on' }).demo).toBe(true);
  });

  it('name every mistake at once, with the value and what is wanted, and no password', () => {
    const read = (): unknown =>
      readConfig({
        PORT: '99999',
        DATABASE_URL: 'mysql://me:geheim@db/x',
        REDIS_URL: 'localhost',
        SECRET_KEY: 'kort',
        DEMO: 'maybe',
      });
    expect(read).toThrow(
      [
        'PORT 99999 is not a port: give a number from 1 to 65535.',
        'DATABASE_URL mysql://me:***@db/x is not an address of the form postgres://....',
        'REDIS_URL localhost is not an address of the form redis://....',
        'SECRET_KEY (4 characters) is too short: give at least 32 random characters.',
        'DEMO maybe is neither "on" nor "off".',
      ].join('\n'),
    );
  });

  it('ask for a secret when the address of the database holds none', () => {
    expect(() => readConfig({ DATABASE_URL: 'postgres://me@db/partijgiften' })).toThrow(
      'SECRET_KEY is missing',
    );
  });
});
