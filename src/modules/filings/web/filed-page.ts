import { type SeenDocument } from '../../../legal/rules/finding';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { findingWords, type StoredFinding } from '../../judgements/public';
import { type FilingDesk } from '../application/filing-desk';
import { contentOf } from '../application/filing-fact';
import { type Correction, type StoredFiling } from '../application/read-filings';
import { differenceRows } from './differences-page';
import {
  documentRows,
  filingFacts,
  missingPartWords,
  receiptFacts,
  signatureRows,
  versionRows,
} from './filing-words';
import { filingTitle, overviewData, type OverviewLinks } from './overview-words';

export const FILED_BASE = '/toezicht/overzichten/opgaven';

/** The overseer has no page for a single gift or debt: what was filed is what there is. */
const LINKS: OverviewLinks = {
  gift: () => '',
  debt: () => '',
  filing: (filing) => `${FILED_BASE}/${filing}`,
};

const OPENS: Readonly<Partial<Record<SeenDocument['kind'], string>>> = {
  filing: FILED_BASE,
  notice: '/toezicht/meldingen',
};

/** Where a source opens; '' when there is nothing to open: it is absent, or has no page. */
function hrefOf({ kind, ref, amount }: SeenDocument): string {
  const base = OPENS[kind];
  return base === undefined || (kind === 'notice' && amount === null) ? '' : `${base}/${ref}`;
}

function sourceRow(document: SeenDocument, words: Words): readonly Cell[] {
  const { kind, version, amount, on } = document;
  const name = words.t(`filings.source.${kind}`);
  const text =
    version === null ? name : words.t('filings.sourceVersion', { name, version: String(version) });
  const href = hrefOf(document);
  return [
    href === '' ? text : { text, href },
    on === null ? '' : words.day(on),
    amount === null ? words.t('filings.differ.notThere') : words.euro(amount),
  ];
}

/** A difference with both its sources. */
export function differenceView({ content }: StoredFinding, words: Words): object {
  return {
    words: findingWords(content, words.language, words.texts),
    sources: (content.documents ?? []).map((document) => sourceRow(document, words)),
  };
}

/** The data of pages/filings/filed.njk. */
export function filedPage(
  desk: FilingDesk,
  shown: StoredFiling,
  correction: Correction | null,
  words: Words,
): object {
  const { expected, group, documents, versions, differences } = desk;
  const base = `${FILED_BASE}/${shown.id}`;
  const { number, sha256 } = shown;
  const name = (version: number): string =>
    words.t('filings.version', { version: String(version) });
  return {
    base,
    back: `/toezicht/overzichten/${expected.id}`,
    party: group.name,
    title: filingTitle(expected, desk.election, words),
    facts: filingFacts(desk, words),
    receipt: receiptFacts(shown, words),
    sha256,
    verify: `/ontvangstbewijs?${new URLSearchParams({ number: number ?? '', sha256 }).toString()}`,
    missing: (shown.missing ?? []).map((part) => missingPartWords(part, words)),
    overview: overviewData(contentOf(shown), LINKS, words),
    signatures: signatureRows(shown, words),
    documents: documentRows(documents, base, words),
    versionName: name(shown.version),
    reasonOf: shown.reason ?? '',
    versions: versionRows(versions, ({ id }) => `${FILED_BASE}/${id}`, words),
    changes:
      correction === null
        ? null
        : {
            before: name(correction.before.version),
            after: name(correction.after.version),
            rows: differenceRows(correction.differences, words),
          },
    differences: differences.map((finding) => differenceView(finding, words)),
  };
}
