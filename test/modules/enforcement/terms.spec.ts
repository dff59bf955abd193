import { euroCents } from '../../../src/legal/kernel/euro-cents';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import { SubmitToCase } from '../../../src/modules/enforcement/public';
import { Worker } from '../../../src/platform/worker/public';
import { aParty, type AParty, treasurerScope } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { ACase, DECIDER, OVERSEER, SECRETARY } from './a-case';
import { copiesOf } from './copied-cases';

interface Fired {
  readonly subject_id: string;
  readonly occurrence: string;
  readonly state: string;
  readonly attempts: number;
  readonly effects: number;
}

describe('Terms of a case, watched while everybody acts', () => {
  let site: TestApp;
  let party: AParty;
  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T08:00:00Z');
    party = await aParty(site.app);
  });
  afterAll(() => site.close());

  const drain = (): Promise<unknown> => site.app.get(Worker).drainOnce();
  const deadlinesOf = (subject: ACase): Promise<Fired[]> =>
    site.test.ownerQuery<Fired>(
      `select d.subject_id, split_part(d.kind, '.', 2) || ' ' || d.occurrence as occurrence,
         d.state, d.attempts, (select count(*)::int from platform.deadline_effect e
           where e.deadline_id = d.id) as effects
         from platform.deadline d where subject_id = $1 order by occurrence, state`,
      [subject.id],
    );

  it('views sent in the last minute of the last day count, also when taken in after midnight', async () => {
    const subject = await ACase.ofTip(site.app, party);
    await subject.take(OVERSEER, { type: 'start_review' });
    await subject.take(OVERSEER, { type: 'draw_report', text: 'Niet gemeld.' });
    await subject.take(OVERSEER, { type: 'ask_views', lastDay: plainDate('2025-06-16') });
    await site.setClock('2025-06-16T21:59:30Z');
    await subject.within(treasurerScope(party.tenantId), (tx) =>
      site.app
        .get(SubmitToCase)
        .run(tx, { caseId: subject.id, kind: 'views', text: 'Op tijd.', documents: [] }),
    );
    await site.setClock('2025-06-16T22:00:05Z');
    await drain();
    const view = await subject.read();
    expect(view.state.views).toMatchObject({ receivedOn: '2025-06-16' });
    expect(view.signals).toEqual([]);
  });

  it('a term that is put off is watched on its new day, and only there', async () => {
    await site.setClock('2025-06-17T08:00:00Z');
    const subject = await ACase.ofTip(site.app, party);
    await subject.readyToAdvise();
    const before = await deadlinesOf(subject);
    expect(before.map(({ occurrence, state }) => `${occurrence} ${state}`)).toEqual(
      expect.arrayContaining([
        'case_term advice:2025-07-29 pending',
        'case_reminder advice:2025-07-29 pending',
      ]),
    );
    await subject.take(SECRETARY, { type: 'extend_advice' });
    const after = await deadlinesOf(subject);
    expect(after.map(({ occurrence, state }) => `${occurrence} ${state}`)).toEqual(
      expect.arrayContaining([
        'case_term advice:2025-07-29 cancelled',
        'case_reminder advice:2025-07-29 cancelled',
        'case_term advice_extended:2025-08-12 pending',
      ]),
    );
  });

  it('payment and the passing of its term at one moment: each case is paid or in default, once', async () => {
    await site.setClock('2025-08-20T08:00:00Z');
    const model = await ACase.ofTip(site.app, party);
    await model.readyToDraft('2025-09-01');
    const drafted = await model.take(OVERSEER, {
      type: 'draft_decision',
      purpose: 'fine',
      amount: euroCents(250_000),
      reasons: 'Niet gemeld.',
      outcome: null,
    });
    for (const { version, sha256 } of drafted.drafts)
      await model.take(DECIDER, { type: 'approve_decision', version, sha256 });
    const subjects = await copiesOf(site, model, 8);
    for (const subject of subjects) await subject.take(OVERSEER, { type: 'notify' });

    await site.setClock('2025-10-01T22:00:01Z');
    const pay = async (subject: ACase): Promise<void> => {
      for (let done = false; !done;) {
        const head = await subject.head();
        const amount = euroCents(250_000);
        const paid = { type: 'record_payment', amount, evidence: 'Afschrift 9' } as const;
        const answer = await subject.quick(OVERSEER, paid, head.version);
        done = answer.kind === 'accepted' || answer.reason !== 'changed_meanwhile';
      }
    };
    await Promise.all([drain(), drain(), ...subjects.slice(0, 4).map(pay), drain()]);
    await drain();

    for (const [at, subject] of subjects.entries()) {
      const view = await subject.read();
      expect(view.collection).toBe(at < 4 ? 'paid' : 'in_default');
      const passed = view.events.filter(({ type }) => type === 'payment_term_passed');
      expect(passed.length).toBeLessThanOrEqual(1);
      if (at >= 4) expect(passed).toHaveLength(1);
      const watched = (await deadlinesOf(subject))
        .filter(({ occurrence }) => occurrence.startsWith('case_step payment_term_passed'))
        .map(({ state, effects }) => `${state} ${String(effects)}`);
      expect([['fired 1'], ['cancelled 0']]).toContainEqual(watched);
    }
  });
});
