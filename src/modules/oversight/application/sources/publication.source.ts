import { type Words } from '../../../../platform/rendering/words';
import { openReleaseItems, openSafetyRequests, type OpenWork } from '../../../publication/public';
import { type WorkRow, type WorkSource } from '../work-source';

const MOST = 5_000;

function said(words: Words, { key, values }: OpenWork['title'], otherwise: string): string {
  return words.texts.has(key) ? words.t(key, values) : words.t(otherwise);
}

function toWork(work: OpenWork): WorkRow {
  const { id, kind, title, organisation, tenantId, dueOn, weight, since, turn, href } = work;
  return {
    ...{ kind, tenantId, organisation, dueOn, weight, since, turn, href },
    ref: id,
    title: (words) => said(words, title, `work.one.${kind}`),
    why: (words) => words.t(`work.why.${kind}`),
    severity: null,
    number: null,
  };
}

/** Somebody asks not to be published (art. 25 lid 5): withheld at once, decided by people. */
export const safety: WorkSource = {
  name: 'safety',
  kinds: ['safety'],
  watches: ['core.safety_request', 'core.safety_step'],
  maxAgeMinutes: 5,
  find: async (tx): Promise<readonly WorkRow[]> => (await openSafetyRequests(tx, MOST)).map(toWork),
};

/** Gifts that wait for release. */
export const release: WorkSource = {
  name: 'release',
  kinds: ['release'],
  watches: ['insight.release_item'],
  maxAgeMinutes: 5,
  find: async (tx): Promise<readonly WorkRow[]> => (await openReleaseItems(tx, MOST)).map(toWork),
};
