import { type PlainDate } from '../../../legal/kernel/plain-date';
import { formatCount, formatDay } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { GIFT_COLUMNS } from '../facts/columns';
import { type DataFile, FORMATS } from '../facts/data-file';

export interface Cell {
  readonly text: string;
  readonly href?: string;
  readonly note?: string;
  readonly badge?: { readonly kind: string; readonly label: string };
}
export type Row = readonly (string | Cell)[];

const FOLDER = '/open-data/bestanden';

/** "12 kB", "4,5 MB": how long a download takes, not how many bytes to the last. */
export function sizeText(bytes: number, { language }: Words): string {
  if (bytes < 1_000_000) return `${formatCount(Math.max(1, Math.ceil(bytes / 1000)), language)} kB`;
  const tenths = Math.ceil(bytes / 100_000);
  const point = language === 'nl' ? ',' : '.';
  return `${formatCount(Math.trunc(tenths / 10), language)}${point}${tenths % 10} MB`;
}

function endOf(file: DataFile): string {
  return file.name.split('.').at(-1) ?? '';
}

function linkTo(file: DataFile | undefined, words: Words): string | Cell {
  if (file === undefined) return '';
  return {
    text: `${endOf(file).toUpperCase()}, ${sizeText(file.bytes, words)}`,
    href: `${FOLDER}/${file.name}`,
  };
}

/** What somebody compares with the checksum of what came in. */
function sum(file: DataFile | undefined): string | Cell {
  if (file === undefined) return '';
  return { text: `${file.sha256.slice(0, 12)}…`, href: `${FOLDER}/${file.name}.sha256` };
}

function inFormats(files: readonly DataFile[], words: Words): Row {
  return FORMATS.map((format) =>
    linkTo(
      files.find((file) => endOf(file) === format),
      words,
    ),
  );
}

function groups<Key>(
  files: readonly DataFile[],
  keyOf: (file: DataFile) => Key | null,
): readonly (readonly [Key, readonly DataFile[]])[] {
  const found = new Map<Key, DataFile[]>();
  for (const file of files) {
    const key = keyOf(file);
    if (key === null) continue;
    found.set(key, [...(found.get(key) ?? []), file]);
  }
  return [...found];
}

function countText(files: readonly DataFile[], { language }: Words): string {
  return formatCount(files[0]?.rows ?? 0, language);
}

/** The whole register in one file: name, rows, download, checksum. */
export function wholeRows(files: readonly DataFile[], words: Words): readonly Row[] {
  return files
    .filter(({ part }) => part === 'whole')
    .map((file) => [file.name, countText([file], words), linkTo(file, words), sum(file)]);
}

export function yearRows(files: readonly DataFile[], words: Words): readonly Row[] {
  const ofYears = files.filter(({ part }) => part === 'year');
  return groups(ofYears, ({ year }) => year)
    .toSorted(([a], [b]) => b - a)
    .map(([year, some]) => [String(year), countText(some, words), ...inFormats(some, words)]);
}

export function dayRows(files: readonly DataFile[], words: Words): readonly Row[] {
  return groups(files, ({ day }) => day).map(([day, some]) => [
    dayCell(day, some, words),
    countText(some, words),
    ...inFormats(some, words),
    sum(some.find((file) => endOf(file) === 'jsonl')),
  ]);
}

function dayCell(day: PlainDate, files: readonly DataFile[], words: Words): Cell {
  const text = formatDay(day, words.language);
  const isReissued = files.some(({ reissuedAt }) => reissuedAt !== null);
  return isReissued ? { text, note: words.t('open-data.days.reissued') } : { text };
}

export function overviewRows(files: readonly DataFile[], words: Words): readonly Row[] {
  const overviews = files.filter(({ part }) => part === 'overview');
  return groups(overviews, ({ name }) => name.replace(/\.[a-z]+$/, ''))
    .toSorted(([, [a]], [, [b]]) => (b?.year ?? 0) - (a?.year ?? 0))
    .map(([name, some]) => {
      const kind = /^overzicht-(.+)-\d{4}-v\d+$/.exec(name)?.[1] ?? 'jaar';
      const year = String(some[0]?.year ?? '');
      const about = words.t(`open-data.overviews.${kind}`, { year });
      const [csv, , xlsx] = inFormats(some, words);
      const compare = { text: words.t('open-data.overviews.compare'), href: comparisonOf(year) };
      return [about, csv ?? '', xlsx ?? '', kind === 'jaar' ? compare : ''];
    });
}

export function comparisonOf(year: string): string {
  return `/open-data/vergelijking/${year}`;
}

export function columnRows({ language, t }: Words): readonly Row[] {
  return GIFT_COLUMNS.map(({ name, kind, required, nl, en }) => [
    name,
    t(`open-data.kind.${kind}`),
    language === 'nl' ? nl : en,
    t(required ? 'open-data.always' : 'open-data.sometimes'),
  ]);
}
