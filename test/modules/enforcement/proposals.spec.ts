import { euroCents } from '../../../src/legal/kernel/euro-cents';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import {
  listProposals,
  OpenCase,
  type OpenCaseInput,
  type StoredProposal,
} from '../../../src/modules/enforcement/public';
import { recordSubjectFindings } from '../../../src/modules/judgements/public';
import { Database } from '../../../src/platform/database/database';
import { workerScope } from '../../../src/platform/jobs/public';
import { Worker } from '../../../src/platform/worker/public';
import { ADesk } from '../../support/a-desk';
import { aParty, type AParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { ACase, DECIDER, OVERSEER, valueOf } from './a-case';

describe('From a finding to a proposal or a case', () => {
  let site: TestApp;
  let party: AParty;
  beforeAll(async () => {
    site = await startTestApp();
  });
  beforeEach(async () => {
    await at('2025-03-03');
    party = await aParty(site.app);
  });
  afterAll(() => site.close());

  const at = async (day: string): Promise<void> => {
    await site.setClock(`${day}T09:00:00Z`);
    await site.app.get(Worker).drainOnce();
  };
  const proposals = async (): Promise<readonly StoredProposal[]> => {
    const all = await site.app
      .get(Database)
      .inTransaction(OVERSEER, (tx) => listProposals(tx, { after: null, limit: 100 }));
    return all.filter(({ tenantId }) => tenantId === party.tenantId);
  };
  const open = (input: OpenCaseInput): ReturnType<OpenCase['run']> =>
    site.app.get(Database).inTransaction(OVERSEER, (tx) => site.app.get(OpenCase).run(tx, input));
  const findingIds = async (rule: string): Promise<string[]> => {
    const rows = await site.test.ownerQuery<{ id: string }>(
      `select id from core.finding where tenant_id = $1 and rule = $2 and source = 'disclosed'
         and ended_at is null order by key`,
      [party.tenantId, rule],
    );
    return rows.map(({ id }) => id);
  };

  it('Wfpp art. 25: an annual report that did not come by 30 June becomes a proposal of its own', async () => {
    await at('2025-07-02');
    const late = (await proposals()).filter(({ rule }) => rule === 'WFPP-25-1');
    expect(late).not.toEqual([]);
    for (const { content, donorId } of late) {
      expect(donorId).toBeNull();
      expect(content.violation).toMatchObject({ violatedOn: '2025-07-01', selfReported: false });
      expect(content.violation.daysLate).toBeGreaterThan(0);
      expect(content.fine.ceiling).toBe(2_500_000);
    }
  });

  it('art. 37 lid 1: a finding that is not in it gives no proposal, but a case to have it repaired', async () => {
    const finding = {
      rule: 'WFPP-34',
      basis: { law: 'Wfpp', article: '34' },
      severity: 'finding',
      outcome: 'not_published',
      key: 'test:34',
      recipient: party.party,
      contributions: [],
      amounts: [],
      parameters: [],
      missing: [],
      since: plainDate('2025-02-01'),
      remedy: null,
    } as const;
    const subject = { tenantId: party.tenantId, donorId: null, year: 2025 };
    await site.app
      .get(Database)
      .inTransaction(workerScope('test'), (tx) =>
        recordSubjectFindings(tx, 'disclosed', subject, 'test:', [finding]),
      );
    expect(await proposals()).toEqual([]);
    const [findingId = ''] = await findingIds('WFPP-34');
    const opened = valueOf(await open({ from: 'finding', findingId, actorName: null }));
    expect(opened).toMatchObject({ source: 'finding', addressee: { kind: null } });
    expect(opened.state.subject.fineable).toBe(false);
    expect(opened.calculation).toBeNull();

    const repair = new ACase(site.app, opened.id);
    await repair.take(OVERSEER, { type: 'start_review' });
    const report = await repair.try(OVERSEER, { type: 'draw_report', text: 'Geen reglement.' });
    expect(report).toMatchObject({ kind: 'refused', reason: 'not_fineable' });
    const offered = await repair.take(OVERSEER, {
      type: 'offer_repair',
      lastDay: plainDate('2025-04-01'),
    });
    expect(offered.phase).toBe('repair_offered');
  });

  it('one cause has one case, also from the finding itself, until it was dismissed', async () => {
    await at('2025-03-07');
    const desk = new ADesk(site.app, party);
    await desk.gift(await desk.donor(), 1_200_000, '2025-03-07');
    await at('2025-03-14');
    const [proposal] = await proposals();
    const [findingId = ''] = await findingIds('WFPP-25a-2');
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((actorName) => open({ from: 'finding', findingId, actorName })),
    );
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['accepted', 'refused', 'refused']);
    const opened = valueOf(answers.find(({ kind }) => kind === 'accepted') ?? never());
    // The finding had a proposal by then: the case rests on it, with the first day by the Act.
    expect(opened).toMatchObject({ source: 'proposal', proposalId: proposal?.id });
    expect(opened.state.subject.violatedOn).toBe('2025-03-12');
    const again = await open({
      from: 'proposal',
      proposalId: proposal?.id ?? '',
      actorName: null,
    });
    expect(again).toMatchObject({ reason: 'already_open', facts: { case: opened.id } });
    await new ACase(site.app, opened.id).take(OVERSEER, { type: 'dismiss', reason: 'Vergissing.' });
    expect(await open({ from: 'finding', findingId, actorName: null })).toMatchObject({
      kind: 'accepted',
    });
  });

  it('Awb 5:46 lid 2: a fine that stands makes the next violation of that rule a repetition', async () => {
    const earlier = await ACase.ofTip(site.app, party, '2025-01-15');
    await earlier.readyToDraft('2025-03-31');
    const drafted = await earlier.take(OVERSEER, {
      type: 'draft_decision',
      purpose: 'fine',
      amount: euroCents(250_000),
      reasons: 'Niet gemeld.',
      outcome: null,
    });
    for (const { version, sha256 } of drafted.drafts)
      await earlier.take(DECIDER, { type: 'approve_decision', version, sha256 });
    const desk = new ADesk(site.app, party);
    const repetition = async (receivedOn: string, lookOn: string): Promise<unknown> => {
      await desk.gift(await desk.donor(), 1_200_000, receivedOn);
      await at(lookOn);
      const newest = (await proposals()).at(-1);
      return newest?.content.fine.steps.find(({ code }) => code === 'repetition')?.input;
    };
    // Decided, but not told yet: it does not count.
    expect(await repetition('2025-03-03', '2025-03-10')).toBe(0);
    await earlier.take(OVERSEER, { type: 'notify' });
    expect(await repetition('2025-03-10', '2025-03-17')).toBe(1);
  });
});

function never(): never {
  throw new Error('there is none');
}
