import {
  AnswerCents,
  AnswerDay,
  AnswerFlag,
  AnswerList,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  AnswerWord,
  LinksAnswer,
} from '../../../platform/http/answers';
import { TIE_KINDS } from '../facts/graph';

export class NetworkNodeAnswer {
  @AnswerText('D-7KQ3X9TB2M', {
    description: 'D-… a donor, P-… a party, R-… who else receives, K-… what donors share.',
  })
  readonly ref!: string;

  @AnswerText('legal_person', {
    description: 'A kind of donor or recipient, `owner`, or what is shared: address, account.',
  })
  readonly kind!: string;

  @AnswerText('Dijk B.V.', { nullable: true })
  readonly name!: string | null;

  @AnswerText('Ede', { nullable: true })
  readonly place!: string | null;

  @AnswerText('NL', { nullable: true })
  readonly country!: string | null;
}

export class TieAnswer {
  @AnswerWord(TIE_KINDS)
  readonly kind!: string;

  @AnswerText('D-7KQ3X9TB2M', { description: 'Of money the giver, of ownership what is owned.' })
  readonly from!: string;

  @AnswerText('P-polderpartij')
  readonly to!: string;

  @AnswerCents({ nullable: true, description: 'What was given, less what was returned.' })
  readonly cents!: number | null;

  @AnswerNumber(3, { nullable: true })
  readonly gifts!: number | null;

  @AnswerDay({ nullable: true })
  readonly firstOn!: string | null;

  @AnswerDay({ nullable: true })
  readonly lastOn!: string | null;
}

export class NeighbourhoodAnswer {
  @AnswerText('D-7KQ3X9TB2M')
  readonly root!: string;

  @AnswerFlag({ description: 'True when there is more than is given here.' })
  readonly cut!: boolean;

  @AnswerList(() => NetworkNodeAnswer)
  readonly nodes!: readonly NetworkNodeAnswer[];

  @AnswerList(() => TieAnswer)
  readonly ties!: readonly TieAnswer[];
}

export class GiverAnswer extends NetworkNodeAnswer {
  @AnswerCents({ description: 'What was given, less what was returned.' })
  readonly cents!: number;

  @AnswerNumber(3)
  readonly gifts!: number;

  @AnswerDay({ nullable: true })
  readonly firstOn!: string | null;

  @AnswerDay({ nullable: true })
  readonly lastOn!: string | null;
}

export class GiversAnswer {
  @AnswerList(() => GiverAnswer)
  readonly items!: readonly GiverAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}

export class PathStepAnswer {
  @AnswerText('D-7KQ3X9TB2M')
  readonly ref!: string;
}

export class PathAnswer {
  @AnswerList(() => PathStepAnswer, { description: 'From one end to the other.' })
  readonly steps!: readonly PathStepAnswer[];
}

export class PathsAnswer {
  @AnswerFlag({ description: 'True when a node with very many ties was not gone through.' })
  readonly cut!: boolean;

  @AnswerList(() => PathAnswer, { description: 'Every shortest way, at most twelve; none: empty.' })
  readonly paths!: readonly PathAnswer[];

  @AnswerList(() => NetworkNodeAnswer)
  readonly nodes!: readonly NetworkNodeAnswer[];

  @AnswerList(() => TieAnswer)
  readonly ties!: readonly TieAnswer[];
}
