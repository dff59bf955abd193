import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import {
  BookContributions,
  type ContributionInput,
  type JudgedYear,
  SettleContribution,
} from '../../contributions/public';
import {
  type DecisionKind,
  insertDecisions,
  insertLines,
  type NewLine,
} from '../persistence/decision.store';
import { readStatementEntries, type StoredEntry } from '../persistence/entry.query';
import { type EntryDecision, faultsOf, part, refused } from './decide-commands';
import { rememberPayers } from './decide-payers';
import { linkable } from './decide-links';

export interface Decided {
  /** Entries that were decided now. */
  readonly entryIds: readonly string[];
  /** Entries that somebody had decided before; nothing of them was changed. */
  readonly before: readonly string[];
  readonly contributionIds: readonly string[];
  /** What the law says now of every donor-year that was touched. */
  readonly years: readonly JudgedYear[];
}

const KINDS: Readonly<Record<EntryDecision['act']['do'], DecisionKind>> = {
  book: 'booked',
  link: 'linked',
  settle: 'settled',
  set_aside: 'set_aside',
};

interface Taken {
  readonly decision: EntryDecision;
  readonly entry: StoredEntry;
  readonly decisionId: string;
}

/** The bank's own reference, as a contribution carries it. */
export function bankReferenceOf({ account, reference }: StoredEntry): string {
  return `${account} ${reference}`.slice(0, 140);
}

/**
 * Decides on entries of bank statements: books, links, records a return, or sets aside. Each entry
 * once, however many people press at the same time; an entry that was decided is left as it is.
 * @throws Problem 400 with all faults; 404 is for the caller, who knows which entry was asked for.
 */
@Injectable()
export class DecideEntries {
  constructor(
    private readonly booking: BookContributions,
    private readonly settling: SettleContribution,
  ) {}

  async run(tx: Transaction, decisions: readonly EntryDecision[]): Promise<Decided> {
    const tenantId = tenantOf(tx);
    const entryIds = decisions.map(({ entryId }) => entryId);
    const entries = await readStatementEntries(tx, tenantId, { entryIds });
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    const known = decisions.filter(({ entryId }) => byId.has(entryId));
    const faults = known.flatMap((one) => faultsOf(entryOf(byId, one.entryId), one));
    if (faults.length > 0) throw refused(faults);
    const ids = await insertDecisions(tx, tenantId, known.map(newDecision));
    const taken = known.flatMap((decision) => {
      const decisionId = ids.get(decision.entryId);
      return decisionId === undefined
        ? []
        : [{ decision, decisionId, entry: entryOf(byId, decision.entryId) }];
    });
    const booked = await this.book(tx, taken);
    await this.link(tx, taken);
    await this.settle(tx, taken);
    await rememberPayers(tx, taken);
    return {
      entryIds: taken.map(({ entry }) => entry.id),
      before: known.filter(({ entryId }) => !ids.has(entryId)).map(({ entryId }) => entryId),
      ...booked,
    };
  }

  private async book(
    tx: Transaction,
    taken: readonly Taken[],
  ): Promise<Pick<Decided, 'contributionIds' | 'years'>> {
    const inputs = taken.flatMap(contributionsOf);
    const { contributionIds, years } = await this.booking.run(tx, inputs);
    let at = 0;
    const lines = taken.flatMap(({ decision, decisionId }) => {
      if (decision.act.do !== 'book') return [];
      const { parts, other, costs } = decision.act;
      const gifts = parts.map(({ amount }) =>
        line(decisionId, 'contribution', amount, { contributionId: contributionIds[at++] ?? null }),
      );
      const rest = other === null ? [] : [line(decisionId, 'other', other.amount, other)];
      const kept = costs === null ? [] : [line(decisionId, 'costs', 0 - costs)];
      return [...gifts, ...rest, ...kept].map(placed);
    });
    await insertLines(tx, tenantOf(tx), lines);
    return { contributionIds, years };
  }

  private async link(tx: Transaction, taken: readonly Taken[]): Promise<void> {
    for (const { decision, decisionId, entry } of taken) {
      if (decision.act.do !== 'link') continue;
      const found = await linkable(tx, entry, decision.act.contributionIds);
      const lines = found.map(({ id, amount }) =>
        line(decisionId, 'contribution', amount, { contributionId: id }),
      );
      if (!(await insertLines(tx, tenantOf(tx), lines.map(placed))))
        throw refused([
          part('/contributionIds', 'link.taken', 'Another entry is already the receipt of it.'),
        ]);
    }
  }

  private async settle(tx: Transaction, taken: readonly Taken[]): Promise<void> {
    for (const { decision, decisionId, entry } of taken) {
      if (decision.act.do !== 'settle') continue;
      const lines: NewLine[] = [];
      for (const { contributionId, amount } of decision.act.parts) {
        const { settlementId } = await this.settling.run(tx, contributionId, {
          kind: decision.act.kind,
          amount,
          settledOn: entry.bookedOn,
          evidence: `Bank: ${bankReferenceOf(entry)}`,
        });
        lines.push(line(decisionId, 'settlement', amount, { contributionId, settlementId }));
      }
      await insertLines(tx, tenantOf(tx), lines.map(placed));
    }
  }
}

function entryOf(byId: ReadonlyMap<string, StoredEntry>, id: string): StoredEntry {
  const entry = byId.get(id);
  if (entry === undefined) throw new Error(`no entry ${id}`);
  return entry;
}

function newDecision(decision: EntryDecision): Parameters<typeof insertDecisions>[2][number] {
  const { entryId, act, note, ruleId, byRule } = decision;
  const setAsideReason = act.do === 'set_aside' ? act.reason : null;
  return { entryId, kind: KINDS[act.do], setAsideReason, note, ruleId, byRule };
}

function contributionsOf({ decision, entry }: Taken): readonly ContributionInput[] {
  if (decision.act.do !== 'book') return [];
  return decision.act.parts.map(({ donorId, recipientId, type, amount, description }) => ({
    donorId,
    recipientId,
    type,
    form: 'money',
    amount,
    marketValue: null,
    paid: null,
    valuation: null,
    description,
    receivedOn: entry.bookedOn,
    bankReference: bankReferenceOf(entry),
  }));
}

function line(
  decisionId: string,
  kind: NewLine['kind'],
  amount: number,
  more: Partial<Pick<NewLine, 'contributionId' | 'settlementId' | 'note'>> = {},
): NewLine {
  const { contributionId = null, settlementId = null, note = null } = more;
  return { decisionId, position: 0, kind, amount, contributionId, settlementId, note };
}

function placed(one: NewLine, position: number): NewLine {
  return { ...one, position };
}
