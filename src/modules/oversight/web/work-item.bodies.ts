import {
  ChoiceField,
  DayField,
  IdField,
  IntegerField,
  TextField,
} from '../../../platform/http/fields';
import { KeysetQuery } from '../../../platform/http/keyset';
import { TERMS } from '../application/read-work';
import { WORK_KINDS } from '../facts/work-kinds';
import { TURNS } from '../facts/turns';

const HIGHEST = 1_000_000_000;
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Filters of the queue; all of them hold together. */
export class WorkItemsQuery extends KeysetQuery {
  @ChoiceField({ example: 'proposals', choices: WORK_KINDS, optional: true })
  readonly kind?: string;

  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', optional: true })
  readonly organisationId?: string;

  @ChoiceField({
    example: 'mine',
    choices: ['mine', 'nobody', 'others'],
    optional: true,
    description: 'Who has it: you, nobody, or somebody else.',
  })
  readonly holder?: string;

  @ChoiceField({ example: 'late', choices: TERMS, optional: true })
  readonly term?: string;

  @ChoiceField({
    example: 'finding',
    choices: ['finding', 'warning', 'signal', 'undecided'],
    optional: true,
  })
  readonly severity?: string;

  @ChoiceField({ example: 'overseer', choices: TURNS, optional: true })
  readonly turn?: string;

  @TextField({
    example: 'Z-2025-7KQ3',
    max: 100,
    optional: true,
    description: 'In party, number and subject; capitals and accents make no difference.',
  })
  readonly text?: string;

  @ChoiceField({
    example: 'only',
    choices: ['only'],
    optional: true,
    description: 'Only what is set aside; without it, only what is not.',
  })
  readonly aside?: string;
}

export class AssignWorkBody {
  @TextField({
    example: 'me',
    pattern: new RegExp(`^(?:me|nobody|${UUID})$`),
    description: 'me, nobody, or the account of a colleague.',
  })
  readonly to!: string;

  @IntegerField({ example: 3, min: 1, max: HIGHEST, description: 'The version you looked at.' })
  readonly version!: number;

  @TextField({ example: 'You handled this party before', max: 500, optional: true })
  readonly reason?: string;
}

export class SnoozeWorkBody {
  @DayField({
    example: '2025-11-03',
    description: 'On this day it is in the queue again; after today, and not after its last day.',
  })
  readonly until!: string;

  @TextField({ example: 'Waits for the answer of the party', max: 500 })
  readonly reason!: string;

  @IntegerField({ example: 3, min: 1, max: HIGHEST, description: 'The version you looked at.' })
  readonly version!: number;
}
