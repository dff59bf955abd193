import { Injectable } from '@nestjs/common';
import { type Membership } from '../../../legal/facts/group';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem, type ProblemPart } from '../../../platform/http/problem';
import { readGroup } from '../../parties/public';
import {
  type DebtParticulars,
  type DebtRecord,
  findDebt,
  insertDebt,
  insertMovement,
  insertParticulars,
  lockDebt,
  type MovementInput,
} from '../persistence/debt.store';
import { judgeDebt } from './judge-debt';

export interface RegisterDebtCommand {
  /** The party or the affiliate that owes it. */
  readonly recipientId: string;
  readonly particulars: DebtParticulars;
  /** The first drawing. */
  readonly drawn: Omit<MovementInput, 'kind'>;
}

const NO_DEBTORS = new Set<Membership['kind']>(['candidate', 'branch']);

function part(location: string, code: string, detail: string): ProblemPart {
  return { in: 'body', location, code, detail };
}

function refuse(faults: readonly ProblemPart[]): void {
  if (faults.length > 0)
    throw problem(400, 'input.invalid', 'This cannot be recorded like this.', faults);
}

function dayFaults(day: string, tx: Transaction): readonly ProblemPart[] {
  if (day > tx.today)
    return [part('/on', 'date.future', `${day} has not come yet. Enter it on the day itself.`)];
  if (day < '1900-01-01')
    return [part('/on', 'date.too_early', `${day} lies before 1900. Give a later day.`)];
  return [];
}

/** Registers a debt of the party or an affiliate with its first drawing (art. 21 lid 3). */
@Injectable()
export class RegisterDebt {
  /** @throws Problem 400 with all faults at once. */
  async run(tx: Transaction, command: RegisterDebtCommand): Promise<string> {
    const tenantId = tenantOf(tx);
    refuse([
      ...(await this.debtorFaults(tx, tenantId, command.recipientId)),
      ...dayFaults(command.drawn.on, tx),
    ]);
    const debtId = await insertDebt(tx, tenantId, command.recipientId);
    const key = { tenantId, debtId };
    await insertParticulars(tx, key, command.particulars, { version: 1, reason: 'first entry' });
    await insertMovement(tx, key, { ...command.drawn, kind: 'drawn' });
    await judgeDebt(tx, key);
    return debtId;
  }

  private async debtorFaults(
    tx: Transaction,
    tenantId: string,
    recipientId: string,
  ): Promise<readonly ProblemPart[]> {
    const { members } = await readGroup(tx, tenantId);
    const debtor = members.find(({ recipient }) => recipient === recipientId);
    if (debtor === undefined)
      return [
        part(
          '/recipientId',
          'recipient.unknown',
          'This recipient is not of your group. Choose another.',
        ),
      ];
    if (NO_DEBTORS.has(debtor.kind))
      return [
        part(
          '/recipientId',
          'debtor.kind',
          'Only debts of the party and of its affiliates are registered (art. 21 lid 3). Choose one of those.',
        ),
      ];
    return [];
  }
}

/** What was drawn or repaid on a day. A mistake is undone by the opposite on the same day. */
@Injectable()
export class RecordDebtBalance {
  /** @throws Problem 404, or 400 with all faults: more than is owed, in the future. */
  async run(tx: Transaction, debtId: string, movement: MovementInput): Promise<string> {
    const key = { tenantId: tenantOf(tx), debtId };
    await lockDebt(tx, debtId);
    const debt = await findDebt(tx, key.tenantId, debtId);
    if (debt === null) throw notFound();
    refuse([...dayFaults(movement.on, tx), ...repaymentFaults(debt, movement)]);
    const id = await insertMovement(tx, key, movement);
    await judgeDebt(tx, key);
    return id;
  }
}

function repaymentFaults(debt: DebtRecord, movement: MovementInput): readonly ProblemPart[] {
  if (movement.kind === 'drawn') return [];
  const { balances } = debt.fact;
  const before = balances.findLast(({ on }) => on <= movement.on)?.balance ?? 0;
  const later = balances.filter(({ on }) => on > movement.on).map(({ balance }) => balance);
  const left = Math.min(before, ...later);
  if (movement.amount <= left) return [];
  const owed = (left / 100).toFixed(2);
  return [
    part(
      '/amount',
      'debt.exceeds',
      `On ${movement.on} and after it EUR ${owed} can be repaid at most. Give that or less.`,
    ),
  ];
}

/** New particulars beside the old ones, with the reason. */
@Injectable()
export class ReviseDebt {
  /** @throws Problem 404. */
  async run(
    tx: Transaction,
    debtId: string,
    particulars: DebtParticulars,
    reason: string,
  ): Promise<void> {
    const key = { tenantId: tenantOf(tx), debtId };
    await lockDebt(tx, debtId);
    const debt = await findDebt(tx, key.tenantId, debtId);
    if (debt === null) throw notFound();
    await insertParticulars(tx, key, particulars, { version: debt.version + 1, reason });
    await judgeDebt(tx, key);
  }
}

export type { DebtParticulars, MovementInput };
