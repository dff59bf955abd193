import { euro } from '../../../src/legal/kernel/euro-cents';
import { ADesk } from '../../support/a-desk';
import { aParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';

const BOOKINGS = 200;

/** On a slow machine the last in the queue is told to come back (503), and does; nothing else. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1)
    try {
      return await work();
    } catch (error) {
      const wait =
        error instanceof Error && /timeout exceeded when trying to connect/.test(error.message);
      if (!wait || turn === 10) throw error;
    }
}

/** 200 bookings at once, spread over party, affiliate and candidate: their sum passes the cap. */
describe('Wfpp art. 29b: two treasurers booking at once never pass the cap unseen', () => {
  let site: TestApp;
  let desk: ADesk;
  let donorId: string;

  beforeAll(async () => {
    site = await startTestApp();
    desk = new ADesk(site.app, await aParty(site.app));
    donorId = await desk.donor();
  });
  afterAll(() => site.close());

  const amountOf = (index: number): number => 49_900 + index * 7;
  const book = async (index: number): Promise<readonly string[]> => {
    const { party, affiliate, candidate } = desk.group;
    const recipientId = [party, affiliate, candidate][index % 3] ?? party;
    const receivedOn = `2025-0${String(1 + (index % 6))}-1${String(index % 9)}`;
    const booked = await patiently(() =>
      desk.gift(donorId, amountOf(index), receivedOn, { recipientId }),
    );
    const total = booked.judgement.totals.group.gross;
    const caps = booked.judgement.findings.filter(({ rule }) => rule === 'WFPP-29b-1');
    // What each booking was told at its own commit: over the cap exactly when a finding says so.
    expect(caps.length).toBe(total > euro(100_000) ? 1 : 0);
    return caps.map(({ key }) => key);
  };

  it(`of ${String(BOOKINGS)} parallel bookings each one over the cap carries its finding, and the sum is exact`, async () => {
    const indexes = Array.from({ length: BOOKINGS }, (_, index) => index);
    const told = await Promise.all(indexes.map(book));
    const expected = indexes.reduce((sum, index) => sum + amountOf(index), 0);

    const [sum] = await site.test.ownerQuery<{ cents: string; count: string }>(
      'select sum(amount_cents) as cents, count(*) as count from core.contribution',
    );
    expect(sum).toEqual({ cents: String(expected), count: String(BOOKINGS) });
    expect(expected).toBeGreaterThan(euro(100_000));

    const standing = await site.test.ownerQuery<{ excess: string }>(
      `select content->'remedy'->>'open' as excess from core.finding
        where rule = 'WFPP-29b-1' and ended_at is null`,
    );
    expect(standing).toEqual([{ excess: String(expected - euro(100_000)) }]);
    // Amounts rise slowly, so nearly half of the bookings stood above the cap when they were made.
    expect(told.filter((keys) => keys.length === 1).length).toBeGreaterThan(0);

    const due = await site.test.ownerQuery<{ double: string }>(
      `select count(*) - count(distinct contribution_root_id) as double from core.notice_duty`,
    );
    expect(due).toEqual([{ double: '0' }]);
  }, 120_000);
});
