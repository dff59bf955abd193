import { plainDate } from '../../../legal/kernel/plain-date';
import { formatCount } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { type Figure } from '../detectors/detector';
import { type StoredSignal } from '../persistence/signal.query';

function month(value: string, words: Words): string {
  if (/^\d{4}$/.test(value)) return value;
  return words.day(plainDate(`${value}-01`)).replace(/^1 /, '');
}

/** A figure as a reader reads it: an amount, a day, a number of days. */
export function figureIn(figure: Figure, words: Words): string {
  switch (figure.kind) {
    case 'cents':
      return words.euro(String(figure.value));
    case 'days': {
      const days = formatCount(figure.value, words.language);
      return words.t(`legal.unit.days.${figure.value === 1 ? 'one' : 'other'}`, { count: days });
    }
    case 'count':
      return formatCount(figure.value, words.language);
    case 'percent':
      return `${figure.value}%`;
    case 'year':
      return String(figure.value);
    case 'day':
      return words.day(figure.value);
    case 'month':
      return month(figure.value, words);
    case 'text':
      return figure.value;
  }
}

function values(signal: StoredSignal, words: Words): Readonly<Record<string, string>> {
  const own = Object.entries(signal.figures).map(
    ([name, figure]) => [name, figureIn(figure, words)] as const,
  );
  return {
    ...Object.fromEntries(own),
    donor: signal.donorName ?? words.t('signals.someDonor'),
    party: signal.partyName ?? words.t('signals.severalParties'),
  };
}

export function kindTitle(code: string, words: Words): string {
  return words.t(`signals.kind.${code}.title`);
}

/** The name of its kind, with whom it is about. */
export function signalTitle(signal: StoredSignal, words: Words): string {
  const { donorName, partyName, code } = signal;
  const about = donorName ?? partyName;
  const title = kindTitle(code, words);
  return about === null ? title : words.t('signals.titleAbout', { title, about });
}

/** The variant of the sentence for what this signal holds: 'round_trip' has two. */
function variant(signal: StoredSignal): string {
  const { code, figures } = signal;
  if (code === 'round_trip') return 'giver' in figures ? '.fed' : '';
  return '';
}

/** The pattern in a sentence, with its figures. */
export function signalSaid(signal: StoredSignal, words: Words): string {
  const key = `signals.said.${signal.code}${variant(signal)}`;
  return words.t(key, values(signal, words));
}
