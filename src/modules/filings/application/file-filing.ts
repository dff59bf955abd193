import { Injectable } from '@nestjs/common';
import { type OverviewContent, type RequiredPart } from '../../../legal/facts/filing';
import { yearOf } from '../../../legal/kernel/plain-date';
import { completeness } from '../../../legal/overviews/completeness';
import { type MissingPart } from '../../../legal/overviews/missing-part';
import { type Transaction } from '../../../platform/database/transaction';
import { type Problem, problem } from '../../../platform/http/problem';
import { readableNumber } from '../../../platform/ids/readable-number';
import { announce } from '../../../platform/jobs/job';
import { disclose } from '../../contributions/public';
import { meetExpectation, type StoredExpected } from '../../expectations/public';
import { tellWebhooks } from '../../webhooks/public';
import { tieDocuments } from '../persistence/document.store';
import { type FilingTimeliness, findFiling, type StoredFiling } from '../persistence/filing.store';
import { markFiled } from '../persistence/filing.writer';
import { drawOverview, type DrawnOverview } from './draw-overview';
import { DONOR_DISCLOSED, FILING_FILED } from './filing-filed';
import { contentOf, filingFact } from './filing-fact';
import { statesNil } from './nil';
import { openDraft, otherContent, outdated } from './open-draft';

export interface FileCommand {
  readonly filingId: string;
  /** Of the overview that the one who files looked at. */
  readonly sha256: string;
  /** File what is there although parts are missing; only on the last day and after it (T5). */
  readonly incomplete: boolean;
}

/** What the party holds after filing. */
export interface FiledFiling {
  readonly filingId: string;
  readonly number: string;
  readonly version: number;
  readonly filedAt: string;
  readonly sha256: string;
  readonly timeliness: FilingTimeliness;
  readonly nil: boolean;
  /** What was missing when it was filed all the same; empty when it was complete. */
  readonly missing: readonly RequiredPart[];
}

/** Every missing part as a fault, so that all of them are named at once. */
export function incomplete(missing: readonly MissingPart[], canChoose: boolean): Problem {
  const choice = canChoose
    ? ' You may file it as incomplete on purpose; each missing part is then a finding.'
    : '';
  return problem(
    409,
    'filing.incomplete',
    `${String(missing.length)} parts are missing.${choice}`,
    missing.map(({ part, ref, name, why, lacking }) => ({
      in: 'body',
      location: `/parts/${part}${ref === null ? '' : `/${ref}`}`,
      code: `part.${why}`,
      detail: [part, name, lacking.join(', ')].filter((text) => (text ?? '') !== '').join(': '),
    })),
  );
}

/** What a draft lacks, against what the books list now. */
export function missingOf(
  expected: StoredExpected,
  draft: StoredFiling,
  drawn: Pick<DrawnOverview, 'content'>,
): readonly MissingPart[] {
  return completeness(expected, filingFact(draft), drawn.content);
}

/** @throws Problem 409 before the first day on which it can be received. */
export function checkWindow(tx: Transaction, { opensOn }: StoredExpected): void {
  if (tx.today < opensOn)
    throw problem(
      409,
      'filing.too_early',
      `This filing covers a period that has not ended. It can be filed from ${opensOn}.`,
    );
}

/**
 * Files a draft: the bytes are frozen with their hash, a number and the moment. Nothing is filed
 * that the ledger contradicts, and nothing incomplete unless that is chosen on or after the last
 * day. It is in time by the day on which the first byte was stored (D11).
 */
@Injectable()
export class FileFiling {
  /** @throws Problem 404, or 409: too early, filed before, changed, outdated, or every missing part. */
  async run(tx: Transaction, command: FileCommand): Promise<FiledFiling> {
    const { draft, expected } = await openDraft(tx, command.filingId);
    checkWindow(tx, expected);
    if (command.sha256 !== draft.sha256) throw otherContent();
    const drawn = await drawOverview(tx, expected, draft.stated);
    if (drawn.sha256 !== draft.sha256) throw outdated();
    const missing = missingOf(expected, draft, drawn);
    const canChoose = tx.today >= expected.lastDay;
    if (missing.length > 0 && !(command.incomplete && canChoose))
      throw incomplete(missing, canChoose);
    const nil = statesNil(contentOf(draft));
    return freeze(tx, { draft, expected, drawn, nil, missing });
  }
}

interface Freezing {
  readonly draft: StoredFiling;
  readonly expected: StoredExpected;
  readonly drawn: DrawnOverview;
  readonly nil: boolean;
  readonly missing: readonly RequiredPart[];
}

/**
 * A correction does not make late what was complete in time; a gift regulation has no term to be
 * late for.
 */
async function timelinessOf(
  tx: Transaction,
  { draft, expected }: Freezing,
): Promise<FilingTimeliness> {
  if (expected.kind === 'gift_regulation' || tx.today <= expected.lastDay) return 'in_time';
  const before = draft.replacesId === null ? null : await findFiling(tx, draft.replacesId);
  const stands = before?.timeliness === 'in_time' && before.missing?.length === 0;
  return stands ? 'in_time' : 'late';
}

function partOf({ part, ref, name, basis, fineable }: RequiredPart): RequiredPart {
  return { part, ref, name, basis, fineable };
}

/** Makes a filing of a draft and tells everyone who has to know, in one transaction. */
export async function freeze(tx: Transaction, freezing: Freezing): Promise<FiledFiling> {
  const { draft, expected, drawn, nil } = freezing;
  const { tenantId, id, sha256, version } = draft;
  const missing = freezing.missing.map(partOf);
  const timeliness = await timelinessOf(tx, freezing);
  const number = readableNumber('V', yearOf(tx.today), 5);
  const filed = { tenantId, id, sha256, nil, number, timeliness, missing, filedAt: tx.now };
  if (!(await markFiled(tx, filed))) throw otherContent();
  await tieDocuments(tx, draft);
  await disclose(tx, tenantId, drawn.listedRows, 'filed');
  const { key, year } = expected;
  const met = { tenantId, key, filingId: id, version, filedOn: tx.today, nil, missing };
  await meetExpectation(tx, met);
  await announce(tx, FILING_FILED, { tenantId, filingId: id, year });
  for (const { donorId, year: ofGift } of donorYears(drawn.content))
    await announce(tx, DONOR_DISCLOSED, { tenantId, donorId, year: ofGift });
  const told = { filingId: id, number, kind: expected.kind, year, version, timeliness };
  await tellWebhooks(tx, tenantId, 'filing.filed', [told]);
  return { filingId: id, number, version, filedAt: tx.now, sha256, timeliness, nil, missing };
}

/** Each donor and year in the overview once: at two recipients it stands there twice. */
function donorYears({ gifts }: OverviewContent): Iterable<{ donorId: string; year: number }> {
  const pairs = gifts.map(({ donor, year }) => ({ donorId: donor, year }));
  return new Map(pairs.map((pair) => [`${pair.donorId}/${String(pair.year)}`, pair])).values();
}
