import {
  BooleanField,
  CentsField,
  ChoiceField,
  DayField,
  IdField,
  TextField,
} from '../../../platform/http/fields';

export class DebtParticularsFields {
  @TextField({
    example: 'Voorbeeldbank N.V.',
    optional: true,
    description: 'Who lent or is owed.',
  })
  readonly creditor?: string;

  @TextField({ example: 'Dorpsstraat 1, 1234 AB', max: 300, optional: true })
  readonly address?: string;

  @TextField({ example: 'Utrecht', max: 100, optional: true })
  readonly residence?: string;

  @TextField({ example: 'bank', optional: true, description: 'What kind of institution it is.' })
  readonly institution?: string;

  @BooleanField({
    example: false,
    optional: true,
    description: 'Owed to an administrative body under administrative law (Awb art. 4:85).',
  })
  readonly underAdministrativeLaw?: boolean;
}

export class RegisterDebtBody extends DebtParticularsFields {
  @IdField({
    example: '5b0f2c7a-1f43-4a51-8f0e-6f6a2b9d7c22',
    description: 'The party or the affiliate that owes it.',
  })
  readonly recipientId!: string;

  @CentsField({ example: 4_000_000, description: 'What was drawn first.' })
  readonly amount!: number;

  @DayField({ example: '2025-03-03', description: 'The day of that drawing.' })
  readonly on!: string;

  @TextField({ example: 'Loan agreement of 3 March 2025', max: 500 })
  readonly evidence!: string;
}

export class DebtBalanceBody {
  @ChoiceField({ choices: ['drawn', 'repaid'], example: 'repaid' })
  readonly kind!: 'drawn' | 'repaid';

  @CentsField({ example: 1_000_000 })
  readonly amount!: number;

  @DayField({ example: '2025-06-30' })
  readonly on!: string;

  @TextField({ example: 'Bank statement 2025-06', max: 500 })
  readonly evidence!: string;
}

export class ReviseDebtBody extends DebtParticularsFields {
  @TextField({ example: 'The bank moved', max: 500 })
  readonly reason!: string;
}
