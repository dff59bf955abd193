import { type StoredFigure } from '../../../legal/facts/election';
import { type EuroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { CentsField, DayField, IntegerField, TextField } from '../../../platform/http/fields';
import { type ProblemPart } from '../../../platform/http/problem';
import { type ElectionInput } from '../application/check-election';

/** The days and figures of an election; amounts in whole euro cents. */
export class ElectionBody {
  @TextField({
    example: 'Tweede Kamer 29 oktober 2025',
    optional: true,
    description: '"Tweede Kamer" with the polling day when absent.',
  })
  readonly name?: string;

  @DayField({ example: '2025-10-29' })
  readonly pollingDay!: PlainDate;

  @DayField({ example: '2025-09-15' })
  readonly nominationDay!: PlainDate;

  @CentsField({
    example: 100_000,
    optional: true,
    description: 'Stored figure for parties (art. 28); it decides over the statute.',
  })
  readonly partyThreshold?: EuroCents;

  @TextField({ example: 'Letter of the Minister of 1 October 2025', max: 500, optional: true })
  readonly partyThresholdSource?: string;

  @CentsField({
    example: 76_712,
    optional: true,
    description: 'Stored figure for candidates in the polling year (art. 29 lid 7).',
  })
  readonly candidateThreshold?: EuroCents;

  @TextField({ example: 'Published on 8 October 2025', max: 500, optional: true })
  readonly candidateThresholdSource?: string;

  @TextField({ example: 'Royal decree of 1 July 2025', max: 500 })
  readonly reason!: string;
}

export class ReviseElectionBody extends ElectionBody {
  @IntegerField({
    example: 1,
    min: 1,
    max: 100_000,
    description: 'The version that you looked at; 409 when another one holds by now.',
  })
  readonly expectedVersion!: number;
}

function missing(field: string, code: string, detail: string): ProblemPart {
  return { in: 'body', location: `/${field}`, code, detail };
}

/** Only whether a figure and its source are there, not what they say. */
type Figures = Readonly<
  Partial<Record<`${'party' | 'candidate'}Threshold${'' | 'Source'}`, unknown>>
>;

function pairFaults(body: Figures, name: 'party' | 'candidate'): readonly ProblemPart[] {
  const field = `${name}Threshold` as const;
  const source = `${field}Source` as const;
  const [value, from] = [body[field], body[source]];
  if (value !== undefined && from === undefined)
    return [
      missing(
        source,
        'threshold.source_missing',
        `${field} has no source. Say where the figure comes from.`,
      ),
    ];
  if (value === undefined && from !== undefined)
    return [
      missing(
        field,
        'threshold.value_missing',
        `${source} has no figure. Give the amount, or leave the source out.`,
      ),
    ];
  return [];
}

/** A stored figure without a source, or a source without a figure. */
export function thresholdFaults(body: Figures): readonly ProblemPart[] {
  return [...pairFaults(body, 'party'), ...pairFaults(body, 'candidate')];
}

function stored(value: EuroCents | undefined, source: string | undefined): StoredFigure | null {
  return value === undefined || source === undefined ? null : { value, source };
}

/** A figure counts only with its source; thresholdFaults says so when one of the two is missing. */
export function electionInputOf(body: ElectionBody): ElectionInput {
  const { pollingDay, nominationDay, reason } = body;
  return {
    name: body.name ?? null,
    pollingDay,
    nominationDay,
    reason,
    thresholds: {
      party: stored(body.partyThreshold, body.partyThresholdSource),
      candidate: stored(body.candidateThreshold, body.candidateThresholdSource),
    },
  };
}
