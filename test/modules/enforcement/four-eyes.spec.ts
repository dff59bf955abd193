import { euroCents } from '../../../src/legal/kernel/euro-cents';
import { type StepCommand } from '../../../src/modules/enforcement/public';
import { type Scope } from '../../../src/platform/database/transaction';
import { aParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { ACase, OVERSEER, SECRETARY, staffScope } from './a-case';
import { copiesOf } from './copied-cases';

/** DECISIONS=400 is the whole measure of this promise; the default is for every day. */
const DECISIONS = Number(process.env.DECISIONS ?? '40');

const DRAFTER_DECIDES = staffScope('decision_maker', OVERSEER.actorId);
const SECRETARY_DECIDES = staffScope('decision_maker', SECRETARY.actorId);
const FIRST = staffScope('decision_maker', 'b.een');
const SECOND = staffScope('decision_maker', 'b.twee');
const COLLEAGUE = staffScope('overseer', 'o.collega');

interface Decision {
  readonly case_id: string;
  readonly drafted_by: string;
  readonly approved_by: string;
  readonly same_bytes: boolean;
  readonly withdrawn: boolean;
}

describe('Two people decide, on exactly the same bytes (R26)', () => {
  let site: TestApp;
  let model: ACase;
  let sha256: string;

  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T08:00:00Z');
    model = await ACase.ofTip(site.app, await aParty(site.app));
    await model.readyToDraft();
    const view = await model.take(OVERSEER, {
      type: 'draft_decision',
      purpose: 'fine',
      amount: euroCents(250_000),
      reasons: 'Niet gemeld.',
      outcome: null,
    });
    sha256 = view.drafts[0]?.sha256 ?? '';
  });
  afterAll(() => site.close());

  /** Tries until nobody was in between. */
  const insist = async (subject: ACase, scope: Scope, command: StepCommand): Promise<string> => {
    for (;;) {
      const { version } = await subject.head();
      const answer = await subject.quick(scope, command, version);
      if (answer.kind === 'accepted') return 'accepted';
      if (answer.reason !== 'changed_meanwhile') return answer.reason;
    }
  };
  const approve = (version = 1, hash = sha256): StepCommand => ({
    type: 'approve_decision',
    version,
    sha256: hash,
  });
  const edit = async (subject: ACase): Promise<string> => {
    await insist(subject, COLLEAGUE, { type: 'withdraw_draft' });
    return insist(subject, COLLEAGUE, {
      type: 'draft_decision',
      purpose: 'fine',
      amount: euroCents(300_000),
      reasons: 'Hoger, na overleg.',
      outcome: null,
    });
  };

  it(`of ${String(DECISIONS)} decisions with 9 people at once, each is made by two on one version`, async () => {
    const subjects = await copiesOf(site, model, DECISIONS);
    for (const subject of subjects)
      await Promise.all([
        insist(subject, FIRST, approve()),
        insist(subject, SECOND, approve()),
        insist(subject, FIRST, approve()),
        insist(subject, DRAFTER_DECIDES, approve()),
        insist(subject, SECRETARY_DECIDES, approve()),
        insist(subject, FIRST, approve(1, 'a'.repeat(64))),
        insist(subject, SECOND, approve(2)),
        insist(subject, OVERSEER, { type: 'withdraw_draft' }),
        edit(subject),
      ]);
    const decisions = await site.test.ownerQuery<Decision>(
      `select d.case_id, d.drafted_by, d.approved_by, d.sha256 = f.sha256 as same_bytes,
         exists (select 1 from core.case_event w, core.case_event a
           where w.case_id = d.case_id and a.case_id = d.case_id and a.type = 'approve_decision'
             and w.type in ('withdraw_draft', 'send_back_draft') and w.sequence < a.sequence
             and w.sequence > (select sequence from core.case_event n where n.case_id = d.case_id
               and n.command ->> 'sha256' = encode(d.sha256, 'hex')
               and n.type = 'draft_decision')) as withdrawn
         from core.case_decision d
         join core.case_draft f on f.case_id = d.case_id and f.version = d.draft_version`,
    );
    expect(decisions.length).toBeGreaterThan(0);
    expect(new Set(decisions.map((one) => one.case_id)).size).toBe(decisions.length);
    const allowed = [FIRST.actorId, SECOND.actorId];
    expect(
      decisions.filter(
        (one) =>
          one.drafted_by === one.approved_by ||
          !allowed.includes(one.approved_by) ||
          !one.same_bytes ||
          one.withdrawn,
      ),
    ).toEqual([]);
    for (const subject of subjects) {
      const { state } = await subject.head();
      const made = decisions.filter(({ case_id: id }) => id === subject.id);
      expect(state.decisions).toHaveLength(made.length);
    }
  }, 600_000);

  it('read first and write then, the same race gives decisions by one, or twice: the race is real', async () => {
    await site.test.ownerQuery(
      `create table public.naive (case_id text, approved_by text);
       grant usage on schema public to partijgiften_staff;
       grant select, insert on public.naive to partijgiften_staff`,
    );
    const naive = async (id: string, scope: Scope): Promise<void> => {
      await model.within(scope, async (tx) => {
        const there = await tx.query('select 1 from public.naive where case_id = $1', [id]);
        if (there.length === 0)
          await tx.query('insert into public.naive values ($1, $2)', [id, scope.actorId]);
      });
    };
    for (let n = 0; n < 40; n += 1)
      await Promise.all([FIRST, SECOND, FIRST, SECOND].map((who) => naive(String(n), who)));
    const twice = await site.test.ownerQuery(
      'select case_id from public.naive group by case_id having count(*) > 1',
    );
    expect(twice.length).toBeGreaterThan(0);
  });

  it('asked past the verbs, the database itself refuses and says why', async () => {
    const [subject] = await copiesOf(site, model, 1);
    const ask = async (scope: Scope, version: number, hash: string): Promise<string | null> =>
      model.within(scope, async (tx) => {
        const [row] = await tx.query<{ answer: string | null }>(
          'select core.approve_case_decision($1, $2, $3, null) as answer',
          [subject?.id, version, hash],
        );
        return row?.answer ?? null;
      });
    expect(await ask(DRAFTER_DECIDES, 1, sha256)).toBe('second_person_needed');
    expect(await ask(SECRETARY_DECIDES, 1, sha256)).toBe('role_may_not');
    expect(await ask(COLLEAGUE, 1, sha256)).toBe('role_may_not');
    expect(await ask(FIRST, 1, 'a'.repeat(64))).toBe('content_changed');
    expect(await ask(FIRST, 2, sha256)).toBe('content_changed');
    // And a decision without its step in the case does not outlive its transaction.
    await expect(ask(FIRST, 1, sha256)).rejects.toMatchObject({
      constraint: 'case_decision_stands',
    });
  });
});
