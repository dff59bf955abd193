/** A table that is or was in the log; content is null when it was never attached or is lost. */
export interface AttachedRow {
  readonly entity: string;
  readonly action: string | null;
  readonly content: string | null;
  /** The name, quoted for use in SQL; null when there is no such table. */
  readonly relation: string | null;
  /** True when its triggers are on: each way of changing a row leaves a line, or is refused. */
  readonly watched: boolean;
}

/** Insert, delete and update, as pg_trigger.tgtype has them. */
const ROW_CHANGES = 4 + 8 + 16;

/** Per table with lines about rows: whether it is attached now, and how. */
export const ATTACHED_TABLES = `
  with named as (
    select distinct entity from audit.event
     where action in ('insert', 'update', 'delete', 'restate', 'attach', 'detach')
  )
  select n.entity, a.action, a.content, t.relation::regclass::text as relation,
         coalesce((select bit_or(p.tgtype & ${ROW_CHANGES}) = ${ROW_CHANGES} from pg_trigger p
           where p.tgrelid = t.relation and p.tgenabled in ('O', 'A') and p.tgqual is null
             and (p.tgfoid = to_regprocedure('audit.log_row()')
               or p.tgfoid = to_regprocedure('audit.log_rows()') and not (select c.relispartition
                 from pg_class c where c.oid = t.relation))
         ), false)
         and (select count(*) from pg_trigger p
           where p.tgrelid = t.relation and p.tgname in ('00_audit_key', '00_audit_truncate')
             and p.tgenabled in ('O', 'A') and p.tgfoid = 'audit.refuse()'::regprocedure) = 2 as watched
    from named n
    cross join lateral (select to_regclass(quote_ident(split_part(n.entity, '.', 1)) || '.'
      || quote_ident(split_part(n.entity, '.', 2))) as relation) t
    left join lateral (
      select e.action, c.content from audit.event e
        left join audit.content c on c.retention_year = e.retention_year and c.seq = e.seq
       where e.entity = n.entity and e.action in ('attach', 'detach')
       order by e.seq desc limit 1) a on true
   order by n.entity`;

export interface StateRow {
  readonly tenant_id: string | null;
  readonly entity_id: string;
  readonly seq: string | null;
  readonly fault: 'no history' | 'no row' | 'deleted' | 'differs';
}

/**
 * Rows that are not what their newest line says (offset 0: the text of a row is made once). A row whose content was erased is not compared.
 * Parameters: the entity, its key columns, its hashed columns.
 */
export function changedRows(relation: string): string {
  return `
    with newest as (
      select tenant_id::text as tenant, entity_id, max(seq) as seq from audit.event
       where entity = $1 and action in ('insert', 'update', 'delete', 'restate') group by 1, 2
    ), history as (
      select n.*, e.action, c.content from newest n join audit.event e on e.seq = n.seq
        left join audit.content c on c.retention_year = e.retention_year and c.seq = e.seq
    ), stored as (
      select i.image ->> 'tenant_id' as tenant, i.image,
             case when cardinality($2::text[]) = 1 then i.image ->> ($2::text[])[1]
               else audit.row_id(i.image, $2::text[]) end as entity_id
        from ${relation} t cross join lateral (select to_jsonb(t) as image offset 0) i
    )
    select tenant_id, entity_id, seq, fault from (
      select coalesce(h.tenant, r.tenant) as tenant_id, coalesce(h.entity_id, r.entity_id) as entity_id,
             h.seq,
             case
               when h.seq is null then 'no history'
               when r.image is null then case when h.action = 'delete' then null else 'no row' end
               when h.action = 'delete' then 'deleted'
               when h.content <> (case when cardinality($3::text[]) = 0 then r.image::text
                                   else audit.row_content(r.image, $3::text[]) end) then 'differs'
             end as fault
        from history h full join stored r
          on r.entity_id = h.entity_id and coalesce(r.tenant, '') = coalesce(h.tenant, '')
    ) compared where fault is not null order by seq nulls last, entity_id limit 20`;
}
