import { type Transaction } from '../../../platform/database/transaction';
import { type Typed } from '../../../platform/http/form-faults';
import { dayInNetherlands } from '../../../platform/rendering/format';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { readPublicParties, type PublicParty } from '../../publication/public';
import { readSearch, SEARCH_NAMES, typedSearch } from '../application/search-choices';
import { type Alert, MOST_ALERTS } from '../facts/alert';
import { searchHref } from './gift-words';
import { chosenWords } from './search-chosen';

/** The form names its choices as the search page does, with the name of the alert beside them. */
export interface AlertForm {
  readonly name: string;
  readonly typed: Typed;
}

export function alertFormOf(fields: Readonly<Record<string, unknown>>): AlertForm {
  const name = typeof fields['naam'] === 'string' ? fields['naam'].trim() : '';
  const typed = { ...typedSearch(fields), volgorde: '' };
  return { name, typed };
}

/** The choices that were made, without those left open. */
export function chosen(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}

/** What is wrong with the form; every fault at once. */
export async function alertFaults(
  tx: Transaction,
  { name, typed }: AlertForm,
  alerts: readonly Alert[],
  words: Words,
): Promise<readonly FormError[]> {
  const fault = (field: string, key: string): FormError => ({
    field,
    message: words.t(`site.follow.${key}`),
  });
  return [
    ...(name === '' || name.length > 100 ? [fault('naam', 'faultName')] : []),
    ...(Object.keys(chosen(typed)).length === 0 ? [fault('zoek', 'faultNothing')] : []),
    ...(alerts.length >= MOST_ALERTS ? [fault('', 'faultMany')] : []),
    ...readSearch(typed, await readPublicParties(tx), words).errors,
  ];
}

/** Choices for which this form has a field of its own; the others go along hidden. */
const OWN_FIELDS = new Set(['zoek', 'partij', 'min', 'land']);

function hiddenOf(typed: Typed): readonly { name: string; value: string }[] {
  return SEARCH_NAMES.filter((name) => !OWN_FIELDS.has(name) && (typed[name] ?? '') !== '').map(
    (name) => ({ name, value: typed[name] ?? '' }),
  );
}

function alertView(alert: Alert, words: Words): object {
  const { id, name, search, madeAt } = alert;
  return {
    id,
    name,
    since: words.t('site.follow.since', { day: words.day(dayInNetherlands(madeAt)) }),
    href: searchHref(search),
    stop: words.t('site.follow.stopOne', { name }),
  };
}

export interface FollowShown {
  /** 'anonymous', 'follows' or 'not': whether this reader can get mails. */
  readonly reader: 'anonymous' | 'follows' | 'not';
  readonly form: AlertForm;
  readonly errors: readonly FormError[];
  readonly alerts: readonly Alert[];
  readonly done: string;
  readonly once: string;
  readonly signInHref: string;
}

/** Feeds for everybody, and mails for who is signed in. */
export function followPage(
  shown: FollowShown,
  parties: readonly PublicParty[],
  words: Words,
): object {
  const { form, reader, errors, done, once } = shown;
  const hidden = hiddenOf(form.typed);
  return {
    anonymous: reader === 'anonymous',
    follows: reader === 'follows',
    signInHref: shown.signInHref,
    errors,
    done:
      done === 'opgeslagen'
        ? words.t('site.follow.done')
        : done === 'gestopt'
          ? words.t('site.follow.stopped')
          : '',
    alerts: shown.alerts.map((alert) => alertView(alert, words)),
    name: form.name,
    typed: form.typed,
    hidden,
    hiddenWords: hidden.map(({ name }) =>
      words.t('site.follow.chosen', { what: chosenWords(name, form.typed, parties, words) }),
    ),
    parties:
      parties.length > 100 ? [] : parties.map(({ slug, name }) => ({ value: slug, label: name })),
    once,
  };
}
