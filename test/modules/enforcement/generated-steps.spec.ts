import { addDays, plainDate, type PlainDate } from '../../../src/legal/kernel/plain-date';
import { type CaseCommandType } from '../../../src/legal/procedure/case';
import { possibleCommands } from '../../../src/legal/procedure/possible-commands';
import { STEPS } from '../../../src/legal/procedure/steps';
import {
  SubmitToCase,
  type SubmissionKind,
  TakeStep,
} from '../../../src/modules/enforcement/public';
import { refusedProblem } from '../../../src/modules/enforcement/web/case-refusal';
import { Database } from '../../../src/platform/database/database';
import { type Scope } from '../../../src/platform/database/transaction';
import { Worker } from '../../../src/platform/worker/public';
import { aParty, type AParty, treasurerScope } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { SEED, randomFrom } from '../../platform/support/random';
import { ACase, staffScope } from './a-case';
import { pick, type Random, randomCommand } from './random-command';
import { allEvents, rebuiltFromAudit, replay } from './replay';

/** How many steps are tried in all; fewer than 2500 may reach no decision. */
const COMMANDS = Number(process.env.CASE_STEPS ?? '10000');
/** Long enough lives to get to a decision, and not all of them alike. */
const CASES = Math.max(6, Math.round(COMMANDS / 200));
const LANES = 4;
const TYPES = Object.keys(STEPS) as readonly CaseCommandType[];

/** Few people with several hats, so that the same person often comes back in another role. */
const PEOPLE: readonly Scope[] = ['a', 'b', 'c'].flatMap((name) => [
  staffScope('overseer', name),
  staffScope('overseer', name),
  staffScope('decision_maker', name),
  staffScope('committee_member', name),
  staffScope('committee_secretary', `${name}-2`),
]);
const KINDS: readonly SubmissionKind[] = ['views', 'objection', 'repair', 'information'];

/** These mostly end a case: taken each time they can be, few cases would get anywhere. */
const ENDING: readonly CaseCommandType[] = ['dismiss', 'send_to_prosecutor', 'lapse'];

/** A case with dice of its own, so that the same seed plays it the same way. */
interface Played {
  readonly subject: ACase;
  readonly random: Random;
}

interface Outcome {
  readonly type: string;
  readonly reason: Parameters<typeof refusedProblem>[0]['reason'] | null;
}

describe(`Random steps by random people (seed ${String(SEED)})`, () => {
  let site: TestApp;
  let party: AParty;
  let today: PlainDate;
  const random: Random = randomFrom(SEED);
  const outcomes: Outcome[] = [];

  const database = (): Database => site.app.get(Database);
  const moveTo = async (day: PlainDate): Promise<void> => {
    today = day;
    await site.setClock(`${day}T09:00:00Z`);
    await site.app.get(Worker).drainOnce();
  };

  /** Most of the steps are ones the case waits for; the others may be anything. */
  const step = async ({ subject, random }: Played): Promise<void> => {
    const scope = pick(random, PEOPLE);
    const { state, version } = await subject.head();
    const role = scope.actorRole as 'overseer';
    const possible = possibleCommands(state, role, today).filter(
      (type) => !ENDING.includes(type) || random(25) === 0,
    );
    const likely = random(5) < 3 && possible.length > 0;
    const command = randomCommand(random, pick(random, likely ? possible : TYPES), state, today);
    const expectedVersion = random(40) === 0 ? version - 1 : version;
    const answer = await database().inTransaction(scope, (tx) =>
      site.app
        .get(TakeStep)
        .take(tx, { caseId: subject.id, expectedVersion, command, actorName: null }),
    );
    const reason = answer.kind === 'refused' ? answer.reason : null;
    outcomes.push({ type: command.type, reason });
  };

  const submit = async ({ subject, random }: Played): Promise<void> => {
    const kind = pick(random, KINDS);
    const input = { caseId: subject.id, kind, text: 'Wij antwoorden.', documents: [] };
    const told = await subject.isTold(treasurerScope(party.tenantId));
    if (!told) return;
    const answer = await database().inTransaction(treasurerScope(party.tenantId), (tx) =>
      site.app.get(SubmitToCase).run(tx, input),
    );
    const reason = answer.kind === 'refused' ? answer.reason : null;
    outcomes.push({ type: `submit ${kind}`, reason });
  };

  beforeAll(async () => {
    site = await startTestApp();
    today = plainDate('2025-04-01');
    await site.setClock('2025-04-01T09:00:00Z');
    party = await aParty(site.app);
    const cases: Played[] = [];
    let opened = 0;
    const open = async (): Promise<Played> => {
      opened += 1;
      const dice = randomFrom(SEED + opened);
      const subject = await ACase.ofTip(site.app, party, addDays(today, -dice(300)));
      return { subject, random: dice };
    };
    for (let n = 0; n < CASES; n += 1) cases.push(await open());
    while (outcomes.length < COMMANDS) {
      const queue = [...cases];
      const lane = async (): Promise<void> => {
        for (let played = queue.pop(); played !== undefined; played = queue.pop()) {
          for (let n = 0; n < 6; n += 1) await step(played);
          if (played.random(3) === 0) await submit(played);
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      await moveTo(addDays(today, pick(random, [1, 1, 2, 5, 10, 21, 45])));
      for (const [at, { subject }] of cases.entries())
        if ((await subject.head()).state.ended !== null) cases[at] = await open();
    }
  }, 600_000);
  afterAll(() => site.close());

  it('get as far as decisions, and every refusal names a reason that has words', () => {
    const accepted = new Set(outcomes.filter(({ reason }) => reason === null).map((o) => o.type));
    const refusals = outcomes.flatMap(({ reason }) => (reason === null ? [] : [reason]));
    expect(refusals.length).toBeGreaterThan(outcomes.length / 5);
    const wordless = refusals.filter(
      (reason) => refusedProblem({ kind: 'refused', reason, facts: {} }).detail.length < 10,
    );
    expect(wordless).toEqual([]);
    // Steps deep in an appeal are rare; those before a decision must all have been there.
    for (const type of ['draw_report', 'ask_views', 'send_to_committee', 'draft_decision'])
      expect(accepted).toContain(type);
    expect(accepted).toContain('approve_decision');
  });

  it('never lead to a decision without report, views and a second person', async () => {
    const decisions = await site.test.ownerQuery<{
      readonly case_id: string;
      readonly purpose: string;
      readonly drafted_by: string;
      readonly approved_by: string;
      readonly approved: number;
    }>(
      `select d.case_id, d.purpose, d.drafted_by, d.approved_by,
         (select sequence from core.case_event e where e.case_id = d.case_id
            and e.type = 'approve_decision'
            and (e.command ->> 'version')::int = d.draft_version) as approved
         from core.case_decision d`,
    );
    const events = await allEvents(site.test);
    expect(decisions.length).toBeGreaterThan(0);
    for (const decision of decisions) {
      const before = events.filter(
        (event) => event.case_id === decision.case_id && event.sequence < decision.approved,
      );
      const did = (actor: string, types: readonly string[]): boolean =>
        before.some((event) => event.actor === actor && types.includes(event.type));
      expect(decision.drafted_by).not.toBe(decision.approved_by);
      expect(did(decision.approved_by, ['draft_decision', 'withdraw_draft'])).toBe(false);
      expect(did(decision.approved_by, ['receive_advice', 'extend_advice'])).toBe(false);
      expect(before.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['draw_report', 'ask_views']),
      );
    }
  });

  it('leave a chronology from which the law alone gives the same state again', async () => {
    const heads = await site.test.ownerQuery<{ id: string; state: object; version: number }>(
      `select id, state, version from core.enforcement_case`,
    );
    const events = await allEvents(site.test);
    expect(heads.length).toBeGreaterThanOrEqual(CASES);
    for (const { id, state, version } of heads) {
      const own = events.filter((event) => event.case_id === id);
      expect(own).toHaveLength(version);
      expect(JSON.parse(JSON.stringify(replay(own)))).toEqual(state);
    }
  });

  it.each(['core.enforcement_case', 'core.case_event', 'core.case_decision', 'core.case_as_told'])(
    'leave an audit log from which every row of %s is made again',
    async (table) => {
      const rows = await rebuiltFromAudit(site.test, table);
      expect(rows.length).toBeGreaterThan(0);
      for (const { rebuilt, stored } of rows) expect(rebuilt).toEqual(stored);
    },
  );
});
