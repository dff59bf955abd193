import { type PlainDate } from '../../../legal/kernel/plain-date';
import { DayField, IdField, TextField } from '../../../platform/http/fields';

/** On which day an affiliate or candidate told the party of a contribution. */
export class InternalReportBody {
  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11' })
  readonly contributionId!: string;

  @DayField({ example: '2025-04-10' })
  readonly reportedOn!: PlainDate;

  @TextField({ example: 'E-mail van 10 april 2025', max: 500 })
  readonly evidence!: string;
}
