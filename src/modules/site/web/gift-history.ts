import { formatMoment } from '../../../platform/rendering/format';
import { type Badge, type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  type Change,
  contentOf,
  type PublicChange,
  type PublicGift,
} from '../../publication/public';
import { differencesBetween, type Differing } from '../application/gift-differences';
import { donorName, euros, kindText, ownersOf, placeOf, whenReceived } from './gift-words';

const BADGES: Readonly<Record<Change, Badge['kind']>> = {
  published: 'safe',
  corrected: 'info',
  under_check: 'warning',
  cleared: 'safe',
  annulled: 'danger',
  withheld: 'neutral',
  restored: 'safe',
};

export function changeBadge(change: Change, words: Words): Badge {
  return { kind: BADGES[change], label: words.t(`site.change.${change}`) };
}

/** A reason is a code with words of ours, or the words of who decided. */
export function reasonWords(reason: string | null, words: Words): string {
  if (reason === null) return '';
  const key = `publication.reason.${reason}`;
  const said = words.texts.has(key) ? words.t(key) : reason;
  return words.t('site.gift.reason', { reason: said });
}

function orNothing(text: string | null, words: Words): string {
  return text === null || text === '' ? words.t('site.diff.none') : text;
}

export function sourcesOf({ filedIn }: PublicGift, words: Words): string {
  return filedIn.map((source) => words.t(`site.gift.filedIn.${source}`)).join(', ');
}

const SAID: Readonly<Record<Differing, (gift: PublicGift, words: Words) => string>> = {
  status: ({ status }, words) => words.t(`site.status.${status}`),
  party: ({ party }) => party.name,
  recipient: ({ recipient }, words) =>
    `${recipient.name} (${words.t(`site.recipient.${recipient.kind}`).toLowerCase()})`,
  donor: ({ donor }, words) => donorName(donor, words),
  place: ({ donor }, words) => orNothing(placeOf(donor, words), words),
  owners: (gift, words) => orNothing(ownersOf(gift, words).join(', '), words),
  kind: kindText,
  receivedOn: whenReceived,
  amount: ({ amount }, words) => euros(amount, words),
  returned: ({ returned }, words) => euros(returned, words),
  counted: ({ counted }, words) => euros(counted, words),
  filedIn: (gift, words) => orNothing(sourcesOf(gift, words), words),
  filedOn: ({ filedOn }, words) =>
    filedOn === null ? words.t('site.diff.none') : words.day(filedOn),
  remark: ({ remark }, words) => orNothing(remark, words),
};

/** The parts that differ between two versions, each as it was and as it is. */
export function differenceRows(
  before: PublicGift,
  after: PublicGift,
  words: Words,
): readonly (readonly Cell[])[] {
  return differencesBetween(before, after).map((part) => [
    words.t(`site.diff.${part}`),
    SAID[part](before, words),
    SAID[part](after, words),
  ]);
}

/** The last version before this place that says how the gift read. */
function readBefore(versions: readonly PublicChange[], place: number): PublicGift | null {
  for (const version of versions.slice(0, place).reverse()) {
    const content = contentOf(version);
    if (content !== null) return content;
  }
  return null;
}

/** Every version with its difference from the one before, the newest first. */
export function historyView(versions: readonly PublicChange[], words: Words): readonly object[] {
  return versions
    .map((version, place) => {
      const before = readBefore(versions, place);
      const after = contentOf(version);
      const number = String(version.version);
      const moment = formatMoment(version.changedAt, words.language);
      return {
        id: `version-${number}`,
        title: words.t('site.gift.historyVersion', { version: number, moment }),
        badge: changeBadge(version.change, words),
        reason: reasonWords(version.reason, words),
        text: words.t(before === null ? 'site.gift.historyFirst' : 'site.gift.historyNone'),
        caption: words.t('site.gift.historyCaption', { version: number }),
        rows: before === null || after === null ? [] : differenceRows(before, after, words),
      };
    })
    .reverse();
}
