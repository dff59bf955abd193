import { type ContributionType } from '../../../legal/facts/contribution';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';
import { type EntryRule, type SetAsideReason } from '../recognition/proposal';

/** What a treasurer writes down as a rule. Amounts in euro cents. */
export interface RuleInput {
  readonly name: string;
  readonly counterpartyIban: string | null;
  readonly namePattern: string | null;
  readonly words: readonly string[];
  readonly minAmount: EuroCents | null;
  readonly maxAmount: EuroCents | null;
  readonly accountId: string | null;
  readonly outcome: 'book' | 'set_aside';
  readonly type: ContributionType | null;
  readonly donorId: string | null;
  readonly recipientId: string | null;
  readonly setAsideReason: SetAsideReason | null;
  readonly booksItself: boolean;
}

export interface StoredRule extends RuleInput {
  readonly id: string;
  /** Its place in the order in which rules are tried, from 1. */
  readonly place: number;
  readonly active: boolean;
  readonly account: string | null;
  readonly donorName: string | null;
  readonly recipientName: string | null;
  /** Decisions that stand on it and hold, and how many of them nobody was asked about. */
  readonly used: number;
  readonly usedByItself: number;
  readonly changedAt: string;
  readonly changedBy: string;
}

type Row = Omit<StoredRule, 'minAmount' | 'maxAmount'> & {
  readonly minCents: string | null;
  readonly maxCents: string | null;
};

const RULES = `
  select r.id, r.name, r.active, r.counterparty_iban as "counterpartyIban",
         row_number() over (order by r.position, r.made_at, r.id)::int as place,
         r.name_pattern as "namePattern", r.words, r.min_cents as "minCents",
         r.max_cents as "maxCents", r.account_id as "accountId", a.account, r.outcome, r.type,
         r.donor_id as "donorId", r.recipient_id as "recipientId", c.name as "recipientName",
         p.name as "donorName", r.set_aside_reason as "setAsideReason",
         r.books_itself as "booksItself", platform.iso(r.changed_at) as "changedAt",
         r.changed_by as "changedBy", u.used, u.itself as "usedByItself"
    from core.bank_rule r
    left join core.bank_account a on a.tenant_id = r.tenant_id and a.id = r.account_id
    left join core.recipient c on c.tenant_id = r.tenant_id and c.id = r.recipient_id
    left join lateral (select v.name from core.donor_particulars v
      where v.tenant_id = r.tenant_id and v.donor_id = r.donor_id
      order by v.version desc limit 1) p on true
    left join lateral (select count(*)::int as used,
        (count(*) filter (where d.by_rule))::int as itself
      from core.bank_decision d
      where d.tenant_id = r.tenant_id and d.rule_id = r.id and d.undone_at is null) u on true
   where r.tenant_id = $1
   order by r.position, r.made_at, r.id`;

function cents(text: string | null): EuroCents | null {
  return text === null ? null : euroCents(Number(text));
}

/** All rules, in the order in which they are tried. */
export async function allRules(tx: Transaction, tenantId: string): Promise<readonly StoredRule[]> {
  const rows = await tx.query<Row>(RULES, [tenantId]);
  return rows.map(({ minCents, maxCents, ...rest }) => ({
    ...rest,
    minAmount: cents(minCents),
    maxAmount: cents(maxCents),
  }));
}

/** A rule as recognition reads it. */
export function entryRuleOf(rule: StoredRule): EntryRule {
  const { id, name, counterpartyIban, namePattern, words, minAmount, maxAmount, account } = rule;
  const { type, donorId, recipientId, setAsideReason, booksItself } = rule;
  return {
    id,
    name,
    when: { counterpartyIban, namePattern, words, minAmount, maxAmount, account },
    then:
      type === null
        ? { do: 'set_aside', reason: setAsideReason ?? 'other' }
        : { do: 'book', type, donorId, recipientId },
    booksItself,
  };
}

const COLUMNS = [
  'name',
  'counterparty_iban',
  'name_pattern',
  'words',
  'min_cents',
  'max_cents',
  'account_id',
  'outcome',
  'type',
  'donor_id',
  'recipient_id',
  'set_aside_reason',
  'books_itself',
] as const;

function valuesOf(rule: RuleInput): readonly unknown[] {
  return [
    rule.name,
    rule.counterpartyIban,
    rule.namePattern,
    rule.words,
    rule.minAmount,
    rule.maxAmount,
    rule.accountId,
    rule.outcome,
    rule.type,
    rule.donorId,
    rule.recipientId,
    rule.setAsideReason,
    rule.booksItself,
  ];
}

/** A new rule is tried last. */
export async function insertRule(
  tx: Transaction,
  tenantId: string,
  rule: RuleInput,
): Promise<string> {
  const id = newId();
  const places = COLUMNS.map((_, index) => `$${String(index + 3)}`).join(', ');
  await tx.query(
    `insert into core.bank_rule (tenant_id, id, position, ${COLUMNS.join(', ')})
     values ($1, $2, (select coalesce(max(position), 0) + 1 from core.bank_rule
       where tenant_id = $1), ${places})`,
    [tenantId, id, ...valuesOf(rule)],
  );
  return id;
}

/** False when there is no such rule. */
export async function updateRule(
  tx: Transaction,
  tenantId: string,
  id: string,
  rule: RuleInput,
): Promise<boolean> {
  const sets = COLUMNS.map((name, index) => `${name} = $${String(index + 3)}`).join(', ');
  const rows = await tx.query(
    `update core.bank_rule set ${sets}, changed_at = platform.now(), changed_by = platform.actor()
      where tenant_id = $1 and id = $2 returning id`,
    [tenantId, id, ...valuesOf(rule)],
  );
  return rows.length === 1;
}

export async function switchRule(
  tx: Transaction,
  tenantId: string,
  id: string,
  active: boolean,
): Promise<boolean> {
  const rows = await tx.query(
    `update core.bank_rule set active = $3, changed_at = platform.now(),
       changed_by = platform.actor() where tenant_id = $1 and id = $2 returning id`,
    [tenantId, id, active],
  );
  return rows.length === 1;
}

/** Writes the order down anew; two moves at once queue. */
export async function reorderRules(
  tx: Transaction,
  tenantId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `update core.bank_rule r set position = o.place
       from unnest($2::uuid[]) with ordinality as o (id, place)
      where r.tenant_id = $1 and r.id = o.id and r.position <> o.place`,
    [tenantId, ids],
  );
}

/** Changes of the order of one party queue. */
export async function lockRules(tx: Transaction, tenantId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 93))`, [tenantId]);
}
