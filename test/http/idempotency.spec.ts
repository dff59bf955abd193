import { randomUUID } from 'node:crypto';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Database } from '../../src/platform/database/database';
import { type Actor, ANONYMOUS, scopeOf, type WebRequest } from '../../src/platform/http/actor';
import { may } from '../../src/platform/http/authority';
import { ChoiceField, TextField } from '../../src/platform/http/fields';
import { answerWith, once, onceKeyOf } from '../../src/platform/http/idempotency';
import { problem } from '../../src/platform/http/problem';
import { type SmallApp, startSmallApp } from '../support/small-app';

class NewNote {
  @TextField({ example: 'Een melding' })
  readonly text!: string;

  @ChoiceField({ example: 'no', choices: ['no', 'refuse', 'break'], optional: true })
  readonly fault?: string;
}

interface Note {
  readonly z: string;
  readonly number: number;
  readonly a: null;
}

/** How many notes there are; each is a key of its own, so that the count survives a rollback. */
@Controller('v1/notes')
class Notes {
  constructor(private readonly database: Database) {}

  @Post()
  make(
    @Body() note: NewNote,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Note> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const answer = await once(tx, onceKeyOf(request), async () => {
        await tx.query(
          `insert into platform.idempotency_key (route, key, fingerprint)
           values ('note', $1, repeat('0', 64))`,
          [randomUUID()],
        );
        const [row] = await tx.query<{ n: string }>(
          `select count(*) as n from platform.idempotency_key where route = 'note'`,
        );
        if (note.fault === 'refuse') throw problem(409, 'note.refused', 'Not this one.');
        if (note.fault === 'break') throw new Error('broken');
        return { status: 201, body: { z: note.text, number: Number(row?.n), a: null } };
      });
      return answerWith(response, answer);
    });
  }
}

const TENANT = '5a1f0c7e-0000-4000-8000-000000000001';
const OTHER = '5a1f0c7e-0000-4000-8000-000000000002';

describe('A request with an Idempotency-Key counts once', () => {
  let site: SmallApp;
  let actor: Actor;
  beforeAll(async () => {
    const table = { 'POST /v1/notes': may(['treasurer', 'overseer'], 'notes:write') };
    site = await startSmallApp([Notes], table, () => actor);
  });
  beforeEach(() => {
    const who = { userId: 'u', means: 'session', role: 'treasurer' } as const;
    actor = { ...ANONYMOUS, ...who, tenantId: TENANT };
  });
  afterAll(() => site.close());

  const post = (key: string | undefined, body: object) => {
    const request = site.http.post('/v1/notes');
    return (key === undefined ? request : request.set('Idempotency-Key', key)).send(body);
  };
  const noteCount = async (): Promise<number> => {
    const [row] = await site.test.ownerQuery<{ n: string }>(
      `select count(*) as n from platform.idempotency_key where route = 'note'`,
    );
    return Number(row?.n);
  };

  it('a repeat gets the same status and the same bytes, marked, and does nothing', async () => {
    const key = randomUUID();
    const first = await post(key, { text: 'één' }).expect(201);
    const before = await noteCount();
    const again = await post(key, { text: 'één' }).expect(201);
    expect(again.text).toBe(first.text);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await noteCount()).toBe(before);
  });

  it('the order of names in the body does not matter, and quotes around the key neither', async () => {
    const key = randomUUID();
    await post(key, { text: 'a', fault: 'no' }).expect(201);
    const again = await post(`"${key}"`, { fault: 'no', text: 'a' }).expect(201);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });

  it('the same key for another body is 422', async () => {
    const key = randomUUID();
    await post(key, { text: 'a' }).expect(201);
    const { body } = await post(key, { text: 'b' }).expect(422);
    expect(body).toMatchObject({ type: 'urn:partijgiften:problem:idempotency.other_request' });
  });

  it('twenty at the same moment make one', async () => {
    const key = randomUUID();
    const before = await noteCount();
    const all = await Promise.all(Array.from({ length: 20 }, () => post(key, { text: 'a' })));
    expect(new Set(all.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
    expect(all.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(
      19,
    );
    expect(await noteCount()).toBe(before + 1);
  });

  it.each([
    ['refuse', 409],
    ['break', 500],
  ])('an answer that undid everything is not kept (%s)', async (fault, status) => {
    const key = randomUUID();
    const before = await noteCount();
    await post(key, { text: 'a', fault }).expect(status);
    expect(await noteCount()).toBe(before);
    await post(key, { text: 'a', fault: 'no' }).expect(201);
  });

  it('while the first is under way, a repeat waits at most three seconds: 409', async () => {
    const key = randomUUID();
    const release = await holdKey(site, key);
    const { body } = await post(key, { text: 'a' }).expect(409);
    expect(body).toMatchObject({ type: 'urn:partijgiften:problem:idempotency.in_flight' });
    await release();
    await post(key, { text: 'a' }).expect(201);
  });

  it('two parties and the ministry may use the same key without noticing each other', async () => {
    const key = randomUUID();
    const first = await post(key, { text: 'van de een' }).expect(201);
    actor = { ...actor, tenantId: OTHER };
    const second = await post(key, { text: 'van de ander' }).expect(201);
    actor = { ...actor, role: 'overseer', tenantId: null };
    const third = await post(key, { text: 'van het ministerie' }).expect(201);
    for (const { headers } of [first, second, third]) {
      expect(headers['idempotency-replayed']).toBeUndefined();
    }
    expect((await post(key, { text: 'van het ministerie' })).text).toBe(third.text);
  });

  it.each([
    ['absent', undefined, 'idempotency.absent'],
    ['of 256 characters', 'x'.repeat(256), 'idempotency.format'],
    ['empty', '""', 'idempotency.format'],
    ['with a space', 'a b', 'idempotency.format'],
  ])('a key that is %s is 400', async (_what, key, code) => {
    const { body } = await post(key, { text: 'a' }).expect(400);
    expect(body).toMatchObject({ errors: [{ in: 'header', location: 'Idempotency-Key', code }] });
  });

  it('a key of 255 characters is good', () => post('y'.repeat(255), { text: 'a' }).expect(201));
});

/** Another transaction takes the key and keeps it until it is told to let go. */
async function holdKey(site: SmallApp, key: string): Promise<() => Promise<void>> {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let hasTaken: () => void = () => undefined;
  const taken = new Promise<void>((resolve) => (hasTaken = resolve));
  const scope = { role: 'app', tenantId: TENANT, actorId: 'u', actorRole: 'treasurer' } as const;
  const first = site.test.database.inTransaction({ ...scope, requestId: '' }, async (tx) => {
    await tx.query(
      `insert into platform.idempotency_key (route, key, fingerprint)
       values ('POST /v1/notes', $1, repeat('0', 64))`,
      [key],
    );
    hasTaken();
    await held;
    throw new Error('rolled back');
  });
  const ended = first.catch(() => undefined);
  await taken;
  return async () => {
    letGo();
    await ended;
  };
}
