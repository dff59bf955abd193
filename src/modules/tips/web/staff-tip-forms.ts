import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { faultsIn, fieldOf, formErrors, type Typed } from '../../../platform/http/form-faults';
import { onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { problem } from '../../../platform/http/problem';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { HandleTip, TIP_STATUSES, type TipRefusal } from '../application/handle-tip';
import { readTip } from '../application/read-tips';
import { LINK_KINDS, staffTipPage, type TipShown } from './staff-tip-page';
import { cleanText, LONGEST_MESSAGE } from './tip-fields';

export const TIP_STEPS = [
  'status',
  'toewijzen',
  'antwoord',
  'notitie',
  'koppelen',
  'ontkoppelen',
] as const;
export type TipStepName = (typeof TIP_STEPS)[number];

const FIELDS = ['status', 'reden', 'aan', 'antwoord', 'notitie', 'soort', 'wat'] as const;
const LONGEST_REASON = 1000;
const LONGEST_NAME = 300;

function typedIn(body: unknown): Typed {
  const all = FIELDS.map((field): readonly [string, string] => [
    field,
    cleanText(formText(body, field)),
  ]);
  return Object.fromEntries<string>(all.filter(([, text]) => text !== ''));
}

function lengthFault(
  field: string,
  text: string,
  most: number,
  { t }: Words,
): readonly FormError[] {
  if (text.length <= most) return [];
  const message = t('tips.fault.tooLong', { most: String(most), count: String(text.length) });
  return [{ field, message }];
}

/** What is wrong with a step before anything is asked of the database. */
function faultsOf(step: TipStepName, typed: Typed, words: Words): readonly FormError[] {
  const { t } = words;
  const needs = (field: string, key: string, most: number): readonly FormError[] => {
    const text = typed[field] ?? '';
    return text === '' ? [{ field, message: t(key) }] : lengthFault(field, text, most, words);
  };
  if (step === 'status')
    return typed['status'] === 'closed'
      ? needs('reden', 'tips.fault.reasonMissing', LONGEST_REASON)
      : lengthFault('reden', typed['reden'] ?? '', LONGEST_REASON, words);
  if (step === 'antwoord') return needs('antwoord', 'tips.fault.answerMissing', LONGEST_MESSAGE);
  if (step === 'notitie') return needs('notitie', 'tips.fault.noteMissing', LONGEST_MESSAGE);
  if (step === 'koppelen') return needs('wat', 'tips.fault.linkMissing', LONGEST_NAME);
  return [];
}

const FIELD_OF: Readonly<Record<TipRefusal, string>> = {
  changed_meanwhile: 'status',
  erased: '',
  unknown_colleague: 'aan',
  unknown_subject: 'wat',
};

/** The forms on the page of one tip. */
@Injectable()
export class StaffTipForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly handling: HandleTip,
  ) {}

  show(request: WebRequest, id: string, shown: TipShown): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const data = staffTipPage(await readTip(tx, id), shown, this.pages.words(request));
      return this.pages.html(request, 'pages/tips/staff-tip.njk', data);
    });
  }

  async take(request: WebRequest, id: string, step: TipStepName): Promise<FormAnswer> {
    const words = this.pages.words(request);
    const typed = typedIn(request.body);
    const faults = faultsOf(step, typed, words);
    if (faults.length > 0) return this.refuse(request, id, typed, faults);
    try {
      const next = await onceForForm(this.database, request, async (tx) => {
        const refusal = await this.run(tx, request, id, step, typed);
        if (refusal === null) return `/toezicht/tips/${id}?gedaan=${step}`;
        const detail = words.t(`tips.refused.${refusal}`);
        throw problem(400, refusal, detail, [
          { in: 'body', location: `/${FIELD_OF[refusal]}`, code: `tips.${refusal}`, detail },
        ]);
      });
      return { next };
    } catch (error) {
      const parts = faultsIn(error);
      const own = parts.filter(({ code }) => code.startsWith('tips.'));
      const errors =
        own.length > 0
          ? own.map(({ location, detail }) => ({ field: fieldOf(location), message: detail }))
          : formErrors(parts, FIELDS, { typed, words });
      return this.refuse(request, id, typed, errors);
    }
  }

  private async refuse(
    request: WebRequest,
    id: string,
    typed: Typed,
    errors: readonly FormError[],
  ): Promise<FormAnswer> {
    return { status: 400, html: await this.show(request, id, { typed, errors, done: '' }) };
  }

  private run(
    tx: Transaction,
    request: WebRequest,
    id: string,
    step: TipStepName,
    typed: Typed,
  ): Promise<TipRefusal | null> {
    const by = { name: request.actor.name };
    const text = (field: string): string => typed[field] ?? '';
    const steps: Readonly<Record<TipStepName, () => Promise<TipRefusal | null>>> = {
      toewijzen: () => this.handling.assign(tx, id, typed['aan'] ?? null, by),
      antwoord: () => this.handling.answer(tx, id, text('antwoord'), by),
      notitie: () => this.handling.note(tx, id, text('notitie'), by),
      ontkoppelen: () => this.handling.unlink(tx, id, formText(request.body, 'koppeling')),
      koppelen: () => {
        const kind = LINK_KINDS.find((one) => one === typed['soort']) ?? 'organisation';
        return this.handling.link(tx, id, { kind, typed: text('wat') }, by);
      },
      status: () => {
        const status = TIP_STATUSES.find((one) => one === typed['status']) ?? 'looking';
        const version = Number(formText(request.body, 'versie'));
        return this.handling.move(tx, id, { status, reason: typed['reden'] ?? null, version }, by);
      },
    };
    return steps[step]();
  }
}
