import { type EuroCents, smallest } from '../../../legal/kernel/euro-cents';
import { printReference } from '../../../legal/kernel/law-reference';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatMoment } from '../../../platform/rendering/format';
import {
  type Cell,
  type Fact,
  type Figure,
  type FormError,
} from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { findingWords } from '../../judgements/public';
import { type StepProgress } from '../application/progress';
import { type RemedyFile, type StoredArrangement } from '../application/read-remedies';
import { isService, type Way, waysOf } from '../application/ways';
import { destinationOf, donorIn, standingBadge } from './remedy-list-page';

export interface RemedyReader {
  readonly base: '/herstel' | '/toezicht/herstel';
  readonly today: PlainDate;
  /** May record that money left, and set a term. */
  readonly mayAct: boolean;
  readonly done: string;
}

/** A form on the page as it was sent, or empty. */
export interface RemedyForm {
  readonly which: 'term' | 'impossible' | '';
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
  readonly once: string;
}

function figures(file: RemedyFile, words: Words): readonly Figure[] {
  const { total, done, open } = file.progress;
  return [
    { label: words.t('remedies.figure.total'), value: words.euro(total) },
    { label: words.t('remedies.figure.done'), value: words.euro(done) },
    { label: words.t('remedies.figure.left'), value: words.euro(open) },
  ];
}

function termFact(side: 'party' | 'overseer', file: RemedyFile, words: Words): readonly Fact[] {
  const term = file.terms[side];
  const dueOn = term?.dueOn ?? null;
  if (term === null || dueOn === null) return [];
  const who = term.inCharge === null ? '' : ` ${words.t('remedies.by', { who: term.inCharge })}`;
  return [
    {
      label: words.t(`remedies.term.${side}`),
      value: words.longDay(dueOn),
      note: `${term.note}${who}`,
    },
  ];
}

function facts(file: RemedyFile, reader: RemedyReader, words: Words): readonly Fact[] {
  const { content } = file;
  const statutory = content.remedy?.statutoryTerm ?? 'none';
  const donor = donorIn(file, words);
  return [
    ...(reader.base === '/herstel'
      ? []
      : [{ label: words.t('oversight.party'), value: file.organisationName }]),
    {
      label: words.t('gifts.donor'),
      value: donor,
      ...(reader.base === '/herstel' ? { href: `/gevers/${file.donorId}` } : {}),
    },
    { label: words.t('remedies.fact.destination'), value: destinationOf(file, words) },
    {
      label: words.t('remedies.fact.article'),
      value: printReference(content.remedy?.basis ?? content.basis),
    },
    { label: words.t('remedies.fact.since'), value: words.longDay(content.since) },
    { label: words.t('remedies.fact.byLaw'), value: words.t(`remedies.byLaw.${statutory}`) },
    ...termFact('overseer', file, words),
    ...termFact('party', file, words),
    ...(file.dueOn === null && file.progress.state === 'open'
      ? [{ label: words.t('remedies.term.none'), value: words.t('remedies.term.noneBody') }]
      : []),
    ...(file.impossible === null
      ? []
      : [
          {
            label: words.t('remedies.fact.impossible'),
            value: file.impossible.note,
            note: formatMoment(file.impossible.arrangedAt, words.language),
          },
        ]),
  ];
}

const PATHS: Readonly<Record<Way, string>> = {
  return: 'teruggeven',
  state_transfer: 'afdragen',
  destroy: 'afdragen',
};

/** The form that records it, with the amount filled in. */
function wayHref(file: RemedyFile, progress: StepProgress, way: Way, open: EuroCents): string {
  const query = new URLSearchParams({ centen: String(open), herstel: file.id });
  if (way === 'destroy') query.set('wijze', 'destroyed');
  return `/giften/${progress.step.contribution ?? ''}/${PATHS[way]}?${query.toString()}`;
}

interface StepView {
  readonly title: string;
  readonly note: string;
  readonly badge: { readonly kind: string; readonly label: string };
  readonly how: string;
  readonly actions: readonly { text: string; href: string; kind: string }[];
}

function giftNote({ gift }: StepProgress, words: Words): string {
  if (gift === null) return words.t('remedies.step.notSeen');
  return words.t('remedies.step.gift', {
    type: words.t(`gifts.type.${gift.type}`),
    amount: words.euro(gift.amountCents),
    day: words.day(gift.receivedOn),
  });
}

function stepView(
  file: RemedyFile,
  progress: StepProgress,
  reader: RemedyReader,
  words: Words,
): StepView {
  const { step, gift } = progress;
  const service = gift !== null && isService(gift.type);
  const ways = waysOf(step, file.impossible !== null, service);
  const open = smallest(progress.open, file.progress.open);
  const amount = words.euro(open);
  const acts = reader.mayAct && reader.base === '/herstel' && open > 0;
  const recipient = gift?.recipientName ?? words.t('remedies.step.unknownRecipient');
  return {
    title: words.t('remedies.step.title', { amount: words.euro(step.amount), recipient }),
    note: giftNote(progress, words),
    badge:
      open === 0
        ? { kind: 'safe', label: words.t('remedies.step.done') }
        : { kind: 'warning', label: words.t('remedies.step.open', { amount }) },
    how: words.t(`remedies.how.${ways[0] ?? 'state_transfer'}.${service ? 'service' : step.form}`),
    actions: (acts ? ways : []).map((way, index) => ({
      text: words.t(`remedies.act.${way}`, { amount }),
      href: wayHref(file, progress, way, open),
      kind: index === 0 ? 'primary' : 'secondary',
    })),
  };
}

function settlementRows(file: RemedyFile, words: Words): readonly (readonly Cell[])[] {
  return file.progress.settlements.map((one) => [
    words.day(one.settledOn),
    one.recipientName,
    words.t(`treasurer.settlement.${one.kind}`),
    one.evidence,
    words.euro(one.amountCents),
  ]);
}

function agreedRows(
  arrangements: readonly StoredArrangement[],
  words: Words,
): readonly (readonly Cell[])[] {
  return arrangements.map((one) => [
    formatMoment(one.arrangedAt, words.language),
    words.t(`remedies.side.${one.setBy}`),
    one.dueOn === null ? words.t('remedies.agreed.impossible') : words.day(one.dueOn),
    one.inCharge === null ? one.note : `${one.note} (${one.inCharge})`,
    one.setBy === 'party' ? words.t(`remedies.shared.${one.shared ? 'yes' : 'no'}`) : '',
  ]);
}

/** The data of pages/remedies/detail.njk. */
export function remedyPage(
  file: RemedyFile,
  reader: RemedyReader,
  form: RemedyForm,
  words: Words,
): object {
  const said = findingWords(file.content, words.language, words.texts);
  const open = file.progress.state === 'open';
  const ownParty = reader.base === '/herstel';
  const toDonor = file.progress.steps.some(({ step }) => step.to === 'donor');
  const typedOf = (which: RemedyForm['which']): RemedyForm['typed'] =>
    form.which === which ? form.typed : {};
  const errorsOf = (which: RemedyForm['which']): readonly FormError[] =>
    form.which === which ? form.errors : [];
  return {
    base: reader.base,
    ownParty,
    kicker: said.article,
    title: said.title,
    body: said.body,
    badge: standingBadge(file, reader.today, words),
    done: reader.done === '' ? '' : words.t(`remedies.done.${reader.done}`),
    state: file.progress.state,
    figures: figures(file, words),
    facts: facts(file, reader, words),
    steps: file.progress.steps.map((step) => stepView(file, step, reader, words)),
    prorata: file.progress.steps.length > 1,
    settlements: settlementRows(file, words),
    agreed: agreedRows(file.arrangements, words),
    canArrange: reader.mayAct && open,
    canDivert: reader.mayAct && open && ownParty && toDonor && file.impossible === null,
    termForm: {
      action: `${reader.base}/${file.id}/afspraak`,
      values: { shared: ownParty ? '' : 'yes', ...typedOf('term') },
      errors: errorsOf('term'),
    },
    impossibleForm: {
      action: `${reader.base}/${file.id}/onmogelijk`,
      values: typedOf('impossible'),
      errors: errorsOf('impossible'),
    },
    errors: form.errors,
    once: form.once,
  };
}
