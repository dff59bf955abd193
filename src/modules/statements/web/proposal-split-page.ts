import { type Typed } from '../../../platform/http/form-faults';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type EntryDesk } from '../application/decide-desk';
import { type SplitDonor } from '../application/decide-split';
import { recipientChoices, typeChoices } from './proposal-choices';
import { countOf } from './proposal-words';

export interface SplitView {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly once: string;
  /** Null in the first step. */
  readonly donors: readonly SplitDonor[] | null;
  readonly sum: string;
}

function donorRow({ line, known, certain }: SplitDonor, at: number, words: Words): object {
  const fresh = {
    value: 'new',
    label: words.t('recognition.split.new', { name: line.name }),
  };
  const choices = known.map(({ id, name }) => ({
    value: id,
    label: name ?? words.t('donors.kind.anonymous'),
  }));
  return {
    name: `gever-${String(at)}`,
    label: words.t('recognition.split.line', {
      number: countOf(at + 1, words),
      name: line.name,
      amount: words.euro(line.amount),
    }),
    options: certain ? [...choices, fresh] : [fresh, ...choices],
  };
}

/** The data of pages/statements/decide-split.njk. */
export function splitPage(desk: EntryDesk, view: SplitView, words: Words): object {
  const { entry, proposed } = desk.row;
  const step = view.donors === null ? '1' : '2';
  return {
    id: entry.id,
    step,
    title: words.t(`recognition.split.title${step}`),
    toTie: words.t('recognition.split.toTie', { amount: words.euro(entry.amount) }),
    description: entry.description,
    donors: (view.donors ?? []).map((donor, at) => donorRow(donor, at, words)),
    sum: view.sum === '' ? '' : words.t('recognition.split.sum', { amount: view.sum }),
    types: typeChoices(words),
    recipients: recipientChoices(desk),
    values: {
      type: proposed?.proposal.type ?? 'gift',
      recipientId: proposed?.proposal.recipientId ?? entry.recipientId ?? '',
      ...Object.fromEntries(Object.entries(view.typed).filter(([, value]) => value !== '')),
    },
    errors: view.errors,
    once: view.once,
  };
}
