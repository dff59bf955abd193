import fc from 'fast-check';
import { euro, euroCents } from '../../../src/legal/kernel/euro-cents';
import { AnnulContribution, readContribution } from '../../../src/modules/contributions/public';
import {
  BookByRules,
  DecideEntries,
  type Decided,
  type EntryAct,
  KeepRules,
  readStatementEntries,
  type StoredEntry,
} from '../../../src/modules/statements/public';
import { ConfirmProposals } from '../../../src/modules/statements/application/decide-proposals';
import { UndoDecision } from '../../../src/modules/statements/application/decide-undo';
import { RememberDecision } from '../../../src/modules/statements/application/rules-remember';
import { proposeEntries } from '../../../src/modules/statements/application/propose-entries';
import { ADesk } from '../../support/a-desk';
import { aParty } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { aStatement } from './a-bank';

describe('Deciding on lines of a bank statement', () => {
  let site: TestApp;
  let desk: ADesk;
  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T12:00:00+02:00');
  });
  beforeEach(async () => {
    desk = new ADesk(site.app, await aParty(site.app));
  });
  afterAll(() => site.close());

  const decide = (
    entry: StoredEntry,
    act: EntryAct,
    note: string | null = null,
  ): Promise<Decided> =>
    desk.run((tx) =>
      site.app
        .get(DecideEntries)
        .run(tx, [{ entryId: entry.id, act, note, ruleId: null, byRule: false }]),
    );

  function book(
    donorId: string,
    cents: number,
    type: 'gift' | 'membership_dues' = 'gift',
  ): EntryAct {
    const part = { donorId, recipientId: desk.group.party, type, description: null } as const;
    return { do: 'book', parts: [{ ...part, amount: euroCents(cents) }], other: null, costs: null };
  }

  async function now(entry: StoredEntry): Promise<StoredEntry> {
    const { tenantId } = desk.group;
    const found = await desk.run((tx) =>
      readStatementEntries(tx, tenantId, { entryIds: [entry.id] }),
    );
    return found[0] ?? entry;
  }

  const contribution = (id: string | undefined): ReturnType<typeof readContribution> =>
    desk.run((tx) => readContribution(tx, desk.group.tenantId, id ?? ''));

  async function oneLine(cents: number, more = {}): Promise<StoredEntry> {
    const [entry] = await aStatement(site.app, desk, [{ cents: euroCents(cents), ...more }]);
    if (entry === undefined) throw new Error('no entry');
    return entry;
  }

  it('books the day the account was credited, with the reference of the bank (D11)', async () => {
    const entry = await oneLine(100_000, { day: '2025-03-03' });
    const { contributionIds } = await decide(entry, book(await desk.donor(), 100_000));
    const life = await contribution(contributionIds[0]);
    expect(life?.current).toMatchObject({ receivedOn: '2025-03-03', amountCents: '100000' });
    expect(life?.current.bankReference).toBe(`${entry.account} ${entry.reference}`);
    expect(await now(entry)).toMatchObject({ state: 'booked', contributionIds });
  });

  it('EUR 10.000 credited on Thursday 6 March 2025: the duty runs from that day (art. 25a)', async () => {
    const entry = await oneLine(1_000_000, { day: '2025-03-06' });
    const { years } = await decide(entry, book(await desk.donor(), 1_000_000));
    expect(
      years.flatMap(({ judgement }) => judgement.duties.map(({ due }) => due.enforced.lastDay)),
    ).toEqual(['2025-03-11']);
    const less = await oneLine(999_999, { day: '2025-03-06' });
    const other = await decide(less, book(await desk.donor(), 999_999));
    expect(other.years.flatMap(({ judgement }) => judgement.duties)).toEqual([]);
  });

  it('deciding twice changes nothing, one after the other or both at once', async () => {
    const entry = await oneLine(5_000);
    const donorId = await desk.donor();
    const both = await Promise.all([
      decide(entry, book(donorId, 5_000)),
      decide(entry, book(donorId, 5_000)),
      decide(entry, { do: 'set_aside', reason: 'sale' }),
    ]);
    expect(both.map(({ entryIds }) => entryIds.length).sort()).toEqual([0, 0, 1]);
    expect(both.map(({ before }) => before.length).sort()).toEqual([0, 1, 1]);
    const again = await decide(entry, book(donorId, 5_000));
    expect(again).toMatchObject({ entryIds: [], before: [entry.id], contributionIds: [] });
    const held = await site.test.ownerQuery(
      'select 1 from core.bank_decision where entry_id = $1',
      [entry.id],
    );
    expect(held).toHaveLength(1);
  });

  it('a batch over several donors ties to the cent: gifts and a ticket less what the provider kept', async () => {
    const entry = await oneLine(9_950);
    const [a, b] = [await desk.donor(), await desk.donor()];
    const parts = [a, b].map((donorId, at) => ({
      donorId,
      recipientId: desk.group.party,
      type: 'gift' as const,
      amount: euroCents(at === 0 ? 6_000 : 3_000),
      description: null,
    }));
    const other = { amount: euroCents(1_100), note: 'kaartje' };
    const off = decide(entry, { do: 'book', parts, other, costs: euroCents(149) });
    await expect(off).rejects.toMatchObject({
      status: 400,
      errors: [{ code: 'decision.sum', location: '/parts' }],
    });
    expect((await now(entry)).state).toBe('open');
    const { contributionIds } = await decide(entry, {
      do: 'book',
      parts,
      other,
      costs: euroCents(150),
    });
    expect(contributionIds).toHaveLength(2);
    expect((await now(entry)).contributionIds).toEqual(contributionIds);
  });

  it('the database itself refuses parts that do not tie to the entry', async () => {
    const entry = await oneLine(100);
    const insert = desk.run(async (tx) => {
      await tx.query(
        `insert into core.bank_decision (tenant_id, entry_id, kind) values ($1, $2, 'booked')`,
        [desk.group.tenantId, entry.id],
      );
    });
    await expect(insert).rejects.toThrow('the lines do not add up to the entry');
  });

  it('a gift that was booked by hand is linked, once, and only when it comes to the entry', async () => {
    const entry = await oneLine(2_500);
    const donorId = await desk.donor();
    const { contributionId } = await desk.gift(donorId, 2_500, '2025-03-02');
    const other = await desk.gift(donorId, 2_501, '2025-03-02');
    await expect(
      decide(entry, { do: 'link', contributionIds: [other.contributionId] }),
    ).rejects.toMatchObject({ errors: [{ code: 'link.sum' }] });
    await decide(entry, { do: 'link', contributionIds: [contributionId] });
    expect((await now(entry)).contributionIds).toEqual([contributionId]);
    const second = await oneLine(2_500);
    await expect(
      decide(second, { do: 'link', contributionIds: [contributionId] }),
    ).rejects.toMatchObject({ errors: [{ code: 'link.taken' }] });
  });

  it('undone: what was booked is annulled with the reason, and the entry is open again', async () => {
    const entry = await oneLine(5_000);
    const donorId = await desk.donor();
    const { contributionIds } = await decide(entry, book(donorId, 5_000));
    const undo = (): Promise<void> =>
      desk.run((tx) => site.app.get(UndoDecision).run(tx, entry.id, 'Verkeerde gever'));
    await undo();
    expect(await contribution(contributionIds[0])).toBeNull();
    expect((await now(entry)).state).toBe('open');
    await expect(undo()).rejects.toMatchObject({ status: 409, code: 'entry.open' });
    const again = await decide(entry, book(await desk.donor(), 5_000));
    expect(again.contributionIds).toHaveLength(1);
  });

  it('a gift that is annulled on its own page opens its entry again', async () => {
    const entry = await oneLine(5_000);
    const { contributionIds } = await decide(entry, book(await desk.donor(), 5_000));
    await desk.run((tx) =>
      site.app.get(AnnulContribution).run(tx, contributionIds[0] ?? '', 'dubbel'),
    );
    expect((await now(entry)).state).toBe('open');
    expect((await decide(entry, book(await desk.donor(), 5_000))).entryIds).toEqual([entry.id]);
  });

  it('a debit to the donor is the return of the gift; a return is not undone', async () => {
    const donorId = await desk.donor();
    const { contributionId } = await desk.gift(donorId, 150_000, '2025-03-03');
    const entry = await oneLine(150_000, { direction: 'debit', day: '2025-03-05' });
    await expect(decide(entry, book(donorId, 150_000))).rejects.toMatchObject({
      errors: [{ code: 'decision.needs_credit' }],
    });
    const parts = [{ contributionId, amount: euro(1_500) }];
    await decide(entry, { do: 'settle', kind: 'returned_to_donor', parts });
    const life = await contribution(contributionId);
    expect(life?.settlements).toMatchObject([
      { kind: 'returned_to_donor', amountCents: '150000', settledOn: '2025-03-05' },
    ]);
    const undo = desk.run((tx) => site.app.get(UndoDecision).run(tx, entry.id, 'toch niet'));
    await expect(undo).rejects.toMatchObject({ status: 409, code: 'decision.settled' });
  });

  it('set aside under "other" asks why', async () => {
    const entry = await oneLine(100);
    await expect(decide(entry, { do: 'set_aside', reason: 'other' })).rejects.toMatchObject({
      errors: [{ code: 'decision.note' }],
    });
    await decide(entry, { do: 'set_aside', reason: 'other' }, 'Statiegeld');
    expect((await now(entry)).state).toBe('set_aside');
  });

  it('an entry of another party is not there', async () => {
    const entry = await oneLine(100);
    const stranger = new ADesk(site.app, await aParty(site.app));
    const decided = await stranger.run((tx) =>
      site.app.get(DecideEntries).run(tx, [
        {
          entryId: entry.id,
          act: { do: 'set_aside', reason: 'sale' },
          note: null,
          ruleId: null,
          byRule: false,
        },
      ]),
    );
    expect(decided).toMatchObject({ entryIds: [], before: [] });
    expect((await now(entry)).state).toBe('open');
  });

  it('the next gift from the same account is certain; one press books all that is', async () => {
    const donorId = await desk.donor();
    const [first, second] = await aStatement(site.app, desk, [
      { cents: euroCents(5_000) },
      { cents: euroCents(7_500), day: '2025-04-03' },
    ]);
    if (first === undefined || second === undefined) throw new Error('no entries');
    const [before] = await desk.run((tx) => proposeEntries(tx, [second], 'full'));
    expect(before?.proposal.certainty).not.toBe('certain');
    await decide(first, book(donorId, 5_000));
    const [after] = await desk.run((tx) => proposeEntries(tx, [second], 'full'));
    expect(after?.proposal).toMatchObject({ certainty: 'certain', donorId });
    const done = await desk.run((tx) => site.app.get(ConfirmProposals).certain(tx, null));
    expect(done.entryIds).toEqual([second.id]);
    const twice = await desk.run((tx) => site.app.get(ConfirmProposals).certain(tx, null));
    expect(twice.entryIds).toEqual([]);
  });

  it('a ticked proposal that changed since it was shown is left alone', async () => {
    const entry = await oneLine(100, { description: 'Factuur 12' });
    const ticked = new Map([[entry.id, 'as it was before']]);
    const done = await desk.run((tx) => site.app.get(ConfirmProposals).ticked(tx, ticked));
    expect(done).toMatchObject({ entryIds: [], left: [entry.id] });
  });

  it('"do this from now on" makes a rule; it counts how often it was used', async () => {
    const donorId = await desk.donor();
    const [first, second] = await aStatement(site.app, desk, [
      { cents: euroCents(3_000), description: 'Contributie' },
      { cents: euroCents(3_000), description: 'Contributie', day: '2025-04-03' },
    ]);
    if (first === undefined || second === undefined) throw new Error('no entries');
    const act = book(donorId, 3_000, 'membership_dues');
    const ruleId = await desk.run((tx) => site.app.get(RememberDecision).run(tx, first.id, act));
    await desk.run((tx) => site.app.get(ConfirmProposals).certain(tx, null));
    const [rule] = await desk.run((tx) => site.app.get(KeepRules).list(tx));
    expect(rule).toMatchObject({ id: ruleId, used: 2, usedByItself: 0, minAmount: 3_000 });
  });

  it('a rule books by itself only dues without registration, and says so (art. 21 lid 2)', async () => {
    const donorId = await desk.donor();
    const rule = {
      name: 'Contributie',
      counterpartyIban: 'NL43RABO0009999011',
      namePattern: null,
      words: ['contributie'],
      minAmount: null,
      maxAmount: null,
      accountId: null,
      outcome: 'book',
      type: 'membership_dues',
      donorId,
      recipientId: null,
      setAsideReason: null,
      booksItself: true,
    } as const;
    await desk.run((tx) => site.app.get(KeepRules).make(tx, rule));
    await expect(
      desk.run((tx) => site.app.get(KeepRules).make(tx, { ...rule, type: 'gift' })),
    ).rejects.toMatchObject({ errors: [{ code: 'rule.itself' }] });
    const [atLimit, above] = await aStatement(site.app, desk, [
      { cents: euroCents(25_000), description: 'Contributie' },
      { cents: euroCents(25_001), description: 'Contributie' },
    ]);
    const done = await desk.run((tx) => site.app.get(BookByRules).run(tx, null));
    expect(done.entryIds).toEqual([atLimit?.id]);
    const rows = await site.test.ownerQuery(
      'select by_rule from core.bank_decision where entry_id = $1',
      [atLimit?.id],
    );
    expect(rows).toEqual([{ by_rule: true }]);
    expect(above === undefined ? null : (await now(above)).state).toBe('open');
  });

  it('a rule for a recipient or donor of somebody else is refused', async () => {
    const stranger = new ADesk(site.app, await aParty(site.app));
    const rule = {
      name: 'Vreemd',
      counterpartyIban: null,
      namePattern: null,
      words: [],
      minAmount: null,
      maxAmount: null,
      accountId: null,
      outcome: 'book',
      type: 'gift',
      donorId: await stranger.donor(),
      recipientId: stranger.group.party,
      setAsideReason: null,
      booksItself: false,
    } as const;
    const make = desk.run((tx) => site.app.get(KeepRules).make(tx, rule));
    await expect(make).rejects.toMatchObject({
      errors: [
        { code: 'rule.no_condition' },
        { code: 'donor.unknown' },
        { code: 'recipient.unknown' },
      ],
    });
  });

  it('property: booked, open and set aside together are the credits, whatever is done', async () => {
    const donorId = await desk.donor();
    const acts = fc.array(
      fc.record({
        at: fc.nat(5),
        what: fc.constantFrom('book' as const, 'aside' as const, 'undo' as const),
      }),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (steps) => {
        const group = await aParty(site.app);
        desk = new ADesk(site.app, group);
        const giver = await desk.donor();
        const entries = await aStatement(
          site.app,
          desk,
          Array.from({ length: 6 }, (_, at) => ({ cents: euroCents(1_000 + at) })),
        );
        for (const { at, what } of steps) {
          const entry = entries[at];
          if (entry === undefined) continue;
          if (what === 'undo')
            await desk
              .run((tx) => site.app.get(UndoDecision).run(tx, entry.id, 'anders'))
              .catch((error: unknown) => {
                expect(error).toMatchObject({ code: 'entry.open' });
              });
          else if (what === 'book') await decide(entry, book(giver, entry.amount));
          else await decide(entry, { do: 'set_aside', reason: 'sale' });
        }
        const [row] = await site.test.ownerQuery<{ credits: string; parts: string; gifts: string }>(
          `select sum(e.amount_cents) as credits,
                  sum(e.amount_cents) filter (where s.state = 'booked') as booked,
                  sum(e.amount_cents) filter (where s.state in ('open', 'booked', 'set_aside')) as parts,
                  coalesce(sum(e.amount_cents) filter (where s.state = 'booked'), 0)
                    - (select coalesce(sum(c.amount_cents), 0) from core.current_contribution c
                        where c.tenant_id = $1) as gifts
             from core.bank_entry e join core.bank_entry_state s on s.entry_id = e.id
            where e.tenant_id = $1`,
          [group.tenantId],
        );
        expect(row?.parts).toBe(row?.credits);
        expect(row?.gifts).toBe('0');
      }),
      { numRuns: 15 },
    );
    expect(donorId).not.toBe('');
  });
});
