import { byEarlier } from './by-earlier';
import { byRule } from './by-rule';
import { bookable, donorReason, isAside, recipientOf, setAside } from './drafting';
import { kindOfCredit, type Taken, typeByWords } from './kind-of-credit';
import { kindOfDebit } from './kind-of-debit';
import { firstRule } from './match-rule';
import {
  type AboutEntry,
  type Knowledge,
  type Proposal,
  type Reason,
  type SeenEntry,
  type SetAsideReason,
} from './proposal';
import { countryOf, fold, reason } from './words-of-entry';

/**
 * What an entry probably is, what that stands on, and what one press would do. Certain is only what
 * a rule of the treasurer or an earlier decision on the same account says; nothing is ever guessed
 * without its reason, and nothing from abroad passes by itself (art. 23a).
 */
export function recognise(entry: SeenEntry, knowledge: Knowledge, about: AboutEntry): Proposal {
  if (entry.direction === 'debit') return ofDebit(entry, knowledge, about);
  const rule = firstRule(knowledge.rules, entry);
  const found =
    rule === null
      ? (byEarlier(entry, knowledge, about) ?? byWhatItSays(entry, knowledge, about))
      : byRule(entry, rule, knowledge, about);
  return withCautions(entry, withAlike(found, about));
}

function byWhatItSays(entry: SeenEntry, knowledge: Knowledge, about: AboutEntry): Proposal {
  const says = kindOfCredit(entry, knowledge, about);
  const { kind, certainty, type, reasons } = says;
  if (kind === 'contribution') return fromSomebody(entry, says, knowledge, about);
  const base = { kind, type, ruleId: null };
  if (isAside(kind) && kind !== 'loan') return setAside(base, kind, certainty, reasons);
  return {
    ...base,
    certainty,
    reasons,
    cautions: [],
    donorId: null,
    otherDonors: [],
    recipientId: recipientOf(entry, knowledge),
    action: null,
  };
}

function fromSomebody(
  entry: SeenEntry,
  { kind, type, reasons }: Taken,
  knowledge: Knowledge,
  about: AboutEntry,
): Proposal {
  const donorId = about.donor?.donorId ?? null;
  const recipientId = recipientOf(entry, knowledge);
  const sure = about.donor?.certainty === 'certain' && typeByWords(entry) !== null;
  return {
    kind,
    certainty: sure ? 'likely' : 'doubt',
    reasons: [...reasons, donorReason(about)],
    cautions: [],
    donorId,
    otherDonors: about.donor?.others ?? [],
    type,
    recipientId,
    ruleId: null,
    action: bookable(donorId, type, recipientId),
  };
}

function ofDebit(entry: SeenEntry, knowledge: Knowledge, about: AboutEntry): Proposal {
  const { kind, certainty, type, reasons, returned } = kindOfDebit(entry, knowledge, about);
  const base = { kind, type, ruleId: null };
  if (kind !== 'return_of_contribution')
    return setAside(base, kind as SetAsideReason, certainty, reasons);
  return {
    ...base,
    certainty,
    reasons,
    cautions: [],
    donorId: returned?.donorId ?? about.returnable[0]?.donorId ?? null,
    otherDonors: [],
    recipientId: null,
    action: returned === null ? null : { do: 'settle', contributionId: returned.id },
  };
}

/** A gift of this amount that already stands in the books: booking it again would count it twice. */
function withAlike(proposal: Proposal, { alike }: AboutEntry): Proposal {
  const same = alike.filter(({ donorId }) => donorId === proposal.donorId);
  const [only] = same.length > 0 ? same : alike;
  if (proposal.kind !== 'contribution' || only === undefined) return proposal;
  const { id, donorName, receivedOn, amount } = only;
  const values = { name: donorName ?? '', on: receivedOn, amount: String(amount) };
  return {
    ...proposal,
    certainty: 'doubt',
    reasons: [reason('booked_before', values), ...proposal.reasons],
    action: same.length === 1 ? { do: 'link', contributionId: id } : null,
  };
}

const JOINT = /(?:^|[ .])(?:e\/o|en\/of|c\.?j\.?)(?:$|[ .])/;
const FROM_SOMEBODY = new Set<string>(['contribution', 'loan']);
const WITH_CAUTION = new Set<string>(['batch', 'cash', 'loan', 'refund']);

/** The country of an account that is not Dutch, for money that somebody gave or lent. */
function countryAbroad({ counterparty }: SeenEntry, { kind }: Proposal): string | null {
  const country = countryOf(counterparty.iban);
  return FROM_SOMEBODY.has(kind) && country !== 'NL' ? country : null;
}

function withCautions(entry: SeenEntry, proposal: Proposal): Proposal {
  const { kind, recipientId } = proposal;
  const country = countryAbroad(entry, proposal);
  const joint = kind === 'contribution' && JOINT.test(fold(entry.counterparty.name ?? ''));
  const nobodys = recipientId === null && kind === 'contribution';
  const cautions: readonly Reason[] = [
    ...(country === null ? [] : [reason('foreign_account', { country })]),
    ...(joint ? [reason('joint_account')] : []),
    ...(nobodys ? [reason('account_of_nobody')] : []),
    ...(WITH_CAUTION.has(kind) ? [reason(kind)] : []),
  ];
  const passes = country === null || proposal.certainty !== 'certain';
  return { ...proposal, cautions, certainty: passes ? proposal.certainty : 'likely' };
}
