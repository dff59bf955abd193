import { ChoiceField, QueryInteger, TextField } from '../../../platform/http/fields';
import { KeysetQuery } from '../../../platform/http/keyset';

export const SOURCES = ['all', 'filed', 'list'] as const;
export const REMITTANCES = ['included', 'left_out'] as const;
export const DIMENSIONS = [
  'month',
  'type',
  'form',
  'size_class',
  'donor_kind',
  'recipient_kind',
  'country',
  'place',
  'party',
] as const;
const TYPES = [
  'gift',
  'membership_dues',
  'office_holder_remittance',
  'legacy',
  'loan_waived',
  'in_kind',
  'discount',
] as const;
export const RECIPIENT_KINDS = [
  'party',
  'scientific_institute',
  'youth_organisation',
  'foreign_activities',
  'other_affiliate',
  'candidate',
  'branch',
] as const;
export const DONOR_KINDS = [
  'natural_person',
  'legal_person',
  'undertaking',
  'foundation',
  'association',
  'estate',
  'anonymous',
  'group_member',
  'organisation',
] as const;

const YEAR = { example: 2025, min: 2013, max: 2199 } as const;
const SLUG = {
  example: 'polder',
  max: 80,
  pattern: /^[a-z0-9][a-z0-9-]*$/,
  optional: true,
  description: 'A party by its name in addresses; the whole field when absent.',
} as const;

/** Which gifts are asked for. */
export class InsightGiftsQuery extends KeysetQuery {
  @QueryInteger(YEAR)
  readonly year!: number;

  @TextField(SLUG)
  readonly party?: string;

  @ChoiceField({ choices: SOURCES, example: 'all', optional: true })
  readonly source?: (typeof SOURCES)[number];

  @ChoiceField({ choices: REMITTANCES, example: 'included', optional: true })
  readonly remittances?: (typeof REMITTANCES)[number];

  @QueryInteger({ example: 10, min: 1, max: 12, optional: true })
  readonly month?: number;

  @ChoiceField({ choices: TYPES, example: 'gift', optional: true })
  readonly type?: string;

  @ChoiceField({ choices: ['money', 'in_kind'], example: 'money', optional: true })
  readonly form?: string;

  @QueryInteger({
    example: 8,
    min: 0,
    max: 15,
    optional: true,
    description: '3, 8 and 13 lie just under EUR 1,000, 10,000 and 100,000; 0 is a rest of a list.',
  })
  readonly sizeClass?: number;

  @TextField({ example: 'BE', max: 2, pattern: /^[A-Z]{2}$/, optional: true })
  readonly country?: string;

  @TextField({ example: 'Utrecht', max: 100, optional: true })
  readonly place?: string;

  @TextField({ example: 'D-7F3K9Q2M4X', max: 12, pattern: /^D-[0-9A-Z]{10}$/, optional: true })
  readonly donor?: string;

  @ChoiceField({ choices: DONOR_KINDS, example: 'natural_person', optional: true })
  readonly donorKind?: string;

  @ChoiceField({ choices: RECIPIENT_KINDS, example: 'party', optional: true })
  readonly recipientKind?: string;
}

/** Which figures are asked for. */
export class InsightFiguresQuery {
  @QueryInteger(YEAR)
  readonly year!: number;

  @ChoiceField({ choices: DIMENSIONS, example: 'month', description: 'By what they are summed.' })
  readonly by!: (typeof DIMENSIONS)[number];

  @TextField(SLUG)
  readonly party?: string;

  @ChoiceField({ choices: SOURCES, example: 'all', optional: true })
  readonly source?: (typeof SOURCES)[number];

  @ChoiceField({ choices: REMITTANCES, example: 'included', optional: true })
  readonly remittances?: (typeof REMITTANCES)[number];
}
