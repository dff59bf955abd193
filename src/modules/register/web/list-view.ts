import { type ListVersion } from '../application/read-register';
import { type DonorTotal } from '../facts/published-list';
import { type ListAnswer } from './list.answers';
import { type DonorTotalAnswer } from './rows.answers';

type ListView = Pick<ListAnswer, keyof ListAnswer>;

/** A version of a list as the API gives it; amounts in euro cents. */
export function listView({ report, ...version }: ListVersion): ListView {
  return {
    year: version.year,
    version: version.version,
    title: version.title,
    sha256: version.sha256,
    seenOn: version.seenOn,
    importedAt: version.importedAt,
    correctionReason: version.correctionReason,
    donorTotals: report.donorTotals,
    printed: report.printed,
    computed: report.computed,
    difference: report.difference,
    reconciles: report.reconciles,
  };
}

export function rowView(total: DonorTotal): DonorTotalAnswer {
  const gifts = total.gifts.map(({ asWritten, ...gift }) => ({
    ...gift,
    remark: asWritten.remark.trim(),
  }));
  return { ...total, gifts };
}
