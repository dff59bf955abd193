import {
  AnswerDay,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';
import { TERMS } from '../application/read-work';
import { WORK_KINDS } from '../facts/work-kinds';
import { TURNS } from '../facts/turns';

const SEVERITIES = ['finding', 'warning', 'signal', 'undecided'] as const;
const EVENTS = ['assigned', 'released', 'aside', 'taken_up', 'judged'] as const;

/** A text in both languages. */
export class TwoLanguagesAnswer {
  @AnswerText('Melding te laat gedaan')
  readonly nl!: string;

  @AnswerText('Notice given late')
  readonly en!: string;
}

/** Who has it. */
export class WorkHolderAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('T. Toezicht')
  readonly name!: string;
}

/** One thing that waits for the staff of the ministry. */
export class WorkItemAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerWord(WORK_KINDS)
  readonly kind!: string;

  @AnswerPart(() => TwoLanguagesAnswer, { description: 'What it is.' })
  readonly title!: TwoLanguagesAnswer;

  @AnswerPart(() => TwoLanguagesAnswer, { description: 'Why somebody must look at it.' })
  readonly why!: TwoLanguagesAnswer;

  @AnswerId({ nullable: true, description: 'The group it is about; null for the ministry itself.' })
  readonly organisationId!: string | null;

  @AnswerText('Partij van de Voorbeelden', { nullable: true })
  readonly organisation!: string | null;

  @AnswerText('Z-2025-7KQ3-9TB2', { nullable: true, description: 'Number of a case or proposal.' })
  readonly number!: string | null;

  @AnswerWord(SEVERITIES, { nullable: true })
  readonly severity!: string | null;

  @AnswerDay({ nullable: true, description: 'The last day that counts; null without a term.' })
  readonly dueOn!: string | null;

  @AnswerWord(TERMS, { description: 'Where that day stands today; week: within seven days.' })
  readonly term!: string;

  @AnswerNumber(4, { description: 'From 5, the heaviest, to 1.' })
  readonly weight!: number;

  @AnswerWord(TURNS, { description: 'Whose move it is; others: a party, prosecutor or court.' })
  readonly turn!: string;

  @AnswerPart(() => WorkHolderAnswer, { nullable: true })
  readonly holder!: WorkHolderAnswer | null;

  @AnswerDay({ nullable: true, description: 'Set aside until this day.' })
  readonly asideUntil!: string | null;

  @AnswerMoment({ description: 'Since when it waits.' })
  readonly since!: string;

  @AnswerMoment({ nullable: true, description: 'When it stopped waiting; null while it waits.' })
  readonly endedAt!: string | null;

  @AnswerNumber(3, { description: 'Send it along with what you do: another version is refused.' })
  readonly version!: number;

  @AnswerText('/toezicht/zaken/3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', {
    description: 'The page where it is handled.',
  })
  readonly href!: string;
}

/** What a person did with it. */
export class WorkEventAnswer {
  @AnswerWord(EVENTS)
  readonly what!: string;

  @AnswerText('T. Toezicht', { nullable: true, description: 'To whom it was given.' })
  readonly to!: string | null;

  @AnswerDay({ nullable: true, description: 'Until when it was set aside.' })
  readonly until!: string | null;

  @AnswerText('Waits for the answer of the party', { nullable: true })
  readonly reason!: string | null;

  @AnswerText('B. Beslisser')
  readonly by!: string;

  @AnswerMoment()
  readonly at!: string;
}

export class WorkFileAnswer extends WorkItemAnswer {
  @AnswerList(() => WorkEventAnswer, { description: 'Newest first.' })
  readonly history!: readonly WorkEventAnswer[];
}

export class WorkItemsAnswer {
  @AnswerList(() => WorkItemAnswer)
  readonly items!: readonly WorkItemAnswer[];

  @AnswerNumber(42, { description: 'How many there are under this filter, on all pages.' })
  readonly total!: number;

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}
