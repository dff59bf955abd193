import { plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { ChoiceField, DayField, QueryInteger, TextField } from '../../../platform/http/fields';
import { KeysetQuery, pageSizeOf } from '../../../platform/http/keyset';
import { badInput } from '../../../platform/http/problem';
import {
  type PublicationStatus,
  type PublicSearch,
  type PublicSort,
} from '../../publication/public';

const EUROS = /^\d{1,10}(\.\d{1,2})?$/;
export const SLUG = /^[a-z0-9][a-z0-9-]{0,79}$/;
export const DONOR_ID = /^D-[0-9A-Z]{10}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;

export class PublicGiftsQuery extends KeysetQuery {
  @TextField({
    example: 'waterman zwolle',
    max: 200,
    optional: true,
    description: 'Words in the names of donor, owners and recipient, and in places: all of them.',
  })
  readonly text?: string;

  @TextField({ example: 'polderpartij', max: 80, pattern: SLUG, optional: true })
  readonly party?: string;

  @TextField({ example: 'D-0000000001', max: 12, pattern: DONOR_ID, optional: true })
  readonly donor?: string;

  @QueryInteger({ example: 2025, min: 1900, max: 2999, optional: true })
  readonly year?: number;

  @TextField({ example: 'legacy', max: 40, pattern: /^[a-z_]+$/, optional: true })
  readonly type?: string;

  @ChoiceField({ example: 'money', choices: ['money', 'in_kind'], optional: true })
  readonly form?: 'money' | 'in_kind';

  @TextField({ example: 'BE', max: 2, pattern: /^[A-Z]{2}$/, optional: true })
  readonly country?: string;

  @DayField({ example: '2025-01-01', optional: true, description: 'First day of receipt.' })
  readonly from?: string;

  @DayField({ example: '2025-12-31', optional: true, description: 'Last day of receipt.' })
  readonly until?: string;

  @TextField({
    example: '10000',
    max: 13,
    pattern: EUROS,
    optional: true,
    description: 'Euros that count, at least; decimals with a point.',
  })
  readonly minimum?: string;

  @TextField({ example: '100000.00', max: 13, pattern: EUROS, optional: true })
  readonly maximum?: string;

  @ChoiceField({
    example: 'corrected',
    choices: ['published', 'corrected', 'under_check', 'annulled'],
    optional: true,
  })
  readonly status?: PublicationStatus;

  @TextField({
    example: '2025-10-23T00:00:00Z',
    max: 30,
    pattern: MOMENT,
    optional: true,
    description: 'Only what changed at or after this moment in UTC; goes with sort=changed.',
  })
  readonly changedSince?: string;

  @ChoiceField({
    example: 'newest',
    choices: ['newest', 'amount', 'changed'],
    optional: true,
    description: 'newest: by day of receipt, the last first. amount: the highest first.',
  })
  readonly sort?: PublicSort;
}

function cents(euros: string | undefined): number | null {
  if (euros === undefined) return null;
  const [whole = '0', rest = ''] = euros.split('.');
  return Number(whole) * 100 + Number(rest.padEnd(2, '0'));
}

function day(text: string | undefined): PlainDate | null {
  return text === undefined ? null : plainDate(text);
}

/** What is asked for in the words of the register itself. */
function sameIn(query: PublicGiftsQuery): PublicSearch {
  const names = ['text', 'party', 'donor', 'year', 'type', 'form', 'country', 'status'] as const;
  return Object.fromEntries(names.map((name) => [name, query[name] ?? null]));
}

/**
 * What a query asks of the register.
 *
 * @throws Problem 400 for a moment of change in a list that is not ordered by it.
 */
export function searchOf(query: PublicGiftsQuery): PublicSearch {
  const { cursor, minimum, maximum, changedSince, sort } = query;
  if (changedSince !== undefined && sort !== undefined && sort !== 'changed') {
    throw badInput({
      in: 'query',
      location: 'sort',
      code: 'sort.changed_only',
      detail: 'With changedSince the list is ordered by change: leave sort out.',
    });
  }
  return {
    ...sameIn(query),
    from: day(query.from),
    until: day(query.until),
    minCents: cents(minimum),
    maxCents: cents(maximum),
    sort: changedSince === undefined ? (sort ?? 'newest') : 'changed',
    after: cursor ?? null,
    limit: pageSizeOf(query),
  };
}
