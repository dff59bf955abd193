import { plainDate } from '../../../src/legal/kernel/plain-date';
import {
  meetExpectation,
  type MeetExpectation,
  readExpected,
  refreshExpectations,
  type StoredExpected,
} from '../../../src/modules/expectations/public';
import { ChangeStatus } from '../../../src/modules/parties/public';
import { Database } from '../../../src/platform/database/database';
import { type Scope } from '../../../src/platform/database/transaction';
import { newId } from '../../../src/platform/ids/id';
import { Worker } from '../../../src/platform/worker/public';
import { anElection, aRevision } from '../../support/an-election';
import { type AParty, aParty, OVERSEER_SCOPE, treasurerScope } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

interface Term {
  readonly kind: string;
  readonly opens: string;
  readonly last: string;
  readonly published: string | null;
}

interface Found {
  readonly source: string;
  readonly rule: string;
  readonly outcome: string;
  readonly filed: string | null;
}

const WORKER_SCOPE: Scope = {
  role: 'worker',
  tenantId: null,
  actorId: 'system',
  actorRole: 'system',
  requestId: 'test',
};

describe('What is expected of a group', () => {
  let site: TestApp;
  let group: AParty;
  let election: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-08-01T10:00:00Z');
    election = await anElection(site.app);
  });
  beforeEach(async () => {
    await site.setClock('2025-08-01T10:00:00Z');
    group = await aParty(site.app);
    await work();
  });
  afterAll(() => site.close());

  const work = (): Promise<unknown> => site.app.get(Worker).drainOnce();
  const at = async (day: string): Promise<void> => {
    await site.setClock(`${day}T10:00:00Z`);
    await work();
  };
  const terms = (election: string): Promise<Term[]> =>
    site.test.ownerQuery<Term>(
      `select kind, opens_on::text as opens, last_day::text as last, publication_by::text as published
         from core.expected_filing where tenant_id = $1 and election_id = $2
          and recipient_id = $3 and withdrawn_at is null order by last_day, kind`,
      [group.tenantId, election, group.party],
    );
  const findings = (year: number): Promise<Found[]> =>
    site.test.ownerQuery<Found>(
      `select source, rule, outcome, content->'filing'->>'filedOn' as filed from core.finding
        where tenant_id = $1 and year = $2 and ended_at is null and recipient_id = $3
        order by source, rule, outcome`,
      [group.tenantId, year, group.party],
    );
  const outcomesOf = async (rule: string, year = 2025): Promise<string[]> =>
    (await findings(year))
      .filter((found) => found.rule === rule && found.source === 'disclosed')
      .map(({ outcome }) => outcome);
  const proposals = (): Promise<{ rule: string }[]> =>
    site.test.ownerQuery<{ rule: string }>(
      `select rule from core.fine_proposal where tenant_id = $1 and superseded_at is null
        order by rule`,
      [group.tenantId],
    );
  const expected = (key: string): Promise<StoredExpected | null> =>
    site.app
      .get(Database)
      .inTransaction(treasurerScope(group.tenantId), (tx) => readExpected(tx, group.tenantId, key));
  const standing = async (key: string): Promise<object | null> => {
    const row = await expected(key);
    if (row === null) return null;
    const { receivedState, filedOn } = row;
    return { receivedState, standing: row.standing, filedOn };
  };
  const subjects = async (): Promise<string[]> => {
    const rows = await site.test.ownerQuery<{ subject: string }>(
      'select subject from platform.outbox_message where tenant_id = $1 order by subject',
      [group.tenantId],
    );
    return rows.map(({ subject }) => subject);
  };
  const meet = (key: string, changes: Partial<MeetExpectation> = {}): Promise<void> =>
    site.app.get(Database).inTransaction(treasurerScope(group.tenantId), (tx) =>
      meetExpectation(tx, {
        tenantId: group.tenantId,
        key,
        filingId: newId(),
        version: 1,
        filedOn: tx.today,
        nil: false,
        missing: [],
        ...changes,
      }),
    );

  it('TK 29 October 2025: every day as the law counts it, Saturday 29 November moved to Monday', async () => {
    expect(await terms(election)).toEqual([
      {
        kind: 'candidate_overview',
        opens: '2025-10-08',
        last: '2025-10-15',
        published: '2025-10-22',
      },
      {
        kind: 'pre_election_overview',
        opens: '2025-10-08',
        last: '2025-10-15',
        published: '2025-10-22',
      },
      {
        kind: 'post_election_overview',
        opens: '2025-10-29',
        last: '2025-12-01',
        published: '2025-12-29',
      },
    ]);
  });

  const PRE = (): string => `pre_election_overview:${election}:${group.party}`;

  it('not received: nothing on the last day, a finding for both sides after it, once', async () => {
    await at('2025-10-15');
    expect(await findings(2025)).toEqual([]);
    await at('2025-10-16');
    const found = [
      { source: 'disclosed', rule: 'WFPP-28-1', outcome: 'not_filed', filed: null },
      { source: 'disclosed', rule: 'WFPP-29-1', outcome: 'not_filed', filed: null },
      { source: 'ledger', rule: 'WFPP-28-1', outcome: 'not_filed', filed: null },
      { source: 'ledger', rule: 'WFPP-29-1', outcome: 'not_filed', filed: null },
    ];
    expect(await findings(2025)).toEqual(found);
    await at('2025-10-17');
    expect(await findings(2025)).toEqual(found);
    const fired = await site.test.ownerQuery<{ effects: string }>(
      `select count(*) as effects from platform.deadline d join platform.deadline_effect f
          on f.tenant_id = d.tenant_id and f.deadline_id = d.id
         join core.expected_filing e on e.tenant_id = d.tenant_id and e.id = d.subject_id
        where e.tenant_id = $1 and e.key = $2 and d.kind = 'filing.last_day_passed'`,
      [group.tenantId, PRE()],
    );
    expect(fired).toEqual([{ effects: '1' }]);
  });

  it('a nil statement in time is a fact: received, and no finding', async () => {
    await at('2025-10-15');
    await meet(PRE(), { nil: true });
    await at('2025-10-16');
    expect(await standing(PRE())).toEqual({
      receivedState: 'nil_filed',
      standing: 'nil',
      filedOn: '2025-10-15',
    });
    expect((await findings(2025)).filter(({ rule }) => rule === 'WFPP-28-1')).toEqual([]);
  });

  it('filed late: the same finding, whether the last day or the filing was handled first', async () => {
    await at('2025-10-16');
    await at('2025-10-20');
    await meet(PRE());
    await work();
    const deadlineFirst = (await findings(2025)).filter(({ rule }) => rule === 'WFPP-28-1');
    const proposed = await proposals();

    await site.setClock('2025-08-01T10:00:00Z');
    group = await aParty(site.app);
    await work();
    await site.setClock('2025-10-20T10:00:00Z');
    await meet(PRE());
    await work();
    await work();
    const filingFirst = (await findings(2025)).filter(({ rule }) => rule === 'WFPP-28-1');
    expect(filingFirst).toEqual(deadlineFirst);
    expect(filingFirst).toEqual([
      { source: 'disclosed', rule: 'WFPP-28-1', outcome: 'filed_late', filed: '2025-10-20' },
      { source: 'ledger', rule: 'WFPP-28-1', outcome: 'filed_late', filed: '2025-10-20' },
    ]);
    expect(proposed).toEqual(await proposals());
    expect(await standing(PRE())).toMatchObject({ receivedState: 'filed', standing: 'late' });
  });

  it('a part that is missing on the last day is found; when it comes later it was late', async () => {
    await at('2025-10-14');
    const [part] = (await expected(PRE()))?.parts ?? [];
    if (part === undefined) throw new Error('the overview needs no parts');
    await meet(PRE(), { missing: [part] });
    expect(await standing(PRE())).toMatchObject({ standing: 'incomplete', filedOn: '2025-10-14' });
    await at('2025-10-16');
    expect(await outcomesOf('WFPP-28-1')).toEqual(['part_missing']);
    await at('2025-10-17');
    await meet(PRE(), { version: 2 });
    await work();
    expect(await outcomesOf('WFPP-28-1')).toEqual(['part_late']);
    expect(await standing(PRE())).toMatchObject({ standing: 'late', filedOn: '2025-10-14' });
  });

  it('a correction after the last day of what was complete in time stays in time', async () => {
    await at('2025-10-14');
    await meet(PRE());
    await at('2025-11-03');
    await meet(PRE(), { version: 2 });
    await work();
    expect(await outcomesOf('WFPP-28-1')).toEqual([]);
    expect(await standing(PRE())).toMatchObject({ standing: 'complete', filedOn: '2025-10-14' });
  });

  it('filed at the very moment the term is judged: one finding for each side, one effect', async () => {
    await site.setClock('2025-10-16T10:00:00Z');
    await Promise.all([work(), meet(PRE()), work()]);
    await work();
    const found = (await findings(2025)).filter(({ rule }) => rule === 'WFPP-28-1');
    expect(found.map(({ source, outcome }) => [source, outcome])).toEqual([
      ['disclosed', 'filed_late'],
      ['ledger', 'filed_late'],
    ]);
    const judged = await site.test.ownerQuery(
      `select payload->>'findingId' as finding from platform.job
        where tenant_id = $1 and kind = 'filing.judged'
        group by 1 having count(*) > 1`,
      [group.tenantId],
    );
    expect(judged).toEqual([]);
  });

  it('an election that is moved moves what has not ended; what has stays, with a note', async () => {
    const called = await anElection(site.app, {
      pollingDay: plainDate('2026-06-17'),
    });
    await work();
    const before = await terms(called);
    expect(before.map(({ last }) => last)).toEqual(['2026-06-03', '2026-06-03', '2026-07-17']);
    await at('2026-06-04');
    await aRevision(site.app, called, 1, {
      pollingDay: plainDate('2026-06-24'),
    });
    await work();
    expect((await terms(called)).map(({ last }) => last)).toEqual([
      '2026-06-03',
      '2026-06-03',
      '2026-07-24',
    ]);
    const kept = await expected(`pre_election_overview:${called}:${group.party}`);
    expect(kept?.keptInstead?.lastDay).toBe('2026-06-10');
    const moved = await expected(`post_election_overview:${called}:${group.party}`);
    expect([moved?.keptAt, moved?.opensOn]).toEqual([null, '2026-06-24']);
    await at('2026-07-25');
    expect(await outcomesOf('WFPP-28a-1', 2026)).toEqual(['not_filed']);
  });

  it('moved before anything ended: all of it moves, no term fires on the old day', async () => {
    const called = await anElection(site.app, {
      pollingDay: plainDate('2026-03-18'),
    });
    await work();
    await aRevision(site.app, called, 1, {
      pollingDay: plainDate('2026-03-25'),
    });
    await work();
    await at('2026-03-05');
    expect(await outcomesOf('WFPP-28-1', 2026)).toEqual([]);
    await at('2026-03-12');
    expect(await outcomesOf('WFPP-28-1', 2026)).toEqual(['not_filed']);
    const mails = await subjects();
    expect(mails.filter((subject) => subject.includes('veranderd'))).toHaveLength(1);
  });

  it('T34: a new association owes no overview after the election, unless it wins a seat', async () => {
    group = await aParty(site.app, undefined, 'new_association');
    await work();
    expect((await terms(election)).map(({ kind }) => kind)).toEqual([
      'candidate_overview',
      'pre_election_overview',
    ]);
    await at('2025-11-05');
    await site.app.get(ChangeStatus).run(OVERSEER_SCOPE, {
      tenantId: group.tenantId,
      status: 'political_party',
      from: plainDate('2025-10-29'),
      source: 'Result of the election',
    });
    await work();
    expect((await terms(election)).map(({ kind }) => kind)).toContain('post_election_overview');
    await at('2025-12-02');
    expect(await outcomesOf('WFPP-28a-1')).toEqual(['not_filed']);
  });

  it('what is no longer owed is withdrawn and has no deadlines left', async () => {
    await site.app.get(ChangeStatus).run(OVERSEER_SCOPE, {
      tenantId: group.tenantId,
      status: 'blank_list',
      from: plainDate('2025-09-01'),
      source: 'Struck off',
    });
    await work();
    expect((await expected(PRE()))?.withdrawnAt).not.toBeNull();
    const pending = await site.test.ownerQuery(
      `select 1 from platform.deadline d join core.expected_filing e
          on e.tenant_id = d.tenant_id and e.id = d.subject_id
        where e.tenant_id = $1 and e.withdrawn_at is not null and d.state = 'pending'`,
      [group.tenantId],
    );
    expect(pending).toEqual([]);
  });

  it('working it out again changes nothing', async () => {
    const again = await site.app
      .get(Database)
      .inTransaction(WORKER_SCOPE, (tx) => refreshExpectations(tx, group.tenantId));
    expect(again).toEqual({ added: 0, revised: 0, withdrawn: 0, kept: 0 });
  });

  it('a term that ended before the group was registered is shown and not judged', async () => {
    const key = `annual_report:2023:${group.party}`;
    expect(await expected(key)).toMatchObject({ watched: false, lastDay: '2024-06-30' });
    await at('2025-10-16');
    expect(await findings(2023)).toEqual([]);
  });

  it('the next year comes in sight on 1 January', async () => {
    expect(await expected(`annual_report:2026:${group.party}`)).toBeNull();
    await at('2026-01-01');
    expect(await expected(`annual_report:2026:${group.party}`)).toMatchObject({
      lastDay: '2027-06-30',
    });
  });

  it('mails tell of the window and of the day before it closes, once, without names and amounts', async () => {
    await at('2025-10-08');
    await at('2025-10-14');
    await at('2025-10-15');
    const mails = await subjects();
    expect(mails).toEqual([
      'Herinnering: uiterlijk op woensdag 15 oktober 2025 (Wfpp art. 28 lid 1 onder a)',
      'Herinnering: uiterlijk op woensdag 15 oktober 2025 (Wfpp art. 29 lid 1)',
      'U kunt vanaf 8 oktober 2025 een overzicht indienen',
      'U kunt vanaf 8 oktober 2025 een overzicht indienen',
    ]);
    const bodies = await site.test.ownerQuery<{ body: string }>(
      'select body from platform.outbox_message where tenant_id = $1',
      [group.tenantId],
    );
    for (const { body } of bodies)
      expect(body).not.toMatch(/Kandidaat|Instituut van|Partij van|\u20ac/);
  });

  it('the day of publication puts it on the list of the overseer', async () => {
    await at('2025-10-21');
    expect((await expected(PRE()))?.publicationDueAt).toBeNull();
    await at('2025-10-22');
    expect((await expected(PRE()))?.publicationDueAt).not.toBeNull();
  });

  it('art. 34: the gift regulation has no last day; once there it is not late', async () => {
    const key = `gift_regulation:${group.party}`;
    await at('2025-11-01');
    await meet(key);
    await at('2026-01-02');
    expect(await outcomesOf('WFPP-34', 2020)).toEqual([]);
    expect(await standing(key)).toMatchObject({ standing: 'complete' });
  });
});
