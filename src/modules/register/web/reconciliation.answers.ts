import { ApiProperty } from '@nestjs/swagger';
import { type NoteCode } from '../facts/reconciliation';
import { CENTS, DAY, DifferenceAnswer, ROW, TEXT } from './list.answers';

const NOTES = [
  'total_without_single_gifts',
  'total_below_single_gifts',
  'identical_gifts_same_day',
  'several_recipients',
  'shared_beneficial_owner',
  'in_kind',
  'estate',
  'shielded',
  'joint_donor',
] as const satisfies readonly NoteCode[];

export class TextTotalAnswer {
  @ApiProperty({ ...ROW, example: 191 })
  readonly row!: number;

  @ApiProperty({ ...TEXT, example: 'Totaal 2025' })
  readonly column!: string;

  @ApiProperty({ ...TEXT, example: 'C191' })
  readonly cell!: string;

  @ApiProperty({ ...TEXT, example: '€ 10.000,00 ' })
  readonly value!: string;

  @ApiProperty({ ...CENTS, example: 1000000 })
  readonly amount!: number;
}

export class PartyReconciliationAnswer {
  @ApiProperty({ ...TEXT, example: 'CDA' })
  readonly party!: string;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1_000_000, example: 9 })
  readonly donorTotals!: number;

  @ApiProperty({ ...CENTS, nullable: true, example: 16407050 })
  readonly printed!: number | null;

  @ApiProperty({ ...CENTS, example: 28907050 })
  readonly computed!: number;

  @ApiProperty({ ...CENTS, example: 12500000 })
  readonly difference!: number;

  @ApiProperty({ type: [TextTotalAnswer], description: 'Totals that a spreadsheet does not add.' })
  readonly textTotals!: readonly TextTotalAnswer[];

  @ApiProperty({ type: 'boolean', description: 'The totals typed as text are the difference.' })
  readonly explained!: boolean;
}

export class CellProblemAnswer {
  @ApiProperty({ ...TEXT, example: 'amount_as_text', description: 'Stable.' })
  readonly code!: string;

  @ApiProperty({ type: 'boolean', example: false })
  readonly blocking!: boolean;

  @ApiProperty({ ...ROW, example: 191 })
  readonly row!: number;

  @ApiProperty({ ...TEXT, example: 'Totaal 2025' })
  readonly column!: string;

  @ApiProperty({ ...TEXT, example: 'C191' })
  readonly cell!: string;

  @ApiProperty({ ...TEXT, example: '€ 10.000,00 ' })
  readonly value!: string;

  @ApiProperty({ ...TEXT, example: 'An amount must be a number.' })
  readonly rule!: string;

  @ApiProperty({ ...TEXT, example: 'Type the amount as a number.' })
  readonly mend!: string;
}

export class NoteAnswer {
  @ApiProperty({ enum: NOTES, example: 'identical_gifts_same_day' })
  readonly code!: string;

  @ApiProperty({ type: 'array', items: TEXT, maxItems: 100, example: ['D66'] })
  readonly parties!: readonly string[];

  @ApiProperty({ ...TEXT, nullable: true, example: 'P. van der Haakerhuis' })
  readonly name!: string | null;

  @ApiProperty({ type: 'array', items: ROW, maxItems: 100_000, example: [156, 157] })
  readonly rows!: readonly number[];

  @ApiProperty({ ...CENTS, example: 2000000 })
  readonly amount!: number;

  @ApiProperty({ ...CENTS, nullable: true, example: null })
  readonly singleGifts!: number | null;

  @ApiProperty({ ...DAY, nullable: true, example: '2025-01-27' })
  readonly receivedOn!: string | null;
}

export class ReconciliationAnswer {
  @ApiProperty({ type: 'integer', minimum: 2023, maximum: 2199, example: 2025 })
  readonly year!: number;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 1_000_000, example: 272 })
  readonly donorTotals!: number;

  @ApiProperty({ ...CENTS, nullable: true, example: 526043325 })
  readonly printed!: number | null;

  @ApiProperty({ ...CENTS, example: 538543325 })
  readonly computed!: number;

  @ApiProperty({ ...CENTS, example: 12500000 })
  readonly difference!: number;

  @ApiProperty({ type: 'boolean', example: false })
  readonly reconciles!: boolean;

  @ApiProperty({ type: [PartyReconciliationAnswer] })
  readonly parties!: readonly PartyReconciliationAnswer[];

  @ApiProperty({ type: [CellProblemAnswer], description: 'Cells to be mended in the source.' })
  readonly problems!: readonly CellProblemAnswer[];

  @ApiProperty({ type: [NoteAnswer], description: 'Worth knowing; none of them is an error.' })
  readonly notes!: readonly NoteAnswer[];
}

export class ImportAnswer {
  @ApiProperty({
    enum: ['imported', 'recognised'],
    example: 'imported',
    description: 'Recognised: the same file was imported before and nothing was added.',
  })
  readonly outcome!: string;

  @ApiProperty({ type: 'integer', minimum: 2023, maximum: 2199, example: 2025 })
  readonly year!: number;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 10_000, example: 1 })
  readonly version!: number;

  @ApiProperty({ type: 'string', pattern: '^[0-9a-f]{64}$', example: '3b'.repeat(32) })
  readonly sha256!: string;

  @ApiProperty({ type: ReconciliationAnswer })
  readonly report!: ReconciliationAnswer;

  @ApiProperty({ type: [DifferenceAnswer] })
  readonly differences!: readonly DifferenceAnswer[];
}
