import { formatMoment } from '../../../platform/rendering/format';
import {
  type Badge,
  type Cell,
  type Choice,
  type Fact,
} from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  type SafetyRequest,
  type SafetyState,
  type SafetyStep,
  standingOf,
} from '../application/read-safety';
import { type SentForm } from './acts';

export type SafetyBase = '/afscherming' | '/toezicht/veiligheid';

const BADGE: Readonly<Record<SafetyState, Badge['kind']>> = {
  asked: 'warning',
  at_committee: 'info',
  advised: 'warning',
  drafted: 'warning',
  granted: 'safe',
  refused: 'neutral',
};

function badge(state: SafetyState, words: Words): Badge {
  return { kind: BADGE[state], label: words.t(`safety.state.${state}`) };
}

function who({ donorName, uboName }: SafetyRequest, words: Words): string {
  const donor = donorName ?? words.t('release.line.unnamed');
  return uboName === null ? donor : words.t('safety.owner', { owner: uboName, donor });
}

/** The data of pages/publication/safety-list.njk. */
export function safetyListPage(
  shown: {
    readonly base: SafetyBase;
    readonly requests: readonly SafetyRequest[];
    readonly next: string;
    readonly mayAsk: boolean;
  },
  words: Words,
): object {
  const { base, requests, next, mayAsk } = shown;
  const ownParty = base === '/afscherming';
  return {
    ownParty,
    mayAsk,
    next,
    rows: requests.map((request): readonly Cell[] => {
      const { state, dueOn } = standingOf(request);
      const name = { text: who(request, words), href: `${base}/${request.id}` };
      return [
        name,
        ...(ownParty ? [] : [request.organisation]),
        formatMoment(request.askedAt, words.language),
        { badge: badge(state, words) },
        dueOn === null || state !== 'at_committee' ? '' : words.day(dueOn),
      ];
    }),
  };
}

/** Which form the reader can send now; '' for none. */
export type NextStep = '' | 'send' | 'advise' | 'draft' | 'decide';

export interface SafetyReader {
  readonly base: SafetyBase;
  readonly role: string;
  readonly userId: string;
  readonly today: string;
  readonly elections: readonly Choice[];
  readonly done: string;
  readonly once: string;
}

const COMMITTEE = new Set(['committee_member', 'committee_secretary']);

function overseersStep(state: SafetyState, dueOn: string | null, today: string): NextStep {
  if (state === 'asked') return 'send';
  if (state === 'advised' || state === 'drafted') return 'draft';
  return state === 'at_committee' && dueOn !== null && dueOn < today ? 'draft' : '';
}

function nextStep(request: SafetyRequest, reader: SafetyReader): NextStep {
  const { state, dueOn } = standingOf(request);
  if (COMMITTEE.has(reader.role)) return state === 'at_committee' ? 'advise' : '';
  if (reader.role === 'overseer') return overseersStep(state, dueOn, reader.today);
  const own = request.steps.some(
    ({ kind, takenBy }) => kind === 'drafted' && takenBy === reader.userId,
  );
  return reader.role === 'decision_maker' && state === 'drafted' && !own ? 'decide' : '';
}

function stepRow(step: SafetyStep, words: Words): object {
  return {
    title: words.t(`safety.step.${step.kind}`),
    moment: formatMoment(step.takenAt, words.language),
    by: step.takenByName ?? '',
    outcome: step.outcome === null ? '' : words.t(`safety.outcome.${step.outcome}`),
    words: step.words ?? '',
    due: step.dueOn === null ? '' : words.t('safety.dueOn', { day: words.longDay(step.dueOn) }),
  };
}

function facts(request: SafetyRequest, words: Words): readonly Fact[] {
  return [
    { label: words.t('safety.fact.who'), value: who(request, words) },
    { label: words.t('safety.fact.party'), value: request.organisation },
    {
      label: words.t('safety.fact.asked'),
      value: formatMoment(request.askedAt, words.language),
      ...(request.askedByName === null ? {} : { note: request.askedByName }),
    },
    { label: words.t('safety.fact.reason'), value: request.reason },
  ];
}

/** The data of pages/publication/safety-request.njk. */
export function safetyPage(
  request: SafetyRequest,
  reader: SafetyReader,
  form: SentForm,
  words: Words,
): object {
  const { state, outcome } = standingOf(request);
  const last = request.steps.at(-1);
  return {
    id: request.id,
    base: reader.base,
    ownParty: reader.base === '/afscherming',
    title: words.t('safety.one', { who: who(request, words) }),
    badge: badge(state, words),
    means: words.t(`safety.means.${outcome ?? 'open'}`),
    facts: facts(request, words),
    steps: request.steps.map((step) => stepRow(step, words)),
    next: nextStep(request, reader),
    canExtend: COMMITTEE.has(reader.role) && last?.kind === 'sent_to_committee',
    draft: last?.kind === 'drafted' ? stepRow(last, words) : { outcome: '', words: '' },
    seen: String(request.steps.length),
    overviews: [{ value: 'annual', label: words.t('safety.overview.annual') }, ...reader.elections],
    outcomes: ['grant', 'refuse'].map((value) => ({
      value,
      label: words.t(`safety.outcome.${value}`),
    })),
    done: reader.done === '' ? '' : words.t(`safety.done.${reader.done}`),
    once: reader.once,
    values: form.typed,
    errors: form.errors,
  };
}
