import { type Group } from '../../../legal/facts/group';
import { type Transaction } from '../../../platform/database/transaction';
import { readElection } from '../../elections/public';
import { listExpected, readExpectedById, type StoredExpected } from '../../expectations/public';
import { listSubjectFindings, type Source, type StoredFinding } from '../../judgements/public';
import { readGroup } from '../../parties/public';
import { draftedKeys, versionsOf } from '../persistence/filing.store';
import { DIFFER } from './reconcile-group';
import { readDocuments, readFiling, type StoredDocument, type StoredFiling } from './read-filings';
import { type DraftStanding, readStanding } from './read-standing';

/** One duty with everything that was drawn up and filed for it. */
export interface FilingDesk {
  readonly expected: StoredExpected;
  readonly group: Group;
  /** Name of the election it is about; null for one about a year. */
  readonly election: string | null;
  /** Oldest first; of the party with a draft last, when there is one. */
  readonly versions: readonly StoredFiling[];
  /** The version that is shown; null when nothing was drawn up. */
  readonly shown: StoredFiling | null;
  readonly standing: DraftStanding | null;
  readonly documents: readonly StoredDocument[];
  /** Where this filing and another source do not say the same. */
  readonly differences: readonly StoredFinding[];
}

async function desk(
  tx: Transaction,
  expected: StoredExpected,
  version: number | null,
  source: Source,
): Promise<FilingDesk> {
  const { tenantId, key, election } = expected;
  const versions = await versionsOf(tx, tenantId, key);
  const wanted = versions.find((one) => one.version === version);
  const shown = wanted ?? versions.at(-1) ?? null;
  const found = await listSubjectFindings(tx, { tenantId, source, prefix: DIFFER });
  const ids = new Set(versions.map(({ id }) => id));
  return {
    expected,
    group: await readGroup(tx, tenantId),
    election: election === null ? null : ((await readElection(tx, election))?.name ?? null),
    versions,
    shown,
    standing: shown === null ? null : await readStanding(tx, shown),
    documents: shown === null ? [] : await readDocuments(tx, shown),
    differences: found.filter(({ content }) =>
      (content.documents ?? []).some(({ ref }) => ids.has(ref)),
    ),
  };
}

/**
 * The desk of one expected filing of the party, with the version asked for or else the newest. Null
 * when it is not there for who asks.
 */
export async function readFilingDesk(
  tx: Transaction,
  expectedId: string,
  version: number | null,
): Promise<FilingDesk | null> {
  const expected = await readExpectedById(tx, expectedId);
  return expected === null ? null : desk(tx, expected, version, 'ledger');
}

/** The same for the overseer, by a version that was filed. */
export async function readFiledDesk(tx: Transaction, filingId: string): Promise<FilingDesk | null> {
  const filing = await readFiling(tx, filingId);
  if (filing === null) return null;
  const { tenantId, expectedKey, version } = filing;
  const all = await listExpected(tx, { tenantId, withdrawn: true });
  const expected = all.find(({ key }) => key === expectedKey);
  return expected === undefined ? null : desk(tx, expected, version, 'disclosed');
}

export interface OwedFilings {
  readonly group: Group;
  /** Earliest last day first. */
  readonly expected: readonly StoredExpected[];
  /** Keys of duties with a draft. */
  readonly drafted: ReadonlySet<string>;
  readonly elections: ReadonlyMap<string, string>;
}

/** Everything that is expected of the party. */
export async function readOwed(tx: Transaction, tenantId: string): Promise<OwedFilings> {
  const expected = await listExpected(tx, { tenantId });
  const elections = new Map<string, string>();
  for (const { election } of expected)
    if (election !== null && !elections.has(election))
      elections.set(election, (await readElection(tx, election))?.name ?? '');
  return {
    group: await readGroup(tx, tenantId),
    expected,
    drafted: new Set(await draftedKeys(tx, tenantId)),
    elections,
  };
}
