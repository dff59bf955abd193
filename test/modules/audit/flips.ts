import { type TestLog } from './audit-log';

/** The tables of which any change must be seen. */
export const TABLES = [
  'audit.event',
  'audit.content',
  'audit.log',
  'audit.checkpoint',
  'audit.unsealed',
  'core.ledger',
  'core.line',
] as const;

/** Numbers from a seed (mulberry32), so that a failure can be played again. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  /** Part of a key: a small change could hit another row's. */
  readonly unique: boolean;
}

export function columnsOf(log: TestLog): Promise<Column[]> {
  return log.test.ownerQuery<Column>(
    `select c.t as table, a.attname as column, a.atttypid::regtype::text as type, not a.attnotnull as nullable,
            exists (select 1 from pg_index i where i.indrelid = a.attrelid and i.indisunique
                       and a.attnum = any (i.indkey)) as unique
       from unnest($1::text[]) c(t) join pg_attribute a on a.attrelid = c.t::regclass
      where a.attnum > 0 and not a.attisdropped order by 1, 2`,
    [TABLES],
  );
}

/** SQL for the smallest change of a value of this type; `dice` makes it another change each time. */
export function flipped({ column, type, unique }: Column, dice: number): string {
  const bit = String(unique ? 20 + (dice % 10) : dice % 30);
  const at = `${String(dice)} % greatest(length(${column}), 1)`;
  const changes: Readonly<Record<string, string>> = {
    bigint: `${column} # (1::bigint << ${bit})`,
    integer: `${column} # (1 << ${bit})`,
    xid8: `(${column}::text::bigint # 1)::text::xid8`,
    text: `case when coalesce(${column}, '') = '' then 'x'
      else overlay(${column} placing case substr(${column}, ${at} + 1, 1) when '1' then '2' else '1' end from ${at} + 1 for 1) end`,
    bytea: `set_byte(${column}, ${at}, get_byte(${column}, ${at}) # (1 << ${String(dice % 8)}))`,
    'bytea[]': `array_replace(${column}, ${column}[1], set_byte(${column}[1], ${String(dice % 32)},
      get_byte(${column}[1], ${String(dice % 32)}) # 1))`,
    'timestamp with time zone': `${column} + interval '1 microsecond'`,
    uuid: `(overlay(coalesce(${column}, '0f8fad5b-d9cb-469f-a165-70867728950e')::text placing
      to_hex((('x' || substr(coalesce(${column}::text, '0'), 1, 1))::bit(4)::int + ${String(1 + (dice % 15))}) % 16) from 1 for 1))::uuid`,
    jsonb: `coalesce(${column}, '{}') || jsonb_build_object('n', ${String(dice)})`,
    interval: `coalesce(${column}, '0') + interval '1 microsecond'`,
    date: `coalesce(${column}, '2024-01-01') + 1`,
  };
  const change = changes[type];
  if (change === undefined) throw new Error(`no change is known for a ${type}`);
  return change;
}
