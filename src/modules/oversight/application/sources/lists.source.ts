import { type WorkRow, type WorkSource } from '../work-source';

interface Row {
  readonly year: number;
  readonly version: number;
  readonly differenceCents: string;
  readonly reconciles: boolean;
  readonly problems: number;
  readonly since: string;
}

function toWork(row: Row): WorkRow {
  const year = String(row.year);
  return {
    kind: 'lists',
    ref: year,
    tenantId: null,
    organisation: null,
    title: (words) => words.t('work.title.list', { year }),
    why: (words) =>
      words.t(row.reconciles ? 'work.why.listCells' : 'work.why.lists', {
        difference: words.euro(row.differenceCents),
        problems: String(row.problems),
      }),
    severity: null,
    number: null,
    dueOn: null,
    weight: row.reconciles ? 2 : 4,
    since: row.since,
    turn: 'overseer',
    href: `/register/${year}`,
  };
}

/** Published lists whose totals do not add up, or that hold cells nobody can read. */
export const lists: WorkSource = {
  name: 'lists',
  kinds: ['lists'],
  watches: ['register.published_list'],
  async find(tx): Promise<readonly WorkRow[]> {
    const rows = await tx.query<Row>(
      `select year, version, report ->> 'difference' as "differenceCents",
          (report ->> 'reconciles')::boolean as reconciles,
          jsonb_array_length(report -> 'problems') as problems, platform.iso(imported_at) as since
         from (select distinct on (year) * from register.published_list
               order by year, version desc) l
        where not (report ->> 'reconciles')::boolean
           or jsonb_array_length(report -> 'problems') > 0`,
    );
    return rows.map(toWork);
  },
};
