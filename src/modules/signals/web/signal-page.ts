import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Drawing, timelineChart } from '../../../platform/charts/public';
import { formatCount, formatDayInput, formatMoment } from '../../../platform/rendering/format';
import {
  type Cell,
  type Choice,
  type Fact,
  type FormError,
} from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type SignalFile, type SignalRow } from '../application/read-signals';
import { figureIn, signalSaid, signalTitle } from '../application/signal-words';
import { type KindSetting } from '../application/settings';
import { falseRate } from './control-words';
import { listHref, newRowsNote, stateBadge } from './signal-list-page';
import { giftRow, tieRow } from './signal-rows';

const MOST_MARKS = 14;

export interface SignalForm {
  readonly which: 'judge' | 'case' | '';
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FormError[];
  readonly once: string;
}

export interface SignalReader {
  readonly today: PlainDate;
  readonly mayAct: boolean;
  readonly done: string;
  /** Rules that a case can be about. */
  readonly rules: readonly Choice[];
}

function periodName(about: string, words: Words): string {
  return figureIn({ kind: 'month', value: about }, words);
}

function shortMonth(first: PlainDate, words: Words): string {
  return (words.day(first).split(' ')[1] ?? '').slice(0, 3);
}

interface Dated extends SignalRow {
  readonly day: PlainDate;
}

/** The gifts on a line of time; null when there are too few or too many to read. */
function timeline(file: SignalFile, today: PlainDate, words: Words): Drawing | null {
  const gifts = file.rows.filter(
    (row): row is Dated => row.kind === 'gift' && row.day !== null && !row.gone,
  );
  const [first, last] = [gifts[0], gifts.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (gifts.length < 2 || gifts.length > MOST_MARKS) return null;
  const values = {
    count: formatCount(gifts.length, words.language),
    first: words.day(first.day),
    last: words.day(last.day),
  };
  const frame = {
    id: 'signal-time',
    title: words.t('signals.chart.title'),
    description: words.t('signals.chart.said', values),
  };
  return timelineChart(frame, {
    today,
    todayLabel: words.t('signals.chart.today'),
    month: (month) => shortMonth(month, words),
    marks: gifts.map(({ day, amount, donorName, recipientName }) => ({
      day,
      name: donorName ?? recipientName ?? '',
      said: `${words.day(day)}, ${words.euro(amount ?? '0')}`,
      state: 'passed',
    })),
  });
}

function factsOf(file: SignalFile, words: Words): readonly Fact[] {
  const { language } = words;
  const { partyId, partyName, donorId, donorName } = file;
  return [
    { label: words.t('signals.fact.first'), value: formatMoment(file.firstSeen, language) },
    { label: words.t('signals.fact.last'), value: formatMoment(file.lastSeen, language) },
    ...(file.endedAt === null
      ? []
      : [{ label: words.t('signals.fact.ended'), value: formatMoment(file.endedAt, language) }]),
    {
      label: words.t('signals.fact.weight'),
      value: words.t('signals.weight', { weight: String(file.weight) }),
    },
    ...(partyId === null || partyName === null
      ? []
      : [
          {
            label: words.t('signals.fact.party'),
            value: partyName,
            href: listHref({ partyId, state: 'all' }),
          },
        ]),
    ...(donorId === null
      ? []
      : [
          {
            label: words.t('signals.fact.donor'),
            value: donorName ?? words.t('signals.someDonor'),
            href: listHref({ donorId, state: 'all' }),
          },
        ]),
  ];
}

export function figuresOfKind({ head, settings }: KindSetting, words: Words): readonly Fact[] {
  return head.parameters.map(({ key, unit }) => ({
    label: parameterName(head.code, key, words),
    value: figureIn({ kind: unit, value: settings[key] ?? 0 }, words),
  }));
}

export function parameterName(code: string, key: string, words: Words): string {
  const own = `signals.parameter.${code}.${key}`;
  return words.t(words.texts.has(own) ? own : `signals.parameter.${key}`);
}

function judgedRows(file: SignalFile, words: Words): readonly (readonly Cell[])[] {
  return file.judgements.map((one) => [
    {
      text: words.t(`signals.verdict.${one.verdict}`),
      ...(one.caseId === null ? {} : { href: `/toezicht/zaken/${one.caseId}` }),
    },
    one.reason,
    words.t('signals.judged.by', {
      name: one.judgedByName,
      moment: formatMoment(one.judgedAt, words.language),
    }),
    words.t('signals.judged.rows', { count: formatCount(one.rows, words.language) }),
  ]);
}

/** Recipients of which a case can be opened: those of a party that is registered here. */
function recipientsOf(file: SignalFile): readonly Choice[] {
  const known = new Map<string, string>();
  for (const { tenantId, recipientId, recipientName, partyName } of file.rows)
    if (tenantId !== null && recipientId !== null)
      known.set(`${tenantId}/${recipientId}`, recipientName ?? partyName ?? '');
  return [...known].map(([value, label]) => ({ value, label }));
}

function firstDay(file: SignalFile, today: PlainDate): PlainDate {
  return file.rows.find(({ day, gone }) => day !== null && !gone)?.day ?? today;
}

function forms(file: SignalFile, reader: SignalReader, form: SignalForm, words: Words): object {
  const standing = file.endedAt === null;
  const of = (which: SignalForm['which']) => (form.which === which ? form.typed : {});
  const errorsOf = (which: SignalForm['which']) => (form.which === which ? form.errors : []);
  const recipients = recipientsOf(file);
  const verdicts = (['innocent', 'worth_asking', 'known'] as const).map((value) => ({
    value,
    label: words.t(`signals.verdict.${value}`),
    hint: words.t(`signals.verdict.${value}.hint`),
  }));
  return {
    mayJudge: reader.mayAct && standing,
    mayOpenCase: reader.mayAct && standing && recipients.length > 0,
    noCase: reader.mayAct && standing && recipients.length === 0,
    judge: { values: of('judge'), errors: errorsOf('judge'), verdicts },
    case: {
      values: {
        violatedOn: formatDayInput(firstDay(file, reader.today)),
        text: signalSaid(file, words),
        recipient: recipients.length === 1 ? (recipients[0]?.value ?? '') : '',
        ...of('case'),
      },
      errors: errorsOf('case'),
      recipients,
      rules: reader.rules,
    },
    errors: form.errors,
    once: form.once,
  };
}

/** The data of pages/signals/detail.njk. */
export function signalPage(
  file: SignalFile,
  kind: KindSetting,
  reader: SignalReader,
  form: SignalForm,
  words: Words,
): object {
  const judgedBefore = file.judgements.length > 0;
  const of = (wanted: SignalRow['kind']): readonly SignalRow[] =>
    file.rows.filter((row) => row.kind === wanted);
  return {
    id: file.id,
    title: signalTitle(file, words),
    said: signalSaid(file, words),
    badge: stateBadge(file, words),
    fresh: file.state === 'reopened' ? newRowsNote(file.newRows, words) : '',
    done: reader.done === '' ? '' : words.t(`signals.${reader.done}`),
    kind: { title: words.t(`signals.kind.${file.code}.title`), href: kindHref(file.code) },
    looks: words.t(`signals.kind.${file.code}.looks`),
    innocent: words.t(`signals.kind.${file.code}.innocent`),
    falseRate: falseRate(file.code, words),
    figures: figuresOfKind(kind, words),
    facts: factsOf(file, words),
    picture: timeline(file, reader.today, words),
    gifts: of('gift').map((row) => giftRow(row, judgedBefore, words)),
    ties: of('tie').map((row) => tieRow(row, judgedBefore, words)),
    periods: of('period').map((row) => [
      periodName(row.about ?? '', words),
      row.amount === null ? '' : words.euro(row.amount),
    ]),
    judged: judgedRows(file, words),
    ...forms(file, reader, form, words),
  };
}

export function kindHref(code: string): string {
  return `/toezicht/signalen/soorten/${code}`;
}
