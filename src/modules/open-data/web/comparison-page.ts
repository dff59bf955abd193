import { formatCount } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { type Comparison, type Reason, REASONS } from '../facts/compare-overview';
import { type Row } from './open-data-page';

/** How often each reason is why a cell reads otherwise. */
export function reasonRows({ differences }: Comparison, words: Words): readonly Row[] {
  const counts = new Map<Reason, number>();
  for (const { reason } of differences.flatMap(({ cells }) => cells))
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return REASONS.filter((reason) => counts.has(reason)).map((reason) => [
    words.t(`open-data.reason.${reason}`),
    formatCount(counts.get(reason) ?? 0, words.language),
  ]);
}

function shown(cell: string): string {
  // A line end or a blank at the end is often the whole difference: it has to be seen.
  return cell.replaceAll('\n', '↵').replace(/ (?= )| $/g, '␣');
}

/** Cell by cell what the list says, what the register gives, and why. */
export function comparisonRows({ differences }: Comparison, words: Words): readonly Row[] {
  return differences.flatMap(({ listed, generated, cells }): readonly Row[] => {
    const row = listed ?? generated;
    if (row === null) return [];
    const who = `${row.party}: ${row.donor.trim()}`;
    if (listed === null) return [[who, '', '', '', words.t('open-data.compare.onlyGenerated')]];
    if (generated === null) return [[who, '', '', '', words.t('open-data.compare.onlyListed')]];
    return cells.map((cell) => [
      who,
      words.t(`open-data.column.${cell.column}`),
      shown(cell.listed),
      shown(cell.generated),
      words.t(`open-data.reason.${cell.reason}`),
    ]);
  });
}
