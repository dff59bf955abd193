import { type Typed } from '../../../platform/http/form-faults';
import { formatMoment } from '../../../platform/rendering/format';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { findingWords } from '../../judgements/public';
import {
  type DonorDescription,
  type DonorRecord,
  type DuplicatePair,
  type MatchEvidence,
} from '../../donors/public';
import { type IdentityPreview, type YearBothWays } from '../application/preview-identity';
import { type DonorMerges } from '../application/read-donor-desk';
import { donorName } from './gift-words';

const FIELDS = [
  'name',
  'address',
  'residence',
  'tradeRegisterNumber',
  'dateOfBirth',
  'iban',
] as const;

/** Both descriptions, line by line; a line that neither has is left out. */
function sides(one: DonorDescription, other: DonorDescription, words: Words): readonly string[][] {
  const shown = (side: DonorDescription, field: (typeof FIELDS)[number]): string => {
    const value = side[field] ?? null;
    if (value === null) return words.t('identities.notKnown');
    return field === 'dateOfBirth' ? words.day(value) : value;
  };
  return FIELDS.filter((field) => (one[field] ?? other[field] ?? null) !== null).map((field) => [
    words.t(`identities.field.${field}`),
    shown(one, field),
    shown(other, field),
  ]);
}

function inWords(evidence: readonly MatchEvidence[], words: Words): readonly string[] {
  return evidence.map(({ code }) => words.t(`identities.evidence.${code}`));
}

/** What speaks for, what against, and what is only noted. */
export function evidenceWords({ evidence }: DuplicatePair, words: Words): object {
  return {
    speaksFor: inWords(
      evidence.filter(({ weight }) => weight > 0),
      words,
    ),
    against: inWords(
      evidence.filter(({ weight }) => weight < 0),
      words,
    ),
  };
}

export interface QueueReader {
  readonly mayAct: boolean;
  readonly done: string;
  readonly once: string;
}

/** The data of pages/donors/duplicates.njk. */
export function duplicatesPage(
  pairs: readonly DuplicatePair[],
  paging: { readonly previous: string; readonly next: string },
  reader: QueueReader,
  words: Words,
): object {
  return {
    mayAct: reader.mayAct,
    done: reader.done,
    paging,
    pairs: pairs.map((pair, at) => ({
      id: `paar-${String(at + 1)}`,
      next: at + 1 < pairs.length ? `#paar-${String(at + 2)}` : paging.next,
      title: words.t('identities.pair', {
        one: pair.one.name ?? words.t('identities.notKnown'),
        other: pair.other.name ?? words.t('identities.notKnown'),
      }),
      badge: {
        kind: pair.certainty === 'certain' ? 'warning' : 'neutral',
        label: words.t(`identities.certainty.${pair.certainty}`),
      },
      rows: sides(pair.one, pair.other, words),
      ...evidenceWords(pair, words),
      once: `${reader.once}-${String(at)}`,
      merge: `/gevers/${pair.donorId}/samenvoegen/${pair.otherId}`,
      apart: `/gevers/dubbel/${pair.donorId}/${pair.otherId}`,
    })),
  };
}

function yearRows(years: readonly YearBothWays[], words: Words): readonly object[][] {
  return years.map(({ year, one, other, together, room }) =>
    [
      String(year),
      words.euro(one),
      words.euro(other),
      words.euro(together),
      room === null ? words.t('identities.noCap') : words.euro(room),
    ].map((text) => ({ text })),
  );
}

/** What is different between one donor and two, in sentences. */
function changes(years: readonly YearBothWays[], words: Words): readonly string[] {
  return years.flatMap(({ year, findings, duties }) => {
    const found = findings.map((content) =>
      words.t('identities.change.finding', {
        year: String(year),
        finding: findingWords(content, words.language, words.texts).title,
      }),
    );
    const due =
      duties > 0
        ? [words.t('identities.change.duties', { year: String(year), count: String(duties) })]
        : [];
    return [...found, ...due];
  });
}

export interface IdentityForm {
  readonly kind: 'merge' | 'split';
  readonly action: string;
  readonly back: string;
  readonly once: string;
  readonly typed: Typed;
  readonly errors: readonly FormError[];
}

function nameOf(donor: DonorRecord, words: Words): string {
  return donorName(donor.name, donor.kind, words);
}

/** The data of pages/donors/identity.njk. */
export function identityPage(
  preview: IdentityPreview,
  pair: DuplicatePair | null,
  form: IdentityForm,
  words: Words,
): object {
  const { kind, action, back, once, typed, errors } = form;
  const one = nameOf(preview.one, words);
  const other = nameOf(preview.other, words);
  const merging = kind === 'merge';
  return {
    kind,
    action,
    back,
    once,
    errors,
    one,
    other,
    title: words.t(`identities.${kind}.title`, { one, other }),
    values: { keep: preview.one.id, ...typed },
    keep: merging
      ? [preview.one, preview.other].map((donor) => ({
          value: donor.id,
          label: nameOf(donor, words),
          hint: [donor.address, donor.residence].filter((part) => part !== null).join(', '),
        }))
      : [],
    rows: pair === null ? [] : sides(pair.one, pair.other, words),
    ...(pair === null ? { speaksFor: [], against: [] } : evidenceWords(pair, words)),
    years: yearRows(preview.years, words),
    changes: changes(preview.years, words),
  };
}

/** The part about merges on the page of a donor. */
export function mergesPart(
  donor: DonorRecord,
  { rows, names }: DonorMerges,
  mayAct: boolean,
  words: Words,
): readonly object[] {
  return rows.map(({ id, absorbedId, intoId, reason, recordedAt, split }) => ({
    title: words.t('identities.history.merged', {
      one: names.get(absorbedId) ?? '',
      other: names.get(intoId) ?? '',
    }),
    when: formatMoment(recordedAt, words.language),
    reason,
    split:
      split === null
        ? ''
        : words.t('identities.history.split', {
            when: formatMoment(split.recordedAt, words.language),
            reason: split.reason,
          }),
    href: split === null && mayAct ? `/gevers/${donor.id}/splitsen/${id}` : '',
  }));
}
