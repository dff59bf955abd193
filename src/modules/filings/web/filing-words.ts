import { type RequiredPart } from '../../../legal/facts/filing';
import { type MissingPart } from '../../../legal/overviews/missing-part';
import { formatCount, formatMoment } from '../../../platform/rendering/format';
import { type Badge, type Cell, type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { missingWords } from '../../judgements/public';
import { type FilingDesk } from '../application/filing-desk';
import { type StoredDocument, type StoredFiling } from '../application/read-filings';
import { recipientName } from './overview-words';

const KILO = 1024;

export function signatureRows(filing: StoredFiling, words: Words): readonly (readonly Cell[])[] {
  return filing.signatures.map(({ role, signerName, signedAt, sha256 }): readonly Cell[] => {
    const valid = sha256 === filing.sha256;
    const badge: Badge = {
      kind: valid ? 'safe' : 'danger',
      label: words.t(valid ? 'filings.signature.valid' : 'filings.signature.void'),
    };
    return [
      { text: words.t(`filings.role.${role}`), badge },
      signerName,
      formatMoment(signedAt, words.language),
    ];
  });
}

export function documentRows(
  documents: readonly StoredDocument[],
  base: string,
  words: Words,
): readonly (readonly Cell[])[] {
  const nameOf = (hash: string): string =>
    documents.find(({ sha256 }) => sha256 === hash)?.name ?? '';
  return documents.map(({ id, part, name, size, covers }): readonly Cell[] => [
    {
      text: name,
      href: `${base}/stukken/${id}`,
      ...(covers.length === 0
        ? {}
        : { note: words.t('filings.document.covers', { names: covers.map(nameOf).join(', ') }) }),
    },
    words.t(`filings.part.${part}`),
    words.t('filings.document.kilobytes', {
      count: formatCount(Math.ceil(size / KILO), words.language),
    }),
  ]);
}

/** A part that is missing, of whom, and why. */
export function missingPartWords(part: RequiredPart | MissingPart, words: Words): string {
  const what = words.t(`filings.part.${part.part}`);
  const whom = part.name === null ? what : words.t('filings.partOf', { what, name: part.name });
  if (!('why' in part)) return whom;
  const codes = part.why === 'particulars_missing';
  const lacking = codes ? missingWords(part.lacking, words.language, words.texts) : part.lacking;
  return words.t(`filings.why.${part.why}`, { part: whom, lacking: lacking.join(', ') });
}

export function filingFacts({ expected, group }: FilingDesk, words: Words): readonly Fact[] {
  const { t } = words;
  const { period, threshold, lastDay, kind } = expected;
  const regulation = kind === 'gift_regulation';
  return [
    { label: t('filings.by'), value: recipientName(group, expected.recipient) },
    ...(regulation
      ? []
      : [
          {
            label: t('filings.period'),
            value: t('filings.periodOf', {
              from: words.day(period.from),
              until: words.day(period.until),
            }),
          },
          { label: t('filings.lastDay'), value: words.longDay(lastDay) },
        ]),
    ...(threshold === null
      ? []
      : [
          {
            label: t('filings.threshold'),
            value: words.euro(threshold.value),
            note: threshold.source,
          },
        ]),
  ];
}

export function versionRows(
  versions: readonly StoredFiling[],
  hrefOf: (filing: StoredFiling) => string,
  words: Words,
): readonly (readonly Cell[])[] {
  return versions
    .toReversed()
    .map((one): readonly Cell[] => [
      { text: words.t('filings.version', { version: String(one.version) }), href: hrefOf(one) },
      one.number ?? words.t('filings.draft'),
      one.filedAt === null ? '' : formatMoment(one.filedAt, words.language),
      one.reason ?? (one.nil ? words.t('filings.nil') : ''),
    ]);
}

export function receiptFacts(filing: StoredFiling, words: Words): readonly Fact[] {
  const { number, filedAt, timeliness } = filing;
  if (number === null || filedAt === null || timeliness === null) return [];
  const badge: Badge = {
    kind: timeliness === 'in_time' ? 'safe' : 'danger',
    label: words.t(`filings.timeliness.${timeliness}`),
  };
  return [
    { label: words.t('filings.number'), value: number },
    {
      label: words.t('filings.filedAt'),
      value: formatMoment(filedAt, words.language),
      badge,
    },
    ...(filing.nil ? [{ label: words.t('filings.what'), value: words.t('filings.nil') }] : []),
  ];
}
