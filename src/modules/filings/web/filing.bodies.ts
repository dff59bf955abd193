import {
  BooleanField,
  ChoiceField,
  IdField,
  QueryInteger,
  TextField,
} from '../../../platform/http/fields';
import { KeysetQuery } from '../../../platform/http/keyset';

const SHA256 = {
  example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  min: 64,
  max: 64,
  pattern: /^[0-9a-f]{64}$/,
};

export const DOCUMENT_PARTS = ['report', 'auditor_statement', 'document', 'candidate'] as const;

export class ExpectedKeyBody {
  @TextField({
    example: 'annual_report:2024:5b0f2c7a-1f43-4a51-8f0e-6f6a2b9d7c22',
    max: 200,
    description: 'The key of an expected filing.',
  })
  readonly expectedKey!: string;
}

export class StatementsBody {
  @BooleanField({ example: true, description: 'There are no gifts to list.' })
  readonly noGifts!: boolean;

  @BooleanField({ example: true, description: 'There are no gifts in kind to list.' })
  readonly noGiftsInKind!: boolean;

  @BooleanField({ example: true, description: 'There are no debts to list.' })
  readonly noDebts!: boolean;
}

export class SignFilingBody {
  @TextField({ ...SHA256, description: 'Of the overview you looked at.' })
  readonly sha256!: string;
}

export class FileFilingBody {
  @TextField({ ...SHA256, description: 'Of the overview you looked at.' })
  readonly sha256!: string;

  @BooleanField({
    example: false,
    optional: true,
    description:
      'File it although parts are missing; only on the last day and after it. Each missing part is then a finding.',
  })
  readonly incomplete?: boolean;
}

export class CorrectFilingBody {
  @TextField({ example: 'A gift was booked twice', max: 500 })
  readonly reason!: string;
}

export class FilingsQuery extends KeysetQuery {
  @QueryInteger({ example: 2024, min: 2012, max: 2199, optional: true, description: 'Year.' })
  readonly year?: number;

  @ChoiceField({ choices: ['draft', 'filed'], example: 'filed', optional: true })
  readonly state?: 'draft' | 'filed';
}

export class DocumentQuery {
  @ChoiceField({ choices: DOCUMENT_PARTS, example: 'report' })
  readonly part!: (typeof DOCUMENT_PARTS)[number];

  @TextField({ example: 'financial-report-2024.pdf' })
  readonly name!: string;

  @IdField({
    example: '5b0f2c7a-1f43-4a51-8f0e-6f6a2b9d7c22',
    optional: true,
    description: 'The candidate a statement is about; about all of them when absent.',
  })
  readonly recipientId?: string;

  @TextField({
    ...SHA256,
    max: 1299,
    pattern: /^[0-9a-f]{64}(,[0-9a-f]{64}){0,19}$/,
    optional: true,
    description:
      'Of a statement of the accountant: the SHA-256 of each document it names, parted by commas.',
  })
  readonly covers?: string;
}
