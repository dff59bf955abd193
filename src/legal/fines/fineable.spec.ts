import { type GroupStatus, type RecipientKind } from '../facts/group';
import { type RuleCode } from '../rules/finding';
import { RULES } from '../rules/registry';
import { printReference } from '../kernel/law-reference';
import { fineable, FINEABLE_RULES, isFineableRule } from './fineable';
import { FINEABLE_PROVISIONS, isFineableProvision } from './provisions';

function outcome(rule: RuleCode, kind: RecipientKind, status: GroupStatus | null): string {
  const answer = fineable(rule, { kind, status });
  return answer.fineable ? answer.addressee : answer.reason;
}

describe('Wfpp art. 37 lid 1 and 3: what can be fined, and who pays', () => {
  it.each<[RuleCode, RecipientKind, GroupStatus | null, string]>([
    ['WFPP-25a-2', 'party', 'political_party', 'party'],
    ['WFPP-25a-2', 'youth_organisation', 'political_party', 'affiliate'],
    ['WFPP-25a-2', 'branch', 'political_party', 'party'],
    ['WFPP-25a-2', 'party', 'new_association', 'not_bound'],
    ['WFPP-25a-2', 'candidate', 'blank_list', 'not_bound'],
    ['WFPP-23a-1', 'party', 'new_association', 'new_association'],
    ['WFPP-23a-1', 'candidate', 'political_party', 'party_candidate'],
    ['WFPP-23a-1', 'candidate', 'blank_list', 'blank_list_candidate'],
    ['WFPP-23-1', 'other_affiliate', 'political_party', 'affiliate'],
    ['WFPP-21a-2', 'scientific_institute', 'political_party', 'affiliate'],
    ['WFPP-21-1', 'foreign_activities', 'new_association', 'affiliate'],
    ['WFPP-21-1', 'candidate', 'blank_list', 'not_bound'],
    ['WFPP-29b-1', 'youth_organisation', 'political_party', 'party'],
    ['WFPP-29b-1', 'candidate', 'political_party', 'party'],
    ['WFPP-29b-1', 'party', 'new_association', 'new_association'],
    ['WFPP-29b-1', 'candidate', 'blank_list', 'not_bound'],
    ['WFPP-32a-1', 'candidate', 'blank_list', 'blank_list_candidate'],
    ['WFPP-32a-1', 'party', 'political_party', 'not_bound'],
    ['WFPP-21-3', 'party', 'political_party', 'party'],
    ['WFPP-21-3', 'scientific_institute', 'political_party', 'affiliate'],
    ['WFPP-21-3', 'party', 'new_association', 'new_association'],
    ['WFPP-21-3', 'party', 'split_off', 'party'],
    ['WFPP-21-3', 'candidate', 'blank_list', 'not_bound'],
    ['WFPP-25-1', 'party', 'political_party', 'party'],
    ['WFPP-25-1', 'party', 'new_association', 'not_bound'],
    ['WFPP-25-1', 'party', 'split_off', 'not_bound'],
    ['WFPP-25a-2', 'party', 'split_off', 'party'],
    ['WFPP-28-1', 'party', 'political_party', 'party'],
    ['WFPP-28-1', 'youth_organisation', 'political_party', 'affiliate'],
    ['WFPP-28-1', 'party', 'new_association', 'not_bound'],
    ['WFPP-28a-1', 'party', 'political_party', 'party'],
    ['WFPP-28a-1', 'youth_organisation', 'political_party', 'affiliate'],
    ['WFPP-28a-1', 'party', 'new_association', 'not_bound'],
    ['WFPP-28a-1', 'party', 'split_off', 'not_bound'],
    ['WFPP-29-1', 'party', 'political_party', 'party'],
    ['WFPP-29-1', 'party', 'new_association', 'new_association'],
    ['WFPP-29-1', 'candidate', 'political_party', 'party_candidate'],
    ['WFPP-29-1', 'candidate', 'blank_list', 'not_bound'],
    ['WFPP-29-1', 'party', 'split_off', 'not_bound'],
    ['WFPP-29b-1', 'party', 'split_off', 'party'],
    ['WFPP-29b-1-WEEK', 'youth_organisation', 'political_party', 'affiliate'],
    ['WFPP-29b-1-WEEK', 'candidate', 'political_party', 'party_candidate'],
    ['WFPP-29b-1-WEEK', 'candidate', 'blank_list', 'not_bound'],
    ['WFPP-30-2', 'youth_organisation', 'political_party', 'affiliate'],
    ['WFPP-30-2', 'youth_organisation', 'new_association', 'not_bound'],
    ['WFPP-30-2', 'youth_organisation', 'split_off', 'not_bound'],
    ['WFPP-31-3', 'party', 'new_association', 'new_association'],
    ['WFPP-31-3', 'party', 'political_party', 'not_bound'],
    ['WFPP-31-3', 'party', null, 'status_unknown'],
    ['WFPP-32-1', 'candidate', 'blank_list', 'blank_list_candidate'],
    ['WFPP-32-1', 'candidate', 'political_party', 'not_bound'],
    ['WFPP-32-1', 'candidate', null, 'status_unknown'],
    ['WFPP-33', 'party', 'split_off', 'party'],
    ['WFPP-33', 'foreign_activities', 'split_off', 'affiliate'],
    ['WFPP-33', 'party', 'political_party', 'not_bound'],
    ['WFPP-34', 'party', 'political_party', 'no_breach'],
    ['FILINGS-DIFFER', 'party', 'political_party', 'no_breach'],
    ['WFPP-25-1-B', 'party', 'political_party', 'no_breach'],
    ['D2-GROUP-TOTAL', 'party', 'political_party', 'no_breach'],
    ['WFPP-34-OWN-CAP', 'party', 'political_party', 'no_breach'],
  ])('%s by a %s of a %s: %s', (rule, kind, status, answer) => {
    expect(outcome(rule, kind, status)).toBe(answer);
  });

  it('lid 5 and 6: not before a name was registered or a list nominated', () => {
    expect(outcome('WFPP-29b-1', 'party', null)).toBe('status_unknown');
  });

  it('names the power in every answer that is yes', () => {
    const answer = fineable('WFPP-25a-2', { kind: 'party', status: 'political_party' });
    expect(answer).toMatchObject({ power: { law: 'Wfpp', article: '37', paragraph: '1' } });
  });

  it('every rule that can be fined stands on a provision of the list', () => {
    const bases = RULES.filter(({ code }) => isFineableRule(code)).map(({ basis }) => basis);
    expect(bases).toHaveLength(7);
    expect(bases.filter((basis) => !isFineableProvision(basis))).toEqual([]);
  });
});

describe('law file 2: whom each rule binds', () => {
  const STATUSES = ['political_party', 'new_association', 'blank_list', 'split_off'] as const;

  it.each<[RuleCode, string]>([
    ['WFPP-21-1', 'political_party new_association split_off'],
    ['WFPP-21-3', 'political_party new_association split_off'],
    ['WFPP-21a-2', 'political_party new_association blank_list split_off'],
    ['WFPP-23-1', 'political_party new_association blank_list split_off'],
    ['WFPP-23a-1', 'political_party new_association blank_list split_off'],
    ['WFPP-25-1', 'political_party'],
    ['WFPP-25a-2', 'political_party split_off'],
    ['WFPP-28-1', 'political_party'],
    ['WFPP-28a-1', 'political_party'],
    ['WFPP-29-1', 'political_party new_association'],
    ['WFPP-29b-1', 'political_party new_association split_off'],
    ['WFPP-29b-1-WEEK', 'political_party new_association split_off'],
    ['WFPP-30-2', 'political_party'],
    ['WFPP-31-3', 'new_association'],
    ['WFPP-32-1', 'blank_list'],
    ['WFPP-32a-1', 'blank_list'],
    ['WFPP-33', 'split_off'],
  ])('%s: %s', (rule, statuses) => {
    const bound = STATUSES.filter((status) => fineable(rule, { kind: 'party', status }).fineable);
    expect(bound.join(' ')).toBe(statuses);
  });

  it('and these are all the rules with a fine', () => {
    expect(FINEABLE_RULES).toHaveLength(17);
  });
});

describe('Wfpp art. 37 lid 1, word for word', () => {
  it('the places whose breach can be fined', () => {
    expect(FINEABLE_PROVISIONS.map(printReference)).toEqual(
      [
        '20 lid 1 onder b',
        '20 lid 1 onder e',
        '21 lid 1',
        '21 lid 3',
        '21a',
        '23 lid 1',
        '23a lid 1',
        '23a lid 2',
        '23a lid 3',
        '25 lid 1 onder a',
        '25 lid 1 onder b',
        '25 lid 1 onder c',
        '25 lid 1 onder d',
        '25 lid 2',
        '25a lid 1',
        '25a lid 2',
        '27 lid 3',
        '27 lid 4',
        '28 lid 1 onder a',
        '28 lid 1 onder b',
        '28 lid 2',
        '28a lid 1',
        '28a lid 2',
        '29 lid 1',
        '29 lid 2',
        '29 lid 5',
        '29b',
        '30 lid 2 onder a',
        '30 lid 2 onder b',
        '31 lid 3',
        '32 lid 1',
        '32 lid 2',
        '32a',
        '33',
      ].map((place) => `Wfpp art. ${place}`),
    );
  });
});

describe('law file 8.3: what cannot be fined', () => {
  it.each<[string, string | undefined, string | undefined, string]>([
    ['2', undefined, undefined, 'not designating an institute'],
    ['5', undefined, undefined, 'not designating an affiliate'],
    ['20', '2', undefined, 'keeping records ten years'],
    ['20', '1', 'a', 'books of subsidies'],
    ['22', undefined, undefined, 'valuation'],
    ['23', '2', undefined, 'anonymous, second paragraph'],
    ['25', '1', 'e', 'the look-through overview'],
    ['25', '3', undefined, 'the report, third paragraph'],
    ['26', undefined, undefined, 'accounting for subsidy'],
    ['28', '1', 'c', 'the look-through overview before an election'],
    ['29', '6', undefined, 'candidates after an election'],
    ['30', '2', 'c', "the auditor's statement of an affiliate"],
    ['34', undefined, undefined, 'the gift regulation'],
  ])('art. %s lid %s onder %s: %s', (article, paragraph, part) => {
    expect(isFineableProvision(place(article, paragraph, part))).toBe(false);
  });

  it.each<[string, string | undefined, string | undefined]>([
    ['21', '1', 'a'],
    ['21a', '2', undefined],
    ['23', '1', undefined],
    ['23a', '3', undefined],
    ['25', '1', 'd'],
    ['25a', '2', undefined],
    ['28', '1', 'b'],
    ['29', '5', undefined],
    ['29b', '2', undefined],
    ['30', '2', 'b'],
    ['32a', undefined, undefined],
  ])('art. %s lid %s onder %s can be', (article, paragraph, part) => {
    expect(isFineableProvision(place(article, paragraph, part))).toBe(true);
  });

  it('another law than the Wfpp is not in the list', () => {
    expect(isFineableProvision({ law: 'Awb', article: '29b' })).toBe(false);
  });
});

function place(
  article: string,
  paragraph?: string,
  part?: string,
): Parameters<typeof isFineableProvision>[0] {
  return {
    law: 'Wfpp',
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(part === undefined ? {} : { part }),
  };
}
