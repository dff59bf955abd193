import { type ExpectedFiling, type FilingKind } from '../../../legal/facts/filing';
import { printReference } from '../../../legal/kernel/law-reference';
import { type Transaction } from '../../../platform/database/transaction';
import { sha256Hex } from '../../../platform/json/canonical';
import { queueMessage } from '../../../platform/outbox/message';
import { formatDay } from '../../../platform/rendering/format';
import { readContactEmail } from '../../parties/public';

/** Mails go out in Dutch, without names and amounts. */
export const FILING_NAMES: Readonly<Record<FilingKind, string>> = {
  annual_report: 'het financieel verslag met de overzichten',
  affiliate_overview: 'het jaaroverzicht van een neveninstelling',
  pre_election_overview: 'het overzicht vóór de verkiezing',
  post_election_overview: 'het overzicht na de verkiezing',
  candidate_overview: 'het overzicht van de kandidaten',
  blank_list_overview: 'het overzicht van de lijst zonder naam',
  gift_regulation: 'het giftenreglement',
};

const SIGN_IN = 'Meld u aan bij Partijgiften en kies "Overzichten".';

function dayOf(day: ExpectedFiling['lastDay']): string {
  return formatDay(day, 'nl');
}

interface Mail {
  readonly key: string;
  readonly subject: string;
  readonly lines: readonly string[];
}

async function send(
  tx: Transaction,
  tenantId: string,
  { key, subject, lines }: Mail,
): Promise<'mailed' | 'no_address'> {
  const recipient = await readContactEmail(tx, tenantId);
  if (recipient === null) return 'no_address';
  const body = [...lines, SIGN_IN].join('\n\n');
  await queueMessage(tx, { key, tenantId, recipient, subject, body });
  return 'mailed';
}

/** One mail for all filings of one kind that open on one day. */
export function tellWindowOpens(
  tx: Transaction,
  tenantId: string,
  expected: ExpectedFiling,
): Promise<'mailed' | 'no_address'> {
  const { kind, basis, opensOn, lastDay } = expected;
  return send(tx, tenantId, {
    key: `filing-opens:${kind}:${opensOn}:${lastDay}`,
    subject: `U kunt vanaf ${dayOf(opensOn)} een overzicht indienen`,
    lines: [
      `Het gaat om ${FILING_NAMES[kind]} (${printReference(basis)}).`,
      `Uiterlijk ${dayOf(lastDay)} moet het compleet binnen zijn.`,
    ],
  });
}

/** One mail for all filings that got other days at once, such as when an election is moved. */
export async function tellMovedDays(
  tx: Transaction,
  tenantId: string,
  moved: readonly ExpectedFiling[],
): Promise<void> {
  if (moved.length === 0) return;
  const days = moved.map(({ key, opensOn, lastDay }) => `${key} ${opensOn} ${lastDay}`);
  const lines = moved.map(
    ({ kind, lastDay }) => `- ${FILING_NAMES[kind]}: nu uiterlijk ${dayOf(lastDay)}`,
  );
  await send(tx, tenantId, {
    key: `filings-moved:${sha256Hex(days.toSorted().join('\n'))}`,
    subject: 'De termijn van een overzicht is veranderd',
    lines: ['Deze termijnen zijn veranderd:', [...new Set(lines)].join('\n')],
  });
}
