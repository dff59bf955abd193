import { type DonorKind } from '../../../legal/facts/donor';
import { evidenceOf } from '../../../legal/evidence/missing-evidence';
import { type EvidenceRequirement } from '../../../legal/evidence/requirement';
import { type Transaction } from '../../../platform/database/transaction';
import {
  canonicalDonors,
  donorCluster,
  donorFact,
  type DonorRecord,
  readDonorsByIds,
} from '../../donors/public';
import {
  listEvidence,
  listProofs,
  openRequests,
  requestKindFor,
  requestsOfDonor,
  type StoredEvidence,
  type StoredRequest,
} from '../../evidence/public';
import { readGroup } from '../../parties/public';
import { donorYearsOf, type GivenContribution, givenInYear } from '../persistence/evidence.queries';

/** One proof that the law wants of one contribution, or makes wise. */
export interface EvidenceLine extends Omit<EvidenceRequirement, 'onRecord' | 'form' | 'subject'> {
  /** The newest version of the contribution, and the first. */
  readonly contributionId: string;
  readonly rootId: string;
  readonly donorId: string;
  readonly donorName: string | null;
  readonly donorKind: DonorKind;
  readonly recipientId: string;
  readonly receivedOn: string;
  readonly amountCents: string;
  /** Identifies the gift (its first booking), the donor or the settlement it is about. */
  readonly subjectId: string;
  readonly met: boolean;
  /** The donor can be asked for it by a link. */
  readonly askable: boolean;
  /** The donor was asked for it, and has not answered. */
  readonly requestOpen: boolean;
}

export type MissingEvidence = EvidenceLine & { readonly met: false };

const ASKED_AS = { declaration: 'declaration', look_through_overview: 'look_through' } as const;

interface Known {
  readonly donor: DonorRecord;
  readonly open: ReadonlySet<string>;
  readonly given: ReadonlyMap<string, GivenContribution>;
}

function lineOf(
  known: Known,
  rootId: string,
  requirement: EvidenceRequirement & { readonly met: boolean },
): readonly EvidenceLine[] {
  const { donor, open } = known;
  const gift = known.given.get(rootId);
  if (gift === undefined) return [];
  const { code, article, level, why, subjectKind, subject, met } = requirement;
  const asked = code === 'declaration' || code === 'look_through_overview' ? ASKED_AS[code] : null;
  return [
    {
      contributionId: gift.id,
      rootId,
      donorId: donor.id,
      donorName: donor.name,
      donorKind: donor.kind,
      recipientId: gift.contribution.recipient,
      receivedOn: gift.contribution.receivedOn,
      amountCents: String(gift.contribution.amount),
      code,
      article,
      level,
      why,
      subjectKind,
      subjectId: subject,
      met,
      askable: asked !== null && requestKindFor(donor.kind) === asked,
      requestOpen: asked !== null && open.has(`${donor.id}/${asked}`),
    },
  ];
}

function byDonor(
  given: readonly GivenContribution[],
  canonical: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly GivenContribution[]> {
  const found = new Map<string, GivenContribution[]>();
  for (const one of given) {
    const donorId = canonical.get(one.donorId) ?? one.donorId;
    const before = found.get(donorId);
    if (before === undefined) found.set(donorId, [one]);
    else before.push(one);
  }
  return found;
}

async function linesOf(
  tx: Transaction,
  tenantId: string,
  year: number,
  given: readonly GivenContribution[],
  which: 'all' | 'missing' = 'missing',
): Promise<readonly EvidenceLine[]> {
  const donorIds = [...new Set(given.map(({ donorId }) => donorId))];
  const years = byDonor(given, await canonicalDonors(tx, tenantId, donorIds));
  const donors = await readDonorsByIds(tx, tenantId, [...years.keys()]);
  const attached = await listProofs(tx, tenantId, {
    contributions: given.map(({ contribution }) => contribution.ref),
    donors: [...new Set([...donorIds, ...years.keys()])],
    settlements: given.flatMap(({ settlements }) => settlements.map(({ ref }) => ref)),
  });
  const group = await readGroup(tx, tenantId);
  const open = await openRequests(tx, tenantId, [...years.keys()]);
  return donors.flatMap((donor) => {
    const gifts = years.get(donor.id) ?? [];
    const facts = {
      group,
      donor: donorFact(donor),
      year,
      contributions: gifts.map(({ contribution }) => contribution),
      settlements: gifts.flatMap(({ settlements }) => settlements),
    };
    const known = { donor, open, given: new Map(gifts.map((one) => [one.contribution.ref, one])) };
    return evidenceOf(facts, attached, tx.today).flatMap(({ contribution, requirements }) =>
      requirements
        .filter(({ met }) => which === 'all' || !met)
        .flatMap((requirement) => lineOf(known, contribution, requirement)),
    );
  });
}

/** Newest gift first, as everywhere; of one gift in the order of the law. */
function inOrder(lines: readonly EvidenceLine[]): readonly EvidenceLine[] {
  return lines.toSorted((a, b) =>
    a.receivedOn !== b.receivedOn
      ? a.receivedOn < b.receivedOn
        ? 1
        : -1
      : a.contributionId < b.contributionId
        ? 1
        : a.contributionId > b.contributionId
          ? -1
          : 0,
  );
}

/** What is still wanted of the gifts of a year. */
export async function listMissingEvidence(
  tx: Transaction,
  tenantId: string,
  year: number,
): Promise<readonly MissingEvidence[]> {
  const given = await givenInYear(tx, tenantId, year, null);
  return onlyMissing(inOrder(await linesOf(tx, tenantId, year, given)));
}

/** Every proof of these gifts, met or not; any id of a chain will do. */
export async function evidenceOfContributions(
  tx: Transaction,
  tenantId: string,
  contributionIds: readonly string[],
): Promise<readonly EvidenceLine[]> {
  const wanted = await donorYearsOf(tx, tenantId, contributionIds);
  const roots = new Set(wanted.map(({ rootId }) => rootId));
  const lines: EvidenceLine[] = [];
  for (const year of new Set(wanted.map((one) => one.year))) {
    const donors = new Set<string>();
    for (const { donorId } of wanted.filter((one) => one.year === year))
      for (const id of await donorCluster(tx, tenantId, donorId)) donors.add(id);
    const given = await givenInYear(tx, tenantId, year, [...donors]);
    lines.push(...(await linesOf(tx, tenantId, year, given, 'all')));
  }
  return inOrder(lines.filter(({ rootId }) => roots.has(rootId)));
}

export function onlyMissing(lines: readonly EvidenceLine[]): readonly MissingEvidence[] {
  return lines.flatMap((line) => (line.met ? [] : [{ ...line, met: false as const }]));
}

/** What is still wanted of all that one donor gave in a year. */
export async function missingEvidenceOfDonor(
  tx: Transaction,
  tenantId: string,
  donorId: string,
  year: number,
): Promise<readonly MissingEvidence[]> {
  const donors = await donorCluster(tx, tenantId, donorId);
  const given = await givenInYear(tx, tenantId, year, donors);
  return onlyMissing(inOrder(await linesOf(tx, tenantId, year, given)));
}

export interface SubjectEvidence {
  readonly subject: { readonly kind: 'contribution' | 'donor'; readonly id: string };
  readonly lines: readonly EvidenceLine[];
  readonly files: readonly StoredEvidence[];
  readonly requests: readonly StoredRequest[];
}

/** Everything about the proof of one gift: with its files, those of what left again included. */
export async function readGiftEvidence(
  tx: Transaction,
  tenantId: string,
  gift: { readonly rootId: string; readonly donorId: string },
): Promise<SubjectEvidence> {
  const subject = { kind: 'contribution', id: gift.rootId } as const;
  const lines = await evidenceOfContributions(tx, tenantId, [gift.rootId]);
  const files = [...(await listEvidence(tx, tenantId, subject))];
  const settled = lines.flatMap((line) =>
    line.subjectKind === 'settlement' ? [line.subjectId] : [],
  );
  for (const id of new Set(settled))
    files.push(...(await listEvidence(tx, tenantId, { kind: 'settlement', id })));
  const requests = await requestsOfDonor(tx, gift.donorId);
  const about = requests.filter(({ contributionRootId }) => contributionRootId === gift.rootId);
  return { subject, lines, files, requests: about };
}

/** The proof about one donor: what its gifts of a year lack, each once, with its files. */
export async function readDonorEvidence(
  tx: Transaction,
  tenantId: string,
  donorId: string,
  year: number,
): Promise<SubjectEvidence> {
  const subject = { kind: 'donor', id: donorId } as const;
  const missing = await missingEvidenceOfDonor(tx, tenantId, donorId, year);
  const once = new Map(missing.map((line) => [`${line.code}/${line.subjectId}`, line]));
  return {
    subject,
    lines: [...once.values()],
    files: await listEvidence(tx, tenantId, subject),
    requests: await requestsOfDonor(tx, donorId),
  };
}
