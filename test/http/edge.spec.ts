import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { type Response } from 'express';
import { gzipSync } from 'node:zlib';
import { Database } from '../../src/platform/database/database';
import { ANONYMOUS, type WebRequest } from '../../src/platform/http/actor';
import { type Authority, may, PUBLIC } from '../../src/platform/http/authority';
import {
  BooleanField,
  CentsField,
  ChoiceField,
  DayField,
  IdField,
  QueryInteger,
  TextField,
} from '../../src/platform/http/fields';
import {
  decodeCursor,
  type KeysetPage,
  keysetPage,
  KeysetQuery,
  pageSizeOf,
} from '../../src/platform/http/keyset';
import { API_VERSION } from '../../src/platform/http/version';
import { IdPipe } from '../../src/platform/http/validation';
import { type SmallApp, startSmallApp } from '../support/small-app';

class Giver {
  @TextField({ example: 'A. Gever' })
  readonly name!: string;

  @BooleanField({ example: true })
  readonly adult!: boolean;
}

class NewThing {
  @CentsField({ example: 1_000_000 })
  readonly amount!: number;

  @DayField({ example: '2025-04-17' })
  readonly receivedOn!: string;

  @ChoiceField({ example: 'gift', choices: ['gift', 'dues'], optional: true })
  readonly type?: string;

  @IdField({ example: '5a1f0c7e-0000-4000-8000-000000000001', optional: true })
  readonly donorId?: string;

  @ValidateNested()
  @Type(() => Giver)
  readonly giver!: Giver;
}

class FaultQuery {
  @QueryInteger({ example: 0, min: 0, max: 20 })
  readonly fault!: number;
}

/** Statements that PostgreSQL refuses, each with the answer that belongs to it. */
const FAULTS: readonly (readonly [string, string, number])[] = [
  ['text that is no identifier', `select 'geheim'::uuid`, 400],
  ['a number too large', `select 99999999999999::int`, 400],
  ['a date that does not exist', `select '2026-02-31'::date`, 400],
  ['a key that is taken', `insert into pg_temp.kept values ('geheim'), ('geheim')`, 409],
  ['a reference to what is not there', `insert into pg_temp.refers values ('geheim')`, 404],
  ['a table without grant', `select * from identity.account where name = 'geheim'`, 404],
  ['a rule of a column', `insert into pg_temp.kept values ('')`, 400],
  ['a statement that takes too long', `select pg_sleep(10), 'geheim'`, 503],
  ['a lock that is not given', `do $$ begin raise 'geheim' using errcode = '55P03'; end $$`, 503],
  ['a server that stops', `do $$ begin raise 'geheim' using errcode = '57P01'; end $$`, 503],
  ['a mistake of our own', `select geheim`, 500],
];

@Controller()
class Things {
  constructor(private readonly database: Database) {}

  @Post('v1/things')
  @HttpCode(201)
  make(@Body() thing: NewThing): NewThing {
    return thing;
  }

  @Get('v1/things/:id')
  one(@Param('id', IdPipe) id: string): { id: string } {
    return { id };
  }

  @Get('v1/things')
  list(
    @Query() query: KeysetQuery,
    @Req() request: WebRequest,
    @Res({ passthrough: true }) response: Response,
  ): KeysetPage<{ n: number }> {
    const isNumber = (part: string | number): boolean => typeof part === 'number';
    const start =
      query.cursor === undefined ? 0 : Number(decodeCursor(query.cursor, [isNumber])[0]);
    const size = pageSizeOf(query);
    const rows = Array.from({ length: size + 1 }, (_, at) => ({ n: start + at + 1 }));
    const left = rows.filter(({ n }) => n <= 120);
    return keysetPage(request, response, left, size, ({ n }) => [n]);
  }

  @Get('v1/fault')
  async fault(@Query() { fault }: FaultQuery): Promise<void> {
    const scope = { role: 'public', tenantId: null, actorRole: '', requestId: '' } as const;
    await this.database.inTransaction({ ...scope, actorId: 'anonymous' }, async (tx) => {
      await tx.query(`set local statement_timeout = '200ms'`);
      await tx.query(`create temp table kept (name text primary key check (name <> ''))
        on commit drop`);
      await tx.query(`create temp table refers (name text references pg_temp.kept) on commit drop`);
      await tx.query(FAULTS[fault]?.[1] ?? 'select 1');
    });
  }

  @Get('v1/guarded')
  guarded(): string {
    return 'never';
  }

  @Get('stuk')
  broken(): string {
    throw new Error('geheim');
  }

  @Post('formulier')
  form(@Req() request: WebRequest): unknown {
    return request.body;
  }
}

const AUTHORITY: Authority = {
  'POST /v1/things': PUBLIC,
  'GET /v1/things/:id': PUBLIC,
  'GET /v1/things': PUBLIC,
  'GET /v1/fault': PUBLIC,
  'GET /v1/guarded': may(['treasurer'], 'things:read'),
  'GET /stuk': PUBLIC,
  'POST /formulier': PUBLIC,
};

const GOOD = {
  amount: 1_000_000,
  receivedOn: '2025-04-17',
  giver: { name: 'A. Gever', adult: true },
};

const TEXT = expect.stringMatching(/./) as string;

interface ProblemBody {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { in: string; location: string; code: string; detail: string }[];
}

describe('The edge of the API', () => {
  let site: SmallApp;
  beforeAll(async () => {
    // The public role may make no temporary tables in an installation; here it serves to be refused.
    site = await startSmallApp([Things], AUTHORITY, () => ANONYMOUS);
    await site.test.ownerQuery(
      `do $$ begin execute format('grant temporary on database %I to partijgiften_public',
         current_database()); end $$`,
    );
  });
  afterAll(() => site.close());

  const post = (body: string, type = 'application/json') =>
    site.http.post('/v1/things').set('Content-Type', type).send(body);
  const codes = (body: unknown): (readonly string[])[] =>
    ((body as ProblemBody).errors ?? []).map(({ location, code }) => [location, code]);

  describe('every answer', () => {
    it.each([
      ['200', () => site.http.get('/v1/things'), 200],
      ['400', () => site.http.get('/v1/things?pageSize=x'), 400],
      ['401', () => site.http.get('/v1/guarded'), 401],
      ['404', () => site.http.get('/v1/nothing'), 404],
      ['405', () => site.http.delete('/v1/things'), 405],
      ['406', () => site.http.get('/v1/things').set('Accept', 'text/html'), 406],
      ['413', () => post(JSON.stringify({ a: 'x'.repeat(110_000) })), 413],
      ['415', () => post('a=1', 'application/x-www-form-urlencoded'), 415],
      ['500', () => site.http.get(`/v1/fault?fault=${String(FAULTS.length - 1)}`), 500],
    ])('%s carries the version and the headers of security', async (_status, ask, status) => {
      const answer = await ask();
      expect(answer.status).toBe(status);
      expect(answer.headers).toMatchObject({
        'api-version': API_VERSION,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/) as string,
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      });
      expect(answer.headers['x-powered-by']).toBeUndefined();
      if (status === 200) return;
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.body).toMatchObject({ status, title: TEXT, detail: TEXT, instance: TEXT });
    });
  });

  describe('addresses', () => {
    it('a slash at the end is another address: 404, no redirect', async () => {
      await site.http.get('/v1/things/').expect(404);
    });

    it('capitals are another address', async () => {
      await site.http.get('/v1/Things').expect(404);
      await site.http.get('/V1/things').expect(404);
    });

    it('a method that is not there gets 405 and the ones that are', async () => {
      const { headers } = await site.http.put('/v1/things').expect(405);
      expect(headers['allow']).toBe('GET, HEAD, OPTIONS, POST');
    });

    it('OPTIONS tells the methods, HEAD answers as GET', async () => {
      const { headers } = await site.http.options('/v1/things').expect(204);
      expect(headers['allow']).toBe('GET, HEAD, OPTIONS, POST');
      await site.http.head('/v1/things').expect(200);
    });

    it('a path that cannot be read is 400', async () => {
      const { body } = await site.http.get('/v1/things/%E0%A4%A').expect(400);
      expect(codes(body)).toEqual([['', 'path.encoding']]);
    });

    it.each(['not-a-uuid', '1', '%00', '..%2f..%2fetc', "1' or '1'='1"])(
      'the identifier %s gets the answer of what is not there',
      async (id) => {
        const wrong = await site.http.get(`/v1/things/${encodeURI(id)}`).expect(404);
        const { title, detail } = wrong.body as ProblemBody;
        const absent = (await site.http.get('/v1/nothing')).body as ProblemBody;
        expect([title, detail]).toEqual([absent.title, absent.detail]);
      },
    );

    it.each([
      ['pageSize=1&pageSize=2', 'query.repeated'],
      ['pageSize=1%00', 'text.control_char'],
      ['pageSize=%ED%A0%80', 'text.control_char'],
      ['pageSize[]=1', 'field.unknown'],
      ['pageSize[$ne]=1', 'field.unknown'],
      ['colour=red', 'field.unknown'],
      ['pageSize=0', 'number.range'],
      ['pageSize=101', 'number.range'],
      ['pageSize=1e1', 'number.range'],
      ['pageSize=0x10', 'number.range'],
      ['pageSize=%205', 'number.range'],
      ['cursor=%21', 'text.format'],
      ['cursor=WzEsMl0', 'cursor.format'],
      ['cursor=WyJhIl0', 'cursor.format'],
      ['cursor=e30', 'cursor.format'],
    ])('the query ?%s is refused with %s', async (query, code) => {
      const { body } = await site.http.get(`/v1/things?${query}`).expect(400);
      expect(codes(body).map(([, found]) => found)).toContain(code);
    });
  });

  describe('JSON bodies', () => {
    const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

    it('a good body passes', async () => {
      const { body } = await post(JSON.stringify(GOOD)).expect(201);
      expect(body).toEqual(GOOD);
    });

    it.each([
      ['no JSON', '{', 'json.syntax'],
      ['a comma too many', '{"a":1,}', 'json.syntax'],
      ['a name that stands twice', '{"amount":1,"amount":999}', 'json.duplicate_key'],
      ['a name that stands twice, written otherwise', '{"a":1,"\\u0061":2}', 'json.duplicate_key'],
      ['a name that stands twice in a list', '{"x":[{"a":1,"a":2}]}', 'json.duplicate_key'],
      ['__proto__', '{"__proto__":{"isAdmin":true}}', 'json.forbidden_key'],
      ['constructor', '{"x":{"constructor":{"prototype":{}}}}', 'json.forbidden_key'],
      ['NUL', '{"a":"a\\u0000b"}', 'text.control_char'],
      ['half a character', '{"a":"\\ud800"}', 'text.invalid_unicode'],
      ['half a character in a name', '{"\\udfff":1}', 'text.invalid_unicode'],
      ['a number that would change', '{"amount":9007199254740993}', 'number.range'],
      ['a number without end', '{"amount":1e400}', 'number.range'],
      ['21 levels', deep(21), 'json.depth'],
      ['20 000 levels', deep(20_000), 'json.depth'],
    ])('%s is refused', async (_what, text, code) => {
      const { body } = await post(text).expect(400);
      expect(codes(body)).toEqual([['', code]]);
    });

    it('the same name in two objects, and 20 levels, are no trap', async () => {
      const { body } = await post(`{"a":{"n":1},"b":{"n":2},"c":${deep(19)}}`).expect(400);
      expect(codes(body).map(([, code]) => code)).not.toContain('json.duplicate_key');
      expect(codes(body).map(([, code]) => code)).not.toContain('json.depth');
    });

    it('bytes that are no UTF-8 are refused', async () => {
      const bytes = Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
      const request = site.http.post('/v1/things').set('Content-Type', 'application/json');
      request.write(bytes);
      const { status, body } = await request;
      expect(status).toBe(400);
      expect(codes(body)).toEqual([['', 'text.invalid_unicode']]);
    });

    it.each(['text/plain', 'application/xml', 'application/json; charset=latin1'])(
      '%s is 415',
      (type) => post('{}', type).expect(415),
    );

    it('a compressed body is 415, so that a small one cannot become a large one', async () => {
      const request = site.http
        .post('/v1/things')
        .set('Content-Type', 'application/json')
        .set('Content-Encoding', 'gzip');
      request.write(gzipSync('{}'));
      expect((await request).status).toBe(415);
    });
  });

  describe('fields', () => {
    const faults = async (body: object): Promise<(readonly string[])[]> =>
      codes((await post(JSON.stringify(body)).expect(400)).body);

    it('all faults come at once, each with its place and a stable code', async () => {
      const found = await faults({
        amount: 10.005,
        receivedOn: '2026-02-31',
        type: 'bribe',
        donorId: '7',
        giver: { name: '', adult: 'yes', status: 'approved' },
        tenantId: 'x',
      });
      expect(found.sort()).toEqual(
        [
          ['/amount', 'amount'],
          ['/receivedOn', 'date.format'],
          ['/type', 'choice.unknown'],
          ['/donorId', 'id.format'],
          ['/giver/name', 'text.length'],
          ['/giver/adult', 'boolean'],
          ['/giver/status', 'field.unknown'],
          ['/tenantId', 'field.unknown'],
        ].sort(),
      );
    });

    it('a fault names the field, the value and the mend', async () => {
      const { body } = await post(JSON.stringify({ ...GOOD, receivedOn: '01/02/2026' })).expect(
        400,
      );
      expect((body as ProblemBody).errors?.[0]?.detail).toBe(
        'receivedOn is "01/02/2026". Give a day that exists, written yyyy-mm-dd.',
      );
    });

    it.each([0, -5, '1000', '0x10', 1.5, null, [], 1e14])(
      'amount %p is refused',
      async (amount) => {
        expect(await faults({ ...GOOD, amount })).toEqual([['/amount', 'amount']]);
      },
    );

    it.each(['infinity', 'tomorrow', '2026-06-30T22:30Z', '0044-03-15 BC', '2025-2-1', 20250417])(
      'day %p is refused',
      async (receivedOn) => {
        expect(await faults({ ...GOOD, receivedOn })).toEqual([['/receivedOn', 'date.format']]);
      },
    );

    it.each([
      ['a tab', 'A\tB'],
      ['text turned around', `A${String.fromCodePoint(0x202e)}B`],
      ['hidden letters', `A${String.fromCodePoint(0xe0041)}B`],
    ])('%s in a name is refused', async (_what, name) => {
      const found = await faults({ ...GOOD, giver: { name, adult: true } });
      expect(found).toEqual([['/giver/name', 'text.control_char']]);
    });

    it('a name is measured as people see it, and bounded in bytes', async () => {
      const give = (name: string) =>
        post(JSON.stringify({ ...GOOD, giver: { name, adult: true } })).then((a) => a.status);
      expect(await give('é'.repeat(200))).toBe(201);
      expect(await give('é'.repeat(201))).toBe(400);
      expect(await give(`e${String.fromCodePoint(0x301).repeat(1000)}`)).toBe(400);
    });

    it('the two ways to write a letter become one', async () => {
      const name = `  Zoe${String.fromCodePoint(0x308)} `;
      const { body } = await post(JSON.stringify({ ...GOOD, giver: { name, adult: true } }));
      expect((body as typeof GOOD).giver.name).toBe('Zoë');
    });

    it.each(['null', '[]', '"text"', '7'])('a body that is %s is refused', async (text) => {
      await post(text).expect(400);
    });
  });

  describe('what PostgreSQL refuses', () => {
    it.each(FAULTS.map(([what, , status], at) => [what, status, at] as const))(
      '%s gives %d and not a word of the database',
      async (_what, status, at) => {
        const answer = await site.http.get(`/v1/fault?fault=${String(at)}`);
        expect(answer.status).toBe(status);
        expect(answer.headers['retry-after']).toBe(status === 503 ? '5' : undefined);
        expect(answer.text).not.toMatch(/geheim|select|kept|refers|identity|stack|node_modules/);
      },
    );
  });

  describe('paging', () => {
    it('walks the whole list once, by the links it gives', async () => {
      const seen: number[] = [];
      let next: string | undefined = '/v1/things?pageSize=50';
      while (next !== undefined) {
        const { body, headers } = await site.http.get(next).expect(200);
        const page = body as KeysetPage<{ n: number }>;
        seen.push(...page.items.map(({ n }) => n));
        next = page._links.next?.href;
        expect(headers['link']).toBe(next === undefined ? undefined : `<${next}>; rel="next"`);
      }
      expect(seen).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
    });
  });

  describe('pages', () => {
    it('a fault of ours is a plain page, without a word of the fault', async () => {
      const { text, headers } = await site.http.get('/stuk').expect(500);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(text).toContain('<h1');
      expect(text).toContain(headers['x-request-id']);
      expect(text).not.toMatch(/geheim|at .*\.ts/);
    });

    it('a page that is not there is a page, and JSON is not what a page takes', async () => {
      const { text } = await site.http.get('/nergens').expect(404);
      expect(text).toContain('<html lang="nl">');
      await site.http.post('/formulier').send({ a: 1 }).expect(415);
    });

    it('a field that comes twice is refused, unless its name ends in []', async () => {
      const send = (body: string) => site.http.post('/formulier').type('form').send(body);
      const { body } = await send('a=1&b[]=x&b[]=y&__proto__=z').expect(201);
      expect(JSON.stringify(body)).toBe('{"a":"1","b":["x","y"],"__proto__":"z"}');
      await send('a=1&a=2').expect(400);
      await send('a=%00').expect(400);
    });

    it('the policy for content allows nothing from elsewhere and nothing inline', async () => {
      const { headers } = await site.http.get('/nergens');
      const policy = headers['content-security-policy'] as string;
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*|http:|data:/);
    });
  });
});

describe('The one table', () => {
  @Controller()
  class Two {
    @Get('v1/known')
    known(): string {
      return '';
    }
    @Get('v1/forgotten')
    forgotten(): string {
      return '';
    }
  }

  it('stops the start when a route and the table differ, and names every difference', async () => {
    const table: Authority = {
      'GET /v1/known': may(['treasurer']),
      'GET /v1/removed': PUBLIC,
    };
    const start = startSmallApp([Two], table, () => ANONYMOUS);
    await expect(start).rejects.toThrow(
      [
        'Routes and authority differ:',
        '  GET /v1/forgotten: no line in src/authority.ts says who may use this route',
        '  GET /v1/known: a route of the API needs a token scope, or PUBLIC',
        '  GET /v1/removed: a line in src/authority.ts without a route',
      ].join('\n'),
    );
  });
});
