import { aDocument } from '../testing/a-filing';
import { memberAmounts } from './member-amounts';

const MEMBERS = { sha256: 'm1' };

describe('Wfpp art. 12 lid 4: a number of members that nobody proved', () => {
  it.each([
    [
      'no statement of members',
      null,
      [aDocument('auditor_statement', 's1', ['m1'])],
      'no_statement_of_members',
    ],
    [
      'no statement of the accountant',
      MEMBERS,
      [aDocument('report', 'r1')],
      'not_covered_by_auditor',
    ],
    [
      'a statement about something else',
      MEMBERS,
      [aDocument('auditor_statement', 's1', ['r1'])],
      'not_covered_by_auditor',
    ],
    [
      'a statement about an earlier version',
      MEMBERS,
      [aDocument('auditor_statement', 's1', ['m0'])],
      'not_covered_by_auditor',
    ],
    [
      'another document that names it',
      MEMBERS,
      [aDocument('report', 'r1', ['m1'])],
      'not_covered_by_auditor',
    ],
    [
      'a statement that names it',
      MEMBERS,
      [aDocument('auditor_statement', 's1', ['r1', 'm1'])],
      null,
    ],
  ] as const)('%s', (_, members, documents, because) => {
    expect(memberAmounts(members, documents)).toEqual({
      lapse: because !== null,
      because,
      basis: { law: 'Wfpp', article: '12', paragraph: '4' },
    });
  });
});
