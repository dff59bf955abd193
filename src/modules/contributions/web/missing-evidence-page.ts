import { formatCount } from '../../../platform/rendering/format';
import { type Paging } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { proofAction, proofArticle, proofBadge, proofTitle, proofWhy } from '../../evidence/public';
import { type MissingEvidence } from '../application/missing-evidence';
import { donorName } from './gift-words';

export interface MissingEvidenceView {
  readonly year: number;
  readonly years: readonly number[];
  /** 'required', 'advisable', or '' for both. */
  readonly level: string;
  readonly lines: readonly MissingEvidence[];
  readonly counts: { readonly required: number; readonly advisable: number };
  readonly mayAct: boolean;
  readonly paging: Paging;
}

function lineView(line: MissingEvidence, mayAct: boolean, words: Words): object {
  const donor = donorName(line.donorName, line.donorKind, words);
  return {
    title: proofTitle(line, words),
    badge: proofBadge(line, words),
    gift: words.t('evidence.missing.gift', {
      donor,
      amount: words.euro(line.amountCents),
      day: words.day(line.receivedOn),
    }),
    giftHref: `/giften/${line.contributionId}`,
    why: proofWhy(line, words),
    article: proofArticle(line),
    action: mayAct ? proofAction(line, words) : null,
  };
}

/** The data of pages/evidence/missing.njk. */
export function missingEvidencePage(view: MissingEvidenceView, words: Words): object {
  const { year, level, counts } = view;
  const at = (soort: string): string =>
    `/bewijs?jaar=${String(year)}${soort === '' ? '' : `&soort=${soort}`}`;
  const count = (number: number): string => formatCount(number, words.language);
  return {
    year: String(year),
    years: view.years
      .toSorted((a, b) => b - a)
      .map((one) => ({
        label: String(one),
        href: `/bewijs?jaar=${String(one)}`,
        current: one === year,
      })),
    levels: [
      ['', counts.required + counts.advisable],
      ['required', counts.required],
      ['advisable', counts.advisable],
    ].map(([soort, number]) => ({
      label: words.t(`evidence.missing.level.${soort === '' ? 'all' : String(soort)}`, {
        count: count(Number(number)),
      }),
      href: at(String(soort)),
      current: level === soort,
    })),
    lines: view.lines.map((line) => lineView(line, view.mayAct, words)),
    paging: view.paging,
  };
}
