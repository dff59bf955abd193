import { type FineableRule } from '../../../legal/fines/fineable';
import { ZERO } from '../../../legal/kernel/euro-cents';
import { type LawReference } from '../../../legal/kernel/law-reference';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { parameter } from '../../../legal/parameters';
import { type CaseSubject } from '../../../legal/procedure/case';
import { type RuleCode } from '../../../legal/rules/finding';

/** The place in the Act of each rule, for a tip that comes without a finding. */
const BASIS: Readonly<Record<FineableRule, LawReference>> = {
  'WFPP-21-1': wfpp('21', '1'),
  'WFPP-21-3': wfpp('21', '3'),
  'WFPP-21a-2': wfpp('21a', '2'),
  'WFPP-23-1': wfpp('23', '1'),
  'WFPP-23a-1': wfpp('23a', '1'),
  'WFPP-25-1': wfpp('25', '1'),
  'WFPP-25a-2': wfpp('25a', '2'),
  'WFPP-28-1': wfpp('28', '1'),
  'WFPP-28a-1': wfpp('28a', '1'),
  'WFPP-29-1': wfpp('29', '1'),
  'WFPP-29b-1': wfpp('29b', '1'),
  'WFPP-29b-1-WEEK': wfpp('29b', '1'),
  'WFPP-30-2': wfpp('30', '2'),
  'WFPP-31-3': wfpp('31', '3'),
  'WFPP-32-1': wfpp('32', '1'),
  'WFPP-32a-1': wfpp('32a'),
  'WFPP-33': wfpp('33'),
};

function wfpp(article: string, paragraph?: string): LawReference {
  return { law: 'Wfpp', article, ...(paragraph === undefined ? {} : { paragraph }) };
}

interface Cause {
  readonly rule: RuleCode;
  readonly basis?: LawReference;
  readonly violatedOn: PlainDate;
  readonly fineable: boolean;
}

/** What a case is about, with the highest fine of art. 37 lid 4 on the day of the violation. */
export function subjectOf({ rule, basis, violatedOn, fineable }: Cause): CaseSubject {
  const highest = parameter('fine.max', violatedOn);
  return {
    rule,
    basis: basis ?? BASIS[rule as FineableRule],
    // Without a ceiling no fine is known to be possible.
    fineable: fineable && highest !== 'unknown',
    violatedOn,
    ceiling: highest === 'unknown' ? ZERO : highest.value,
  };
}
