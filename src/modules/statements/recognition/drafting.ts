import { contains } from '../../../legal/kernel/period';
import {
  type AboutEntry,
  type Certainty,
  type Knowledge,
  type Proposal,
  type ProposedAction,
  type Reason,
  type SeenEntry,
  type SetAsideReason,
} from './proposal';
import { reason } from './words-of-entry';

/** To whom money on this account came on this day; null when nobody said whose account it is. */
export function recipientOf({ account, bookedOn }: SeenEntry, knowledge: Knowledge): string | null {
  const recipient = knowledge.accounts.get(account) ?? null;
  const belongs = knowledge.members.some(
    (member) => member.recipient === recipient && contains(member, bookedOn),
  );
  return belongs ? recipient : null;
}

/** Booking needs a donor and a recipient; without them a person has to fill in something. */
export function bookable(
  donorId: string | null,
  type: Proposal['type'],
  recipientId: string | null,
): ProposedAction | null {
  return donorId === null || recipientId === null
    ? null
    : { do: 'book', donorId, type, recipientId };
}

/** What the guess of the donor stands on. */
export function donorReason({ donor }: AboutEntry): Reason {
  if (donor === null || donor.donorId === null) return reason('donor_unknown');
  const name = donor.name ?? '';
  if (donor.certainty !== 'certain') return reason('donor_maybe', { name });
  return reason(donor.by === 'account' ? 'donor_account' : 'donor_particulars', { name });
}

export function sureByAccount({ donor }: AboutEntry): boolean {
  return donor?.certainty === 'certain' && donor.by === 'account';
}

/** Kinds that are no contribution: each is set aside under its own name. */
const ASIDE_KINDS = new Set<string>([
  'internal_transfer',
  'sale',
  'refund',
  'own_payment_returned',
  'subsidy',
  'tax',
  'interest',
  'bank_costs',
  'loan',
  'payment',
]);

export function isAside(kind: string): kind is Extract<Proposal['kind'], SetAsideReason> {
  return ASIDE_KINDS.has(kind);
}

export function setAside(
  base: Pick<Proposal, 'kind' | 'type' | 'ruleId'>,
  why: SetAsideReason,
  certainty: Certainty,
  reasons: readonly Reason[],
): Proposal {
  return {
    ...base,
    certainty,
    reasons,
    cautions: [],
    donorId: null,
    otherDonors: [],
    recipientId: null,
    action: { do: 'set_aside', reason: why },
  };
}
