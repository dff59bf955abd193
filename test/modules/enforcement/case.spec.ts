import { euroCents } from '../../../src/legal/kernel/euro-cents';
import { aParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { ACase, DECIDER, OVERSEER } from './a-case';

describe('A case through the verbs', () => {
  let site: TestApp;
  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T08:00:00Z');
  });
  afterAll(() => site.close());

  it('goes from a tip to a fine that was sent, with four eyes', async () => {
    const subject = await ACase.ofTip(site.app, await aParty(site.app));
    await subject.readyToDraft();
    const drafted = await subject.take(OVERSEER, {
      type: 'draft_decision',
      purpose: 'fine',
      amount: euroCents(250_000),
      reasons: 'Niet gemeld.',
      outcome: null,
    });
    const { version, sha256 } = drafted.drafts[0] ?? { version: 0, sha256: '' };
    await subject.take(DECIDER, { type: 'approve_decision', version, sha256 });
    const sent = await subject.take(OVERSEER, { type: 'notify' });
    expect(sent.state).toMatchObject({
      phase: 'notified',
      protection: 'open',
      collection: 'due',
      outstanding: 250_000,
    });
    expect(sent.decisions).toHaveLength(1);
  });
});
