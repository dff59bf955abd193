import {
  AnswerFlag,
  AnswerList,
  AnswerNumber,
  AnswerText,
  AnswerWord,
} from '../../../platform/http/answers';
import { ChoiceField, QueryInteger, TextField } from '../../../platform/http/fields';
import { IMPORT_KINDS } from '../../imports/public';

/** A bank statement, or one of the tables that can be imported. */
export const CHECKED_KINDS = ['bank_statement', ...IMPORT_KINDS] as const;

export class CheckQuery {
  @ChoiceField({
    example: 'contributions',
    choices: CHECKED_KINDS,
    description: 'What the file holds.',
  })
  readonly kind!: (typeof CHECKED_KINDS)[number];

  @QueryInteger({
    example: 2025,
    min: 2013,
    max: 2199,
    optional: true,
    description: 'The year the gifts are of; days in another year are faults.',
  })
  readonly year?: number;

  @TextField({
    example: 'giften-2025.xlsx',
    max: 200,
    optional: true,
    description: 'Name of the file: its ending says whether it is a workbook or CSV.',
  })
  readonly name?: string;
}

export class CheckedFaultAnswer {
  @AnswerWord(['fault', 'warning'])
  readonly weight!: 'fault' | 'warning';

  @AnswerText('day.ambiguous', { description: 'Stable name of the rule.' })
  readonly code!: string;

  @AnswerText('Blad Giften, rij 5, kolom C (Bedrag)')
  readonly place!: string;

  @AnswerText('Giften')
  readonly sheet!: string;

  @AnswerNumber(5, { description: 'From 1; 0 for the file as a whole.' })
  readonly row!: number;

  @AnswerText('C')
  readonly column!: string;

  @AnswerText('01/02/2025')
  readonly value!: string;

  @AnswerText('Dit kan 1 februari of 2 januari zijn.')
  readonly rule!: string;

  @AnswerText('Schrijf de dag als dd-mm-jjjj.')
  readonly mend!: string;
}

export class FileVerdictAnswer {
  @AnswerFlag({ description: 'True when the file would be taken in whole.' })
  readonly accepted!: boolean;

  @AnswerNumber(120, { description: 'Rows of data, or lines of a statement.' })
  readonly rows!: number;

  @AnswerList(() => CheckedFaultAnswer)
  readonly faults!: readonly CheckedFaultAnswer[];

  @AnswerFlag({ description: 'True when there were more than 1,000 faults or warnings.' })
  readonly more!: boolean;
}
