import { createHash } from 'node:crypto';
import { StartFault } from './start-fault';

/** The settings of one running program. Times and sizes that nobody needs to choose are not here. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null: the PostgreSQL that comes with the program. */
  readonly databaseUrl: string | null;
  /** Null: background work is found by looking in PostgreSQL only. */
  readonly redisUrl: string | null;
  /** Where the embedded PostgreSQL keeps its data; null: the usual folder. */
  readonly stateDir: string | null;
  /** At least 32 characters; passwords of database roles and all signatures follow from it. */
  readonly secretKey: string;
  /** True fills an empty database with examples and lets the clock be set. */
  readonly demo: boolean;
  /** True when this process also does the background work. */
  readonly worker: boolean;
  /** The address people use, without a slash at the end. */
  readonly publicUrl: string;
  /** Mail server for outgoing letters; null: each message becomes a file in the state folder. */
  readonly smtpUrl: string | null;
  /** From whom outgoing mail is. */
  readonly mailFrom: string;
}

/** The settings as given; the embedded server keeps a secret of its own beside its data. */
export type GivenConfig = Omit<Config, 'secretKey'> & { readonly secretKey: string | null };

export const CONFIG = Symbol('CONFIG');

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one setting after the other and remembers everything that is wrong. */
class Reader {
  readonly mistakes: string[] = [];

  constructor(private readonly env: Environment) {}

  text(name: string): string | null {
    const value = this.env[name]?.trim() ?? '';
    return value === '' ? null : value;
  }

  port(name: string, usual: number): number {
    const text = this.text(name);
    if (text === null) return usual;
    const port = Number(text);
    if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
    return this.wrong(name, text, 'is not a port: give a number from 1 to 65535', usual);
  }

  switch(name: string, usual: boolean): boolean {
    const text = this.text(name);
    if (text === null) return usual;
    if (['on', 'true', '1', 'yes'].includes(text.toLowerCase())) return true;
    if (['off', 'false', '0', 'no'].includes(text.toLowerCase())) return false;
    return this.wrong(name, text, 'is neither "on" nor "off"', usual);
  }

  address(name: string, schemes: readonly string[]): string | null {
    const text = this.text(name);
    if (text === null) return null;
    const address = URL.canParse(text) ? new URL(text) : null;
    const fits = address !== null && schemes.includes(address.protocol.slice(0, -1));
    if (fits && address.hostname !== '') return text;
    const wanted = `${schemes[0] ?? ''}://...`;
    return this.wrong(name, hidden(text), `is not an address of the form ${wanted}`, null);
  }

  secret(name: string): string | null {
    const text = this.text(name);
    if (text === null || text.length >= 32) return text;
    const length = `(${String(text.length)} characters)`;
    return this.wrong(name, length, 'is too short: give at least 32 random characters', null);
  }

  wrong<T>(name: string, value: string, rule: string, instead: T): T {
    this.mistakes.push(`${name} ${value} ${rule}.`);
    return instead;
  }
}

/** An address may hold a password, also when it is no good address. */
function hidden(text: string): string {
  return text.replace(/:[^:@/]*@/, ':***@');
}

/**
 * Without SECRET_KEY the password in DATABASE_URL is the only secret this program shares with its
 * other processes, so the key follows from it.
 */
function secretBehind(databaseUrl: string | null, reader: Reader): string | null {
  const given = reader.secret('SECRET_KEY');
  if (given !== null || databaseUrl === null || reader.mistakes.length > 0) return given;
  if (new URL(databaseUrl).password !== '') {
    return createHash('sha256').update(`partijgiften ${databaseUrl}`).digest('hex');
  }
  reader.mistakes.push(
    'SECRET_KEY is missing: with a DATABASE_URL without password, give at least 32 random characters.',
  );
  return null;
}

function databaseAddress(reader: Reader): string | null {
  const url = reader.address('DATABASE_URL', ['postgres', 'postgresql']);
  if (url === null || new URL(url).pathname.length > 1) return url;
  return reader.wrong('DATABASE_URL', hidden(url), 'names no database: add /partijgiften', null);
}

/** A mail server must not be handed letters from an address that nobody chose. */
function mailSender(reader: Reader, smtpUrl: string | null): string {
  const usual = 'partijgiften@localhost.example';
  const address = reader.text('MAIL_FROM');
  if (address === null && smtpUrl !== null) {
    reader.mistakes.push(
      'MAIL_FROM is missing: with SMTP_URL, give the address letters come from.',
    );
  }
  if (address === null || /^[^\s@<>",]+@[^\s@<>",]+$/.test(address)) return address ?? usual;
  return reader.wrong('MAIL_FROM', address, 'is not one address such as post@example.org', usual);
}

/**
 * Reads the environment once.
 *
 * @throws StartFault that lists every mistake, one per line.
 */
export function readConfig(env: Environment): GivenConfig {
  const reader = new Reader(env);
  const port = reader.port('PORT', 3000);
  const host = reader.text('HOST') ?? '127.0.0.1';
  const databaseUrl = databaseAddress(reader);
  const publicUrl = reader.address('PUBLIC_URL', ['https', 'http']);
  const smtpUrl = reader.address('SMTP_URL', ['smtp', 'smtps']);
  const config: GivenConfig = {
    port,
    host,
    databaseUrl,
    redisUrl: reader.address('REDIS_URL', ['redis', 'rediss']),
    stateDir: reader.text('STATE_DIR'),
    secretKey: secretBehind(databaseUrl, reader),
    demo: reader.switch('DEMO', reader.text('DATABASE_URL') === null),
    worker: reader.switch('WORKER', true),
    publicUrl: (publicUrl ?? `http://${host}:${String(port)}`).replace(/\/+$/, ''),
    smtpUrl,
    mailFrom: mailSender(reader, smtpUrl),
  };
  if (reader.mistakes.length > 0) throw new StartFault(reader.mistakes.join('\n'));
  return config;
}
