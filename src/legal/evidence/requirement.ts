import { type Ref } from '../facts/group';
import { type LawReference } from '../kernel/law-reference';

/** What can prove something about a gift. A page words it as evidence.code.<code>. */
export const EVIDENCE_CODES = [
  'particulars',
  'ubo',
  'declaration',
  'caribbean_ground_proof',
  'trade_register_extract',
  'look_through_overview',
  'valuation',
  'will_or_notary_letter',
  'loan_contract',
  'loan_waiver',
  'return_proof',
  'transfer_proof',
  'destruction_proof',
] as const;

export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

/** Where a proof belongs: to the gift, to who gave it, or to what left again. */
export type EvidenceSubjectKind = 'contribution' | 'donor' | 'settlement';

/**
 * 'required': an article asks for it. 'advisable': no article names it, but without it nobody can
 * show that another article was kept; whoever shows it says so.
 */
export type EvidenceLevel = 'required' | 'advisable';

/**
 * How it is met. 'record': by particulars, a declaration or an overview on record. 'attachment': by
 * a file that was attached as this proof. 'either': by any of the two.
 */
export type EvidenceForm = 'record' | 'attachment' | 'either';

export interface EvidenceRequirement {
  readonly code: EvidenceCode;
  readonly article: LawReference;
  readonly level: EvidenceLevel;
  /** Names the sentence that says why: evidence.why.<why>. */
  readonly why: string;
  readonly subjectKind: EvidenceSubjectKind;
  readonly subject: Ref;
  readonly form: EvidenceForm;
  /** On record already, before any attachment is looked at. */
  readonly onRecord: boolean;
}
