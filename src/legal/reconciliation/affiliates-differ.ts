import { type LawReference } from '../kernel/law-reference';
import { type EuroCents } from '../kernel/euro-cents';
import { type SeenDocument } from '../rules/finding';
import { bothAmounts, difference, labelled, latest, type Difference } from './difference';
import { type ReconciliationSources } from './sources';
import { filedVersions, standingFilings, type FiledVersion } from './statements';

const CODE = 'FILINGS-DIFFER';

const BASIS: LawReference = { law: 'Wfpp', article: '30', paragraph: '2' };

type Included = FiledVersion['content']['included'][number];

function shown({ ref, version, filedOn }: FiledVersion, amount: EuroCents | null): SeenDocument {
  return { kind: 'filing', ref, version, amount, on: filedOn };
}

function isOfYear(overview: FiledVersion, report: FiledVersion): boolean {
  return (
    overview.content.kind === 'affiliate_overview' && overview.content.year === report.content.year
  );
}

/** The overview of an affiliate as filed, beside what the party's report takes along of it. */
function besideReport(
  report: FiledVersion,
  overview: FiledVersion,
  versions: readonly FiledVersion[],
): readonly Difference[] {
  const { recipient, year, totals } = overview.content;
  const taken = report.content.included.find(
    ({ part, ref }) => part === 'affiliate' && ref === recipient.ref,
  );
  const sha256 = taken?.sha256 ?? null;
  if (sha256 === overview.sha256) return [];
  const old = versions.find((version) => version.sha256 === sha256)?.content.totals.gifts ?? null;
  const stated = labelled('total_affiliate', totals.gifts);
  return [
    difference(year, {
      rule: CODE,
      outcome: sha256 === null ? 'affiliate_not_included' : 'affiliate_differs',
      basis: BASIS,
      about: [report.expected, overview.expected],
      recipient: recipient.ref,
      since: latest(report.filedOn, overview.filedOn),
      documents: [shown(report, old), shown(overview, totals.gifts)],
      amounts: old === null ? [stated] : bothAmounts(stated, labelled('total_included', old)),
    }),
  ];
}

function neverFiled(report: FiledVersion, { ref, filing, sha256 }: Included): Difference {
  return difference(report.content.year, {
    rule: CODE,
    outcome: 'affiliate_not_filed',
    basis: BASIS,
    about: [report.expected, ref],
    recipient: ref,
    since: report.filedOn,
    documents: [
      shown(report, null),
      { kind: 'filing', ref: filing ?? sha256 ?? ref, version: null, amount: null, on: null },
    ],
    amounts: [],
  });
}

/** Art. 30 lid 2: the party's report takes along exactly what each affiliate filed over that year. */
export function affiliatesDiffer(sources: ReconciliationSources): readonly Difference[] {
  const standing = standingFilings(sources);
  const versions = filedVersions(sources);
  const reports = standing.filter(({ content }) => content.kind === 'annual_report');
  return reports.flatMap((report) => {
    const overviews = standing.filter((overview) => isOfYear(overview, report));
    const filedBy = new Set(overviews.map(({ content }) => content.recipient.ref));
    const unknown = report.content.included.filter(
      ({ part, ref, sha256 }) => part === 'affiliate' && sha256 !== null && !filedBy.has(ref),
    );
    return [
      ...overviews.flatMap((overview) => besideReport(report, overview, versions)),
      ...unknown.map((included) => neverFiled(report, included)),
    ];
  });
}
