import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingTextKey } from '../../src/modules/judgements/public';
import { type RuleCode } from '../../src/legal/rules/finding';
import { PageRenderer } from '../../src/platform/rendering/page-renderer';

const LEGAL = join(process.cwd(), 'src', 'legal');
const FOLDERS = ['rules', 'duties', 'reconciliation'].map((name) => join(LEGAL, name));
const files = new Map(
  FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      // What the examples expect is what the rules find.
      .filter((name) => !name.startsWith('example'))
      .map((name) => [name.replace('.ts', ''), readFileSync(join(folder, name), 'utf8')] as const),
  ),
);

function all(source: string, pattern: RegExp): string[] {
  return [...source.matchAll(pattern)].map(([, found = '']) => found);
}

/** The rules that a file speaks for: its own, or else those of the files that use it. */
function rulesOf(name: string): readonly string[] {
  const own = [
    ...all(files.get(name) ?? '', /(?:CODE = |\bcode: )'([\w-]+)'/g),
    // The table from the rows of duties to rules.
    ...all(files.get(name) ?? '', /^\s+\d+: '([\w-]+)',$/gm),
  ];
  if (own.length > 0) return own;
  const users = [...files].filter(
    ([, source]) => source.includes(`from './${name}'`) && outcomesIn(source).length === 0,
  );
  return users.flatMap(([user]) => rulesOf(user));
}

/** Every outcome that is written in a file, also those put together from a part. */
function outcomesIn(source: string): readonly string[] {
  return [
    ...all(source, /\boutcome(?::| =)([^\n,]+)/g).flatMap((line) => all(line, /'(\w+)'/g)),
    ...all(source, /\brefusal(?:: | = )'(\w+)'/g),
    ...all(source, /\babout: '(\w+)'/g).map((subject) => `${subject}_unknown`),
    ...all(source, /type Timeliness = ([^;]+);/g)
      .flatMap((union) => all(union, /'(\w+)'/g))
      .filter((timeliness) => timeliness !== 'in_time')
      .flatMap((timeliness) => [timeliness, `not_filed_${timeliness}`]),
  ];
}

const pairs = [...files].flatMap(([name, source]) =>
  outcomesIn(source).flatMap((outcome) => {
    const rules = rulesOf(name);
    const filed = source.includes("from './judge-filing'") ? rulesOf('judge-filing') : [];
    const [some] = [rules, filed, ['WFPP-21-1']].filter(({ length }) => length > 0);
    return (some ?? []).map((rule) => ({ rule, outcome }));
  }),
);

const missing = [...files.values()].flatMap((source) => [
  ...all(source, /\bmissing: (?:filedOn === null \? )?\[([^\]]+)\]/g).flatMap((list) =>
    all(list, /'(\w+)'/g),
  ),
  ...all(source, /\bmissing: ([^\n]+)/g).flatMap((line) => all(line, /'(\w+)'/g)),
  ...all(source, /\babout: '(\w+)'/g),
]);

/** A part of a filing is named as missing by its own name. */
const parts = all(
  readFileSync(join(LEGAL, 'facts', 'filing.ts'), 'utf8'),
  /export type FilingPart =([^;]+(?:;[^\n]*\n[^;]+)*?);/g,
).flatMap((union) => all(union, /'(\w+)'/g));

/** Every value a text of a finding may ask for. */
const VALUES = { total: '€ 1', limit: '€ 1', excess: '€ 1', missing: 'naam', source: 'art. 4' };

describe('What the law can find is said in Dutch and in English', () => {
  const renderer = new PageRenderer();
  const said = (key: string): string[] =>
    (['nl', 'en'] as const).map((language) => renderer.t(language, key, VALUES));

  it('the walk finds every rule that finds something, and outcomes of all kinds', () => {
    expect(new Set(pairs.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(21);
    expect(parts).toHaveLength(11);
    const outcomes = pairs.map(({ outcome }) => outcome);
    for (const one of [
      'over_cap',
      'minor',
      'residence_unknown',
      'not_filed_late',
      'status_unknown',
      'not_filed',
      'part_missing',
      'reported_late',
    ])
      expect(outcomes).toContain(one);
  });

  it.each(pairs.map(({ rule, outcome }) => [rule, outcome]))('%s %s', (rule = '', outcome = '') => {
    const key = findingTextKey({ rule: rule as RuleCode, outcome });
    for (const part of ['title', 'body'])
      for (const text of said(`${key}.${part}`)) expect(text).not.toBe('');
  });

  it.each([...new Set([...missing, ...parts])])('what is missing: %s', (code) => {
    for (const text of said(`findings.missing.${code}`)) expect(text).not.toBe('');
  });
});
