import { BooleanField, DayField, TextField } from '../../../platform/http/fields';

/** An internal term for a remedy. */
export class ArrangeRemedyBody {
  @DayField({ example: '2025-05-31', description: 'The last day on which it is in time.' })
  readonly dueOn!: string;

  @TextField({ example: 'The treasurer, to the account of the donor', optional: true })
  readonly inCharge?: string;

  @TextField({ example: 'Agreed with the donor by telephone', max: 500 })
  readonly note!: string;

  @BooleanField({
    example: false,
    optional: true,
    description: 'A party may let the overseer see its term; false when left out.',
  })
  readonly shared?: boolean;
}

/** Art. 29b lid 2: why the donor cannot get it back. */
export class ReturnImpossibleBody {
  @TextField({ example: 'The account of the donor was closed and nobody can be found', max: 500 })
  readonly reason!: string;
}
