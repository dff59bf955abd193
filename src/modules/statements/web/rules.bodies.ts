import {
  BooleanField,
  CentsField,
  ChoiceField,
  IdField,
  TextField,
} from '../../../platform/http/fields';
import { type SetAsideReason, SET_ASIDE_REASONS } from '../recognition/proposal';

export const RULE_TYPES = [
  'gift',
  'membership_dues',
  'office_holder_remittance',
  'legacy',
] as const;

const ID = '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11';

export class BankRuleBody {
  @TextField({ example: 'Contributie J. de Vries', max: 100 })
  readonly name!: string;

  @TextField({
    example: 'NL91ABNA0417164300',
    pattern: /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/,
    max: 34,
    optional: true,
    description: 'The account the money comes from.',
  })
  readonly counterpartyIban?: string;

  @TextField({
    example: 'j*vries',
    min: 2,
    max: 100,
    optional: true,
    description: 'Part of the name; capitals and accents do not count, * stands for anything.',
  })
  readonly namePattern?: string;

  @TextField({
    example: 'contributie, 2025',
    max: 400,
    optional: true,
    description: 'Words, with commas between them, that all occur in the description.',
  })
  readonly words?: string;

  @CentsField({ example: 2_500, optional: true })
  readonly minAmount?: number;

  @CentsField({ example: 2_500, optional: true })
  readonly maxAmount?: number;

  @IdField({ example: ID, optional: true, description: 'The own account it came in on.' })
  readonly accountId?: string;

  @ChoiceField({ choices: ['book', 'set_aside'], example: 'book' })
  readonly outcome!: 'book' | 'set_aside';

  @ChoiceField({ choices: RULE_TYPES, example: 'membership_dues', optional: true })
  readonly type?: (typeof RULE_TYPES)[number];

  @IdField({ example: ID, optional: true, description: 'Left out: whose account it is.' })
  readonly donorId?: string;

  @IdField({ example: ID, optional: true, description: 'Left out: whose own account it is.' })
  readonly recipientId?: string;

  @ChoiceField({ choices: SET_ASIDE_REASONS, example: 'sale', optional: true })
  readonly setAsideReason?: SetAsideReason;

  @BooleanField({
    example: false,
    optional: true,
    description: 'Book dues that need no registration without being asked (art. 21 lid 2).',
  })
  readonly booksItself?: boolean;
}

export class SwitchRuleBody {
  @BooleanField({ example: false })
  readonly active!: boolean;
}

export class MoveRuleBody {
  @ChoiceField({ choices: ['earlier', 'later'], example: 'earlier' })
  readonly towards!: 'earlier' | 'later';
}
