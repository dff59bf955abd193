import {
  AnswerDay,
  AnswerId,
  AnswerList,
  AnswerText,
  AnswerWord,
} from '../../../platform/http/answers';

class StatusAnswer {
  @AnswerWord(['political_party', 'new_association', 'blank_list', 'split_off'])
  readonly status!: string;

  @AnswerDay()
  readonly from!: string;

  @AnswerDay({ nullable: true, description: 'Last day; null while it lasts.' })
  readonly until!: string | null;
}

class RecipientAnswer {
  @AnswerId()
  readonly recipient!: string;

  @AnswerWord([
    'party',
    'scientific_institute',
    'youth_organisation',
    'foreign_activities',
    'other_affiliate',
    'candidate',
    'branch',
  ])
  readonly kind!: string;

  @AnswerText('Voorbeeldpartij')
  readonly name!: string;

  @AnswerDay()
  readonly from!: string;

  @AnswerDay({ nullable: true, description: 'Last day; null while it lasts.' })
  readonly until!: string | null;
}

export class RecipientsAnswer {
  @AnswerText('Voorbeeldpartij')
  readonly organisation!: string;

  @AnswerList(() => StatusAnswer)
  readonly statuses!: readonly StatusAnswer[];

  @AnswerList(() => RecipientAnswer)
  readonly items!: readonly RecipientAnswer[];
}
