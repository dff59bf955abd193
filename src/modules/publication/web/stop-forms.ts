import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { DecideGift } from '../application/decide-release';
import { registerState } from '../application/register-state';
import { Acts, type SentForm, wanted } from './acts';
import { fault } from './release-forms';
import { stopPage } from './release-page';

const BASE = '/toezicht/vrijgave';

/** The emergency stop, and a check of a gift. */
@Injectable()
export class StopForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly acts: Acts,
    private readonly gifts: DecideGift,
  ) {}

  stop(request: WebRequest, done: string, form: SentForm): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const state = await registerState(tx);
      const shown = ['gift', 'dicht', 'open'].includes(done) ? done : '';
      const data = stopPage(
        state,
        {
          mayDecide: request.actor.role === 'overseer',
          done: shown,
          once: newFormKey(),
        },
        form,
        this.pages.words(request),
      );
      return this.pages.html(request, 'pages/publication/stop.njk', data);
    });
  }

  decideGift(request: WebRequest): Promise<FormAnswer> {
    return this.acts.take(request, {
      fields: ['gift', 'kind', 'reason'],
      work: async (tx, typed) => {
        const giftId = wanted(typed, 'gift').toUpperCase();
        const kind = wanted(typed, 'kind');
        if (kind !== 'check' && kind !== 'clear' && kind !== 'stop' && kind !== 'lift')
          throw fault('/kind', 'choice.unknown', 'Choose what to do.');
        const reason = wanted(typed, 'reason');
        const decision = { kind, giftId, reason, actorName: request.actor.name } as const;
        await this.gifts.run(tx, decision).catch((error: unknown) => {
          throw isNotFound(error) ? fault('/gift', 'release.gift', 'No such gift.') : error;
        });
        return `${BASE}/noodstop?gedaan=gift`;
      },
      again: (form) => this.stop(request, '', form),
    });
  }

  decideRegister(request: WebRequest): Promise<FormAnswer> {
    const kind = formText(request.body, 'do') === 'lift' ? 'lift' : 'stop';
    return this.acts.take(request, {
      fields: ['registerReason'],
      work: async (tx, typed) => {
        const reason = wanted(typed, 'registerReason');
        await this.gifts.run(tx, { kind, giftId: null, reason, actorName: request.actor.name });
        return `${BASE}/noodstop?gedaan=${kind === 'stop' ? 'dicht' : 'open'}`;
      },
      again: (form) => this.stop(request, '', form),
    });
  }
}

function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 404;
}
