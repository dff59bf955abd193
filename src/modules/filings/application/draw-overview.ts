import { type OverviewContent } from '../../../legal/facts/filing';
import { draftOverview } from '../../../legal/overviews/draft-overview';
import {
  type IncludedFiling,
  type OverviewDonor,
  type OverviewFacts,
} from '../../../legal/overviews/overview-facts';
import { type Transaction } from '../../../platform/database/transaction';
import { canonicalJson, sha256Hex } from '../../../platform/json/canonical';
import { type PeriodReceipts, readPeriodReceipts } from '../../contributions/public';
import { debtsOf } from '../../debts/public';
import { type DonorRecord, readDonorsByIds } from '../../donors/public';
import { readElection } from '../../elections/public';
import { type StoredExpected } from '../../expectations/public';
import { readGroup } from '../../parties/public';
import { documentsOf, type StoredDocument } from '../persistence/document.store';
import { filedOfRecipient } from '../persistence/filing.store';
import { type Stated } from '../persistence/filing.writer';

/** What a filing would say now, as the bytes that are signed. */
export interface DrawnOverview {
  readonly content: OverviewContent;
  readonly text: string;
  readonly sha256: string;
  /** The rows of the listed contributions as they stand now: what filing opens to the overseer. */
  readonly listedRows: readonly string[];
}

/** Draws up an overview from the ledger, the statements and the documents as they are now. */
export async function drawOverview(
  tx: Transaction,
  expected: StoredExpected,
  stated: Stated,
): Promise<DrawnOverview> {
  const { tenantId } = expected;
  const received = await readPeriodReceipts(tx, tenantId, expected.period);
  const documents = await documentsOf(tx, tenantId, expected.key);
  const facts: OverviewFacts = {
    group: await readGroup(tx, tenantId),
    electionName: await electionName(tx, expected),
    asOf: tx.today,
    donors: await donorsOf(tx, tenantId, received),
    contributions: received.contributions.map(({ donorId, fact }) => ({
      donor: donorId,
      contribution: fact,
    })),
    settlements: received.settlements,
    debts: (await debtsOf(tx, tenantId)).map(({ fact, address, residence }) => ({
      ...fact,
      address,
      residence,
    })),
    stated,
    documents: documents.map(({ part, name, sha256, covers }) => ({
      part,
      name,
      sha256,
      covers: covers.toSorted(),
    })),
    included: await includedOf(tx, expected, documents),
  };
  const content = draftOverview(expected, facts);
  const text = canonicalJson(content);
  return { content, text, sha256: sha256Hex(text), listedRows: rowsOf(content, received) };
}

function rowsOf({ gifts }: OverviewContent, { contributions }: PeriodReceipts): readonly string[] {
  const listed = new Set(gifts.flatMap(({ lines }) => lines.map((line) => line.contribution)));
  return contributions.filter(({ fact }) => listed.has(fact.ref)).map(({ id }) => id);
}

async function electionName(tx: Transaction, { election }: StoredExpected): Promise<string | null> {
  if (election === null) return null;
  return (await readElection(tx, election))?.name ?? null;
}

async function donorsOf(
  tx: Transaction,
  tenantId: string,
  { contributions }: PeriodReceipts,
): Promise<readonly OverviewDonor[]> {
  const donors = await readDonorsByIds(
    tx,
    tenantId,
    contributions.map(({ donorId }) => donorId),
  );
  return donors.map(overviewDonor);
}

function overviewDonor(donor: DonorRecord): OverviewDonor {
  const { id, kind, name, address, residence, country, ubos, lookThrough } = donor;
  return { ref: id, kind, name, address, residence, country, ubos, lookThrough };
}

/** What was filed by affiliates and stated about candidates, as far as this filing asks for it. */
async function includedOf(
  tx: Transaction,
  expected: StoredExpected,
  documents: readonly StoredDocument[],
): Promise<readonly IncludedFiling[]> {
  const included: IncludedFiling[] = [];
  for (const { part, ref, name } of expected.parts) {
    if (ref === null) continue;
    const about = { ref, name: name ?? ref } as const;
    if (part === 'candidate') {
      const statements = documents.filter((document) => document.part === 'candidate');
      const own = statements.find(({ recipientId }) => recipientId === ref);
      const statement = own ?? statements.find(({ recipientId }) => recipientId === null);
      if (statement !== undefined)
        included.push({ part, ...about, filing: null, sha256: statement.sha256 });
    }
    if (part === 'affiliate') {
      const key = { kind: 'affiliate_overview', recipientId: ref, year: expected.year } as const;
      const filed = await filedOfRecipient(tx, expected.tenantId, key);
      if (filed !== null) included.push({ part, ...about, filing: filed.id, sha256: filed.sha256 });
    }
  }
  return included;
}
