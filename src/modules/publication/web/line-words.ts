import { euroCents } from '../../../legal/kernel/euro-cents';
import { type Cell, type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type PublicLine } from '../facts/public-line';

function place(line: PublicLine, words: Words): string {
  const { address, residence, country } = line.donor;
  const abroad = country === null || country === 'NL' ? null : country;
  const parts = [address, residence, abroad].filter((part) => part !== null);
  return parts.length === 0 ? words.t('release.line.none') : parts.join(', ');
}

function owners(line: PublicLine, words: Words): string {
  if (line.beneficialOwners.length === 0) return words.t('release.line.none');
  return line.beneficialOwners
    .map(({ name, residence }) =>
      name === null
        ? words.t('release.line.shielded')
        : [name, residence].filter((part) => part !== null).join(', '),
    )
    .join('; ');
}

export function donorName({ donor }: PublicLine, words: Words): string {
  if (donor.name !== null) return donor.name;
  return words.t(donor.shielding === null ? 'release.line.unnamed' : 'release.line.shielded');
}

function typeOf(line: PublicLine, words: Words): string {
  return line.type === null ? words.t('release.line.unknown') : words.t(`gifts.type.${line.type}`);
}

/** A line as everybody would read it, field by field. */
export function lineFields(
  line: PublicLine,
  words: Words,
): readonly (readonly [label: string, value: string])[] {
  const day = (on: string | null): string =>
    on === null ? words.t('release.line.noDay') : words.day(on);
  const filedIn = line.filedIn.map((source) => words.t(`release.source.${source}`)).join(', ');
  return [
    ['donor', donorName(line, words)],
    ['place', place(line, words)],
    ['owners', owners(line, words)],
    ['recipient', line.recipient.name],
    ['receivedOn', line.line === 'rest' ? words.t('release.line.rest') : day(line.receivedOn)],
    ['amount', words.euro(euroCents(line.amountCents))],
    ['returned', words.euro(euroCents(line.returnedCents))],
    ['type', typeOf(line, words)],
    ['filed', filedIn],
    ['filedOn', day(line.filedOn)],
    ['remark', line.remark ?? words.t('release.line.none')],
    ['annulled', words.t(line.annulled ? 'release.line.yes' : 'release.line.no')],
  ];
}

export function lineFacts(line: PublicLine, words: Words): readonly Fact[] {
  return lineFields(line, words).map(([name, value]) => ({
    label: words.t(`release.field.${name}`),
    value,
  }));
}

/** Rows [what, now, then] of what differs. */
export function differenceRows(
  now: PublicLine,
  then: PublicLine,
  words: Words,
): readonly (readonly Cell[])[] {
  const before = lineFields(now, words);
  return lineFields(then, words).flatMap(([name, value], at) => {
    const was = before[at]?.[1] ?? '';
    return was === value ? [] : [[words.t(`release.field.${name}`), was, value]];
  });
}
