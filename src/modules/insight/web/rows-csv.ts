import { once } from 'node:events';
import { type Response } from 'express';
import { safeText } from '../../../platform/spreadsheet/safe-cell';
import { type GiftRow } from '../application/read-rows';

const HEADINGS = [
  'sleutel',
  'partij',
  'ontvanger',
  'soort_ontvanger',
  'gever',
  'gever_id',
  'soort_gever',
  'plaats',
  'land',
  'regel',
  'bron',
  'soort',
  'vorm',
  'jaar',
  'ontvangen_op',
  'bedrag',
  'teruggegeven',
  'geannuleerd',
  'telt_mee',
  'ingediend_in',
  'nummer',
  'eerst_ingediend',
  'laatste_dag_werkdagen',
  'laatste_dag_wet',
] as const;

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A line of CSV by RFC 4180; text that could run as a formula is made safe. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const safe = NUMBER.test(cell) ? cell : safeText(cell);
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${quoted.join(',')}\n`;
}

/** Decimals with a point. */
function amount(cents: number): string {
  return (cents / 100).toFixed(2);
}

function lineOf(row: GiftRow): string {
  const cells: readonly (string | null)[] = [
    ...[row.key, row.party, row.recipient, row.recipientKind, row.donor, row.donorPublicId],
    ...[row.donorKind, row.residence, row.country, row.line, row.source, row.type, row.form],
    ...[String(row.year), row.receivedOn, amount(row.amountCents), amount(row.returnedCents)],
    ...[row.annulled ? 'ja' : 'nee', amount(row.countedCents), row.filedIn.join(' ')],
    ...[row.noticeNumber, row.firstFiledOn, row.enforcedLastDay, row.statutoryLastDay],
  ];
  return csvLine(cells.map((cell) => cell ?? ''));
}

/** Sends a file row by row: what waits in memory is one page, however long the file gets. */
export async function sendRows(
  response: Response,
  pages: AsyncIterable<readonly GiftRow[]>,
): Promise<void> {
  response.attachment('giften.csv').type('text/csv; charset=utf-8');
  response.write(csvLine(HEADINGS));
  for await (const rows of pages) {
    if (response.destroyed) return;
    if (!response.write(rows.map(lineOf).join(''))) await once(response, 'drain');
  }
  response.end();
}
