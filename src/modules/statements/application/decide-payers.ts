import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { listAccounts, rememberAccount } from '../../donors/public';
import { ownAccounts } from '../persistence/decision.queries';
import { type StoredEntry } from '../persistence/entry.query';
import { counterpartyOf } from '../recognition/counterparty';
import { kindOfCredit } from '../recognition/kind-of-credit';
import { NOTHING_ABOUT } from '../recognition/proposal';
import { type EntryDecision } from './decide-commands';

interface Paid {
  readonly donorId: string;
  readonly iban: string;
}

/**
 * The account a donor paid from, so that the next gift from it needs no question. The account of a
 * payment provider says nothing of who gave, and neither does one part of several.
 */
export async function rememberPayers(
  tx: Transaction,
  taken: readonly { readonly decision: EntryDecision; readonly entry: StoredEntry }[],
): Promise<void> {
  const tenantId = tenantOf(tx);
  const accounts = await ownAccounts(tx, tenantId);
  const own = new Map(accounts.map(({ account, recipientId }) => [account, recipientId]));
  const paid = new Map<string, Paid>();
  for (const { decision, entry } of taken) {
    const one = payerOf(decision, entry, own);
    if (one !== null) paid.set(`${one.donorId}/${one.iban}`, one);
  }
  const donorIds = [...new Set([...paid.values()].map(({ donorId }) => donorId))];
  for (const { donorId, iban } of await listAccounts(tx, tenantId, donorIds))
    paid.delete(`${donorId}/${iban}`);
  for (const { donorId, iban } of paid.values())
    await rememberAccount(tx, donorId, iban, 'statement');
}

function payerOf(
  { act }: EntryDecision,
  entry: StoredEntry,
  own: ReadonlyMap<string, string | null>,
): Paid | null {
  if (act.do !== 'book' || act.parts.length !== 1) return null;
  const knowledge = { members: [], accounts: own, dues: [], rules: [], earlier: new Map() };
  const { kind, reasons } = kindOfCredit(entry, knowledge, NOTHING_ABOUT);
  if (kind === 'batch' || kind === 'cash') return null;
  const platform = reasons.some(({ code }) => code === 'payer_in_description');
  const { iban } = counterpartyOf(entry, own, platform);
  const [first] = act.parts;
  return iban === null || first === undefined ? null : { donorId: first.donorId, iban };
}
