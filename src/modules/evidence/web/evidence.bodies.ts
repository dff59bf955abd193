import { ChoiceField, IdField, TextField } from '../../../platform/http/fields';
import { ATTACHABLE } from '../application/attach-evidence';
import { SUBJECT_KINDS } from './evidence.answers';

export class EvidenceQuery {
  @ChoiceField({ choices: SUBJECT_KINDS, example: 'contribution' })
  readonly subjectKind!: (typeof SUBJECT_KINDS)[number];

  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11' })
  readonly subjectId!: string;
}

export class AttachEvidenceQuery extends EvidenceQuery {
  @ChoiceField({ choices: ATTACHABLE, example: 'valuation' })
  readonly code!: (typeof ATTACHABLE)[number];

  @TextField({ example: 'taxatie.pdf', max: 200 })
  readonly name!: string;

  @TextField({ example: 'Valuation of the room', max: 500, optional: true })
  readonly note?: string;
}

export class RemoveEvidenceBody {
  @TextField({ example: 'Wrong file', max: 500 })
  readonly reason!: string;
}

export class DiscloseEvidenceBody {
  @ChoiceField({ choices: ['filed', 'shared'], example: 'shared' })
  readonly ground!: 'filed' | 'shared';
}

export class RequestEvidenceBody {
  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11' })
  readonly contributionId!: string;

  @TextField({ example: 'gever@voorbeeld.example', max: 254 })
  readonly email!: string;

  @ChoiceField({ choices: ['nl', 'en'], example: 'nl', optional: true })
  readonly language?: 'nl' | 'en';
}
