import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerDay,
  AnswerFlag,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';

const EUROS = {
  type: 'string',
  pattern: '^-?\\d+\\.\\d{2}$',
  maxLength: 20,
  example: '164070.50',
  description: 'Euros with a point.',
} as const;

export class PublicPartyCardAnswer {
  @AnswerText('polderpartij', { description: 'In addresses, for ever.' })
  readonly slug!: string;

  @AnswerText('Polderpartij')
  readonly name!: string;

  @AnswerText('Polder')
  readonly shortName!: string;
}

export class PublicPartiesAnswer {
  @AnswerList(() => PublicPartyCardAnswer)
  readonly items!: readonly PublicPartyCardAnswer[];
}

class PartyYearAnswer {
  @AnswerNumber(2025)
  readonly year!: number;

  @AnswerText('party')
  readonly recipientKind!: string;

  @AnswerText('gift', { nullable: true })
  readonly type!: string | null;

  @AnswerWord(['money', 'in_kind'])
  readonly form!: string;

  @AnswerNumber(12)
  readonly gifts!: number;

  @ApiProperty(EUROS)
  readonly counted!: string;
}

export class PublicPartyDetailAnswer extends PublicPartyCardAnswer {
  @AnswerList(() => PartyYearAnswer, { description: 'Plain sums of the gifts that are public.' })
  readonly years!: readonly PartyYearAnswer[];
}

export class PublicDonorLineAnswer {
  @AnswerText('D-0000000001', { description: 'The same over years and parties.' })
  readonly id!: string;

  @AnswerText('natural_person')
  readonly kind!: string;

  @AnswerText('J. van der Dijk', { nullable: true })
  readonly name!: string | null;

  @AnswerText('Zwolle', { nullable: true })
  readonly residence!: string | null;

  @AnswerText('NL', { nullable: true })
  readonly country!: string | null;
}

class DonorWithSumAnswer extends PublicDonorLineAnswer {
  @AnswerNumber(3, { description: 'Within the party and year that were asked for.' })
  readonly gifts!: number;

  @ApiProperty(EUROS)
  readonly counted!: string;
}

export class PublicDonorsAnswer {
  @AnswerList(() => DonorWithSumAnswer)
  readonly items!: readonly DonorWithSumAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

class DonorYearAnswer {
  @AnswerNumber(2025)
  readonly year!: number;

  @AnswerText('polderpartij')
  readonly party!: string;

  @AnswerNumber(3)
  readonly gifts!: number;

  @ApiProperty(EUROS)
  readonly counted!: string;
}

export class PublicDonorDetailAnswer extends PublicDonorLineAnswer {
  @AnswerList(() => DonorYearAnswer)
  readonly years!: readonly DonorYearAnswer[];
}

class StatisticAnswer {
  @AnswerText('2025', { nullable: true, description: 'Null: the source does not say.' })
  readonly key!: string | null;

  @AnswerNumber(120)
  readonly gifts!: number;

  @ApiProperty(EUROS)
  readonly counted!: string;
}

export class StatisticsAnswer {
  @AnswerNumber(42, { description: 'Up to and including this change.' })
  readonly changeNumber!: number;

  @AnswerList(() => StatisticAnswer)
  readonly years!: readonly StatisticAnswer[];

  @AnswerList(() => StatisticAnswer)
  readonly parties!: readonly StatisticAnswer[];

  @AnswerList(() => StatisticAnswer)
  readonly types!: readonly StatisticAnswer[];

  @AnswerList(() => StatisticAnswer)
  readonly forms!: readonly StatisticAnswer[];

  @AnswerList(() => StatisticAnswer)
  readonly recipientKinds!: readonly StatisticAnswer[];
}

class FilingStandingAnswer {
  @AnswerText('polderpartij')
  readonly partySlug!: string;

  @AnswerText('Polderpartij')
  readonly partyName!: string;

  @AnswerText('Polderpartij', { description: 'The party itself or an affiliate.' })
  readonly recipientName!: string;

  @AnswerWord([
    'annual_report',
    'affiliate_overview',
    'pre_election_overview',
    'post_election_overview',
  ])
  readonly kind!: string;

  @AnswerNumber(2024)
  readonly year!: number;

  @AnswerText('Tweede Kamer 2025', { nullable: true })
  readonly election!: string | null;

  @AnswerDay()
  readonly lastDay!: string;

  @AnswerDay({ nullable: true })
  readonly publicationBy!: string | null;

  @AnswerWord(['reported', 'nil', 'not_received'], {
    description:
      'nil: the party filed that there is nothing. not_received: silence, which is not nil.',
  })
  readonly status!: string;

  @AnswerDay({ nullable: true, description: 'Day of the first filing.' })
  readonly filedOn!: string | null;

  @AnswerFlag({
    nullable: true,
    description: 'It came after the last day; null when it did not come.',
  })
  readonly late!: boolean | null;
}

export class FilingStandingsAnswer {
  @AnswerList(() => FilingStandingAnswer)
  readonly items!: readonly FilingStandingAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

export class RegisterStateAnswer {
  @AnswerFlag({
    description: 'True while the register is open; while it is stopped the answer is 503.',
  })
  readonly open!: boolean;

  @AnswerNumber(42, { description: 'Number of the newest change; 0 for an empty register.' })
  readonly changeNumber!: number;
}

class DataFileAnswer {
  @AnswerText('giften-2025-v1.csv')
  readonly name!: string;

  @AnswerText('/open-data/bestanden/giften-2025-v1.csv')
  readonly href!: string;

  @AnswerWord(['whole', 'year', 'day', 'overview'])
  readonly part!: string;

  @AnswerNumber(2025, { nullable: true })
  readonly year!: number | null;

  @AnswerDay({ nullable: true })
  readonly day!: string | null;

  @AnswerText('text/csv; charset=utf-8; header=present')
  readonly mediaType!: string;

  @ApiProperty({ type: 'string', pattern: '^[0-9a-f]{64}$', example: 'c'.repeat(64) })
  readonly sha256!: string;

  @AnswerNumber(52_100)
  readonly bytes!: number;

  @AnswerNumber(272)
  readonly rows!: number;

  @AnswerMoment()
  readonly madeAt!: string;

  @AnswerMoment({
    nullable: true,
    description: 'When a day that was over was issued anew, because something left the register.',
  })
  readonly reissuedAt!: string | null;
}

export class DataFilesAnswer {
  @AnswerList(() => DataFileAnswer)
  readonly items!: readonly DataFileAnswer[];
}
