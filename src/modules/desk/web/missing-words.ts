import { formatCount } from '../../../platform/rendering/format';
import { type Badge, type Task } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type Missing } from '../application/read-missing';

interface Counted {
  readonly key: string;
  readonly count: number;
  readonly href: string;
  readonly kind: Badge['kind'];
}

function task({ key, count, href, kind }: Counted, words: Words): Task {
  const said = formatCount(count, words.language);
  return {
    text: words.t(`desk.missing.${key}.${count === 1 ? 'one' : 'other'}`, { count: said }),
    href,
    note: words.t(`desk.missing.${key}.note`),
    badge: { kind, label: words.t(`desk.missing.badge.${kind}`) },
  };
}

/** What is missing as things to do, each leading to its list. */
export function missingTasks(missing: Missing, words: Words): readonly Task[] {
  const { evidence, credits, people } = missing;
  const bewijs = `/bewijs?jaar=${String(missing.year)}`;
  const counted: readonly Counted[] = [
    {
      key: 'required',
      count: evidence.required,
      href: `${bewijs}&soort=required`,
      kind: 'warning',
    },
    { key: 'credits', count: credits, href: '/bank', kind: 'warning' },
    {
      key: 'advisable',
      count: evidence.advisable,
      href: `${bewijs}&soort=advisable`,
      kind: 'info',
    },
  ];
  const warned = people.map(({ code, href }) => ({
    text: words.t(`people.warning.${code}`),
    href,
    note: words.t(`people.warning.${code}.body`),
  }));
  return [...counted.filter(({ count }) => count > 0).map((one) => task(one, words)), ...warned];
}
