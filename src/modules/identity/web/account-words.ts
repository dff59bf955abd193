import { formatMoment } from '../../../platform/rendering/format';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type OwnSession } from '../application/own-account';

/** What a program may do with a scope, in words, with the scope itself as programmers write it. */
export function scopeWords(scope: string, words: Words): string {
  const key = `identity.scope.${scope}`;
  return words.texts.has(key) ? `${words.t(key)} (${scope})` : scope;
}

export function sessionRow(session: OwnSession, words: Words): readonly Cell[] {
  const { role, organisation, signedInAt, lastSeenAt, current } = session;
  const name = words.t(`common.role.${role}`);
  const where = organisation === null ? name : `${name}, ${organisation}`;
  return [
    current
      ? { text: where, badge: { kind: 'info', label: words.t('identity.sessions.this') } }
      : where,
    formatMoment(signedInAt, words.language),
    formatMoment(lastSeenAt, words.language),
  ];
}
