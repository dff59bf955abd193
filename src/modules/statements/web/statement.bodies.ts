import { IdField, TextField } from '../../../platform/http/fields';

export class StatementFileQuery {
  @TextField({
    example: 'maart-2026.xml',
    max: 200,
    optional: true,
    description: 'What the file is called; only shown. What it is follows from its content.',
  })
  readonly name?: string;
}

export class AssignAccountBody {
  @IdField({
    example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11',
    description: 'The party, an affiliate or a candidate; see /v1/recipients.',
  })
  readonly recipientId!: string;
}
