import { type FilingKind } from '../../../legal/facts/filing';
import { ChoiceField, IdField, QueryInteger } from '../../../platform/http/fields';
import { KeysetQuery } from '../../../platform/http/keyset';
import { type Standing, STANDINGS } from '../application/read-expected';

export const FILING_KINDS: readonly FilingKind[] = [
  'annual_report',
  'affiliate_overview',
  'pre_election_overview',
  'post_election_overview',
  'candidate_overview',
  'blank_list_overview',
  'gift_regulation',
];

/** Which expected filings are asked for. */
export class ExpectedFilingsQuery extends KeysetQuery {
  @QueryInteger({
    example: 2024,
    min: 2013,
    max: 2199,
    optional: true,
    description: 'The gift regulation belongs to every year from its first: it is always due.',
  })
  readonly year?: number;

  @ChoiceField({ choices: FILING_KINDS, example: 'annual_report', optional: true })
  readonly kind?: FilingKind;

  @ChoiceField({ choices: STANDINGS, example: 'not_received', optional: true })
  readonly state?: Standing;

  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', optional: true })
  readonly election?: string;

  @IdField({
    example: '5b0f2c7a-1f43-4a51-8f0e-6f6a2b9d7c22',
    optional: true,
    description: 'For the overseer; a party sees its own in any case.',
  })
  readonly organisation?: string;
}
