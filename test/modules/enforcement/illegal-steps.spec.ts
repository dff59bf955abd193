import { plainDate } from '../../../src/legal/kernel/plain-date';
import { TRANSITIONS } from '../../../src/legal/procedure/transitions';
import { type Transaction } from '../../../src/platform/database/transaction';
import { aParty, type AParty, treasurerScope } from '../../support/a-party';
import { startTestApp, type TestApp } from '../../support/app';
import { ACase, DECIDER, OVERSEER } from './a-case';

describe('Illegal steps cannot be taken by any route', () => {
  let site: TestApp;
  let party: AParty;
  let subject: ACase;
  beforeAll(async () => {
    site = await startTestApp();
    await site.setClock('2025-06-02T08:00:00Z');
    party = await aParty(site.app);
    subject = await ACase.ofTip(site.app, party);
    await subject.take(OVERSEER, { type: 'start_review' });
    await subject.take(OVERSEER, { type: 'draw_report', text: 'Niet gemeld.' });
  });
  afterAll(() => site.close());

  const ofStaff = (work: (tx: Transaction) => Promise<unknown>): Promise<unknown> =>
    subject.within(OVERSEER, work);
  const setHead = (change: string): Promise<unknown> =>
    ofStaff((tx) =>
      tx.query(`update core.enforcement_case set ${change} where id = $1`, [subject.id]),
    );
  const CHANGED = `state = state || jsonb_build_object('phase', 'decided_fine'), phase = 'decided_fine'`;

  it('the database knows exactly the steps that the procedure knows', async () => {
    const parts = Object.entries(TRANSITIONS) as [string, Readonly<Record<string, string[]>>][];
    const wanted = parts.flatMap(([part, from]) =>
      Object.keys(from).flatMap((origin) =>
        Object.keys(from).map((target) => ({
          part,
          origin,
          target,
          allowed: origin === target || (from[origin] ?? []).includes(target),
        })),
      ),
    );
    const known = await site.test.ownerQuery(
      `select part, origin, target, core.case_step_allowed(part, origin, target) as allowed
         from jsonb_to_recordset($1::jsonb) as t(part text, origin text, target text)`,
      [JSON.stringify(wanted)],
    );
    expect(known).toEqual(wanted);
  });

  it.each([
    [
      'a step the procedure does not know',
      `${CHANGED}, version = version + 1`,
      'case_step_is_known',
    ],
    ['two versions at once', 'version = version + 2', 'case_one_step_at_a_time'],
    ['a state that no version tells of', 'version = version', 'case_one_step_at_a_time'],
    [
      'another subject',
      `state = jsonb_set(state, '{subject,ceiling}', '1'), version = version + 1`,
      'case_subject_stays',
    ],
    [
      'a decision of nobody',
      `state = jsonb_set(state, '{decisions}', '[{"sha256": "aa", "purpose": "fine"}]'),
       version = version + 1`,
      'case_decision_is_made',
    ],
    [
      'a step without its line in the chronology',
      `state = jsonb_set(state, '{outstanding}', '1'), version = version + 1`,
      'case_state_has_its_event',
    ],
  ])('direct SQL of the staff role cannot write %s', async (_what, change, constraint) => {
    await expect(setHead(change)).rejects.toMatchObject({ constraint });
  });

  it.each([
    ['a decision', 'insert into core.case_decision default values'],
    ['what a case is about', `update core.enforcement_case set number = 'Z'`],
    ['an event that was', `update core.case_event set day = '2020-01-01'`],
    ['a draft that was', `update core.case_draft set content = ''`],
    ['nothing away', 'delete from core.enforcement_case'],
    ['no event away', 'delete from core.case_event'],
  ])('the staff role may not touch %s', async (_what, sql) => {
    await expect(ofStaff((tx) => tx.query(sql))).rejects.toMatchObject({ code: '42501' });
  });

  it('an event in the name of another, or of a step that was not taken, is refused', async () => {
    const insert = (actor: string, sequence: number): Promise<unknown> =>
      ofStaff((tx) =>
        tx.query(
          `insert into core.case_event (tenant_id, case_id, sequence, type, command, actor, role,
             day, audience, state_sha256)
           values ($1, $2, $3, 'dun', '{"type": "dun"}', $4, 'overseer', '2025-06-02', 'party', '')`,
          [party.tenantId, subject.id, sequence, actor],
        ),
      );
    await expect(insert('somebody else', 4)).rejects.toMatchObject({ code: '42501' });
    await expect(insert(OVERSEER.actorId, 9)).rejects.toMatchObject({
      constraint: 'case_event_has_its_state',
    });
  });

  it('a case cannot begin anywhere but as a signal', async () => {
    await expect(
      ofStaff((tx) =>
        tx.query(
          `insert into core.enforcement_case (tenant_id, number, title, source, tip, rule, phase,
             addressee_recipient_id, protection, collection, opened_on, state, version)
           select tenant_id, 'Z-0', title, source, tip, rule, phase, addressee_recipient_id,
             protection, collection, opened_on, state, 1
             from core.enforcement_case where id = $1`,
          [subject.id],
        ),
      ),
    ).rejects.toMatchObject({ constraint: 'case_begins_as_signal' });
  });

  it('a party sees no row of a case that it was not told of, and writes none', async () => {
    const scope = treasurerScope(party.tenantId);
    const tables = ['case_as_told', 'case_event', 'case_submission', 'case_decision'];
    for (const table of tables)
      expect(
        await subject.within(scope, (tx) => tx.query(`select tenant_id from core.${table}`)),
      ).toEqual([]);
    for (const table of ['enforcement_case', 'case_signal'])
      await expect(
        subject.within(scope, (tx) => tx.query(`select id from core.${table}`)),
      ).rejects.toMatchObject({ code: '42501' });
    await expect(
      subject.within(scope, (tx) =>
        tx.query(
          `insert into core.case_submission (tenant_id, case_id, kind, channel, text, received_on)
           values ($1, $2, 'views', 'portal', 'x', platform.today())`,
          [party.tenantId, subject.id],
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('another party does not see the case once this one does', async () => {
    await subject.take(OVERSEER, { type: 'ask_views', lastDay: plainDate('2025-06-16') });
    const other = treasurerScope((await aParty(site.app)).tenantId);
    await expect(subject.read(other)).rejects.toThrow('no such case');
    const own = await subject.read(treasurerScope(party.tenantId));
    expect(own.events.map(({ type }) => type)).toEqual(['ask_views']);
    expect(await subject.try(DECIDER, { type: 'notify' })).toMatchObject({
      kind: 'refused',
      reason: 'role_may_not',
    });
  });
});
