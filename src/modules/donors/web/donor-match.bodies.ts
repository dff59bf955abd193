import { ChoiceField, TextField } from '../../../platform/http/fields';

const ID = {
  example: '3f0b9a54-5a3c-4d5a-9a58-0a7e0c7e7a01',
  min: 36,
  max: 36,
  pattern: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
};

export class DonorDecisionBody {
  @TextField(ID)
  readonly donorId!: string;

  @TextField(ID)
  readonly otherId!: string;

  @ChoiceField({ choices: ['different'], example: 'different' })
  readonly verdict!: 'different';

  @TextField({ example: 'Father and son', max: 500, optional: true })
  readonly reason?: string;
}

export class MergeBody {
  @TextField({ ...ID, description: 'The donor whose gifts will count for this one.' })
  readonly donorId!: string;

  @TextField({ example: 'One person, by letter of 1 June', max: 500 })
  readonly reason!: string;
}

export class SplitBody {
  @TextField({ ...ID, description: 'The merge to take back.' })
  readonly mergeId!: string;

  @TextField({ example: 'Father and son after all', max: 500 })
  readonly reason!: string;
}
