import { type FiledDocument } from '../facts/filing';
import { type LawReference } from '../kernel/law-reference';

/** Whether the amounts per member of a subsidy stand, and why not. */
export interface MemberAmounts {
  readonly lapse: boolean;
  readonly because: 'no_statement_of_members' | 'not_covered_by_auditor' | null;
  readonly basis: LawReference;
}

const BASIS: LawReference = { law: 'Wfpp', article: '12', paragraph: '4' };

/**
 * Art. 12 lid 4: without a statement of the accountant about the number of members, the amounts per
 * member lapse. The statement counts when it names the party's statement of members by its hash.
 * @param members the party's statement of its number of members, null when there is none
 */
export function memberAmounts(
  members: Pick<FiledDocument, 'sha256'> | null,
  documents: readonly FiledDocument[],
): MemberAmounts {
  if (members === null) return { lapse: true, because: 'no_statement_of_members', basis: BASIS };
  const covered = documents.some(
    ({ part, covers }) => part === 'auditor_statement' && covers.includes(members.sha256),
  );
  return { lapse: !covered, because: covered ? null : 'not_covered_by_auditor', basis: BASIS };
}
