import {
  AnswerCodes,
  AnswerDay,
  AnswerId,
  AnswerMoment,
  AnswerPart,
  AnswerText,
  AnswerWord,
} from '../../../platform/http/answers';

export const LETTER_KINDS = [
  'reminder',
  'repair_term',
  'information_request',
  'report',
  'intention',
  'committee_submission',
  'fine_decision',
  'no_fine_notice',
  'objection_receipt',
  'objection_decision',
  'dunning',
  'set_off',
] as const;

const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export class LetterAddresseeAnswer {
  @AnswerWord(['party', 'committee', 'prosecutor', 'donor'])
  readonly kind!: string;

  @AnswerText('Polderpartij')
  readonly name!: string;

  @AnswerCodes('Dijkweg 1', { description: 'Lines of the address as printed.' })
  readonly lines!: readonly string[];
}

export class LetterAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('B-2025-7KQ3X-9TB2M')
  readonly number!: string;

  @AnswerWord(LETTER_KINDS)
  readonly kind!: string;

  @AnswerId({ description: 'The case, filing or duty it is about.' })
  readonly subjectId!: string;

  @AnswerPart(() => LetterAddresseeAnswer)
  readonly addressee!: LetterAddresseeAnswer;

  @AnswerText('Z-2025-BCDFG-23456')
  readonly reference!: string;

  @AnswerText('Besluit tot het opleggen van een bestuurlijke boete')
  readonly subject!: string;

  @AnswerDay()
  readonly day!: string;

  @AnswerText(SHA256, { description: 'SHA-256 of the PDF, in hexadecimal.' })
  readonly sha256!: string;

  @AnswerId({ nullable: true, description: 'The letter that this one puts right.' })
  readonly corrects!: string | null;

  @AnswerId({ nullable: true, description: 'The letter that puts this one right.' })
  readonly correctedBy!: string | null;

  @AnswerMoment()
  readonly sentAt!: string;
}
