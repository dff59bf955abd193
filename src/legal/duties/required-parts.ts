import { type FilingPart, type RequiredPart } from '../facts/filing';
import { type Membership, type Ref } from '../facts/group';
import { isFineableProvision } from '../fines/provisions';
import { type LawReference } from '../kernel/law-reference';
import { type PlainDate } from '../kernel/plain-date';
import { SINCE_THE_EVALUATION_ACT } from '../rules/rule';
import { contains } from '../kernel/period';

/**
 * What the product asks for beside the Act: an explicit "none" in kind (T3), signatures, and that
 * the party takes along what its affiliates owe themselves. Nobody is fined for those.
 */
const BESIDE_THE_ACT: readonly FilingPart[] = [
  'in_kind',
  'affiliate',
  'board_signature',
  'accountant_signature',
  'document',
];

interface About {
  readonly recipient: Ref;
  readonly name: string;
}

function place(article: string, paragraph: string, part?: string): LawReference {
  const lid = { law: 'Wfpp', article, paragraph } as const;
  return part === undefined ? lid : { ...lid, part };
}

function required(part: FilingPart, basis: LawReference, about: About | null = null): RequiredPart {
  return {
    part,
    ref: about?.recipient ?? null,
    name: about?.name ?? null,
    basis,
    fineable: !BESIDE_THE_ACT.includes(part) && isFineableProvision(basis),
  };
}

/** Since 2023-01-01, counted on the last day on which the filing is in time. */
function evaluationActHolds(lastDay: PlainDate): boolean {
  return contains(SINCE_THE_EVALUATION_ACT, lastDay);
}

/** Art. 25 lid 1; the statement of the accountant is about the same documents (art. 25 lid 3). */
export function partsOfAnnualReport(
  lastDay: PlainDate,
  affiliates: readonly About[],
): readonly RequiredPart[] {
  const lookThrough = required('look_through', place('25', '1', 'e'));
  return [
    required('report', place('25', '1', 'a')),
    required('gifts', place('25', '1', 'b')),
    required('in_kind', place('25', '1', 'b')),
    required('debts', place('25', '1', 'c')),
    required('auditor_statement', place('25', '1', 'd')),
    ...(evaluationActHolds(lastDay) ? [lookThrough] : []),
    ...affiliates.map((affiliate) => required('affiliate', place('30', '2'), affiliate)),
    required('board_signature', place('25', '1')),
    required('accountant_signature', place('25', '3')),
  ];
}

/** Art. 30 lid 2; the statement of an affiliate's accountant (onder c) came in 2023. */
export function partsOfAffiliateOverview(lastDay: PlainDate): readonly RequiredPart[] {
  return [
    required('gifts', place('30', '2', 'a')),
    required('in_kind', place('30', '2', 'a')),
    required('debts', place('30', '2', 'b')),
    ...(evaluationActHolds(lastDay) ? [required('auditor_statement', place('30', '2', 'c'))] : []),
    required('board_signature', place('30', '2')),
    ...(evaluationActHolds(lastDay) ? [required('accountant_signature', place('30', '4'))] : []),
  ];
}

/** Art. 28 lid 1, also for an affiliate (art. 30 lid 1) and a new association (art. 31 lid 1). */
export function partsBeforeElection(lastDay: PlainDate): readonly RequiredPart[] {
  const lookThrough = required('look_through', place('28', '1', 'c'));
  return [
    required('gifts', place('28', '1', 'a')),
    required('in_kind', place('28', '1', 'a')),
    required('debts', place('28', '1', 'b')),
    ...(evaluationActHolds(lastDay) ? [lookThrough] : []),
    required('board_signature', place('28', '1')),
  ];
}

/**
 * Art. 28a lid 1 and, for the candidates of a party, art. 29 lid 6, which is not in art. 37 lid 1.
 * It exists since 2023, so it holds the look-through overview always.
 */
export function partsAfterElection(candidates: readonly Membership[]): readonly RequiredPart[] {
  return [
    required('gifts', place('28a', '1')),
    required('in_kind', place('28a', '1')),
    required('debts', place('28a', '1')),
    required('look_through', place('28a', '1')),
    ...candidates.map((candidate) => required('candidate', place('29', '6'), candidate)),
    required('board_signature', place('28a', '1')),
  ];
}

/** Art. 29 lid 1; each candidate gives the party what it needs (lid 5). Debts are not asked. */
export function partsOfCandidates(candidates: readonly Membership[]): readonly RequiredPart[] {
  return [
    required('gifts', place('29', '1')),
    required('in_kind', place('29', '1')),
    ...candidates.map((candidate) => required('candidate', place('29', '5'), candidate)),
    required('board_signature', place('29', '1')),
  ];
}

/** Art. 32 lid 1: the first candidate files for every candidate on the list. */
export function partsOfBlankList(others: readonly Membership[]): readonly RequiredPart[] {
  return [
    required('gifts', place('32', '1')),
    required('in_kind', place('32', '1')),
    ...others.map((candidate) => required('candidate', place('32', '1'), candidate)),
    required('board_signature', place('32', '1')),
  ];
}

/** Art. 34: the text itself. */
export function partsOfGiftRegulation(): readonly RequiredPart[] {
  return [required('document', place('34', '1'))];
}
