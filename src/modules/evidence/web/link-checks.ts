import { type LookThroughAnswer, type DonorAnswer } from '../application/donor-answer';
import { CARIBBEAN_GROUNDS, type CaribbeanGround } from '../../../legal/facts/donor';
import { plainDate, type PlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { parameter } from '../../../legal/parameters';
import { type Typed } from '../../../platform/http/form-faults';
import { readAmount, readDay } from '../../../platform/rendering/form-input';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type OpenLink } from '../application/answer-link';
import { fieldsOfStep, giverField, type SentForm, type Step, typedRows } from './link-fields';

const CARIBBEAN = ['AW', 'CW', 'SX'];
const LONGEST = 200;
const UNSEEN = /[\p{Cc}\p{Cf}]/u;

/** Field and key of the message, evidence.link.fault.<key>. */
type Fault = readonly [field: string, key: string];

function chosen(typed: Typed, field: string, choices: readonly string[]): readonly Fault[] {
  return choices.includes(typed[field] ?? '') ? [] : [[field, field]];
}

function written(typed: Typed, field: string, key: string, most = LONGEST): readonly Fault[] {
  const text = typed[field] ?? '';
  if (text === '') return [[field, key]];
  return text.length > most || UNSEEN.test(text) ? [[field, 'text']] : [];
}

function aboutPerson(typed: Typed, receivedOn: string): readonly Fault[] {
  const born = readDay(typed['bornOn'] ?? '');
  const needsDay = typed['age'] === 'born';
  const wrongDay = needsDay && (born === undefined || born > receivedOn);
  return [
    ...chosen(typed, 'by', ['self', 'guardian']),
    ...chosen(typed, 'dutchNational', ['yes', 'no']),
    ...chosen(typed, 'age', ['yes', 'no', 'born']),
    ...(wrongDay ? [['bornOn', 'bornOn'] as const] : []),
  ];
}

function aboutResidence(typed: Typed): readonly Fault[] {
  const { residence = '', country = '' } = typed;
  const island = CARIBBEAN.includes(residence);
  return [
    ...chosen(typed, 'residence', ['NL', ...CARIBBEAN, 'other']),
    ...(residence === 'other' && !/^[A-Z]{2}$/.test(country)
      ? [['country', 'country'] as const]
      : []),
    ...(island ? chosen(typed, 'ground', CARIBBEAN_GROUNDS) : []),
    ...chosen(typed, 'disenfranchised', ['yes', 'no']),
  ];
}

/** Art. 21a lid 1: givers of more than this are named; in cents, 0 when no such limit is known. */
export function giverLimit(receivedOn: string): number {
  const limit = parameter('lookthrough.giver_total', plainDate(receivedOn));
  return limit === 'unknown' || limit.value === null ? 0 : limit.value;
}

function aboutGivers(form: SentForm, link: OpenLink, words: Words): readonly Fault[] {
  const { typed, rows } = form;
  const given = typedRows(typed, rows);
  const choice = chosen(typed, 'anybody', ['nobody', 'some']);
  if (typed['anybody'] === 'nobody' && given.length > 0) return [['anybody', 'contradiction']];
  if (typed['anybody'] !== 'some') return choice;
  if (given.length === 0) return [[giverField('1', 'Name'), 'giverMissing']];
  return given.flatMap((row) => {
    const amount = readAmount(typed[giverField(row, 'Amount')] ?? '', words.language);
    const field = giverField(row, 'Amount');
    const wrong: readonly Fault[] =
      amount === undefined || amount <= 0
        ? [[field, 'amount']]
        : amount <= giverLimit(link.receivedOn)
          ? [[field, 'small']]
          : [];
    return [
      ...written(typed, giverField(row, 'Name'), 'giverName'),
      ...written(typed, giverField(row, 'Address'), 'giverAddress', 300),
      ...written(typed, giverField(row, 'Residence'), 'giverResidence', 100),
      ...wrong,
    ];
  });
}

function boxes(typed: Typed): readonly Fault[] {
  return (['truth', 'mandate'] as const).flatMap((box) =>
    typed[box] === 'yes' ? [] : [[box, box] as const],
  );
}

function faultsOf(form: SentForm, step: Step, link: OpenLink, words: Words): readonly Fault[] {
  const { typed } = form;
  if (link.kind === 'declaration') {
    if (step === 1) return aboutPerson(typed, link.receivedOn);
    if (step === 2) return aboutResidence(typed);
    return [...written(typed, 'signedBy', 'signedBy'), ...boxes(typed)];
  }
  if (step === 2) return aboutGivers(form, link, words);
  if (step === 3) return boxes(typed);
  return [...written(typed, 'signedBy', 'signedBy'), ...written(typed, 'signedAs', 'signedAs')];
}

/** Everything that is wrong on a step, at its fields. */
export function stepErrors(
  form: SentForm,
  step: Step,
  link: OpenLink,
  words: Words,
): readonly FormError[] {
  const order = fieldsOfStep(link.kind, step, form.rows);
  const values = {
    day: words.day(link.receivedOn),
    limit: words.euro(String(giverLimit(link.receivedOn))),
  };
  return faultsOf(form, step, link, words)
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([field, key]) => ({
      field,
      message: words.t(`evidence.link.fault.${key}`, { typed: form.typed[field] ?? '', ...values }),
    }));
}

/** Born on 29 February: of age on 1 March, which is how the days sort. */
function isAdult(bornOn: PlainDate, receivedOn: string): boolean {
  const age = parameter('voting_age', plainDate(receivedOn));
  const years = age === 'unknown' ? 18 : age.value;
  return `${String(yearOf(bornOn) + years)}${bornOn.slice(4)}` <= receivedOn;
}

function bornIn(typed: Typed): PlainDate | null {
  return typed['age'] === 'born' ? (readDay(typed['bornOn'] ?? '') ?? null) : null;
}

function ground(typed: Typed): CaribbeanGround | null {
  if (!CARIBBEAN.includes(typed['residence'] ?? '')) return null;
  return CARIBBEAN_GROUNDS.find((one) => one === typed['ground']) ?? null;
}

function givers(form: SentForm, words: Words): LookThroughAnswer['givers'] {
  const { typed, rows } = form;
  if (typed['anybody'] !== 'some') return [];
  return typedRows(typed, rows).map((row) => ({
    name: typed[giverField(row, 'Name')] ?? '',
    address: typed[giverField(row, 'Address')] ?? null,
    residence: typed[giverField(row, 'Residence')] ?? null,
    amountCents: readAmount(typed[giverField(row, 'Amount')] ?? '', words.language) ?? 0,
  }));
}

/** The country the donor lives in; '' while nothing was chosen. */
function residence({ residence: place = '', country = '' }: Typed): string {
  return place === 'other' ? country : place;
}

/** The answer of a form without faults. */
export function answerIn(form: SentForm, link: OpenLink, words: Words): DonorAnswer {
  const { typed } = form;
  const { signedBy = '', signedAs = '' } = typed;
  if (link.kind === 'look_through')
    return { kind: 'look_through', givers: givers(form, words), signedBy, signedAs };
  const bornOn = bornIn(typed);
  return {
    kind: 'declaration',
    by: typed['by'] === 'guardian' ? 'guardian' : 'self',
    dutchNational: typed['dutchNational'] === 'yes',
    adult: bornOn === null ? typed['age'] === 'yes' : isAdult(bornOn, link.receivedOn),
    bornOn,
    residence: residence(typed),
    caribbeanGround: ground(typed),
    disenfranchised: typed['disenfranchised'] === 'yes',
    signedBy,
  };
}
