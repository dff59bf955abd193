import { type Finding } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { listContributions, type ListedContribution } from '../../contributions/public';
import { type DonorRecord, readDonor } from '../../donors/public';
import { readProposal, type StoredProposal } from '../../enforcement/public';
import { readDutiesOfContributions } from '../../judgements/public';
import { readGroup } from '../../parties/public';
import { type Group } from '../../../legal/facts/group';
import { type DueDates } from '../../../legal/calendar/substantial-gift-term';
import {
  type DisclosedFinding,
  findDisclosed,
  type NoticeMade,
  noticeOfDuty,
} from '../persistence/disclosed-finding.query';

/** What is known to the overseer around one finding; row-level security leaves out the rest (D7). */
export interface CaseFacts {
  readonly group: Group;
  readonly donor: DonorRecord | null;
  readonly year: number;
  /** All disclosed contributions of the donor in that year, by day of receipt. */
  readonly contributions: readonly ListedContribution[];
  /** The notice of the late gift, when one was filed after all. */
  readonly notice: NoticeMade | null;
}

export interface ProposalCase extends CaseFacts {
  readonly proposal: StoredProposal;
}

export interface FindingCase extends CaseFacts {
  readonly finding: DisclosedFinding;
  /** Both readings of the term when the finding is about a notice. */
  readonly due: DueDates | null;
}

interface CaseKey {
  readonly tenantId: string;
  readonly donorId: string | null;
  readonly year: number;
}

const MOST_CONTRIBUTIONS = 200;
const NOTICE_RULE = 'WFPP-25a-2';

async function factsOf(tx: Transaction, key: CaseKey, finding: Finding): Promise<CaseFacts> {
  const { tenantId, donorId, year } = key;
  const newestFirst =
    donorId === null
      ? []
      : await listContributions(tx, tenantId, {
          after: null,
          limit: MOST_CONTRIBUTIONS,
          donorId,
          year,
        });
  const late = finding.rule === NOTICE_RULE ? finding.contributions[0]?.contribution : undefined;
  return {
    group: await readGroup(tx, tenantId),
    donor: donorId === null ? null : await readDonor(tx, tenantId, donorId),
    year,
    contributions: newestFirst.toReversed(),
    notice: late === undefined ? null : await noticeOfDuty(tx, tenantId, late),
  };
}

export async function readProposalCase(tx: Transaction, id: string): Promise<ProposalCase | null> {
  const proposal = await readProposal(tx, id);
  if (proposal === null) return null;
  return { proposal, ...(await factsOf(tx, proposal, proposal.content.finding)) };
}

export async function readFindingCase(tx: Transaction, id: string): Promise<FindingCase | null> {
  const finding = await findDisclosed(tx, id);
  if (finding === null) return null;
  const facts = await factsOf(tx, finding, finding.content);
  return { finding, due: await dueOf(tx, finding), ...facts };
}

async function dueOf(tx: Transaction, finding: DisclosedFinding): Promise<DueDates | null> {
  const { donorId } = finding;
  if (finding.content.rule !== NOTICE_RULE || donorId === null) return null;
  const root = finding.content.contributions[0]?.contribution;
  const [duty] = await readDutiesOfContributions(
    tx,
    finding.tenantId,
    root === undefined ? [] : [root],
  );
  return duty?.content.due ?? null;
}

export type { DisclosedFinding };
