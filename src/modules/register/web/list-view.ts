import { type ListVersion, type PublicTotal } from '../application/read-register';
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

/** The particulars of a row; what was cut is named on the page, and needs no field here. */
export function rowView({ cut: _cut, ...total }: PublicTotal): DonorTotalAnswer {
  const gifts = total.gifts.map(({ asWritten, ...gift }) => ({
    ...gift,
    remark: asWritten.remark.trim(),
  }));
  return { ...total, gifts };
}
