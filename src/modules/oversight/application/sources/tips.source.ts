import { openTips } from '../../../tips/public';
import { type WorkSource } from '../work-source';

/** Suspicions that somebody told, without a word of what they say: that is read with the tip. */
export const tips: WorkSource = {
  name: 'tips',
  kinds: ['tips'],
  watches: ['insight.tip'],
  async find(tx) {
    const open = await openTips(tx);
    return open.map((tip) => ({
      kind: 'tips',
      ref: tip.id,
      tenantId: null,
      organisation: null,
      title: (words) => words.t(tip.title.key, tip.title.values),
      why: (words) => words.t('tips.work.why'),
      severity: null,
      number: tip.number,
      dueOn: null,
      weight: tip.weight,
      since: tip.since,
      turn: 'overseer',
      href: tip.href,
    }));
  },
};
