import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatCount } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { EXPORTS } from '../application/export';
import { type LargestTie } from '../application/read-node';
import { type NetworkAsk } from './network-query';
import { filterView } from './node-page';

/** Where one begins: search, two ends, the largest ties, the whole as files. */
export function startPage(
  ties: readonly LargestTie[],
  ask: NetworkAsk,
  today: PlainDate,
  words: Words,
): object {
  return {
    filter: filterView(ask, today, words),
    rows: ties.map((tie) => [
      {
        text: tie.donorName ?? words.t('network.unnamed'),
        href: `/toezicht/netwerk/${tie.donorRef}`,
      },
      { text: tie.recipientName, href: `/toezicht/netwerk/${tie.recipientRef}` },
      formatCount(tie.gifts, words.language),
      words.euro(tie.cents),
    ]),
    exports: Object.keys(EXPORTS).map((name) => ({
      text: words.t(`network.export.${name.split('.').at(-1) ?? ''}.${name.split('.')[0] ?? ''}`),
      href: `/toezicht/netwerk/uitvoer/${name}`,
    })),
  };
}
