import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerFlag,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';
import {
  BooleanField,
  ChoiceField,
  IdField,
  QueryInteger,
  TextField,
} from '../../../platform/http/fields';
import { KeysetQuery } from '../../../platform/http/keyset';
import { FAULT_CODES, type CellFault, type CellWarning } from '../checks/fault';
import { IMPORT_KINDS, type ImportKind } from '../layout/column';
import { type ImportRun, type StoredRow } from '../application/read-imports';

const STATES = ['waiting', 'refused', 'read', 'booking', 'booked', 'cancelled'] as const;

/** What goes beside the bytes of a file. */
export class StartImportQuery {
  @ChoiceField({ choices: IMPORT_KINDS, example: 'contributions' })
  readonly kind!: ImportKind;

  @TextField({ example: 'giften-2025.xlsx', description: 'Ends in .xlsx or .csv.' })
  readonly name!: string;

  @QueryInteger({
    example: 2025,
    min: 2013,
    max: 2199,
    optional: true,
    description: 'Of contributions: the calendar year; required there.',
  })
  readonly year?: number;

  @ChoiceField({
    choices: ['yes', 'no'],
    example: 'no',
    optional: true,
    description: 'yes: take the file in although the same bytes were taken in before.',
  })
  readonly again?: 'yes' | 'no';
}

export class FileRowsQuery {
  @ChoiceField({
    choices: ['all', 'faulty', 'warned', 'meaning'],
    example: 'faulty',
    optional: true,
  })
  readonly only?: 'all' | 'faulty' | 'warned' | 'meaning';

  @QueryInteger({
    example: 100,
    min: 0,
    max: 10_000_000,
    optional: true,
    description: 'The number of the last row of the page before.',
  })
  readonly after?: number;
}

export class ImportsQuery extends KeysetQuery {}

export class ConfirmImportBody {
  @ChoiceField({
    choices: ['all', 'good'],
    example: 'all',
    description: 'all: every row or none. good: the rows without a fault.',
  })
  readonly mode!: 'all' | 'good';
}

export class DecideDonorBody {
  @BooleanField({ example: false, description: 'True: nobody you know; donorId is then left out.' })
  readonly isNew!: boolean;

  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', optional: true })
  readonly donorId?: string;
}

export class FaultAnswer {
  @AnswerText('Giften', { description: 'Name of the sheet; empty for CSV.' })
  readonly sheet!: string;

  @AnswerNumber(5, { description: 'As the spreadsheet counts; 0 for the whole file.' })
  readonly row!: number;

  @AnswerText('C', { description: 'Letters of the column; empty for the whole row.' })
  readonly column!: string;

  @AnswerText('amount.ambiguous', {
    description: `Stable, such as ${FAULT_CODES.slice(0, 3).join(', ')}.`,
  })
  readonly code!: string;

  @AnswerText('1.000', { description: 'What the cell holds.' })
  readonly value!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { heading: 'Bedrag' },
  })
  readonly params!: Readonly<Record<string, string>>;
}

export class FileImportAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(IMPORT_KINDS)
  readonly kind!: string;

  @AnswerText('giften-2025.xlsx')
  readonly name!: string;

  @AnswerText('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')
  readonly sha256!: string;

  @AnswerNumber(2025, { nullable: true })
  readonly year!: number | null;

  @AnswerWord(STATES)
  readonly state!: string;

  @AnswerMoment()
  readonly requestedAt!: string;

  @AnswerNumber(9_998)
  readonly rowsGood!: number;

  @AnswerNumber(2)
  readonly rowsFaulty!: number;

  @AnswerNumber(17)
  readonly rowsWarned!: number;

  @AnswerNumber(0)
  readonly rowsBooked!: number;

  @AnswerNumber(4_000, { description: 'How far the reading is.' })
  readonly rowsSoFar!: number;

  @AnswerText('password', { nullable: true, description: 'Why the file cannot be read at all.' })
  readonly refusal!: string | null;

  @AnswerList(() => FaultAnswer, {
    description: 'Of the table as a whole; any of these blocks booking.',
  })
  readonly faults!: readonly FaultAnswer[];
}

export class FileImportsAnswer {
  @AnswerList(() => FileImportAnswer)
  readonly items!: readonly FileImportAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

export class ImportRowAnswer {
  @AnswerNumber(1)
  readonly number!: number;

  @AnswerText('Giften')
  readonly sheet!: string;

  @AnswerNumber(2)
  readonly row!: number;

  @AnswerWord(['good', 'faulty', 'booked'])
  readonly state!: string;

  @AnswerNumber(1, { nullable: true, description: 'Which donor of the file.' })
  readonly donor!: number | null;

  @AnswerText('2025-04-24', {
    nullable: true,
    description: 'Last day of the notice this gift asks for.',
  })
  readonly noticeBy!: string | null;

  @AnswerId({ nullable: true, description: 'What the row became.' })
  readonly bookedId!: string | null;

  @AnswerList(() => FaultAnswer)
  readonly faults!: readonly FaultAnswer[];

  @AnswerList(() => FaultAnswer)
  readonly warnings!: readonly FaultAnswer[];
}

export class ImportRowsAnswer {
  @AnswerList(() => ImportRowAnswer)
  readonly items!: readonly ImportRowAnswer[];

  @AnswerFlag({ description: 'True when there are more: go on with `after`.' })
  readonly more!: boolean;
}

export class DoubtAnswer {
  @AnswerNumber(3)
  readonly number!: number;

  @AnswerText('J. de Vries', { nullable: true })
  readonly name!: string | null;

  @AnswerNumber(2, { description: 'Rows in the file.' })
  readonly rows!: number;

  @AnswerWord(['known', 'new'], { nullable: true })
  readonly decided!: string | null;

  @ApiProperty({ type: [String], maxItems: 5, example: ['3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11'] })
  readonly candidates!: readonly string[];
}

export class DoubtsAnswer {
  @AnswerList(() => DoubtAnswer)
  readonly items!: readonly DoubtAnswer[];
}

function faultView({
  sheet,
  row,
  column,
  code,
  value,
  params,
}: CellFault | CellWarning): FaultAnswer {
  return { sheet, row, column, code, value, params };
}

export function importView(run: ImportRun): FileImportAnswer {
  return {
    id: run.id,
    kind: run.kind,
    name: run.fileName,
    sha256: run.sha256,
    year: run.year,
    state: run.state,
    requestedAt: run.requestedAt,
    rowsGood: run.rowsGood,
    rowsFaulty: run.rowsFaulty,
    rowsWarned: run.rowsWarned,
    rowsBooked: run.rowsBooked,
    rowsSoFar: run.stageRows,
    refusal: run.refusal?.code ?? null,
    faults: (run.outcome?.faults ?? []).map(faultView),
  };
}

export function rowView(row: StoredRow): ImportRowAnswer {
  const { number, sheet, row: place, state, donor, bookedId, faults, warnings, meaning } = row;
  return {
    number,
    sheet,
    row: place,
    state,
    donor,
    noticeBy: meaning?.noticeBy ?? null,
    bookedId,
    faults: faults.map(faultView),
    warnings: warnings.map(faultView),
  };
}
