import { type Group } from '../../../legal/facts/group';
import { type Transaction } from '../../../platform/database/transaction';
import { type CheckContext } from '../checks/context';
import { type ImportKind } from '../layout/column';

/** What the cells of a file are tested against. */
export function checkContext(
  tx: Transaction,
  kind: ImportKind,
  year: number | null,
  group: Group,
): CheckContext {
  const party = group.members.find((member) => member.kind === 'party')?.recipient ?? null;
  return { kind, year, today: tx.today, members: group.members, party };
}
