import { bookable, donorReason, isAside, recipientOf, setAside, sureByAccount } from './drafting';
import { kindOfCredit } from './kind-of-credit';
import {
  type AboutEntry,
  type EntryRule,
  type Knowledge,
  type Proposal,
  type Reason,
  type SeenEntry,
} from './proposal';
import { reason } from './words-of-entry';

type Booking = Extract<EntryRule['then'], { readonly do: 'book' }>;

/** What a rule of the treasurer makes of an entry that it fits. */
export function byRule(
  entry: SeenEntry,
  rule: EntryRule,
  knowledge: Knowledge,
  about: AboutEntry,
): Proposal {
  const { then } = rule;
  if (then.do === 'book') return booking(entry, rule, then, knowledge, about);
  const { kind, type } = kindOfCredit(entry, knowledge, about);
  const base = { kind: isAside(then.reason) ? then.reason : kind, type, ruleId: rule.id };
  return setAside(base, then.reason, 'certain', [reason('rule', { name: rule.name })]);
}

function booking(
  entry: SeenEntry,
  { id, name }: EntryRule,
  then: Booking,
  knowledge: Knowledge,
  about: AboutEntry,
): Proposal {
  const { type } = then;
  const { donorId, otherDonors, sure, why } = donorFor(then, about);
  const recipientId = then.recipientId ?? recipientOf(entry, knowledge);
  const action = bookable(donorId, type, recipientId);
  return {
    kind: 'contribution',
    certainty: sure && action !== null ? 'certain' : 'doubt',
    reasons: [reason('rule', { name }), ...why],
    cautions: [],
    donorId,
    otherDonors,
    type,
    recipientId,
    ruleId: id,
    action,
  };
}

interface ForRule extends Pick<Proposal, 'donorId' | 'otherDonors'> {
  readonly sure: boolean;
  readonly why: readonly Reason[];
}

/** The donor that the rule names, or else the one whose account it is. */
function donorFor({ donorId }: Booking, about: AboutEntry): ForRule {
  if (donorId !== null) return { donorId, otherDonors: [], sure: true, why: [] };
  return {
    donorId: about.donor?.donorId ?? null,
    otherDonors: about.donor?.others ?? [],
    sure: sureByAccount(about),
    why: [donorReason(about)],
  };
}
