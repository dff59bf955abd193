import {
  AskShielding,
  openSafetyRequests,
  publicationOf,
  readSafetyRequest,
  standingOf,
  TakeSafetyStep,
} from '../../../src/modules/publication/public';
import { type Scope } from '../../../src/platform/database/transaction';
import { ADesk } from '../../support/a-desk';
import { aParty, OVERSEER_SCOPE } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { ARegister } from './a-register';

const COMMITTEE: Scope = {
  ...OVERSEER_SCOPE,
  actorId: 'member-of-the-test',
  actorRole: 'committee_member',
};
const DECIDER: Scope = {
  ...OVERSEER_SCOPE,
  actorId: 'decider-of-the-test',
  actorRole: 'decision_maker',
};

const OWNED = {
  name: 'Voorbeeld B.V.',
  address: 'Kade 1',
  residence: 'Tiel',
  country: 'NL',
  tradeRegisterNumber: '87654321',
  inTradeRegister: true,
  ubos: [
    { name: 'U. Bo', address: 'Kade 2', residence: 'Tiel', country: 'NL' },
    { name: 'V. Bo', address: 'Kade 3', residence: 'Ede', country: 'NL' },
  ],
};

describe('A party asks to shield somebody for the sake of safety (art. 25 lid 5, Bfpp art. 3)', () => {
  let site: TestApp;
  let register: ARegister;
  let desk: ADesk;

  beforeAll(async () => {
    site = await startTestApp();
    register = new ARegister(site);
  });
  beforeEach(async () => {
    await site.setClock('2025-06-02T10:00:00Z');
    desk = new ADesk(site.app, await aParty(site.app));
  });
  afterAll(() => site.close());

  const ofParty = async () => register.gifts({ party: await register.slugOf(desk.group.tenantId) });

  const ask = (donorId: string, uboName: string | null = null) =>
    desk.run((tx) =>
      site.app.get(AskShielding).run(tx, {
        ...{ donorId, uboName },
        reason: 'Bedreigd na een artikel',
        actorName: 'T. Treasurer',
      }),
    );

  const take = async (
    scope: Scope,
    requestId: string,
    step: Parameters<TakeSafetyStep['run']>[1]['step'],
  ) => {
    const request = await register.as(scope, (tx) => readSafetyRequest(tx, requestId));
    const seen = request?.steps.length ?? 0;
    return register.as(scope, (tx) =>
      site.app.get(TakeSafetyStep).run(tx, { requestId, seen, step, actorName: null }),
    );
  };

  const decide = async (requestId: string, outcome: 'grant' | 'refuse') => {
    const words = 'Het gevaar is aannemelijk gemaakt.';
    const adviceFor = { overview: 'annual' } as const;
    await take(OVERSEER_SCOPE, requestId, { kind: 'sent_to_committee', adviceFor });
    await take(COMMITTEE, requestId, { kind: 'advised', outcome, words });
    await take(OVERSEER_SCOPE, requestId, { kind: 'drafted', outcome, words });
    const decided = await take(DECIDER, requestId, { kind: 'decided' });
    await register.settle();
    return decided;
  };

  const published = async (kind: 'person' | 'company' = 'person') => {
    const donor = await desk.donor(
      kind === 'person' ? {} : { kind: 'legal_person', particulars: OWNED, declaration: null },
    );
    const { contributionId } = await desk.gift(donor, 1_200_000, '2025-05-28');
    await desk.gift(donor, 300_000, '2025-05-29');
    await desk.notify(donor);
    await register.release(desk.group.tenantId);
    const gift = (await ofParty()).find(({ line }) => line === 'gift');
    return { donor, contributionId, giftId: gift?.id ?? '' };
  };

  /** Everything the public can read of a party, as one text. */
  const everything = async (): Promise<string> => {
    const gifts = await ofParty();
    const versions = await Promise.all(gifts.map(({ id }) => register.versions(id)));
    return JSON.stringify([gifts, versions]);
  };

  it('in the moment of asking nothing of that donor shows, though nothing ran yet', async () => {
    const { donor, giftId } = await published();
    expect(await everything()).toContain('A. Gever');
    await ask(donor);
    expect(await ofParty()).toEqual([]);
    expect(await register.versions(giftId)).toEqual([]);
  });

  it('then it shows without the name, also in every old version and in its totals', async () => {
    const { donor, giftId, contributionId } = await published();
    await ask(donor);
    await register.settle();
    const gifts = await ofParty();
    expect(
      gifts.map(({ line, amount, donor: who, status }) => [line, amount, who.shielding, status]),
    ).toEqual([
      ['gift', '12000.00', 'wfpp_25_5', 'published'],
      ['rest', '3000.00', 'wfpp_25_5', 'published'],
    ]);
    const text = await everything();
    for (const hidden of ['A. Gever', 'Utrecht', '"D-']) expect(text).not.toContain(hidden);
    const versions = await register.versions(giftId);
    expect(versions.map(({ change, reason }) => [change, reason])).toEqual([
      ['published', null],
      ['withheld', 'safety_asked'],
    ]);
    const [named] = await site.test.ownerQuery<{ gifts: string }>(
      `select count(*) as gifts from register.donor_year where gifts <> 0
         and donor_public_id in (select d.public_id from insight.donor d
           join insight.donor_link l on l.insight_donor_id = d.id where l.donor_id = $1)`,
      [donor],
    );
    expect(named?.gifts).toBe('0');
    const own = await desk.run((tx) => publicationOf(tx, desk.group.tenantId, contributionId));
    expect(own).toMatchObject({ publicId: giftId, version: 2, shielded: true });
  });

  it('granted it stays so; a later correction is published without the name too', async () => {
    const { donor, giftId } = await published();
    const { id } = await ask(donor);
    await register.settle();
    expect(await decide(id, 'grant')).toMatchObject({ kind: 'accepted' });
    await desk.gift(donor, 1_500_000, '2025-06-01');
    await desk.notify(donor);
    await register.release(desk.group.tenantId);
    expect(await ofParty()).toHaveLength(3);
    expect(await everything()).not.toContain('A. Gever');
    expect((await register.versions(giftId)).at(-1)?.change).toBe('withheld');
  });

  it('refused it is put back, in the old versions to the byte', async () => {
    const { donor, giftId } = await published();
    const before = await register.versions(giftId);
    const { id } = await ask(donor);
    await register.settle();
    await decide(id, 'refuse');
    const after = await register.versions(giftId);
    expect(after[0]).toEqual(before[0]);
    expect(after.map(({ change, reason }) => [change, reason]).slice(1)).toEqual([
      ['withheld', 'safety_asked'],
      ['restored', 'safety_refused'],
    ]);
    expect((await ofParty())[0]?.donor).toMatchObject({ name: 'A. Gever', residence: 'Utrecht' });
    const left = await site.test.ownerQuery(
      `select from insight.withheld_content w join register.publication p on p.id = w.publication_id
        where p.public_id = $1`,
      [giftId],
    );
    expect(left).toEqual([]);
  });

  it('of a company one owner is shielded; the company and the other owner are not', async () => {
    const { donor } = await published('company');
    await ask(donor, 'u. bo');
    await register.settle();
    const [gift] = await ofParty();
    expect(gift?.donor).toMatchObject({ name: 'Voorbeeld B.V.', address: 'Kade 1' });
    expect(gift?.beneficialOwners).toEqual([
      { name: null, residence: null },
      { name: 'V. Bo', residence: 'Ede' },
    ]);
    expect(await everything()).not.toContain('U. Bo');
    await expect(ask(donor)).rejects.toMatchObject({ status: 400 });
    await expect(ask(donor, 'W. Bo')).rejects.toMatchObject({ status: 400 });
  });

  it('asked before release, what waits is shielded as well', async () => {
    const donor = await desk.donor();
    await desk.gift(donor, 1_200_000, '2025-05-28');
    await desk.notify(donor);
    await register.settle();
    await ask(donor);
    await register.settle();
    expect(await register.items(desk.group.tenantId)).toMatchObject([{ remarks: ['shielded'] }]);
    await register.release(desk.group.tenantId);
    expect(await everything()).not.toContain('A. Gever');
  });

  it('the committee advises first, and who drafted does not decide', async () => {
    const donor = await desk.donor();
    const { id } = await ask(donor);
    const words = 'Grond';
    const drafted = { kind: 'drafted', outcome: 'grant', words } as const;
    expect(await take(OVERSEER_SCOPE, id, drafted)).toMatchObject({ reason: 'advice_first' });
    expect(await take(DECIDER, id, { kind: 'decided' })).toMatchObject({ reason: 'no_draft' });
    const adviceFor = { overview: 'annual' } as const;
    await take(OVERSEER_SCOPE, id, { kind: 'sent_to_committee', adviceFor });
    const work = await register.as(OVERSEER_SCOPE, (tx) => openSafetyRequests(tx));
    expect(work.find((item) => item.id === id)).toMatchObject({
      dueOn: '2025-07-14',
      turn: 'committee',
      weight: 4,
    });
    expect(await take(COMMITTEE, id, { kind: 'extended' })).toMatchObject({ kind: 'accepted' });
    const request = await register.as(OVERSEER_SCOPE, (tx) => readSafetyRequest(tx, id));
    expect(request === null ? null : standingOf(request).dueOn).toBe('2025-07-28');
    expect(await take(COMMITTEE, id, { kind: 'extended' })).toMatchObject({ reason: 'not_now' });
    expect(await take(OVERSEER_SCOPE, id, drafted)).toMatchObject({ reason: 'advice_first' });
    await site.setClock('2025-07-29T10:00:00Z');
    expect(await take(OVERSEER_SCOPE, id, drafted)).toMatchObject({ kind: 'accepted' });
    const sameHands = { ...DECIDER, actorId: OVERSEER_SCOPE.actorId };
    expect(await take(sameHands, id, { kind: 'decided' })).toMatchObject({
      reason: 'second_person_needed',
    });
    const member = { ...DECIDER, actorId: COMMITTEE.actorId };
    expect(await take(member, id, { kind: 'decided' })).toMatchObject({ reason: 'role_may_not' });
    expect(await take(DECIDER, id, { kind: 'decided' })).toMatchObject({ kind: 'accepted' });
  });

  it('a party reads what it asked and what was decided, not who drafted what', async () => {
    const donor = await desk.donor();
    const { id } = await ask(donor);
    await decide(id, 'refuse');
    const seen = await desk.run((tx) => readSafetyRequest(tx, id));
    expect(seen?.steps.map(({ kind }) => kind)).toEqual(['sent_to_committee', 'decided']);
    expect(seen?.steps.every(({ takenBy }) => takenBy === null)).toBe(true);
    const other = new ADesk(site.app, await aParty(site.app));
    expect(await other.run((tx) => readSafetyRequest(tx, id))).toBeNull();
  });
});
