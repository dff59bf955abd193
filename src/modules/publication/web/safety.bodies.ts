import { ChoiceField, IdField, IntegerField, TextField } from '../../../platform/http/fields';
import { KeysetQuery } from '../../../platform/http/keyset';

export class SafetyRequestsQuery extends KeysetQuery {
  @ChoiceField({
    example: 'open',
    choices: ['open', 'decided'],
    optional: true,
    description: 'All of them when absent.',
  })
  readonly state?: 'open' | 'decided';
}

export class SafetyRequestBody {
  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11' })
  readonly donorId!: string;

  @TextField({
    example: 'U. Bo',
    max: 200,
    optional: true,
    description: 'A beneficial owner of this donor; absent: the donor itself.',
  })
  readonly uboName?: string;

  @TextField({ example: 'Threatened after an article in a newspaper', max: 2000 })
  readonly reason!: string;
}

export class SafetyStepBody {
  @ChoiceField({
    example: 'sent_to_committee',
    choices: ['sent_to_committee', 'extended', 'advised', 'drafted', 'decided'],
  })
  readonly kind!: 'sent_to_committee' | 'extended' | 'advised' | 'drafted' | 'decided';

  @IntegerField({ example: 0, min: 0, max: 100, description: 'How many steps you had read.' })
  readonly seen!: number;

  @ChoiceField({
    example: 'grant',
    choices: ['grant', 'refuse'],
    optional: true,
    description: 'With advised and drafted.',
  })
  readonly outcome?: 'grant' | 'refuse';

  @TextField({
    example: 'The danger was made plausible',
    max: 4000,
    optional: true,
    description: 'With advised and drafted: the advice, or the grounds.',
  })
  readonly words?: string;

  @ChoiceField({
    example: 'annual',
    choices: ['annual', 'before_election', 'after_election'],
    optional: true,
    description: 'With sent_to_committee: it decides how long the committee has (Bfpp art. 3).',
  })
  readonly overview?: 'annual' | 'before_election' | 'after_election';

  @IdField({
    example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11',
    optional: true,
    description: 'With an overview of an election.',
  })
  readonly electionRef?: string;
}
