import { Injectable } from '@nestjs/common';
import { type FineSchedule } from '../../../legal/fines/fine-schedule';
import { TRIED_PARAMETERS } from '../../../legal/what-if/other-law';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { type FormError } from '../../../platform/rendering/page-parts';
import { listFineSchedules } from '../../enforcement/public';
import { AskSimulation, NAMED_SET_KEYS, ThrowAwaySimulation } from '../application/simulations';
import {
  definitionIn,
  fieldOfParameter,
  kindOf,
  readTyped,
  SIMULATION_FIELDS,
  typedAtFirst,
  WORD_VALUES,
} from './simulation-fields';
import { inForceWords } from './simulation-words';

async function schedulesOf(tx: Transaction): Promise<readonly FineSchedule[]> {
  return (await listFineSchedules(tx)).map(({ schedule }) => schedule);
}

/** The form by which somebody asks for a simulation. */
@Injectable()
export class SimulationForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly asking: AskSimulation,
    private readonly throwing: ThrowAwaySimulation,
  ) {}

  empty(request: WebRequest): Promise<string> {
    return this.page(request, null, []);
  }

  async take(request: WebRequest): Promise<FormAnswer> {
    const words = this.pages.words(request);
    const typed = readTyped(request.body);
    const schedules = await this.database.inTransaction(scopeOf(request), schedulesOf);
    const read = definitionIn(typed, schedules, words);
    if (!('definition' in read)) {
      const errors = read.toSorted(
        (a, b) => SIMULATION_FIELDS.indexOf(a.field) - SIMULATION_FIELDS.indexOf(b.field),
      );
      return { status: 400, html: await this.page(request, typed, errors) };
    }
    const asked = { ...read, byName: request.actor.name };
    const next = await onceForForm(
      this.database,
      request,
      async (tx) => `/toezicht/wat-als/${await this.asking.run(tx, asked)}`,
    );
    return { next };
  }

  async throwAway(request: WebRequest, id: string): Promise<FormAnswer> {
    const next = await onceForForm(this.database, request, async (tx) => {
      await this.throwing.run(tx, id);
      return '/toezicht/wat-als?gedaan=weggegooid';
    });
    return { next };
  }

  private page(
    request: WebRequest,
    typed: Typed | null,
    errors: readonly FormError[],
  ): Promise<string> {
    const words = this.pages.words(request);
    const { t } = words;
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const values = typed ?? typedAtFirst(tx.today);
      const schedules = await schedulesOf(tx);
      return this.pages.html(request, 'pages/simulation/new.njk', {
        once: newFormKey(),
        sets: NAMED_SET_KEYS.map((set) => ({
          value: set,
          label: t(`simulation.set.${set}`),
          hint: t(`simulation.set.${set}.hint`),
        })),
        parameters: TRIED_PARAMETERS.map((key) => ({
          name: fieldOfParameter(key),
          kind: kindOf(key),
          label: t(`simulation.parameter.${key}`),
          hint: t('simulation.inForce', { value: inForceWords(key, tx.today, words) }),
          value: values[fieldOfParameter(key)] ?? '',
          options: (WORD_VALUES[key] ?? []).map((value) => ({
            value,
            label: t(`simulation.value.${value}`),
          })),
        })),
        schedules: schedules.map(({ version }) => ({ value: version, label: version })),
        values,
        errors,
      });
    });
  }
}
