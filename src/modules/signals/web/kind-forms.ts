import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, formErrors, type Typed } from '../../../platform/http/form-faults';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound, problem } from '../../../platform/http/problem';
import { check } from '../../../platform/http/validation';
import { readAmount, readDay } from '../../../platform/rendering/form-input';
import { type Language } from '../../../platform/rendering/language';
import { SetKinds, settingFaults } from '../application/set-kind';
import { type KindSetting, readKind, settingsOf } from '../application/settings';
import { type DetectorCode, type DetectorParameter } from '../detectors/detector';
import { detectorHead, isDetectorCode } from '../detectors/registry';
import { fieldOfParameter, kindPage, type KindForm } from './kinds-page';
import { kindCommand } from './signal-commands';
import { kindHref } from './signal-page';
import { SetSignalKindBody } from './signal.bodies';

/** As it stands in the program: -1 for what is no figure, which no parameter allows. */
function figure({ unit }: DetectorParameter, typed: string, language: Language): number {
  if (unit === 'cents') return readAmount(typed, language) ?? -1;
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1;
}

function figuresIn(
  code: DetectorCode,
  typed: Typed,
  language: Language,
): Readonly<Record<string, number>> {
  const figures = detectorHead(code).parameters.map((one) => {
    const value = figure(one, typed[fieldOfParameter(one.key)] ?? '', language);
    return [one.key, value] as const;
  });
  return Object.fromEntries(figures);
}

function bodyOf({ startsOn = '', switched, reason = '' }: Typed, day: string | undefined): object {
  return {
    on: switched !== 'off',
    ...(startsOn === '' ? {} : { startsOn: day ?? startsOn }),
    ...(reason === '' ? {} : { reason }),
  };
}

/** One kind of signal: what it looks at, how it is set, and the form to set it otherwise. */
@Injectable()
export class KindForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly setting: SetKinds,
  ) {}

  show(request: WebRequest, code: string, saved: boolean): Promise<string> {
    const form = { typed: null, errors: [], once: newFormKey() };
    const done = saved ? this.pages.t(request, 'signals.kind.saved') : '';
    return this.page(request, code, form, done);
  }

  async take(request: WebRequest, code: string): Promise<FormAnswer> {
    if (!isDetectorCode(code)) throw notFound();
    const { parameters } = detectorHead(code);
    const fields = [
      'switched',
      ...parameters.map(({ key }) => fieldOfParameter(key)),
      'startsOn',
      'reason',
    ];
    const typed = Object.fromEntries(
      fields.map((name) => [name, formText(request.body, name).trim()]),
    );
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        await this.set(tx, request, code, typed);
        return `${kindHref(code)}?gedaan=bewaard`;
      });
      return { next };
    } catch (error) {
      const errors = formErrors(faultsIn(error), fields, {
        typed,
        words: this.pages.words(request),
        fieldOf: (location) => location.replace('/parameters/', 'parameter-').replace(/^\//, ''),
      });
      const form = { typed, errors, once: formText(request.body, 'once') };
      return { status: 400, html: await this.page(request, code, form, '') };
    }
  }

  private async set(
    tx: Transaction,
    request: WebRequest,
    code: DetectorCode,
    typed: Typed,
  ): Promise<void> {
    const parameters = figuresIn(code, typed, request.actor.language);
    const day = readDay(typed['startsOn'] ?? '');
    const whole = { ...bodyOf(typed, day), parameters: [] };
    const { value, errors } = check(SetSignalKindBody, whole);
    const faults = settingFaults(tx.today, { code, parameters, startsOn: day ?? tx.today });
    if (value === null || faults.length > 0)
      throw problem(400, 'input.invalid', 'The form has faults.', [...errors, ...faults]);
    const command = kindCommand(value, code, request.actor.name);
    await this.setting.run(tx, { ...command, parameters });
  }

  private page(request: WebRequest, code: string, form: KindForm, done: string): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const kind: KindSetting | null = await readKind(tx, code);
      if (kind === null) throw notFound();
      const history = await settingsOf(tx, code);
      const mayAct = request.actor.role === 'overseer';
      const read = { kind, history, today: tx.today, mayAct, done };
      const data = kindPage(read, form, this.pages.words(request));
      return this.pages.html(request, 'pages/signals/kind.njk', data);
    });
  }
}
