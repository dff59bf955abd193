import { formatMoment } from '../../../platform/rendering/format';
import { type Badge } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { findingTextKey } from '../../judgements/public';
import { type GiftDifference } from '../application/gift-differences';
import { type GiftEvent } from '../application/gift-events';

const BADGES: Readonly<Record<string, Badge['kind']>> = {
  finding: 'danger',
  warning: 'warning',
  signal: 'info',
  undecided: 'neutral',
};
const AMOUNTS: readonly GiftDifference['field'][] = ['amount', 'marketValue', 'paid'];

function valueWords(field: GiftDifference['field'], value: string | null, words: Words): string {
  if (value === null || value === '') return words.t('life.empty');
  if (AMOUNTS.includes(field)) return words.euro(value);
  if (field === 'receivedOn') return words.day(value);
  if (field === 'type') return words.t(`gifts.type.${value}`);
  if (field === 'form') return words.t(`life.form.${value}`);
  return value;
}

function differenceWords(difference: GiftDifference, words: Words): object {
  const { field, before, after } = difference;
  return {
    field: words.t(`life.field.${field}`),
    before: valueWords(field, before, words),
    after: valueWords(field, after, words),
  };
}

function titleOf(event: GiftEvent, words: Words): string {
  const { kind, finding, filing, about, day } = event;
  if (finding !== null) {
    const title = words.t(`${findingTextKey(finding)}.title`);
    return words.t(`life.${kind}`, { title });
  }
  if (filing !== null) {
    const name = words.t(`filings.kind.${filing.kind}`);
    const title = words.t('filings.titleOf', { name, about: String(filing.year) });
    return words.t('life.listed', { title, version: String(filing.version) });
  }
  if (kind === 'disclosed') return words.t(`life.disclosed.${about ?? ''}`);
  if (kind === 'notice_due')
    return words.t('life.notice_due', { day: day === null ? '' : words.longDay(day) });
  return words.t(`life.${kind}`, { about: about ?? '' });
}

function details({ kind, amountCents, day, reason }: GiftEvent, words: Words): readonly string[] {
  const dated = day !== null && kind !== 'notice_due';
  return [
    ...(amountCents === null ? [] : [words.euro(amountCents)]),
    ...(dated ? [words.t(`life.day.${kind}`, { day: words.day(day) })] : []),
    ...(reason === null ? [] : [words.t(`life.why.${whyOf(kind)}`, { reason })]),
  ];
}

function whyOf(kind: GiftEvent['kind']): 'evidence' | 'reason' {
  return ['returned_to_donor', 'transferred_to_state', 'destroyed'].includes(kind)
    ? 'evidence'
    : 'reason';
}

/** Who may be named, and under which name. */
export interface LifeReader {
  readonly userId: string;
  readonly name: string;
  /** Names of people of the party, by account. */
  readonly names: ReadonlyMap<string, string>;
}

/** Staff and programs have no name here; of the party everybody may know who did what. */
export function personWords(by: string | null, reader: LifeReader, words: Words): string {
  if (by === null) return words.t('life.by.rules');
  if (by === 'system') return words.t('life.by.system');
  if (by === reader.userId) return reader.name;
  return reader.names.get(by) ?? words.t('treasurer.gift.colleague');
}

/** The data of the macro lifeOf in partials/life.njk. */
export function lifeView(
  events: readonly GiftEvent[],
  reader: LifeReader,
  words: Words,
): readonly object[] {
  return events.map((event) => ({
    moment: formatMoment(event.at, words.language),
    kind: event.by === null ? 'term' : 'event',
    title: titleOf(event, words),
    href: event.href ?? '',
    badge:
      event.finding === null || event.kind === 'resolved'
        ? null
        : {
            kind: BADGES[event.finding.severity] ?? 'neutral',
            label: words.t(`findings.severity.${event.finding.severity}`),
          },
    by: personWords(event.by, reader, words),
    details: details(event, words).join(' · '),
    differences: event.differences.map((one) => differenceWords(one, words)),
  }));
}
