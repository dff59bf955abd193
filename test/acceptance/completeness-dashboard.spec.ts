import { Worker } from '../../src/platform/worker/public';
import { AFilingDesk } from '../support/a-filing';
import { aParty } from '../support/a-party';
import { startTestApp, type TestApp } from '../support/app';

describe('law.md section 12, with a database: how many parties are formally complete', () => {
  let site: TestApp;
  let parties = 0;

  beforeAll(async () => {
    site = await startTestApp();
  });
  afterAll(() => site.close());

  async function aPartyOver2024(): Promise<{ desk: AFilingDesk; name: string }> {
    parties += 1;
    const name = `Partij ${String(parties)} van het overzicht`;
    const desk = new AFilingDesk(site.app, await aParty(site.app, name));
    await desk.expect();
    return { desk, name };
  }

  async function report({ desk }: { desk: AFilingDesk }): Promise<void> {
    const { filingId } = await desk.draft(`annual_report:2024:${desk.group.party}`);
    const { documentSha256 } = await desk.attach(filingId, 'report');
    await desk.attach(filingId, 'auditor_statement', { covers: [documentSha256] });
    await desk.state(filingId, { noGifts: true, noGiftsInKind: true, noDebts: true });
    await desk.sign(filingId, 'board');
    await desk.sign(filingId, 'accountant');
    await desk.file(filingId);
  }

  it('T30: complete is only who filed every part; the others are counted and named', async () => {
    await site.setClock('2024-12-01T12:00:00Z');
    const [whole, half, none] = [
      await aPartyOver2024(),
      await aPartyOver2024(),
      await aPartyOver2024(),
    ];
    await site.setClock('2025-03-03T12:00:00Z');
    await whole.desk.fileAffiliate(2024);
    await report(whole);
    await half.desk.fileAffiliate(2024);
    await site.setClock('2025-07-01T10:00:00Z');
    await site.app.get(Worker).drainOnce();

    const { agent } = await site.signIn('overseer');
    const read = async (address: string): Promise<string> =>
      (await agent.get(address).expect(200)).text;
    const all = await read('/toezicht/overzichten?over=2024');
    /** The rows behind a figure of the dashboard. */
    const behind = (figure: string): Promise<string> => {
      const links = [...all.matchAll(/href="([^"]+)"[^>]*>([^<]+)</g)];
      const address = links.find(([, , text]) => text === figure)?.[1] ?? 'no such figure';
      return read(address.replaceAll('&amp;', '&'));
    };
    const complete = await behind('1 van 3');
    expect(complete).toContain(whole.name);
    for (const { name } of [half, none]) expect(complete).not.toContain(name);
    const incomplete = await behind('2 van 3');
    for (const { name } of [half, none]) expect(incomplete).toContain(name);
    expect(incomplete).not.toContain(whole.name);
  });
});
