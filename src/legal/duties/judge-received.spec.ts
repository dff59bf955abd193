import { type RequiredPart } from '../facts/filing';
import { plainDate } from '../kernel/plain-date';
import { aPart, anExpected } from '../testing/a-filing';
import { judgeReceived, type ReceivedVersion } from './judge-received';

const DEBTS = aPart('debts');
const GIFTS = aPart('gifts');
const YOUTH = aPart('affiliate', { ref: 'youth-1', name: 'Jong' });
const INSTITUTE = aPart('affiliate', { ref: 'institute-1', name: 'Instituut' });
/** Due on 30 June 2025. */
const REPORT = anExpected({ parts: [GIFTS, DEBTS, YOUTH, INSTITUTE] });
const LATER = plainDate('2025-12-31');

function version(
  number: number,
  filedOn: string,
  missing: readonly RequiredPart[] = [],
): ReceivedVersion {
  return { ref: 'filing-1', version: number, filedOn: plainDate(filedOn), missing };
}

function told(versions: readonly ReceivedVersion[], on = LATER): readonly string[] {
  return judgeReceived(REPORT, versions, on).map(
    ({ outcome, filing }) =>
      `${outcome} ${filing?.part ?? 'whole'} ${filing?.partOf ?? '-'} ${filing?.filedOn ?? 'never'}`,
  );
}

describe('what the term to file means for every version that came in', () => {
  it.each<[string, readonly ReceivedVersion[], readonly string[]]>([
    ['nothing came', [], ['not_filed whole - never']],
    ['complete on the last day', [version(1, '2025-06-30')], []],
    ['complete on the day after it', [version(1, '2025-07-01')], ['filed_late whole - 2025-07-01']],
    [
      'a part is missing and never came',
      [version(1, '2025-06-30', [DEBTS])],
      ['part_missing debts - 2025-06-30'],
    ],
    [
      'a part came on the last day, in a second version',
      [version(1, '2025-06-01', [DEBTS]), version(2, '2025-06-30')],
      [],
    ],
    [
      'a part came on the day after it: that part was late, the rest was not',
      [version(1, '2025-06-01', [DEBTS]), version(2, '2025-07-01')],
      ['part_late debts - 2025-07-01'],
    ],
    [
      'one affiliate came late and another never did: each is told apart',
      [
        version(1, '2025-06-01', [YOUTH, INSTITUTE]),
        version(2, '2025-08-01', [INSTITUTE]),
        version(3, '2025-09-01', [INSTITUTE]),
      ],
      ['part_missing affiliate institute-1 2025-06-01', 'part_late affiliate youth-1 2025-08-01'],
    ],
    [
      'a correction after the last day of what was complete in time stays in time',
      [version(1, '2025-06-01'), version(2, '2025-08-01')],
      [],
    ],
    [
      'a correction that loses a part and one that brings it back: in time, as it was on the last day',
      [version(1, '2025-06-01'), version(2, '2025-08-01', [GIFTS]), version(3, '2025-08-02')],
      [],
    ],
    [
      'late and complete only later: the whole was late, once',
      [version(1, '2025-07-02', [DEBTS]), version(2, '2025-07-09')],
      ['filed_late whole - 2025-07-02'],
    ],
  ])('%s', (_what, versions, expected) => {
    expect(told(versions)).toEqual(expected);
  });

  it('on the last day nothing is found yet, and what comes later does not count yet', () => {
    expect(told([version(1, '2025-06-01', [DEBTS])], plainDate('2025-06-30'))).toEqual([]);
    const versions = [version(1, '2025-06-01', [DEBTS]), version(2, '2025-08-01')];
    expect(told(versions, plainDate('2025-07-31'))).toEqual(['part_missing debts - 2025-06-01']);
  });

  it('Wfpp art. 34: a gift regulation is not late once it is there; a missing text is told', () => {
    const text = aPart('document', { fineable: false });
    const regulation = anExpected({ kind: 'gift_regulation', duty: 20, parts: [text] });
    expect(judgeReceived(regulation, [version(1, '2025-11-01')], LATER)).toEqual([]);
    const empty = judgeReceived(regulation, [version(1, '2025-11-01', [text])], LATER);
    expect(empty).toMatchObject([{ outcome: 'part_missing', severity: 'warning' }]);
  });
});
