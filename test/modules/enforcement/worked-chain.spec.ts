import { plainDate } from '../../../src/legal/kernel/plain-date';
import {
  type CaseView,
  listProposals,
  OpenCase,
  SubmitToCase,
} from '../../../src/modules/enforcement/public';
import { Database } from '../../../src/platform/database/database';
import { Worker } from '../../../src/platform/worker/public';
import { ADesk } from '../../support/a-desk';
import { aParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { ACase, DECIDER, OVERSEER, SECRETARY, valueOf } from './a-case';

/** The only one there is. */
function one<T>(items: readonly (T | null)[]): T {
  const [item] = items;
  if (items.length !== 1 || item === undefined || item === null) throw new Error('not just one');
  return item;
}

describe('The worked chain of law.md 8.2: the gift of Friday 7 March 2025', () => {
  let site: TestApp;
  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());

  const lastDays = (view: CaseView): Readonly<Record<string, string>> =>
    Object.fromEntries(view.terms.map(({ code, lastDay }) => [code, lastDay]));
  const on = async (day: string): Promise<void> => {
    await site.setClock(`${day}T09:00:00Z`);
    await site.app.get(Worker).drainOnce();
  };
  const deadlines = async (id: string): Promise<string[]> => {
    const rows = await site.test.ownerQuery<{ line: string }>(
      `select split_part(kind, '.', 2) || ' ' || occurrence as line from platform.deadline
        where subject_id = $1 and state = 'pending' order by local_date, line`,
      [id],
    );
    return rows.map(({ line }) => line);
  };

  it('is followed from the proposal to the dunning notice, with its terms and letters', async () => {
    await on('2025-03-10');
    const desk = new ADesk(site.app, await aParty(site.app, 'Partij van het Voorbeeld'));
    const donor = await desk.donor();
    await desk.gift(donor, 1_200_000, '2025-03-07');

    await on('2025-03-12');
    const inDatabase = site.app.get(Database);
    const open = (): Promise<readonly { readonly id: string }[]> =>
      inDatabase.inTransaction(OVERSEER, (tx) => listProposals(tx, { after: null, limit: 9 }));
    expect(await open()).toEqual([]);
    await on('2025-03-13');
    const proposal = one(await open());

    await on('2025-03-24');
    const opened = valueOf(
      await inDatabase.inTransaction(OVERSEER, (tx) =>
        site.app.get(OpenCase).run(tx, {
          from: 'proposal',
          proposalId: proposal.id,
          actorName: 'O. Toezicht',
        }),
      ),
    );
    expect(opened.state.subject).toEqual({
      rule: 'WFPP-25a-2',
      basis: { law: 'Wfpp', article: '25a', paragraph: '2' },
      fineable: true,
      violatedOn: '2025-03-12',
      ceiling: 2_500_000,
    });
    expect(lastDays(opened)).toMatchObject({ power_lapses: '2030-03-12' });
    const subject = new ACase(site.app, opened.id);
    // Nothing was sent yet: the party does not know.
    const party = { ...OVERSEER, role: 'app', tenantId: desk.group.tenantId } as const;
    const treasurer = { ...party, actorId: 'treasurer', actorRole: 'treasurer' };
    await expect(subject.read(treasurer)).rejects.toThrow('no such case');

    await subject.take(OVERSEER, { type: 'start_review' });
    await subject.take(OVERSEER, { type: 'offer_repair', lastDay: plainDate('2025-04-14') });
    expect((await subject.read(treasurer)).letters.map(({ kind }) => kind)).toEqual([
      'repair_term',
    ]);
    await on('2025-04-15');
    expect((await subject.read()).signals).toMatchObject([{ kind: 'passed', term: 'repair' }]);

    await on('2025-06-02');
    const report = await subject.take(OVERSEER, {
      type: 'draw_report',
      text: 'De gift van 7 maart 2025 is niet gemeld.',
    });
    expect(lastDays(report)).toMatchObject({ decision: '2025-09-01' });
    await subject.take(OVERSEER, { type: 'ask_views', lastDay: plainDate('2025-06-13') });
    expect((await subject.read(treasurer)).possible).toContain('receive_views');

    await on('2025-06-12');
    await inDatabase.inTransaction(treasurer, async (tx) =>
      valueOf(
        await site.app.get(SubmitToCase).run(tx, {
          caseId: subject.id,
          kind: 'views',
          text: 'Wij dachten dat de termijn pas op maandag begon.',
          documents: [],
        }),
      ),
    );
    await on('2025-06-16');
    const heard = await subject.read();
    expect(heard.state.views).toMatchObject({ receivedOn: '2025-06-12' });
    expect(heard.submissions).toMatchObject([{ kind: 'views', state: 'taken_in' }]);

    const sent = await subject.take(OVERSEER, { type: 'send_to_committee' });
    expect(lastDays(sent)).toMatchObject({ advice: '2025-07-28' });
    await on('2025-07-21');
    expect((await subject.read()).signals).toMatchObject([{ kind: 'ends_soon', term: 'advice' }]);
    const extended = await subject.take(SECRETARY, { type: 'extend_advice' });
    expect(lastDays(extended)).toMatchObject({ advice_extended: '2025-08-11' });
    await on('2025-08-08');
    await subject.take(SECRETARY, {
      type: 'receive_advice',
      advice: 'fine',
      text: 'Een boete is op zijn plaats.',
    });

    await on('2025-08-18');
    const before = await subject.read();
    expect(before.calculation).toMatchObject({ schedule: { version: 'example-2026-1' } });
    const { amount } = one([before.calculation]);
    const drafted = await subject.take(OVERSEER, {
      type: 'draft_decision',
      purpose: 'fine',
      amount,
      reasons: 'De gift is niet gemeld; de uitleg neemt het verwijt niet weg.',
      outcome: null,
    });
    const draft = one(drafted.drafts);
    expect(draft.content).toMatchObject({
      purpose: 'fine',
      amount,
      deviates: false,
      paymentWeeks: 6,
      violation: { article: 'Wfpp art. 25a lid 2', violatedOn: '2025-03-12' },
    });
    await subject.take(DECIDER, {
      type: 'approve_decision',
      version: draft.version,
      sha256: draft.sha256,
    });
    // Decided and not told: the party sees neither the decision nor that there is one.
    const told = await subject.read(treasurer);
    expect(told.phase).toBe('views_asked');
    expect([told.decisions, told.drafts]).toEqual([[], []]);

    await on('2025-08-20');
    const notified = await subject.take(OVERSEER, { type: 'notify' });
    expect(lastDays(notified)).toMatchObject({ payment: '2025-10-01' });
    expect(lastDays(notified)).toMatchObject({ objection: '2025-10-01' });
    expect(await deadlines(subject.id)).toEqual([
      'case_step payment_term_passed:2025-10-02',
      'case_step become_final:2025-10-09',
      'case_step lapse:2030-10-02',
    ]);
    expect((await subject.read(treasurer)).decisions).toMatchObject([{ amount, approvedBy: null }]);

    await on('2025-09-29');
    await inDatabase.inTransaction(treasurer, async (tx) =>
      valueOf(
        await site.app.get(SubmitToCase).run(tx, {
          caseId: subject.id,
          kind: 'objection',
          text: 'Wij maken bezwaar tegen de boete.',
          documents: [{ name: 'bezwaar.pdf', sha256: 'a'.repeat(64) }],
        }),
      ),
    );
    await on('2025-10-02');
    const inDefault = await subject.read();
    expect(inDefault.state).toMatchObject({ protection: 'objection', collection: 'in_default' });
    expect(inDefault.state.objection).toMatchObject({ receivedOn: '2025-09-29', inTime: true });
    expect(lastDays(inDefault)).toMatchObject({ objection_decision: '2025-11-12' });

    await on('2025-10-06');
    const dunned = await subject.take(OVERSEER, { type: 'dun' });
    expect(lastDays(dunned)).toMatchObject({ dunning: '2025-10-20' });
    const referred = await subject.take(OVERSEER, { type: 'refer_objection_to_committee' });
    expect(lastDays(referred)).toMatchObject({ objection_decision_committee: '2025-12-24' });
    const adjourned = await subject.take(OVERSEER, { type: 'adjourn_objection' });
    expect(lastDays(adjourned)).toMatchObject({ objection_decision_adjourned: '2026-02-04' });

    expect(adjourned.letters.map(({ kind, day }) => `${day} ${kind}`)).toEqual([
      '2025-03-24 repair_term',
      '2025-06-02 report',
      '2025-06-02 intention',
      '2025-06-16 committee_submission',
      '2025-08-20 fine_decision',
      '2025-10-02 objection_receipt',
      '2025-10-06 dunning',
    ]);
    // Drawn up on 18 August, sent on the 20th: facts and calculation count the same days.
    const [said] = await site.test.ownerQuery<{ content: string }>(
      `select content::text from core.letter where kind = 'fine_decision'`,
    );
    expect(said?.content).toContain('159 dagen');
    expect(said?.content).not.toContain('161 dagen');
    const seen = await subject.read(treasurer);
    expect(seen.letters.map(({ kind }) => kind)).not.toContain('committee_submission');
    expect(seen.events.map(({ type }) => type)).toEqual([
      'offer_repair',
      'ask_views',
      'receive_views',
      'notify',
      'receive_objection',
      'payment_term_passed',
      'dun',
      'refer_objection_to_committee',
      'adjourn_objection',
    ]);
    expect(seen.events.every(({ actor, actorName }) => actor === null && actorName === null)).toBe(
      true,
    );
    expect(JSON.stringify(seen)).not.toContain(OVERSEER.actorId);
  });
});
