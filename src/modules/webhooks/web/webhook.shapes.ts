import { ApiProperty } from '@nestjs/swagger';
import {
  AnswerCodes,
  AnswerId,
  AnswerList,
  AnswerMoment,
  AnswerNumber,
  AnswerPart,
  AnswerText,
  LinksAnswer,
} from '../../../platform/http/answers';
import { rule, TextField } from '../../../platform/http/fields';
import { WEBHOOK_EVENTS } from '../application/events';

export class WebhookBody {
  @TextField({
    example: 'https://boekhouding.example/partijgiften',
    max: 500,
    description: 'Where messages go by POST: https, on the public internet.',
  })
  readonly address!: string;

  @rule(
    'webhook.events',
    (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
    `Give a list of events: ${WEBHOOK_EVENTS.join(', ')}.`,
  )
  @ApiProperty({
    type: 'array',
    items: { type: 'string', enum: [...WEBHOOK_EVENTS], example: WEBHOOK_EVENTS[0] },
    minItems: 1,
    maxItems: WEBHOOK_EVENTS.length,
    example: ['notice.filed', 'finding.opened'],
  })
  readonly events!: string[];
}

export class WebhookAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('https://boekhouding.example/partijgiften')
  readonly address!: string;

  @AnswerCodes('notice.filed')
  readonly events!: readonly string[];

  @AnswerMoment()
  readonly createdAt!: string;

  @AnswerMoment({ nullable: true, description: 'Null while messages are sent to it.' })
  readonly endedAt!: string | null;
}

export class WebhooksAnswer {
  @AnswerList(() => WebhookAnswer)
  readonly items!: readonly WebhookAnswer[];
}

export class MadeWebhookAnswer {
  @AnswerId()
  readonly id!: string;

  @AnswerText('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
    description: 'Key of the signatures, as Standard Webhooks 1.0 writes it. Keep it secret.',
  })
  readonly secret!: string;
}

export class DeliveryAnswer {
  @AnswerId({ description: 'The webhook-id of the message.' })
  readonly id!: string;

  @AnswerText('notice.filed')
  readonly event!: string;

  @AnswerText('{"id":"...","type":"notice.filed","timestamp":"...","data":{}}', {
    description: 'The bytes that were sent.',
  })
  readonly body!: string;

  @AnswerMoment()
  readonly createdAt!: string;

  @AnswerNumber(1)
  readonly attempts!: number;

  @AnswerMoment({ nullable: true })
  readonly deliveredAt!: string | null;

  @AnswerMoment({ nullable: true, description: 'When it was tried for the last time.' })
  readonly givenUpAt!: string | null;

  @AnswerMoment({ nullable: true, description: 'When it is tried again.' })
  readonly nextAt!: string | null;

  @AnswerNumber(200, { nullable: true })
  readonly lastStatus!: number | null;

  @AnswerText('answered 500', { nullable: true })
  readonly lastFault!: string | null;
}

export class DeliveriesAnswer {
  @AnswerList(() => DeliveryAnswer)
  readonly items!: readonly DeliveryAnswer[];

  @AnswerPart(() => LinksAnswer)
  readonly _links!: LinksAnswer;
}
