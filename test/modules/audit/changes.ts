/** SQL of an attacker inside, who has all the rights in the database. */
export const LAST = '(select max(leaf_index) from audit.log)';
const LAST_CHECKPOINT = '(select size from audit.checkpoint order by size desc limit 1)';
const BEFORE_LAST_CHECKPOINT =
  '(select size from audit.checkpoint order by size desc offset 1 limit 1)';
export const TAIL = `
  create temp table tail as select seq from audit.log where leaf_index >= ${BEFORE_LAST_CHECKPOINT};
  delete from audit.content where seq in (select seq from tail);
  delete from audit.event where seq in (select seq from tail);
  delete from audit.log where seq in (select seq from tail);
  delete from audit.checkpoint where size = ${LAST_CHECKPOINT};
  drop table tail`;
const RECOMPUTE = `
  update audit.event e set content_commitment = audit.commitment(c.salt, c.content) from audit.content c where c.seq = e.seq;
  update audit.event set leaf = audit.leaf(seq, xid, at, tenant_id, actor, actor_role, request_id, action, entity,
    entity_id, retention_year, content_commitment);
  update audit.log l set leaf = e.leaf from audit.event e where e.seq = l.seq`;
export const RECOMPUTED_EDIT = `
  update audit.content set content = replace(content, ': "detail"', ': "nothing"'); ${RECOMPUTE}`;

/** What is done, and how. */
export const CHANGES: readonly (readonly [string, string])[] = [
  ['a waiting line forgotten', 'delete from audit.unsealed'],
  [
    'a waiting line taken out whole',
    `delete from audit.event where seq = (select min(seq) from audit.unsealed)`,
  ],
  ['the last line of the log', `delete from audit.log where leaf_index = ${LAST}`],
  [
    'a line taken out everywhere and the rest moved up',
    `
      create temp table one as select seq, leaf_index from audit.log where leaf_index = 20;
      delete from audit.content where seq in (select seq from one); delete from audit.event where seq in (select seq from one);
      delete from audit.log where seq in (select seq from one);
      update audit.log set leaf_index = leaf_index + 1000000 where leaf_index > 20;
      update audit.log set leaf_index = leaf_index - 1000001 where leaf_index > 1000000; drop table one`,
  ],
  ['all checkpoints but the last', `delete from audit.checkpoint where size < ${LAST_CHECKPOINT}`],
  [
    'two lines of the log swapped',
    `
      create temp table swap as select leaf_index, seq, leaf from audit.log where leaf_index in (30, 31);
      delete from audit.log where leaf_index in (30, 31);
      insert into audit.log select 61 - leaf_index, seq, leaf from swap; drop table swap`,
  ],
  [
    'the events of two lines swapped',
    `update audit.log set seq = -seq where leaf_index in (30, 31);
     update audit.log l set seq = -o.seq from audit.log o
      where (l.leaf_index, o.leaf_index) = (30, 31) or (l.leaf_index, o.leaf_index) = (31, 30)`,
  ],
  [
    'the last line given another place',
    `update audit.log set leaf_index = leaf_index + 5 where leaf_index = ${LAST}`,
  ],
  [
    'an event edited and its own leaf computed again',
    `update audit.event set actor = 'nobody' where seq = (select max(seq) from audit.event);
     update audit.event set leaf = audit.leaf(seq, xid, at, tenant_id, actor, actor_role, request_id,
       action, entity, entity_id, retention_year, content_commitment)`,
  ],
  [
    'waiting lines put into the log without a checkpoint',
    `insert into audit.log select ${LAST} + row_number() over (), u.seq, e.leaf
       from audit.unsealed u join audit.event e on e.seq = u.seq;
     delete from audit.unsealed`,
  ],
  [
    'two leaves swapped',
    `
      update audit.log l set leaf = o.leaf from audit.log o where (l.leaf_index, o.leaf_index) in ((30, 31), (31, 30))`,
  ],
  [
    'the actors of two lines swapped',
    `
      update audit.event e set actor = o.actor from audit.event o
       where e.action = 'read' and o.action = 'attach' and o.seq = (select min(seq) from audit.event)`,
  ],
  [
    'the content of two lines swapped',
    `
      update audit.content c set content = o.content, salt = o.salt from audit.content o
       where (c.seq, o.seq) in (select e.seq, f.seq from audit.event e, audit.event f
         where e.entity = 'core.ledger' and f.entity = 'core.ledger' and e.action = 'insert' and f.action = 'insert'
           and e.entity_id < f.entity_id order by e.seq limit 1)`,
  ],
  [
    'an event put in',
    `
      insert into audit.event overriding system value
        select 900001, xid, at, tenant_id, actor, actor_role, request_id, action, entity, entity_id, retention_year,
               content_commitment, leaf from audit.event where action = 'read' limit 1`,
  ],
  [
    'a line put in at the end',
    `insert into audit.log select leaf_index + 1, 900002, leaf from audit.log where leaf_index = ${LAST}`,
  ],
  [
    'a line put in before the beginning',
    `insert into audit.log select -1, 900003, leaf from audit.log where leaf_index = 0`,
  ],
  ['content put in', `insert into audit.content values (900004, 2036, sha256('salt'), '{}')`],
  [
    'content put in beside the right one',
    `
      insert into audit.content select seq, 2040, salt, content from audit.content where retention_year = 2036 limit 1`,
  ],
  ['a waiting line put in', 'insert into audit.unsealed values (900005)'],
  [
    'a sealed line made to wait again',
    'insert into audit.unsealed select seq from audit.log limit 1',
  ],
  [
    'a checkpoint put in',
    `
      insert into audit.checkpoint select size - 1, root, frontier, note, at from audit.checkpoint where size = ${LAST_CHECKPOINT}`,
  ],
  [
    'a checkpoint put in before the beginning',
    `
      insert into audit.checkpoint select -1, root, frontier, note, at from audit.checkpoint where size = ${LAST_CHECKPOINT}`,
  ],
  [
    'a row put in past the triggers',
    'insert into core.ledger (tenant_id, amount_cents) values (gen_random_uuid(), 1)',
  ],
  ['a deleted row brought back', `insert into core.line values (1, 4, '{"a": 1}', '1 day')`],
  [
    'a row changed past the triggers',
    `update core.ledger set amount_cents = amount_cents + 1 where amount_cents = 3`,
  ],
  [
    'a row of one party given to another',
    'update core.ledger set tenant_id = gen_random_uuid() where amount_cents = 4',
  ],
  ['content edited and every hash after it computed again', RECOMPUTED_EDIT],
];
