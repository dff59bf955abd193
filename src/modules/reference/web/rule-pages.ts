import { printReference } from '../../../legal/kernel/law-reference';
import { type LawReference } from '../../../legal/kernel/law-reference';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatCount } from '../../../platform/rendering/format';
import { type Badge, type Cell, type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { describeParameter } from '../application/describe-parameters';
import { type ExampleValue, type Obligation, type RuleFile } from '../application/read-rules';

const ACTORS = [
  'party',
  'affiliate',
  'new_association',
  'candidate',
  'blank_list',
  'split_off',
  'local_group',
] as const;

/** "Wfpp art. 25 lid 1 onder a, b, c en d" is said in full: each place by itself. */
function places(references: readonly LawReference[]): string {
  return references.map(printReference).join(', ');
}

function fineBadge({ fineable, notFineable }: Obligation, words: Words): Badge {
  if (fineable.length === 0) return { kind: 'neutral', label: words.t('rulepages.fine.no') };
  return {
    kind: 'warning',
    label: words.t(notFineable.length === 0 ? 'rulepages.fine.yes' : 'rulepages.fine.part'),
  };
}

function row(one: Obligation, words: Words): readonly Cell[] {
  return [
    {
      text: words.t(`rules.duty.${one.code}.title`),
      href: `/regels/${one.code}`,
      note: one.articles
        .slice(0, 1)
        .map((place) => `${place.law} art. ${place.article}`)
        .join(''),
    },
    words.t(`rules.duty.${one.code}.deadline`),
    { badge: fineBadge(one, words) },
  ];
}

/** Number before letters: 3, 20, 21, 21a, 25. */
function articleOrder(a: string, b: string): number {
  const number = Number.parseInt(a, 10) - Number.parseInt(b, 10);
  return number === 0 ? (a < b ? -1 : a > b ? 1 : 0) : number;
}

/** The data of pages/reference/rules.njk: by who owes it, and by article. */
export function ruleIndexPage(all: readonly Obligation[], words: Words): object {
  const articles = all
    .flatMap((one) =>
      [...new Set(one.articles.map(({ law, article }) => `${law}|${article}`))].map((key) => {
        const [law = '', article = ''] = key.split('|');
        return { law, article, one };
      }),
    )
    .filter(({ law }) => law === 'Wfpp')
    .toSorted((a, b) => articleOrder(a.article, b.article) || a.one.row - b.one.row);
  return {
    count: formatCount(all.length, words.language),
    actors: ACTORS.map((actor) => ({
      id: actor,
      title: words.t(`rulepages.actor.${actor}`),
      rows: all.filter(({ who }) => who.includes(actor)).map((one) => row(one, words)),
    })),
    articles: articles.map(({ article, one }) => [
      words.t('rulepages.article', { article }),
      { text: words.t(`rules.duty.${one.code}.title`), href: `/regels/${one.code}` },
      one.who.map((actor) => words.t(`rulepages.actorShort.${actor}`)).join(', '),
    ]),
  };
}

function facts(one: Obligation, words: Words): readonly Fact[] {
  return [
    { label: words.t('rulepages.who'), value: words.t(`rules.duty.${one.code}.who`) },
    { label: words.t('rulepages.articles'), value: places(one.articles) },
    {
      label: words.t('rulepages.deadline'),
      value: words.t(`rules.duty.${one.code}.deadline`),
      note: words.t(`rulepages.counted.${one.deadline.kind}`),
    },
    {
      label: words.t('rulepages.fine'),
      badge: fineBadge(one, words),
      note: [
        ...(one.fineable.length === 0
          ? []
          : [words.t('rulepages.fineable', { places: places(one.fineable) })]),
        ...(one.notFineable.length === 0
          ? []
          : [words.t('rulepages.notFineable', { places: places(one.notFineable) })]),
      ].join(' '),
    },
    {
      label: words.t('rulepages.publication'),
      value: words.t(`rulepages.publication.${one.publication}`),
    },
    {
      label: words.t('rulepages.computed'),
      value: words.t(`rules.duty.${one.code}.computed`),
    },
  ];
}

function valueWords(value: ExampleValue, words: Words): string {
  if (value.kind === 'amount') return words.euro(value.amount);
  return value.kind === 'day' ? words.longDay(value.day) : String(value.number);
}

function examplesOf(file: RuleFile, words: Words): readonly object[] {
  return file.examples.map(({ example, values }) => {
    const told = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, valueWords(value, words)]),
    );
    return {
      situation: words.t(`rules.example.${example.id}.situation`, told),
      outcome: words.t(`rules.example.${example.id}.outcome`, told),
      article: printReference(example.article),
    };
  });
}

function isNow({ from, until }: RuleFile['parameters'][number], on: PlainDate): boolean {
  return from <= on && (until === null || until >= on);
}

/** The data of pages/reference/rule.njk. */
export function rulePage(file: RuleFile, on: PlainDate, words: Words): object {
  const { obligation } = file;
  const { code } = obligation;
  return {
    row: String(obligation.row),
    title: words.t(`rules.duty.${code}.title`),
    duty: words.t(`rules.duty.${code}.duty`),
    consequence: words.t(`rules.duty.${code}.consequence`),
    facts: facts(obligation, words),
    parameters: file.parameters.map((found): readonly Cell[] => {
      const { what, value, period, source } = describeParameter(found, words.language, words.texts);
      const now = isNow(found, on)
        ? { badge: { kind: 'safe' as const, label: words.t('rulepages.now') } }
        : {};
      return [what, value, { text: period, ...now }, source];
    }),
    examples: examplesOf(file, words),
    links: obligation.pages.map((href) => ({ href, text: words.t(`rulepages.page.${href}`) })),
    api: `/v1/rules/${code}`,
  };
}
