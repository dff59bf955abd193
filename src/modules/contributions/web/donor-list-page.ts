import { euroCents, type EuroCents } from '../../../legal/kernel/euro-cents';
import { type Cell, type Paging } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type LargeDonors } from '../application/read-large-donors';
import { donorName, gravest } from './gift-words';

export interface DonorListView {
  readonly zoek: string;
  readonly year: number;
  /** Only donors from this total on; null for all. */
  readonly from: EuroCents | null;
  readonly paging: Paging;
  readonly canBook: boolean;
}

/** '1000' is EUR 1,000; null for what is no whole amount of at most seven digits. */
export function readFrom(text: string | undefined): EuroCents | null {
  return /^[1-9]\d{0,6}$/.test(text ?? '') ? euroCents(Number(text) * 100) : null;
}

function row(
  donor: LargeDonors['rows'][number],
  found: LargeDonors,
  words: Words,
): readonly Cell[] {
  const { id, name, kind, residence } = donor;
  const about = found.findings.filter(({ donorId }) => donorId === id);
  return [
    { text: donorName(name, kind, words), href: `/gevers/${id}` },
    words.t(`donors.kind.${kind}`),
    residence ?? '',
    words.euro(found.netOf.get(id) ?? '0'),
    { badge: gravest(about, words) ?? { kind: 'safe', label: words.t('treasurer.status.ok') } },
  ];
}

/** The data of pages/donors/list.njk. */
export function donorListPage(found: LargeDonors, view: DonorListView, words: Words): object {
  const { from, year } = view;
  return {
    values: { zoek: view.zoek },
    year: String(year),
    only:
      from === null
        ? ''
        : words.t('desk.list.donorsFrom', { amount: words.euro(from), year: String(year) }),
    canBook: view.canBook,
    paging: view.paging,
    rows: found.rows.map((donor) => row(donor, found, words)),
  };
}
