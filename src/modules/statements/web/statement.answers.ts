import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerCents,
  AnswerCodes,
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

const FORMATS = [
  'camt.053.001.02',
  'camt.053.001.08',
  'mt940',
  'csv-ing',
  'csv-rabobank',
  'csv-abnamro',
] as const;
const MEANS = [
  'transfer',
  'direct_debit',
  'ideal',
  'card',
  'cash',
  'costs',
  'interest',
  'other',
] as const;
const IBAN = 'NL87INGB0999999002';
const BELOW_ZERO = 'Below zero when overdrawn; null when the file does not say.';

export class StatementFaultAnswer {
  @AnswerText('balance', { description: 'Stable code.' })
  readonly code!: string;

  @AnswerText('Statement 1, line 7')
  readonly where!: string;

  @AnswerText('It does not add up: opening balance €500.00 and lines of €11,325.35 ...')
  readonly seen!: string;

  @AnswerText('Download the statement from your bank again.', {
    description: 'What to do about it; empty when `seen` says it.',
  })
  readonly mend!: string;
}

/** A file that was sent, and what became of it. */
export class StatementIntakeAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('maart-2026.xml')
  readonly name!: string;

  @AnswerWord(['received', 'reading', 'read', 'refused'], {
    description: 'All of a file is kept (read) or nothing of it (refused).',
  })
  readonly state!: string;

  @AnswerFlag({ description: 'These same bytes were sent before; this is that first intake.' })
  readonly sentBefore!: boolean;

  @AnswerNumber(7, { description: 'Lines in the file.' })
  readonly entriesFound!: number;

  @AnswerNumber(7, { description: 'Lines that were not known yet.' })
  readonly entriesAdded!: number;

  @AnswerNumber(1)
  readonly statementsFound!: number;

  @AnswerNumber(0, { description: 'Statements that were read in before.' })
  readonly statementsKnown!: number;

  @AnswerList(() => StatementFaultAnswer, { description: 'Why it was refused; else empty.' })
  readonly faults!: readonly StatementFaultAnswer[];

  @AnswerMoment()
  readonly sentAt!: string;

  @AnswerMoment({ nullable: true })
  readonly endedAt!: string | null;
}

export class BankStatementAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerId({ description: 'Of the account; see /v1/bank-accounts.' })
  readonly accountId!: string;

  @AnswerText(IBAN)
  readonly account!: string;

  @AnswerWord(FORMATS)
  readonly format!: string;

  @AnswerText('WFPP-STMT-02-1', {
    nullable: true,
    description: 'The number of the bank; null for a CSV.',
  })
  readonly statementId!: string | null;

  @AnswerDay()
  readonly from!: string;

  @AnswerDay()
  readonly until!: string;

  @AnswerCents({ nullable: true, description: BELOW_ZERO })
  readonly opening!: number | null;

  @AnswerCents({ nullable: true, description: BELOW_ZERO })
  readonly closing!: number | null;

  @AnswerNumber(7)
  readonly entriesFound!: number;

  @AnswerNumber(7, { description: 'Lines that this statement brought first.' })
  readonly entriesAdded!: number;

  @AnswerNumber(5, { description: 'Of those: lines that nothing was done with yet.' })
  readonly entriesOpen!: number;

  @AnswerId({ description: 'The intake it came with.' })
  readonly intakeId!: string;

  @AnswerMoment()
  readonly readAt!: string;
}

export class BankStatementsAnswer {
  @AnswerList(() => BankStatementAnswer)
  readonly items!: readonly BankStatementAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

export class CounterpartyAnswer {
  @AnswerText('J. Voorbeeld', { nullable: true })
  readonly name!: string | null;

  @AnswerText('NL43RABO0009999011', { nullable: true })
  readonly iban!: string | null;

  @AnswerText('RABONL2U', { nullable: true })
  readonly bic!: string | null;

  @AnswerText('Dorpsstraat 1, 1000 AA Voorbeeld', { nullable: true })
  readonly address!: string | null;
}

/** A line of a statement as the bank wrote it, and what was done with it. */
export class BankEntryAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerNumber(0, { description: 'From 0, in the order of the statement.' })
  readonly position!: number;

  @AnswerDay({ description: 'The day of receipt of money.' })
  readonly bookedOn!: string;

  @AnswerDay({ nullable: true })
  readonly valueOn!: string | null;

  @AnswerWord(['credit', 'debit'])
  readonly direction!: string;

  @AnswerCents({ description: 'Above zero; `direction` says which way.' })
  readonly amount!: number;

  @AnswerFlag({ description: 'The bank takes back an earlier line of its own.' })
  readonly reversal!: boolean;

  @AnswerText('REF000001', { description: 'Tells the line apart within its account, for ever.' })
  readonly reference!: string;

  @AnswerWord(MEANS)
  readonly means!: string;

  @AnswerPart(() => CounterpartyAnswer)
  readonly counterparty!: CounterpartyAnswer;

  @ApiProperty({ type: 'string', maxLength: 20_000, example: 'Gift maart' })
  readonly description!: string;

  @AnswerText('E2E-0001', { nullable: true })
  readonly paymentReference!: string | null;

  @AnswerNumber(12, { nullable: true, description: 'Payments behind one booking.' })
  readonly batchOf!: number | null;

  @AnswerText('AC04', { nullable: true, description: 'Why a payment came back (ISO 20022).' })
  readonly returnReason!: string | null;

  @AnswerWord(['open', 'booked', 'set_aside'])
  readonly state!: string;

  @AnswerCodes('3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', {
    description: 'The contributions it was booked as.',
  })
  readonly contributionIds!: readonly string[];
}

export class BankEntriesAnswer {
  @AnswerList(() => BankEntryAnswer)
  readonly items!: readonly BankEntryAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

class CoveredPeriodAnswer {
  @AnswerDay()
  readonly from!: string;

  @AnswerDay()
  readonly until!: string;
}

class MissingPeriodAnswer {
  @AnswerDay()
  readonly from!: string;

  @AnswerDay()
  readonly until!: string;

  @AnswerCents({
    nullable: true,
    description: 'What moved according to the balances on both sides; null when they do not say.',
  })
  readonly moved!: number | null;
}

export class BankAccountAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText(IBAN, { description: 'An IBAN, or what the bank calls it.' })
  readonly account!: string;

  @AnswerText('3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', {
    nullable: true,
    description: 'Whose it is; null until somebody said so. Nothing of it is booked before that.',
  })
  readonly recipientId!: string | null;

  @AnswerNumber(1)
  readonly statements!: number;

  @AnswerNumber(7)
  readonly entries!: number;

  @AnswerList(() => CoveredPeriodAnswer, { description: 'Days its statements cover.' })
  readonly covered!: readonly CoveredPeriodAnswer[];

  @AnswerList(() => MissingPeriodAnswer, { description: 'Where the balance does not go on.' })
  readonly missing!: readonly MissingPeriodAnswer[];
}

export class BankAccountsAnswer {
  @AnswerList(() => BankAccountAnswer)
  readonly items!: readonly BankAccountAnswer[];
}
