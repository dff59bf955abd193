import { type PlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { readAmount } from '../../../platform/rendering/form-input';
import { type Language } from '../../../platform/rendering/language';
import { type Choice } from '../../../platform/rendering/page-parts';
import { type TieFilter, TIE_KINDS, type TieKind } from '../facts/graph';

/** What is asked of the network on a page, as it stands in the address. */
export interface NetworkAsk {
  readonly filter: TieFilter;
  readonly depth: number;
  /** As typed; '' when no least amount was asked. */
  readonly least: string;
}

const FIRST_YEAR = 2013;
const DEEPEST = 3;

type Given = Readonly<Record<string, unknown>>;

function oneOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** A box for each kind, as no name may stand in an address twice; none ticked means all. */
function boxOf(kind: TieKind): string {
  return `verband-${kind}`;
}

function kindsOf(given: Given): readonly TieKind[] {
  const kinds = TIE_KINDS.filter((kind) => given[boxOf(kind)] === 'ja');
  return kinds.length === 0 ? TIE_KINDS : kinds;
}

/** Reads the filter of a page; what fits no choice counts as not chosen. */
export function networkAsk(given: Given, language: Language): NetworkAsk {
  const year = oneOf(given['jaar']);
  const least = oneOf(given['vanaf']).slice(0, 20);
  const depth = Number(oneOf(given['stappen']) || '1');
  return {
    filter: {
      year: /^20\d{2}$/.test(year) ? Number(year) : null,
      leastCents: readAmount(least, language) ?? 0,
      kinds: kindsOf(given),
    },
    depth: Number.isInteger(depth) && depth >= 1 && depth <= DEEPEST ? depth : 1,
    least,
  };
}

/** The address of a page with this filter. */
export function networkHref(path: string, { filter, depth, least }: NetworkAsk): string {
  const query = new URLSearchParams();
  if (filter.year !== null) query.set('jaar', String(filter.year));
  if (least !== '') query.set('vanaf', least);
  if (depth !== 1) query.set('stappen', String(depth));
  if (filter.kinds.length < TIE_KINDS.length)
    for (const kind of filter.kinds) query.set(boxOf(kind), 'ja');
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

export function yearChoices(today: PlainDate): readonly Choice[] {
  const last = yearOf(today);
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => String(last - back)).map(
    (year) => ({ value: year, label: year }),
  );
}
