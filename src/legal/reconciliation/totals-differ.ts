import { type OverviewContent } from '../facts/filing';
import { minus, sum, type EuroCents } from '../kernel/euro-cents';
import { overviewTotals } from '../overviews/draft-overview';
import { totalsOf } from '../overviews/listed-gifts';
import { type SeenDocument } from '../rules/finding';
import { bothAmounts, difference, labelled, type Difference } from './difference';
import { type NoticeSource, type ReconciliationSources } from './sources';
import { basisOf, standingFilings, standingNotices, type FiledVersion } from './statements';

const CODE = 'FILINGS-DIFFER';

interface Sums {
  readonly about: string;
  readonly recipient: string;
  readonly year: number;
  readonly stated: EuroCents;
  readonly computed: EuroCents;
}

/** Each sum that an overview states beside the sum of what it lists. */
function sumsOf({ gifts, debts, totals, recipient, year }: OverviewContent): readonly Sums[] {
  const perDonor = gifts.flatMap((gift): readonly Sums[] => {
    const computed = totalsOf(gift.lines);
    const to = gift.lines[0]?.recipient ?? recipient.ref;
    return (['total', 'money', 'inKind'] as const).map((part) => ({
      about: `${gift.donor}:${String(gift.year)}:${to}:${part}`,
      recipient: to,
      year: gift.year,
      stated: gift[part],
      computed: computed[part],
    }));
  });
  const computed = overviewTotals(gifts, debts);
  const whole = (['gifts', 'money', 'inKind', 'debtsAtEnd'] as const).map((part) => ({
    about: part,
    recipient: recipient.ref,
    year,
    stated: totals[part],
    computed: computed[part],
  }));
  return [...perDonor, ...whole];
}

function wrongSums(filing: FiledVersion): readonly Difference[] {
  const { ref, version, filedOn, expected, content } = filing;
  return sumsOf(content)
    .filter(({ stated, computed }) => stated !== computed)
    .map(({ about, recipient, year, stated, computed }) => {
      const document = { kind: 'filing', ref, version, on: filedOn } as const;
      return difference(year, {
        rule: CODE,
        outcome: 'total_differs',
        basis: basisOf(content),
        about: [expected, about],
        recipient,
        since: filedOn,
        documents: [
          { ...document, amount: stated },
          { ...document, amount: computed },
        ],
        amounts: bothAmounts(
          labelled('total_stated', stated),
          labelled('total_computed', computed),
        ),
      });
    });
}

function wrongNotice(notice: NoticeSource): readonly Difference[] {
  const { ref, donor, recipient, year, filedOn, total, gifts } = notice;
  const computed = sum(gifts.map(({ amount, returned }) => minus(amount, returned)));
  if (computed === total) return [];
  const document = (amount: EuroCents): SeenDocument => ({
    kind: 'notice',
    ref,
    version: null,
    amount,
    on: filedOn,
  });
  return [
    difference(year, {
      rule: CODE,
      outcome: 'total_differs',
      basis: { law: 'Wfpp', article: '25a', paragraph: '2' },
      about: ['notice', donor, String(year), recipient],
      recipient,
      since: filedOn,
      documents: [document(total), document(computed)],
      amounts: bothAmounts(labelled('total_stated', total), labelled('total_computed', computed)),
    }),
  ];
}

/** A sum that is not the sum of its lines, to the cent: what a spreadsheet does with typed text. */
export function totalsDiffer(sources: ReconciliationSources): readonly Difference[] {
  return [
    ...standingFilings(sources).flatMap(wrongSums),
    ...standingNotices(sources).flatMap(wrongNotice),
  ];
}
