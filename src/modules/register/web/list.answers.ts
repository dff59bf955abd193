import { ApiProperty } from '@nestjs/swagger';
import { type DifferenceKind } from '../application/compare-versions';

export const CENTS = {
  type: 'integer',
  format: 'int64',
  minimum: -100_000_000_000,
  maximum: 100_000_000_000,
  description: 'Euro cents.',
} as const;
export const DAY = { type: 'string', format: 'date' } as const;
export const TEXT = { type: 'string', minLength: 0, maxLength: 2000 } as const;
export const ROW = { type: 'integer', minimum: 1, maximum: 1_000_000 } as const;
const YEAR = { type: 'integer', minimum: 2023, maximum: 2199, example: 2025 } as const;
const VERSION = { type: 'integer', minimum: 1, maximum: 10_000, example: 1 } as const;

const DIFFERENCES = [
  'donor_added',
  'donor_removed',
  'total_raised',
  'total_lowered',
  'gift_added',
  'gift_removed',
] as const satisfies readonly DifferenceKind[];

export class ListAnswer {
  @ApiProperty(YEAR)
  readonly year!: number;

  @ApiProperty({ ...VERSION, description: 'Goes up with every correction of the list.' })
  readonly version!: number;

  @ApiProperty({ ...TEXT, example: 'Overzicht giften van € 10.000 en hoger 2025' })
  readonly title!: string;

  @ApiProperty({
    type: 'string',
    pattern: '^[0-9a-f]{64}$',
    description: 'SHA-256 of the file that was imported.',
    example: 'cf4919806e7fd34cf6d2bb4cfcfb2c43adbcc13f23b3783d75fc12621dfe5f26',
  })
  readonly sha256!: string;

  @ApiProperty({ ...DAY, example: '2026-01-15', description: 'First seen in public on this day.' })
  readonly seenOn!: string;

  @ApiProperty({ type: 'string', format: 'date-time', example: '2026-01-15T09:30:00.000Z' })
  readonly importedAt!: string;

  @ApiProperty({ ...TEXT, nullable: true, example: null, description: 'Why it lowers or removes.' })
  readonly correctionReason!: string | null;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1_000_000, example: 272 })
  readonly donorTotals!: number;

  @ApiProperty({ ...CENTS, nullable: true, example: 526043325, description: 'As printed.' })
  readonly printed!: number | null;

  @ApiProperty({ ...CENTS, example: 538543325, description: 'The sum of the rows.' })
  readonly computed!: number;

  @ApiProperty({ ...CENTS, example: 12500000, description: 'Computed minus printed.' })
  readonly difference!: number;

  @ApiProperty({ type: 'boolean', example: false })
  readonly reconciles!: boolean;
}

export class ListsAnswer {
  @ApiProperty({ type: [ListAnswer], maxItems: 200 })
  readonly items!: readonly ListAnswer[];
}

export class LagAnswer {
  @ApiProperty({ ...DAY, example: '2025-01-27' })
  readonly receivedOn!: string;

  @ApiProperty({ ...DAY, example: '2025-11-06' })
  readonly firstSeenOn!: string;

  @ApiProperty({ type: 'integer', minimum: -100_000, maximum: 100_000, example: 283 })
  readonly days!: number;

  @ApiProperty({ ...DAY, example: '2025-01-30' })
  readonly statutoryLastDay!: string;

  @ApiProperty({ ...DAY, example: '2025-01-30' })
  readonly enforcedLastDay!: string;

  @ApiProperty({ enum: ['neither', 'statutory', 'both'], example: 'both' })
  readonly after!: string;

  @ApiProperty({
    enum: ['in_time', 'unknown'],
    example: 'unknown',
    description: 'Unknown: late notice or late publication, the list does not tell.',
  })
  readonly notice!: string;
}

export class DifferenceAnswer {
  @ApiProperty({ enum: DIFFERENCES, example: 'total_lowered' })
  readonly kind!: string;

  @ApiProperty({ ...TEXT, example: 'PvdA' })
  readonly party!: string;

  @ApiProperty({ ...TEXT, nullable: true, example: null })
  readonly affiliate!: string | null;

  @ApiProperty({ ...TEXT, nullable: true, example: 'J. Riebergaard' })
  readonly donor!: string | null;

  @ApiProperty({ ...CENTS, nullable: true, example: 4000000 })
  readonly before!: number | null;

  @ApiProperty({ ...CENTS, nullable: true, example: 2000000 })
  readonly after!: number | null;

  @ApiProperty({ ...DAY, nullable: true, example: null })
  readonly receivedOn!: string | null;

  @ApiProperty({ type: LagAnswer, nullable: true })
  readonly lag!: LagAnswer | null;
}

export class VersionAnswer extends ListAnswer {
  @ApiProperty({ type: [DifferenceAnswer], description: 'Against the version before.' })
  readonly differences!: readonly DifferenceAnswer[];
}

export class ListHistoryAnswer extends ListAnswer {
  @ApiProperty({ type: [VersionAnswer], maxItems: 1000, description: 'The newest first.' })
  readonly versions!: readonly VersionAnswer[];
}
