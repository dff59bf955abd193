import { type Typed } from '../../../platform/http/form-faults';
import { type Words } from '../../../platform/rendering/words';
import { type PublicParty } from '../../publication/public';
import { ABROAD } from '../application/search-choices';
import { countryName, typeName } from './gift-words';

const LABELS: Readonly<Record<string, string>> = {
  zoek: 'text',
  partij: 'party',
  gever: 'donor',
  jaar: 'year',
  soort: 'type',
  vorm: 'form',
  ontvanger: 'recipientKind',
  land: 'country',
  min: 'min',
  max: 'max',
  van: 'from',
  tot: 'until',
  status: 'status',
};

/** One choice in words, such as "Jaar: 2025". */
export function chosenWords(
  name: string,
  typed: Typed,
  all: readonly PublicParty[],
  words: Words,
): string {
  const value = typed[name] ?? '';
  if (name === 'zonder') return words.t('site.search.field.without');
  const said: Readonly<Record<string, () => string>> = {
    partij: () => all.find(({ slug }) => slug === value)?.name ?? value,
    soort: () => typeName(value, words),
    vorm: () => words.t(`site.search.form.${value}`),
    ontvanger: () => words.t(`site.recipient.${value}`),
    land: () => (value === ABROAD ? words.t('site.search.abroad') : countryName(value, words)),
    status: () => words.t(`site.status.${value}`),
    min: () => `€ ${value}`,
    max: () => `€ ${value}`,
  };
  const label = words.t(`site.search.field.${LABELS[name] ?? 'text'}`);
  return `${label}: ${said[name]?.() ?? value}`;
}
