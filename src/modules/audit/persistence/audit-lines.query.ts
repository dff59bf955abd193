/** A line with everything that must agree with it. Names are those of the columns. */
export interface AuditLineRow {
  readonly leaf_index: string | null;
  readonly log_leaf: Buffer | null;
  readonly seq: string;
  /** False when audit.event has no such line; the columns below are then null. */
  readonly known: boolean;
  readonly xid: string;
  readonly at: Buffer;
  readonly tenant_id: string | null;
  readonly actor: string;
  readonly actor_role: string;
  readonly request_id: string;
  readonly action: string;
  readonly entity: string;
  readonly entity_id: string;
  readonly retention_year: number;
  readonly content_commitment: Buffer;
  readonly leaf: Buffer;
  readonly salt: Buffer | null;
  readonly content: string | null;
}

const COLUMNS = `
  e.seq is not null as known, e.xid::text as xid, timestamptz_send(e.at) as at, e.tenant_id, e.actor,
  e.actor_role, e.request_id, e.action, e.entity, e.entity_id, e.retention_year,
  e.content_commitment, e.leaf, c.salt, c.content`;

const WITH_CONTENT = `
  left join audit.content c on c.retention_year = e.retention_year and c.seq = e.seq`;

/** Sealed lines from a place in the log on, in order. Parameters: first index, how many. */
export const SEALED_LINES = `
  select l.leaf_index, l.leaf as log_leaf, l.seq, ${COLUMNS}
    from audit.log l left join audit.event e on e.seq = l.seq ${WITH_CONTENT}
   where l.leaf_index >= $1 order by l.leaf_index limit $2`;

/** Lines that wait to be sealed. Parameters: first event, how many. */
export const WAITING_LINES = `
  select null as leaf_index, null::bytea as log_leaf, u.seq, ${COLUMNS}
    from audit.unsealed u left join audit.event e on e.seq = u.seq ${WITH_CONTENT}
   where u.seq >= $1 order by u.seq limit $2`;

export interface CheckpointRow {
  readonly size: string;
  readonly root: Buffer;
  readonly frontier: readonly Buffer[];
  readonly note: string;
  readonly at: string;
}

/** Checkpoints in order. Parameters: first size, how many. */
export const CHECKPOINTS = `
  select size, root, frontier, note,
         to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from audit.checkpoint where size >= $1 order by size limit $2`;

export const ERASED_YEARS = `
  select distinct entity_id as year from audit.event
   where action = 'erase' and entity = 'audit.content'
     and entity_id ~ '^[0-9]{4}$'
     and to_char(at at time zone 'Europe/Amsterdam', 'YYYY') > entity_id
   order by 1`;

/** Whatever stands in one table and not where it must stand too. */
export const STRAYS: readonly { readonly sql: string; readonly fault: string }[] = [
  {
    sql: `select 'event ' || e.seq as place from audit.event e
           where not exists (select 1 from audit.log l where l.seq = e.seq)
             and not exists (select 1 from audit.unsealed u where u.seq = e.seq)
           order by e.seq limit 5`,
    fault:
      'is neither in the log nor waiting to be sealed: it was put in, or its place was taken away',
  },
  {
    sql: `select 'waiting line ' || u.seq as place from audit.unsealed u
           where exists (select 1 from audit.log l where l.seq = u.seq) order by u.seq limit 5`,
    fault: 'is already in the log',
  },
  {
    sql: `select 'content of event ' || c.seq || ' (' || c.retention_year || ')' as place
            from audit.content c
           where not exists (select 1 from audit.event e
                              where e.seq = c.seq and e.retention_year = c.retention_year)
           order by c.seq limit 5`,
    fault: 'belongs to no event',
  },
  {
    sql: `select 'event ' || e.seq as place from audit.unsealed u join audit.event e on e.seq = u.seq
           where e.at < clock_timestamp() - interval '60 seconds'
             and e.xid < pg_snapshot_xmin(pg_current_snapshot())
           order by e.seq limit 1`,
    fault: 'waits for more than a minute to be sealed: the sealer does not work',
  },
  {
    sql: `select t.name || ' (trigger ' || g.name || ')' as place
            from (values ('event', 'guard'), ('log', 'guard'), ('checkpoint', 'guard'), ('content', 'guard'),
                         ('unsealed', 'guard'), ('unsealed', 'guard_sealed')) g (tab, name),
                 lateral (select 'audit.' || g.tab as name) t
           where not exists (select 1 from pg_trigger p
                              where p.tgrelid = to_regclass(t.name) and p.tgname = g.name
                                and p.tgenabled in ('O', 'A'))`,
    fault: 'is switched off or gone: the table can be changed',
  },
];
