import {
  AnswerCents,
  AnswerDay,
  AnswerFlag,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';
import { type DebtRecord } from '../application/read-debts';

export class MadeDebtAnswer {
  @AnswerId()
  readonly id!: string;
}

export class DebtMovementAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(['drawn', 'repaid'])
  readonly kind!: string;

  @AnswerCents()
  readonly amount!: number;

  @AnswerDay()
  readonly on!: string;

  @AnswerText('Bank statement 2025-06')
  readonly evidence!: string;
}

export class DebtAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerId({ description: 'The party or the affiliate that owes it.' })
  readonly recipientId!: string;

  @AnswerNumber(1, { description: 'Version of the particulars.' })
  readonly version!: number;

  @AnswerText('Voorbeeldbank N.V.', { nullable: true })
  readonly creditor!: string | null;

  @AnswerText('Dorpsstraat 1, 1234 AB', { nullable: true })
  readonly address!: string | null;

  @AnswerText('Utrecht', { nullable: true })
  readonly residence!: string | null;

  @AnswerText('bank', { nullable: true })
  readonly institution!: string | null;

  @AnswerFlag({ description: 'Under administrative law (Awb art. 4:85): never listed.' })
  readonly underAdministrativeLaw!: boolean;

  @AnswerCents({ description: 'What is owed now.' })
  readonly balance!: number;

  @AnswerMoment()
  readonly registeredAt!: string;

  @AnswerList(() => DebtMovementAnswer)
  readonly movements!: readonly DebtMovementAnswer[];
}

export class DebtsAnswer {
  @AnswerList(() => DebtAnswer)
  readonly items!: readonly DebtAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

export function debtView(debt: DebtRecord): Readonly<DebtAnswer> {
  return {
    id: debt.id,
    recipientId: debt.recipientId,
    version: debt.version,
    creditor: debt.creditor,
    address: debt.address,
    residence: debt.residence,
    institution: debt.institution,
    underAdministrativeLaw: debt.underAdministrativeLaw,
    balance: debt.balance,
    registeredAt: debt.registeredAt,
    movements: debt.movements.map(({ id, kind, amount, on, evidence }) => ({
      id,
      kind,
      amount,
      on,
      evidence,
    })),
  };
}
