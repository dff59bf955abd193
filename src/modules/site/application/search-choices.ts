import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Typed } from '../../../platform/http/form-faults';
import { readAmount, readDay } from '../../../platform/rendering/form-input';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type PublicParty, type PublicSearch } from '../../publication/public';

/** What stands in the address of a list of gifts; in the order in which it is shown. */
export const SEARCH_NAMES = [
  'zoek',
  'partij',
  'gever',
  'jaar',
  'soort',
  'vorm',
  'ontvanger',
  'land',
  'min',
  'max',
  'van',
  'tot',
  'status',
  'zonder',
  'volgorde',
] as const;
export type SearchName = (typeof SEARCH_NAMES)[number];

export const TYPES = [
  'gift',
  'in_kind',
  'legacy',
  'loan_waived',
  'discount',
  'office_holder_remittance',
  'membership_dues',
] as const;
export const FORMS = ['money', 'in_kind'] as const;
export const STATUSES = ['published', 'corrected', 'under_check', 'annulled'] as const;
export const RECIPIENT_KINDS = [
  'party',
  'scientific_institute',
  'youth_organisation',
  'foreign_activities',
  'other_affiliate',
  'candidate',
  'branch',
] as const;
export const SORTS = ['newest', 'amount', 'changed'] as const;
/** What "zonder afdrachten en contributies" leaves out. */
export const REMITTED = ['office_holder_remittance', 'membership_dues'] as const;
export const ABROAD = 'buitenland';
export const WITHOUT = 'afdrachten';

export interface ReadSearch {
  readonly typed: Typed;
  readonly search: PublicSearch;
  readonly errors: readonly FormError[];
}

/** The choices in a query; names that are no choice of ours are left alone. */
export function typedSearch(query: Readonly<Record<string, unknown>>): Typed {
  const entries = SEARCH_NAMES.map((name) => {
    const value = query[name];
    return [name, typeof value === 'string' ? value.trim().slice(0, 200) : ''] as const;
  });
  return Object.fromEntries(entries);
}

/** The party that somebody means: by the name in addresses, its name or its short name. */
export function partyMeant(
  typed: string,
  parties: readonly PublicParty[],
): PublicParty | undefined {
  const wanted = typed.toLowerCase();
  return parties.find(({ slug, name, shortName }) =>
    [slug, name.toLowerCase(), shortName.toLowerCase()].includes(wanted),
  );
}

class Reading {
  readonly errors: FormError[] = [];

  constructor(
    private readonly typed: Typed,
    private readonly words: Words,
  ) {}

  of(name: SearchName): string {
    return this.typed[name] ?? '';
  }

  fault(name: SearchName, kind: string): null {
    const message = this.words.t(`site.search.fault.${kind}`, { typed: this.of(name) });
    this.errors.push({ field: name, message });
    return null;
  }

  choice<Value extends string>(name: SearchName, values: readonly Value[]): Value | null {
    const typed = this.of(name);
    if (typed === '') return null;
    return values.find((value) => value === typed) ?? this.fault(name, 'choice');
  }

  year(): number | null {
    const typed = this.of('jaar');
    if (typed === '') return null;
    return /^(19|20)\d\d$/.test(typed) ? Number(typed) : this.fault('jaar', 'year');
  }

  day(name: SearchName): PlainDate | null {
    const typed = this.of(name);
    if (typed === '') return null;
    return readDay(typed) ?? this.fault(name, 'day');
  }

  amount(name: SearchName): number | null {
    const typed = this.of(name);
    if (typed === '') return null;
    return readAmount(typed, this.words.language) ?? this.fault(name, 'amount');
  }

  matching(name: SearchName, pattern: RegExp, kind: string): string | null {
    const typed = this.of(name);
    if (typed === '') return null;
    return pattern.test(typed) ? typed : this.fault(name, kind);
  }

  party(parties: readonly PublicParty[]): string | null {
    const typed = this.of('partij');
    if (typed === '') return null;
    return partyMeant(typed, parties)?.slug ?? this.fault('partij', 'party');
  }
}

/** Reads the choices, and says what is wrong with each that cannot be read. */
export function readSearch(
  typed: Typed,
  parties: readonly PublicParty[],
  words: Words,
): ReadSearch {
  const reading = new Reading(typed, words);
  const country =
    reading.of('land') === ABROAD ? null : reading.matching('land', /^[A-Z]{2}$/, 'choice');
  const without = reading.choice('zonder', [WITHOUT]);
  const text = reading.of('zoek');
  const search: PublicSearch = {
    text: text === '' ? null : text,
    party: reading.party(parties),
    donor: reading.matching('gever', /^D-[0-9A-Z]{10}$/, 'donor'),
    year: reading.year(),
    type: reading.choice('soort', TYPES),
    form: reading.choice('vorm', FORMS),
    recipientKind: reading.choice('ontvanger', RECIPIENT_KINDS),
    country,
    abroad: reading.of('land') === ABROAD ? true : null,
    minCents: reading.amount('min'),
    maxCents: reading.amount('max'),
    from: reading.day('van'),
    until: reading.day('tot'),
    status: reading.choice('status', STATUSES),
    without: without === null ? null : REMITTED,
    sort: reading.choice('volgorde', SORTS) ?? 'newest',
  };
  return { typed, search, errors: reading.errors };
}

/** A public number typed into the box: the page it names. */
export function pageOfNumber(text: string): string | null {
  const wanted = text.toUpperCase();
  if (/^G-[0-9A-Z]{10}$/.test(wanted)) return `/register/giften/${wanted}`;
  return /^D-[0-9A-Z]{10}$/.test(wanted) ? `/register/gevers/${wanted}` : null;
}
