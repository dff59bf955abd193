import { type LawReference } from '../kernel/law-reference';
import { type ParameterKey } from '../parameters';
import { type RuleCode } from '../rules/finding';

/** Who a duty binds. `local_group`: a group with a seat outside the Tweede Kamer (art. 34). */
export type ObligedActor =
  | 'party'
  | 'affiliate'
  | 'new_association'
  | 'candidate'
  | 'blank_list'
  | 'split_off'
  | 'local_group';

/** How the last day of a duty is found. */
export type DeadlineKind =
  | 'always' // no day: it holds all the time
  | 'no_term' // the Act states none
  | 'as_soon_as_possible'
  | 'on_request'
  | 'runs_on' // from a receipt or from polling day; moved by the Algemene termijnenwet
  | 'counted_back' // from polling day; never moved (Atw art. 1 lid 2)
  | 'fixed_date' // "before 1 July"; never moved (D12)
  | 'of_a_party'; // those of the duties that it repeats

/** By when the Minister makes it public. */
export type PublicationKind =
  | 'none'
  | 'register' // the running list of substantial gifts
  | 'no_term'
  | 'day_7_before_polling'
  | 'two_months_after_polling'
  | 'by_whoever_owes_it';

/**
 * One row of the table of duties (law.md section 2). Its words are in templates/texts under
 * `rules.duty.<code>`: title, who, duty, deadline, consequence, computed.
 */
export interface Obligation {
  readonly row: number;
  /** Part of a web address; never changes. */
  readonly code: string;
  readonly articles: readonly LawReference[];
  readonly who: readonly ObligedActor[];
  readonly thresholds: readonly ParameterKey[];
  readonly deadline: {
    readonly kind: DeadlineKind;
    readonly parameters: readonly ParameterKey[];
  };
  readonly publication: PublicationKind;
  /** The places of this duty in art. 37 lid 1; empty when it can never be fined. */
  readonly fineable: readonly LawReference[];
  /** The places of this duty that are left out of art. 37 lid 1. */
  readonly notFineable: readonly LawReference[];
  /** The rules that watch it; empty when no rule can. */
  readonly rules: readonly RuleCode[];
  /** 'part': the day or the amount follows from the law, whether it was done does not. */
  readonly computed: 'whole' | 'part' | 'not';
  /** Where a person meets it, the first for whoever owes it. */
  readonly pages: readonly string[];
}

/** "25 1 a" is art. 25 lid 1 onder a of the Wfpp. */
export function wfpp(place: string): LawReference {
  const [article = '', paragraph, part] = place.split(' ');
  return {
    law: 'Wfpp',
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(part === undefined ? {} : { part }),
  };
}
