import {
  AnswerCents,
  AnswerCodes,
  AnswerDay,
  AnswerFlag,
  AnswerList,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';
import { GROUPS } from '../facts/hit';

const KINDS = [
  'word',
  'phrase',
  'initials',
  'particle',
  'amount',
  'days',
  'number',
  'register_number',
  'account',
  'no_day',
] as const;

export class UnderstoodAnswer {
  @AnswerText('>5000', { description: 'As it was typed.' })
  readonly text!: string;

  @AnswerWord(KINDS)
  readonly kind!: string;

  @AnswerText('500001', {
    nullable: true,
    description: 'Of an amount the least whole cents, of days the first day; null when open.',
  })
  readonly from!: string | null;

  @AnswerText('2025-12-31', { nullable: true, description: 'The most cents, or the last day.' })
  readonly until!: string | null;
}

export class HitAnswer {
  @AnswerWord(GROUPS)
  readonly group!: string;

  @AnswerText('3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', {
    description: 'Of what was found; a public number where it has one.',
  })
  readonly id!: string;

  @AnswerText('/toezicht/netwerk/D-7KQ3X9TB2M', { description: 'The page that shows it.' })
  readonly href!: string;

  @AnswerText('W. de Vries', { nullable: true, description: 'Of a gift, its donor.' })
  readonly name!: string | null;

  @AnswerText('M-2025-7KQ3X-9TB2M', { nullable: true })
  readonly number!: string | null;

  @AnswerText('Polderpartij', { nullable: true })
  readonly party!: string | null;

  @AnswerText('Utrecht', { nullable: true })
  readonly place!: string | null;

  @AnswerCents({ nullable: true })
  readonly amount!: number | null;

  @AnswerDay({ nullable: true })
  readonly day!: string | null;

  @AnswerNumber(2025, { nullable: true })
  readonly year!: number | null;

  @AnswerText('natural_person', {
    nullable: true,
    description: 'What it is: a kind of donor, recipient, filing or letter, or a rule.',
  })
  readonly code!: string | null;

  @AnswerText('Te late melding', { nullable: true })
  readonly title!: string | null;

  @AnswerCodes('name', { description: 'By what it was found.' })
  readonly why!: readonly string[];
}

export class FoundGroupAnswer {
  @AnswerWord(GROUPS)
  readonly group!: string;

  @AnswerFlag({ description: 'True when there is more than is shown.' })
  readonly more!: boolean;

  @AnswerFlag({
    description: 'True when the name is so common that only the newest 20,000 gifts were searched.',
  })
  readonly partly!: boolean;

  @AnswerList(() => HitAnswer)
  readonly items!: readonly HitAnswer[];
}

export class SearchAnswer {
  @AnswerList(() => UnderstoodAnswer, { description: 'How the words were understood.' })
  readonly understood!: readonly UnderstoodAnswer[];

  @AnswerList(() => FoundGroupAnswer, { description: 'Only groups in which something was found.' })
  readonly groups!: readonly FoundGroupAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}
