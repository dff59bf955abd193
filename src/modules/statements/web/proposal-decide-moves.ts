import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type Typed } from '../../../platform/http/form-faults';
import { notFound, type Problem, problem, type ProblemPart } from '../../../platform/http/problem';
import { isId } from '../../../platform/ids/id';
import { type EntryAct } from '../application/decide-commands';
import { DecideEntries } from '../application/decide-entries';
import { RegisterPayer } from '../application/decide-new-donor';
import { UndoDecision } from '../application/decide-undo';
import { readStatementEntries, type StoredEntry } from '../application/read-entries';
import { RememberDecision } from '../application/rules-remember';
import { SET_ASIDE_REASONS, type SetAsideReason } from '../recognition/proposal';
import { BOOKABLE_TYPES } from './proposal-choices';

/** The last part of the path. */
export type Move = 'boeken' | 'apart' | 'koppelen' | 'teruggave' | 'terugdraaien';

export interface AskedMove {
  readonly move: Move;
  readonly typed: Typed;
  /** Do this from now on. */
  readonly remember: boolean;
}

export function fault(field: string, code: string): ProblemPart {
  return { in: 'body', location: `/${field}`, code, detail: code };
}

export function refuse(...faults: readonly ProblemPart[]): Problem {
  return problem(400, 'input.invalid', 'The form has faults.', faults);
}

export function chosenIn<T extends string>(typed: Typed, field: string, choices: readonly T[]): T {
  const found = choices.find((one) => one === typed[field]);
  if (found === undefined) throw refuse(fault(field, 'choice.unknown'));
  return found;
}

function idIn(typed: Typed, field: string): string {
  const value = typed[field] ?? '';
  if (!isId(value)) throw refuse(fault(field, 'id.format'));
  return value;
}

/** What the forms about one entry do. */
@Injectable()
export class DecideMoves {
  constructor(
    private readonly deciding: DecideEntries,
    private readonly undoing: UndoDecision,
    private readonly remembering: RememberDecision,
    private readonly payers: RegisterPayer,
  ) {}

  private async entry(tx: Transaction, id: string): Promise<StoredEntry> {
    const [entry] = await readStatementEntries(tx, tenantOf(tx), { entryIds: [id] });
    if (entry === undefined) throw notFound();
    return entry;
  }

  /**
   * @returns true when a rule was made of it.
   * @throws Problem 404 for an entry that is not there, 400 with all faults.
   */
  async run(
    tx: Transaction,
    entryId: string,
    { move, typed, remember }: AskedMove,
  ): Promise<boolean> {
    const entry = await this.entry(tx, entryId);
    if (move === 'terugdraaien') {
      const reason = (typed['undoReason'] ?? '').slice(0, 500);
      if (reason === '') throw refuse(fault('undoReason', 'text.length'));
      await this.undoing.run(tx, entry.id, reason);
      return false;
    }
    const act = await this.actOf(tx, entry, move, typed);
    const ruleId = remember ? await this.remembering.run(tx, entry.id, act) : null;
    const note = (typed['note'] ?? '').slice(0, 500);
    const decision = { entryId: entry.id, act, note: note === '' ? null : note };
    const decided = await this.deciding.run(tx, [{ ...decision, ruleId, byRule: false }]);
    if (decided.entryIds.length === 0) throw refuse(fault('', 'entry.decided'));
    return ruleId !== null;
  }

  private async actOf(
    tx: Transaction,
    entry: StoredEntry,
    move: Exclude<Move, 'terugdraaien'>,
    typed: Typed,
  ): Promise<EntryAct> {
    switch (move) {
      case 'boeken':
        return this.booking(tx, entry, typed);
      case 'apart': {
        const reasons: readonly SetAsideReason[] = SET_ASIDE_REASONS;
        return { do: 'set_aside', reason: chosenIn(typed, 'setAsideReason', reasons) };
      }
      case 'koppelen':
        return { do: 'link', contributionIds: [idIn(typed, 'linkId')] };
      case 'teruggave': {
        const kinds = ['returned_to_donor', 'transferred_to_state'] as const;
        const parts = [{ contributionId: idIn(typed, 'settleId'), amount: entry.amount }];
        return { do: 'settle', kind: chosenIn(typed, 'settleKind', kinds), parts };
      }
    }
  }

  private async booking(tx: Transaction, entry: StoredEntry, typed: Typed): Promise<EntryAct> {
    const type = chosenIn(typed, 'type', BOOKABLE_TYPES);
    const recipientId = idIn(typed, 'recipientId');
    const donorId = await this.donor(tx, entry, typed);
    const description = entry.description.slice(0, 500).trim();
    const words = description === '' ? null : description;
    const part = { donorId, recipientId, type, amount: entry.amount, description: words };
    return { do: 'book', parts: [part], other: null, costs: null };
  }

  private donor(tx: Transaction, entry: StoredEntry, typed: Typed): Promise<string> {
    if (typed['donorId'] === 'new') return this.payers.ofEntry(tx, entry);
    if (typed['donorId'] === 'anonymous') return this.payers.anonymous(tx);
    return Promise.resolve(idIn(typed, 'donorId'));
  }
}
