import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { readStatementEntries, type StoredEntry } from '../persistence/entry.query';
import { type RuleInput } from '../persistence/rule.store';
import { type EntryAct } from './decide-commands';
import { KeepRules } from './rules-verbs';

const ANYTHING = {
  counterpartyIban: null,
  namePattern: null,
  words: [],
  minAmount: null,
  maxAmount: null,
  accountId: null,
  donorId: null,
  recipientId: null,
  type: null,
  setAsideReason: null,
  booksItself: false,
} as const;

/** What tells the payer apart: the account, or else the name. Null when the entry has neither. */
function payerOf({ counterparty }: StoredEntry): Partial<RuleInput> | null {
  const { iban, name } = counterparty;
  if (iban !== null) return { counterpartyIban: iban };
  return name === null || name.length < 2 ? null : { namePattern: name.slice(0, 100) };
}

/** The rule that would have made this decision; null for what no rule can do again. */
export function ruleFrom(entry: StoredEntry, act: EntryAct): RuleInput | null {
  const payer = payerOf(entry);
  const then = outcomeOf(entry, act);
  if (payer === null || then === null || entry.direction === 'debit') return null;
  const { iban, name } = entry.counterparty;
  return { ...ANYTHING, ...payer, ...then, name: (name ?? iban ?? '').slice(0, 100) };
}

type Outcome = Partial<RuleInput> & Pick<RuleInput, 'outcome'>;

function outcomeOf(entry: StoredEntry, act: EntryAct): Outcome | null {
  if (act.do === 'set_aside') return { outcome: 'set_aside', setAsideReason: act.reason };
  if (act.do !== 'book' || act.parts.length !== 1 || act.other !== null) return null;
  const [first] = act.parts;
  if (first === undefined || first.type === 'loan_waived') return null;
  const { donorId, type } = first;
  const recipientId = first.recipientId === entry.recipientId ? null : first.recipientId;
  // Dues have a fixed amount; another amount of the same member may well be a gift.
  const dues =
    type === 'membership_dues' ? { minAmount: entry.amount, maxAmount: entry.amount } : {};
  return { ...dues, outcome: 'book', donorId, type, recipientId };
}

function sameConditions(a: RuleInput, b: RuleInput): boolean {
  return (
    a.counterpartyIban === b.counterpartyIban &&
    a.namePattern === b.namePattern &&
    a.words.join(' ') === b.words.join(' ') &&
    a.minAmount === b.minAmount &&
    a.maxAmount === b.maxAmount &&
    a.accountId === b.accountId
  );
}

/** "Do this from now on": makes a rule of a decision, or rewrites the one with the same conditions. */
@Injectable()
export class RememberDecision {
  constructor(private readonly rules: KeepRules) {}

  /** @returns the id of the rule; null when no rule can do this. */
  async run(tx: Transaction, entryId: string, act: EntryAct): Promise<string | null> {
    const [entry] = await readStatementEntries(tx, tenantOf(tx), { entryIds: [entryId] });
    const rule = entry === undefined ? null : ruleFrom(entry, act);
    if (rule === null) return null;
    const known = (await this.rules.list(tx)).find((one) => sameConditions(one, rule));
    if (known === undefined) return this.rules.make(tx, rule);
    await this.rules.revise(tx, known.id, { ...rule, name: known.name });
    if (!known.active) await this.rules.switch(tx, known.id, true);
    return known.id;
  }
}
