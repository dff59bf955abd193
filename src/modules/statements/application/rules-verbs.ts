import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, type ProblemPart } from '../../../platform/http/problem';
import { readDonorNames } from '../../donors/public';
import { readGroup } from '../../parties/public';
import { ownAccounts } from '../persistence/decision.queries';
import { currentDues, endDues, insertDues, type StoredDues } from '../persistence/rule.dues';
import {
  allRules,
  insertRule,
  lockRules,
  reorderRules,
  type RuleInput,
  type StoredRule,
  switchRule,
  updateRule,
} from '../persistence/rule.store';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { part, refused } from './decide-commands';

type Check = (rule: RuleInput) => readonly ProblemPart[];

function unless(holds: boolean, fault: ProblemPart): readonly ProblemPart[] {
  return holds ? [] : [fault];
}

const hasCondition: Check = (rule) => {
  const { counterpartyIban, namePattern, words, minAmount, maxAmount, accountId } = rule;
  const set = [counterpartyIban, namePattern, minAmount, maxAmount, accountId];
  return unless(
    words.length > 0 || set.some((one) => one !== null),
    part('/counterpartyIban', 'rule.no_condition', 'Give at least one thing the entry must have.'),
  );
};

const hasRange: Check = ({ minAmount, maxAmount }) =>
  unless(
    minAmount === null || maxAmount === null || minAmount <= maxAmount,
    part('/maxAmount', 'rule.range', 'The highest amount lies below the lowest. Swap them.'),
  );

const hasOutcome: Check = ({ outcome, type, setAsideReason }) => [
  ...unless(
    outcome !== 'book' || type !== null,
    part('/type', 'rule.type', 'Say which kind of contribution it is.'),
  ),
  ...unless(
    outcome !== 'set_aside' || setAsideReason !== null,
    part('/setAsideReason', 'rule.reason', 'Say why it is no contribution.'),
  ),
];

const ownsItself: Check = ({ booksItself, type }) =>
  unless(
    !booksItself || type === 'membership_dues',
    part(
      '/booksItself',
      'rule.itself',
      'Only dues may be booked without being asked. Choose membership dues, or confirm them yourself.',
    ),
  );

const CHECKS = [hasCondition, hasRange, hasOutcome, ownsItself] as const;

/** Donor, recipient and account are the party's own; others answer as unknown. */
async function unknowns(tx: Transaction, rule: RuleInput): Promise<readonly ProblemPart[]> {
  const tenantId = tenantOf(tx);
  const { donorId, recipientId, accountId } = rule;
  const donors = donorId === null ? null : await readDonorNames(tx, tenantId, [donorId]);
  const { members } = await readGroup(tx, tenantId);
  const accounts = await ownAccounts(tx, tenantId);
  return [
    ...unless(
      donors === null || donors.size > 0,
      part('/donorId', 'donor.unknown', 'This donor is not in your records. Enter it first.'),
    ),
    ...unless(
      recipientId === null || members.some(({ recipient }) => recipient === recipientId),
      part('/recipientId', 'recipient.unknown', 'This recipient is not part of your party.'),
    ),
    ...unless(
      accountId === null || accounts.some(({ id }) => id === accountId),
      part('/accountId', 'account.unknown', 'This is not an account of your party.'),
    ),
  ];
}

/** @throws Problem 400 with all faults. */
async function checked(tx: Transaction, rule: RuleInput): Promise<RuleInput> {
  const faults = [...CHECKS.flatMap((check) => check(rule)), ...(await unknowns(tx, rule))];
  if (faults.length > 0) throw refused(faults);
  if (rule.outcome === 'book') return { ...rule, setAsideReason: null };
  return { ...rule, type: null, donorId: null, recipientId: null, booksItself: false };
}

/** The rules of a treasurer. @throws Problem 400 with all faults, 404 when the rule is not there. */
@Injectable()
export class KeepRules {
  async make(tx: Transaction, rule: RuleInput): Promise<string> {
    const tenantId = tenantOf(tx);
    await lockRules(tx, tenantId);
    return insertRule(tx, tenantId, await checked(tx, rule));
  }

  async revise(tx: Transaction, id: string, rule: RuleInput): Promise<void> {
    await this.find(tx, id);
    await updateRule(tx, tenantOf(tx), id, await checked(tx, rule));
  }

  async switch(tx: Transaction, id: string, active: boolean): Promise<void> {
    if (!(await switchRule(tx, tenantOf(tx), id, active))) throw notFound();
  }

  /** Moves a rule one place; at the end of the list it stays where it is. */
  async move(tx: Transaction, id: string, towards: 'earlier' | 'later'): Promise<void> {
    const tenantId = tenantOf(tx);
    await lockRules(tx, tenantId);
    const ids = (await allRules(tx, tenantId)).map((rule) => rule.id);
    const at = ids.indexOf(id);
    if (at < 0) throw notFound();
    const to = Math.max(0, Math.min(ids.length - 1, at + (towards === 'earlier' ? -1 : 1)));
    await reorderRules(tx, tenantId, ids.filter((one) => one !== id).toSpliced(to, 0, id));
  }

  /** @throws Problem 404. */
  async find(tx: Transaction, id: string): Promise<StoredRule> {
    const rule = (await allRules(tx, tenantOf(tx))).find((one) => one.id === id);
    if (rule === undefined) throw notFound();
    return rule;
  }

  list(tx: Transaction): Promise<readonly StoredRule[]> {
    return allRules(tx, tenantOf(tx));
  }

  dues(tx: Transaction): Promise<readonly StoredDues[]> {
    return currentDues(tx, tenantOf(tx));
  }

  /** An amount that is there already stays as it is. */
  async addDues(tx: Transaction, name: string, amount: EuroCents): Promise<void> {
    await insertDues(tx, tenantOf(tx), name, amount);
  }

  async endDues(tx: Transaction, id: string): Promise<void> {
    if (!(await endDues(tx, tenantOf(tx), id))) throw notFound();
  }
}

export { type RuleInput, type StoredDues, type StoredRule };
