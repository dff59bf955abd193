import { Injectable } from '@nestjs/common';
import { type Difference } from '../../../legal/reconciliation/difference';
import { differencesOf } from '../../../legal/reconciliation/reconcile';
import { type ReconciliationSources } from '../../../legal/reconciliation/sources';
import { type Transaction } from '../../../platform/database/transaction';
import { canonicalDonors, disclosedDonors, readDonorsByIds } from '../../donors/public';
import { recordSubjectFindings, type Source } from '../../judgements/public';
import { readNoticeSources } from '../../notices/public';
import { readGroup } from '../../parties/public';
import { filedOfGroup } from '../persistence/filing.store';
import {
  annulledGifts,
  ledgerGifts,
  lockSources,
  yearsWithDifferences,
} from '../persistence/reconciliation.queries';
import { filingFact } from './filing-fact';

/** What the keys of differences between sources start with. */
export const DIFFER = 'differ:';

/**
 * Lays the sources of a group side by side: notices, overviews of all its recipients, what donors
 * declared of their givers, and the ledger. The overseer's view rests on what was disclosed only;
 * the party's own view on its whole ledger (D7). Worker role only.
 */
@Injectable()
export class ReconcileGroup {
  async run(tx: Transaction, tenantId: string): Promise<void> {
    await lockSources(tx, tenantId);
    for (const source of ['disclosed', 'ledger'] as const) {
      const sources = await collect(tx, tenantId, source);
      await store(tx, tenantId, source, differencesOf(sources));
    }
  }
}

async function collect(
  tx: Transaction,
  tenantId: string,
  source: Source,
): Promise<ReconciliationSources> {
  const onlyDisclosed = source === 'disclosed';
  const stated = {
    ledger: await ledgerGifts(tx, tenantId, onlyDisclosed),
    notices: await readNoticeSources(tx, tenantId),
    filings: (await filedOfGroup(tx, tenantId)).map(filingFact),
  };
  const { ledger, ...filed } = await united(tx, tenantId, stated, onlyDisclosed);
  const donors = await readDonorsByIds(
    tx,
    tenantId,
    ledger.map(({ donor }) => donor),
  );
  return {
    group: await readGroup(tx, tenantId),
    on: tx.today,
    ...filed,
    ledger,
    annulled: await annulledGifts(tx, tenantId, onlyDisclosed),
    lookThrough: donors.flatMap(({ id, lookThrough }) =>
      lookThrough.map(({ ref, year, receivedOn, givers }) => ({
        ref,
        year,
        receivedOn,
        givers: givers.map(({ name, amount }) => ({ name, amount })),
        donor: id,
      })),
    ),
  };
}

type Stated = Pick<ReconciliationSources, 'ledger' | 'notices' | 'filings'>;

/** Filed papers stay as they are; to be compared, donors that are one now have one name in all. */
async function united(
  tx: Transaction,
  tenantId: string,
  { ledger, notices, filings }: Stated,
  onlyDisclosed: boolean,
): Promise<Stated> {
  const ids = [
    ...[...ledger, ...notices].map(({ donor }) => donor),
    ...filings.flatMap(({ content }) => content.gifts.map(({ donor }) => donor)),
  ];
  const one = onlyDisclosed
    ? await disclosedDonors(tx, tenantId, ids)
    : await canonicalDonors(tx, tenantId, ids);
  const named = <Gift extends { readonly donor: string }>(gift: Gift): Gift => ({
    ...gift,
    donor: one.get(gift.donor) ?? gift.donor,
  });
  return {
    ledger: ledger.map(named),
    notices: notices.map((notice) => ({ ...named(notice), gifts: notice.gifts.map(named) })),
    filings: filings.map(({ content, ...filing }) => ({
      ...filing,
      content: { ...content, gifts: content.gifts.map(named) },
    })),
  };
}

async function store(
  tx: Transaction,
  tenantId: string,
  source: Source,
  differences: readonly Difference[],
): Promise<void> {
  const standing = await yearsWithDifferences(tx, tenantId, source);
  const years = new Set([...standing, ...differences.map(({ year }) => year)]);
  for (const year of years) {
    const found = differences.filter((one) => one.year === year).map(({ finding }) => finding);
    await recordSubjectFindings(tx, source, { tenantId, donorId: null, year }, DIFFER, found);
  }
}
