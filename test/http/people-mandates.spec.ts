import { plainDate } from '../../src/legal/kernel/plain-date';
import { AssignRole } from '../../src/modules/identity/public';
import { Database } from '../../src/platform/database/database';
import { type Scope } from '../../src/platform/database/transaction';
import { aDonor } from '../support/a-gift';
import { aParty, type AParty } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';
import { type Person } from '../support/people';

describe('A mandate for a part of the party', () => {
  let site: TestApp;
  let group: AParty;
  let key = 0;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-04-17T12:00:00+02:00');
    group = await aParty(site.app);
  });
  afterAll(() => site.close());

  /** A person whose only role at the party is this one. */
  async function withMandate(
    role: 'treasurer' | 'accountant',
    mandate: { readonly recipientId: string | null; readonly years?: readonly [number, number] },
  ): Promise<Person> {
    const person = await site.people.add(role, group.tenantId);
    await site.test.ownerQuery('delete from identity.assignment where id = $1', [
      person.assignmentId,
    ]);
    const { recipientId, years } = mandate;
    const assignmentId = await site.app.get(AssignRole).run({
      ...{ accountId: person.accountId, role, tenantId: group.tenantId, organisation: 'Proef' },
      from: plainDate('2025-01-01'),
      mandate: {
        recipientId,
        recipientName: recipientId === null ? null : 'Instituut van de Proef',
        firstYear: years?.[0] ?? null,
        lastYear: years?.[1] ?? null,
      },
    });
    return { ...person, assignmentId };
  }

  const book = async (person: Person, recipientId: string): Promise<number> => {
    const donorId = await aDonor(site.app, group.tenantId);
    const token = await site.people.token(person, ['contributions:write']);
    const { status } = await site
      .http()
      .post('/v1/contributions')
      .set('Authorization', `Bearer ${token}`)
      .set('Idempotency-Key', `gift-${String((key += 1))}`)
      .send({
        ...{ donorId, recipientId, type: 'gift', form: 'money' },
        ...{ amount: 100_000, receivedOn: '2025-04-17' },
      });
    return status;
  };

  it('a treasurer of one affiliate books for it, and for nobody else of the group', async () => {
    const person = await withMandate('treasurer', { recipientId: group.affiliate });
    expect(await book(person, group.affiliate)).toBe(201);
    expect(await book(person, group.party)).toBe(403);
  });

  it('a second mandate adds to the first', async () => {
    const person = await withMandate('treasurer', { recipientId: group.affiliate });
    await site.app.get(AssignRole).run({
      ...{ accountId: person.accountId, role: 'treasurer', tenantId: group.tenantId },
      organisation: 'Proef',
      from: plainDate('2025-01-01'),
      mandate: {
        ...{ recipientId: group.party, recipientName: 'Partij' },
        ...{ firstYear: null, lastYear: null },
      },
    });
    expect(await book(person, group.party)).toBe(201);
    expect(await book(person, group.candidate)).toBe(403);
  });

  it('a treasurer of the whole party books for all of it', async () => {
    const person = await withMandate('treasurer', { recipientId: null });
    expect(await book(person, group.party)).toBe(201);
    expect(await book(person, group.affiliate)).toBe(201);
  });

  describe('of an accountant: whose filings, of which years', () => {
    const covers = (person: Person, recipientId: string, year: number): Promise<boolean> => {
      const scope: Scope = {
        ...{ role: 'app', tenantId: group.tenantId, requestId: 'test' },
        ...{ actorId: person.accountId, actorRole: 'accountant' },
      };
      return site.app.get(Database).inTransaction(scope, async (tx) => {
        const [row] = await tx.query<{ covered: boolean }>(
          'select core.mandate_covers($1, $2) as covered',
          [recipientId, year],
        );
        return row?.covered ?? false;
      });
    };

    it.each([
      [2023, false],
      [2024, true],
      [2025, true],
      [2026, false],
    ])('of 2024 and 2025: a filing over %i is %s', async (year, covered) => {
      const person = await withMandate('accountant', {
        ...{ recipientId: group.affiliate, years: [2024, 2025] as const },
      });
      expect(await covers(person, group.affiliate, year)).toBe(covered);
      expect(await covers(person, group.party, year)).toBe(false);
    });

    it('the database takes no signature outside it', async () => {
      const person = await withMandate('accountant', {
        ...{ recipientId: group.party, years: [2023, 2023] as const },
      });
      const filing = await aDraft(group.party, 2024);
      const sign = (who: Person): Promise<unknown> =>
        site.app.get(Database).inTransaction(
          {
            ...{ role: 'app', tenantId: group.tenantId, requestId: 'test' },
            ...{ actorId: who.accountId, actorRole: 'accountant' },
          },
          (tx) =>
            tx.query(
              `insert into core.filing_signature
                 (tenant_id, filing_id, role, content_sha256, signer_name)
               values ($1, $2, 'accountant', sha256('{}'), 'A. Ccountant')`,
              [group.tenantId, filing],
            ),
        );
      await expect(sign(person)).rejects.toThrow('outside the mandate');
      const right = await withMandate('accountant', {
        ...{ recipientId: group.party, years: [2024, 2024] as const },
      });
      await expect(sign(right)).resolves.toBeDefined();
    });
  });

  /** A draft as the treasurer would draw it up, without what is in it. */
  async function aDraft(recipientId: string, year: number): Promise<string> {
    await site.test.ownerQuery(`select set_config('app.actor', 'test', false)`);
    const expected = `annual_report:${String(year)}:${recipientId}`;
    await site.test.ownerQuery(
      `insert into core.expected_filing
         (tenant_id, key, kind, year, recipient_id, opens_on, last_day, content, watched)
       values ($1, $2, 'annual_report', $3, $4, '2025-01-01', '2025-06-30', '{}', false)`,
      [group.tenantId, expected, year, recipientId],
    );
    const [filing] = await site.test.ownerQuery<{ id: string }>(
      `insert into core.filing (tenant_id, expected_key, kind, recipient_id, year, version, content,
         content_sha256, drawn_by, created_by)
       values ($1, $2, 'annual_report', $3, $4, 1, '{}', sha256('{}'), 'test', 'test') returning id`,
      [group.tenantId, expected, recipientId, year],
    );
    return filing?.id ?? '';
  }
});
