import { type Membership } from '../../../legal/facts/group';
import { headingKey } from '../layout/layouts';
import { nearest } from './read-words';
import { means, type Reading, wrong } from './reading';

/** A recipient by its name or its number; never by guessing. */
export function readRecipient(text: string, members: readonly Membership[]): Reading {
  const key = headingKey(text);
  const byNumber = members.find(({ recipient }) => recipient === text.toLowerCase());
  const found = byNumber ?? members.find(({ name }) => headingKey(name) === key);
  if (found !== undefined) return means(found.recipient);
  const names = [...new Set(members.map(({ name }) => name))];
  const meant = nearest(text, names);
  if (meant !== null) return wrong('recipient.meant', { meant });
  return wrong('recipient.unknown', { options: names.slice(0, 12).join('; ') });
}
