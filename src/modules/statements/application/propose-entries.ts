import { type Group } from '../../../legal/facts/group';
import { plainDate } from '../../../legal/kernel/plain-date';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type DonorMatch, matchDonors, readDonorNames } from '../../donors/public';
import { readGroup } from '../../parties/public';
import {
  alikeContributions,
  earlierDecisions,
  ownAccounts,
  ownPayments,
  returnableContributions,
} from '../persistence/decision.queries';
import { type StoredEntry } from '../persistence/entry.query';
import { currentDues } from '../persistence/rule.dues';
import { allRules, entryRuleOf } from '../persistence/rule.store';
import { counterpartyOf } from '../recognition/counterparty';
import { kindOfCredit } from '../recognition/kind-of-credit';
import { firstRule } from '../recognition/match-rule';
import {
  type AboutEntry,
  type Knowledge,
  NOTHING_ABOUT,
  type Proposal,
} from '../recognition/proposal';
import { recognise } from '../recognition/recognise';

export interface ProposedEntry {
  readonly entry: StoredEntry;
  readonly proposal: Proposal;
}

export interface PartyKnowledge extends Knowledge {
  readonly group: Group;
}

/** What the party knows: its accounts, dues, rules, and what it decided on these accounts before. */
export async function readKnowledge(
  tx: Transaction,
  entries: readonly StoredEntry[],
): Promise<PartyKnowledge> {
  const tenantId = tenantOf(tx);
  const group = await readGroup(tx, tenantId);
  const accounts = await ownAccounts(tx, tenantId);
  const rules = await allRules(tx, tenantId);
  const ibans = entries.flatMap(({ counterparty }) => counterparty.iban ?? []);
  return {
    group,
    members: group.members,
    accounts: new Map(accounts.map(({ account, recipientId }) => [account, recipientId])),
    dues: await currentDues(tx, tenantId),
    rules: rules.filter(({ active }) => active).map(entryRuleOf),
    earlier: await earlierDecisions(tx, tenantId, [...new Set(ibans)]),
  };
}

/** True for a payment request: the platform is the counterparty, the payer stands in the text. */
function isThroughPlatform(entry: StoredEntry, knowledge: Knowledge): boolean {
  const { kind, reasons } = kindOfCredit(entry, knowledge, NOTHING_ABOUT);
  return kind === 'contribution' && reasons.some(({ code }) => code === 'payer_in_description');
}

/** Who may be the donor of a credit, as D's matching is asked. */
export function describedOf(
  entry: StoredEntry,
  knowledge: Knowledge,
): Parameters<typeof matchDonors>[2][number] {
  const who = counterpartyOf(entry, knowledge.accounts, isThroughPlatform(entry, knowledge));
  const { kind, name, address, iban } = who;
  const nobody = { residence: null, country: null, tradeRegisterNumber: null };
  return { kind, name, address, iban, ...nobody };
}

/**
 * quick: enough to tell what is certain, over all entries of a party. full: with the donor guess by
 * name and with returns, for the entries on one page.
 */
export type Depth = 'quick' | 'full';

/** What each entry probably is, in the same order. */
export async function proposeEntries(
  tx: Transaction,
  entries: readonly StoredEntry[],
  depth: Depth,
): Promise<readonly ProposedEntry[]> {
  const knowledge = await readKnowledge(tx, entries);
  const about = await aboutEntries(tx, entries, knowledge, depth);
  return entries.map((entry) => ({
    entry,
    proposal: recognise(entry, knowledge, about.get(entry.id) ?? NOTHING_ABOUT),
  }));
}

async function aboutEntries(
  tx: Transaction,
  entries: readonly StoredEntry[],
  knowledge: Knowledge,
  depth: Depth,
): Promise<ReadonlyMap<string, AboutEntry>> {
  const tenantId = tenantOf(tx);
  const ids = entries.map(({ id }) => id);
  const alike = await alikeContributions(tx, tenantId, ids);
  const returnable = await returnableContributions(tx, tenantId, ids);
  const paid = depth === 'full' ? await ownPayments(tx, tenantId, ids) : new Map<string, string>();
  const donors = await donorsOf(tx, entries, knowledge, depth);
  return new Map(
    ids.map((id) => {
      const day = paid.get(id);
      const about: AboutEntry = {
        donor: donors.get(id) ?? null,
        alike: alike.get(id) ?? [],
        returnable: returnable.get(id) ?? [],
        ownPaymentOn: day === undefined ? null : plainDate(day),
      };
      return [id, about];
    }),
  );
}

/** A rule that names no donor needs one; on a page everybody who may have given is looked for. */
function asksForDonor(entry: StoredEntry, knowledge: Knowledge, depth: Depth): boolean {
  if (entry.direction === 'debit') return false;
  const rule = firstRule(knowledge.rules, entry);
  if (rule !== null) return rule.then.do === 'book' && rule.then.donorId === null;
  return depth === 'full' && kindOfCredit(entry, knowledge, NOTHING_ABOUT).kind === 'contribution';
}

async function donorsOf(
  tx: Transaction,
  entries: readonly StoredEntry[],
  knowledge: Knowledge,
  depth: Depth,
): Promise<ReadonlyMap<string, AboutEntry['donor']>> {
  const tenantId = tenantOf(tx);
  const asked = entries.filter((entry) => asksForDonor(entry, knowledge, depth));
  if (asked.length === 0) return new Map();
  const described = asked.map((entry) => describedOf(entry, knowledge));
  const matches = await matchDonors(tx, tenantId, described);
  const ids = matches.flatMap(({ donorId }) => donorId ?? []);
  const names = await readDonorNames(tx, tenantId, ids);
  return new Map(
    asked.map((entry, at) => [
      entry.id,
      knownDonor(matches[at], (id) => names.get(id)?.name ?? null),
    ]),
  );
}

function knownDonor(
  match: DonorMatch | undefined,
  nameOf: (id: string) => string | null,
): AboutEntry['donor'] {
  if (match === undefined) return null;
  const { certainty, donorId, evidence, others } = match;
  const byAccount = evidence.some(({ code, weight }) => weight > 0 && /iban|account/.test(code));
  return {
    certainty,
    donorId,
    name: donorId === null ? null : nameOf(donorId),
    by: byAccount ? 'account' : 'particulars',
    others: others.map((other) => other.donorId),
  };
}
