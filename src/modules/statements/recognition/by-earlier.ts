import { bookable, isAside, recipientOf, setAside } from './drafting';
import { kindOfCredit, type Taken, typeByWords } from './kind-of-credit';
import {
  type AboutEntry,
  type EarlierDecision,
  type Knowledge,
  type Proposal,
  type Reason,
  type SeenEntry,
} from './proposal';
import { reason } from './words-of-entry';

type Booked = Extract<EarlierDecision['outcome'], { readonly do: 'book' }>;

/** As was always decided on this account before; null when nothing was. */
export function byEarlier(
  entry: SeenEntry,
  knowledge: Knowledge,
  about: AboutEntry,
): Proposal | null {
  const { iban } = entry.counterparty;
  const earlier = iban === null ? undefined : knowledge.earlier.get(iban);
  if (earlier === undefined) return null;
  const says = kindOfCredit(entry, knowledge, about);
  const against = standsAgainst(entry, earlier, says);
  const certainty = against === null ? 'certain' : 'doubt';
  const why = reason('earlier', { times: String(earlier.times), on: earlier.lastOn });
  const reasons = against === null ? [why] : [why, against];
  const { outcome } = earlier;
  if (outcome.do === 'book') return again(entry, outcome, { certainty, reasons }, knowledge);
  const kind = isAside(outcome.reason) ? outcome.reason : says.kind;
  return setAside({ kind, type: says.type, ruleId: null }, outcome.reason, certainty, reasons);
}

function again(
  entry: SeenEntry,
  { donorId, type, recipientId: chosen }: Booked,
  standing: Pick<Proposal, 'certainty' | 'reasons'>,
  knowledge: Knowledge,
): Proposal {
  const recipientId = chosen ?? recipientOf(entry, knowledge);
  const action = bookable(donorId, type, recipientId);
  return {
    kind: 'contribution',
    certainty: action === null ? 'doubt' : standing.certainty,
    reasons: standing.reasons,
    cautions: [],
    donorId,
    otherDonors: [],
    type,
    recipientId,
    ruleId: null,
    action,
  };
}

/** What this entry itself says against doing as before; null when nothing does. */
function standsAgainst(entry: SeenEntry, earlier: EarlierDecision, says: Taken): Reason | null {
  const { outcome, amounts } = earlier;
  const named = typeByWords(entry)?.type ?? null;
  if (outcome.do === 'set_aside') {
    const nowAGift = named === 'gift' && outcome.reason !== 'dues_elsewhere';
    return nowAGift ? reason('words_differ') : null;
  }
  const asBefore = says.kind === 'contribution' && (named ?? outcome.type) === outcome.type;
  return asBefore ? otherDues(entry, outcome, amounts) : reason('words_differ');
}

/** Dues of another amount than before may be a gift of a member. */
function otherDues(
  { amount }: SeenEntry,
  { type }: Booked,
  amounts: EarlierDecision['amounts'],
): Reason | null {
  if (type !== 'membership_dues' || amounts.includes(amount)) return null;
  return reason('amount_differs', { amount: String(amounts[0] ?? '') });
}
