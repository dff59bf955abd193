import { type GroupStatus, type RecipientKind } from '../facts/group';
import { type LawReference } from '../kernel/law-reference';
import { isAffiliate } from '../rules/receipts';
import { type RuleCode } from '../rules/finding';

/** Rules whose breach is listed in art. 37 lid 1. The others only warn or signal. */
export type FineableRule = Exclude<
  RuleCode,
  'WFPP-25-1-B' | 'D2-GROUP-TOTAL' | 'WFPP-34-OWN-CAP' | 'WFPP-34' | 'FILINGS-DIFFER'
>;

/** Art. 37 lid 3: on whom a fine may be imposed. */
export type Addressee = 'party' | 'affiliate' | 'new_association' | 'blank_list_candidate';

/** Who received what the rule is about, and what the group was in law on the day of violation. */
export interface Actor {
  readonly kind: RecipientKind;
  /** Null when unknown, and before a name was registered or a list nominated (lid 5 and 6). */
  readonly status: GroupStatus | null;
}

export type Fineability =
  | {
      readonly fineable: true;
      readonly rule: FineableRule;
      readonly power: LawReference;
      readonly addressee: Addressee;
    }
  | {
      readonly fineable: false;
      readonly reason: 'no_breach' | 'not_bound' | 'party_candidate' | 'status_unknown';
    };

const POWER: LawReference = { law: 'Wfpp', article: '37', paragraph: '1' };

/** Which groups a rule binds. What a split-off does not file breaks art. 33, whatever it is. */
const BINDS: Readonly<Record<FineableRule, readonly GroupStatus[]>> = {
  'WFPP-21-1': ['political_party', 'new_association', 'split_off'],
  'WFPP-21-3': ['political_party', 'new_association', 'split_off'],
  'WFPP-21a-2': ['political_party', 'new_association', 'blank_list', 'split_off'],
  'WFPP-23-1': ['political_party', 'new_association', 'blank_list', 'split_off'],
  'WFPP-23a-1': ['political_party', 'new_association', 'blank_list', 'split_off'],
  'WFPP-25-1': ['political_party'],
  'WFPP-25a-2': ['political_party', 'split_off'],
  'WFPP-28-1': ['political_party'],
  'WFPP-28a-1': ['political_party'],
  'WFPP-29-1': ['political_party', 'new_association'],
  'WFPP-29b-1': ['political_party', 'new_association', 'split_off'],
  'WFPP-29b-1-WEEK': ['political_party', 'new_association', 'split_off'],
  'WFPP-30-2': ['political_party'],
  'WFPP-31-3': ['new_association'],
  'WFPP-32-1': ['blank_list'],
  'WFPP-32a-1': ['blank_list'],
  'WFPP-33': ['split_off'],
};

/** Every rule that a fine schedule prices, in the order of the law. */
export const FINEABLE_RULES = Object.keys(BINDS) as readonly FineableRule[];

export function isFineableRule(rule: RuleCode): rule is FineableRule {
  return rule in BINDS;
}

/** Whether a breach of a rule by this actor can be fined, and who would pay. */
export function fineable(rule: RuleCode, { kind, status }: Actor): Fineability {
  if (!isFineableRule(rule)) return { fineable: false, reason: 'no_breach' };
  if (status === null) return { fineable: false, reason: 'status_unknown' };
  if (!BINDS[rule].includes(status)) return { fineable: false, reason: 'not_bound' };
  if (status === 'blank_list') return fined(rule, 'blank_list_candidate');
  const head = status === 'new_association' ? 'new_association' : 'party';
  // Art. 29b lid 2: the party answers for the return of the whole excess.
  if (rule === 'WFPP-29b-1') return fined(rule, head);
  if (kind === 'candidate') return { fineable: false, reason: 'party_candidate' };
  return fined(rule, isAffiliate(kind) ? 'affiliate' : head);
}

function fined(rule: FineableRule, addressee: Addressee): Fineability {
  return { fineable: true, rule, power: POWER, addressee };
}
