import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Words } from '../../../platform/rendering/words';
import { type NetworkNode, type Tie } from '../facts/graph';
import { formOf } from './node-shapes';

export function nodeName({ name }: Pick<NetworkNode, 'name'>, words: Words): string {
  return name ?? words.t('network.unnamed');
}

/** What it is, and where. */
export function nodeNote(node: NetworkNode, words: Words): string {
  const key = `network.kind.${node.kind}`;
  const kind = words.texts.has(key) ? words.t(key) : words.t(`network.form.${formOf(node.kind)}`);
  return [kind, node.place].filter((part) => part !== null && part !== '').join(', ');
}

export function period(first: PlainDate | null, last: PlainDate | null, words: Words): string {
  if (first === null || last === null) return '';
  if (first === last) return words.day(first);
  return words.t('network.period', { first: words.day(first), last: words.day(last) });
}

/** A tie in a few words, for who points at it. */
export function tieName({ kind, cents }: Tie, words: Words): string {
  const name = words.t(`network.tie.${kind}`);
  return cents === null ? name : `${name}: ${words.euro(String(cents))}`;
}
