import { type WorkRow, type WorkSource } from '../work-source';

interface Row {
  readonly what: 'job' | 'deadline' | 'mail' | 'source';
  readonly kind: string;
  readonly count: number;
  readonly since: string;
}

function toWork({ what, kind, count, since }: Row): WorkRow {
  return {
    kind: 'machine',
    ref: `${what}:${kind}`,
    tenantId: null,
    organisation: null,
    title: (words) => words.t(`work.title.machine.${what}`),
    why: (words) => words.t(`work.why.machine.${what}`, { kind, count: String(count) }),
    severity: null,
    number: null,
    dueOn: null,
    weight: what === 'deadline' || what === 'source' ? 5 : 3,
    since,
    turn: 'overseer',
    href: '/toezicht?soort=techniek',
  };
}

/** What the machine gave up or could not read: a term that does not fire or a letter that does not leave is no detail. */
export const machine: WorkSource = {
  name: 'machine',
  kinds: ['machine'],
  watches: [],
  maxAgeMinutes: 5,
  async find(tx): Promise<readonly WorkRow[]> {
    const rows = await tx.query<Row>(
      `select 'job' as what, kind, count(*)::int as count, platform.iso(min(created_at)) as since
         from platform.job where state = 'failed' group by kind
       union all
       select 'deadline', kind, count(*)::int, platform.iso(min(due_at)) from (
         select kind, due_at from platform.deadline where state = 'held'
         union all
         select kind, due_at from platform.deadline
          where state = 'pending' and due_at < platform.now() - interval '1 hour') d
        group by kind
       union all
       select 'mail', 'mail', count(*)::int, platform.iso(min(created_at))
         from platform.outbox_message where sent_at is null and attempts >= 5 having count(*) > 0
       union all
       select 'source', source, 1, platform.iso(at) from insight.work_refresh where failed`,
    );
    return rows.map(toWork);
  },
};
