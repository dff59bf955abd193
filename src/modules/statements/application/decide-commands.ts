import { type ContributionType } from '../../../legal/facts/contribution';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { problem, type Problem, type ProblemPart } from '../../../platform/http/problem';
import { type StoredEntry } from '../persistence/entry.query';
import { type SetAsideReason } from '../recognition/proposal';

/** One contribution that an entry, or a part of it, is. */
export interface BookedPart {
  readonly donorId: string;
  readonly recipientId: string;
  readonly type: ContributionType;
  readonly amount: EuroCents;
  readonly description: string | null;
}

/** What is made of one entry. Everything in it ties to the amount of the entry, to the cent. */
export type EntryAct =
  | {
      readonly do: 'book';
      readonly parts: readonly BookedPart[];
      /** A part that is no contribution: a ticket bought with the gift. */
      readonly other: { readonly amount: EuroCents; readonly note: string } | null;
      /** What a payment provider kept of the gifts before it paid out. */
      readonly costs: EuroCents | null;
    }
  | { readonly do: 'link'; readonly contributionIds: readonly string[] }
  | {
      readonly do: 'settle';
      readonly kind: 'returned_to_donor' | 'transferred_to_state';
      readonly parts: readonly { readonly contributionId: string; readonly amount: EuroCents }[];
    }
  | { readonly do: 'set_aside'; readonly reason: SetAsideReason };

export interface EntryDecision {
  readonly entryId: string;
  readonly act: EntryAct;
  readonly note: string | null;
  readonly ruleId: string | null;
  /** True when a rule decides without anybody being asked. */
  readonly byRule: boolean;
}

export function part(location: string, code: string, detail: string): ProblemPart {
  return { in: 'body', location, code, detail };
}

export function refused(faults: readonly ProblemPart[]): Problem {
  return problem(400, 'input.invalid', 'This cannot be decided like this.', faults);
}

function euros(cents: number): string {
  return `EUR ${(cents / 100).toFixed(2)}`;
}

function total(amounts: readonly { readonly amount: number }[]): number {
  return amounts.reduce((sum, { amount }) => sum + amount, 0);
}

/** What the parts come to: gifts and the rest, less what the provider kept. */
export function comesTo(act: EntryAct): number | null {
  if (act.do === 'book') return total(act.parts) + (act.other?.amount ?? 0) - (act.costs ?? 0);
  return act.do === 'settle' ? total(act.parts) : null;
}

function wrongWay(entry: StoredEntry, act: EntryAct): readonly ProblemPart[] {
  const needs = act.do === 'settle' ? 'debit' : act.do === 'set_aside' ? null : 'credit';
  if (needs === null || needs === entry.direction) return [];
  const detail =
    needs === 'credit'
      ? 'This money left the account: it can be a return of a gift, never a gift.'
      : 'This money came in: it cannot be the return of a gift.';
  return [part('/do', `decision.needs_${needs}`, detail)];
}

function wrongSum(entry: StoredEntry, act: EntryAct): readonly ProblemPart[] {
  const sum = comesTo(act);
  if (sum === null || sum === entry.amount) return [];
  const detail = `The parts come to ${euros(sum)}; the entry is ${euros(entry.amount)}. Make them equal to the cent.`;
  return [part('/parts', 'decision.sum', detail)];
}

function nothing(act: EntryAct): readonly ProblemPart[] {
  const count =
    act.do === 'link' ? act.contributionIds.length : act.do === 'set_aside' ? 1 : act.parts.length;
  return count > 0 ? [] : [part('/parts', 'decision.empty', 'Give at least one part.')];
}

/** What is wrong in a decision as it stands, without looking at the books. */
export function faultsOf(entry: StoredEntry, { act, note }: EntryDecision): readonly ProblemPart[] {
  const unsaid =
    act.do === 'set_aside' && act.reason === 'other' && note === null
      ? [part('/note', 'decision.note', 'Say why this entry is no contribution.')]
      : [];
  return [...wrongWay(entry, act), ...nothing(act), ...wrongSum(entry, act), ...unsaid];
}
