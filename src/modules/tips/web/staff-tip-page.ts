import { newFormKey } from '../../../platform/http/form-once';
import { type Typed } from '../../../platform/http/form-faults';
import { formatMoment } from '../../../platform/rendering/format';
import {
  type Badge,
  type Cell,
  type Fact,
  type FormError,
} from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { TIP_STATUSES, type TipLinkKind, type TipStatus } from '../application/handle-tip';
import { type TipLink, type TipSummary, type TipView } from '../application/read-tips';

const BADGE: Readonly<Record<TipStatus, Badge['kind']>> = {
  new: 'warning',
  looking: 'info',
  answered: 'safe',
  closed: 'neutral',
};

export const LINK_KINDS: readonly TipLinkKind[] = ['organisation', 'donor', 'gift', 'case'];

export function statusBadge(status: TipStatus, { t }: Words): Badge {
  return { kind: BADGE[status], label: t(`tips.status.${status}`) };
}

/** One line of the list: nothing of what was told. */
export function tipRow(tip: TipSummary, words: Words): readonly Cell[] {
  const { t, language } = words;
  return [
    { text: tip.number, href: `/toezicht/tips/${tip.id}`, note: t(`tips.kind.${tip.kind}`) },
    { badge: statusBadge(tip.status, words) },
    formatMoment(tip.filedAt, language),
    formatMoment(tip.movedAt, language),
    String(tip.messages),
    String(tip.files),
    tip.assignedName ?? t('tips.nobody'),
  ];
}

export interface TipShown {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  /** Key of what was done just now; '' for nothing. */
  readonly done: string;
}

function hrefOf({ kind, subject, label }: TipLink): string {
  if (kind === 'donor') return `/toezicht/netwerk/${label.split(',')[0] ?? ''}`;
  if (kind === 'organisation') return `/toezicht/overzichten/organisaties/${subject}`;
  return kind === 'case' ? `/toezicht/zaken/${subject}` : '';
}

function factsOf({ tip }: TipView, { t, day, language }: Words): readonly Fact[] {
  const said: readonly (readonly [string, string | null])[] = [
    ['party', tip.aboutParty],
    ['whom', tip.aboutWhom],
    ['when', tip.happened],
    ['how', tip.knownHow],
    ['contact', tip.contact ?? t('tips.anonymous')],
  ];
  return [
    { label: t('tips.fact.kind'), value: t(`tips.kind.${tip.kind}`) },
    { label: t('tips.fact.filedAt'), value: formatMoment(tip.filedAt, language) },
    { label: t('tips.fact.language'), value: t(`tips.language.${tip.language}`) },
    ...said.flatMap(([key, value]) =>
      value === null || tip.erasedAt !== null ? [] : [{ label: t(`tips.fact.${key}`), value }],
    ),
    { label: t('tips.fact.assigned'), value: tip.assignedName ?? t('tips.nobody') },
    ...(tip.closedReason === null
      ? []
      : [{ label: t('tips.fact.closedReason'), value: tip.closedReason }]),
    ...(tip.eraseOn === null
      ? []
      : [
          {
            label: t('tips.fact.eraseOn'),
            value: day(tip.eraseOn),
            note: t('tips.fact.eraseNote'),
          },
        ]),
  ];
}

function conversation({ messages }: TipView, { t, language }: Words): readonly object[] {
  return messages.map(({ voice, body, at, byName, readAt }) => ({
    note: voice === 'note',
    who: t(`tips.voice.${voice}`, { name: byName ?? '' }),
    at: formatMoment(at, language),
    read:
      voice !== 'staff'
        ? ''
        : readAt === null
          ? t('tips.unread')
          : t('tips.read', { at: formatMoment(readAt, language) }),
    body,
  }));
}

/** The tables and lists of the page. */
function partsOf(view: TipView, base: string, words: Words): object {
  const { files, links, steps } = view;
  const { t, language } = words;
  return {
    messages: conversation(view, words),
    files: files.map((file) => [
      { text: file.name, href: `${base}/bestand/${file.id}` },
      t(`tips.media.${file.mediaType.replace('/', '.')}`),
      t('tips.kilobytes', { count: String(Math.ceil(file.sizeBytes / 1024)) }),
      formatMoment(file.sentAt, language),
    ]),
    links: links.map((link) => ({
      id: link.id,
      kind: t(`tips.link.${link.kind}`),
      label: link.label,
      href: hrefOf(link),
      byName: link.byName,
    })),
    steps: steps.map((step) => [
      formatMoment(step.at, language),
      { badge: statusBadge(step.status, words) },
      step.assignedName ?? t('tips.nobody'),
      step.reason ?? '',
      step.byName,
    ]),
  };
}

/** What can be chosen in its forms. */
function choicesOf({ colleagues }: TipView, { t }: Words): object {
  return {
    statuses: TIP_STATUSES.map((status) => ({ value: status, label: t(`tips.status.${status}`) })),
    linkKinds: LINK_KINDS.map((kind) => ({
      value: kind,
      label: t(`tips.link.${kind}`),
      hint: t(`tips.link.${kind}.hint`),
    })),
    people: [
      { value: '', label: t('tips.nobody') },
      ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
    ],
  };
}

/** One tip with everything an overseer can do with it. */
export function staffTipPage(view: TipView, shown: TipShown, words: Words): object {
  const { tip } = view;
  const base = `/toezicht/tips/${tip.id}`;
  const keys = ['status', 'assign', 'answer', 'note', 'link'];
  return {
    base,
    number: tip.number,
    badge: statusBadge(tip.status, words),
    facts: factsOf(view, words),
    story: tip.story ?? '',
    erased: tip.erasedAt !== null,
    ...partsOf(view, base, words),
    ...choicesOf(view, words),
    once: Object.fromEntries(keys.map((key) => [key, newFormKey()])),
    version: String(tip.version),
    values: {
      status: tip.status,
      aan: tip.assignedTo ?? '',
      soort: 'organisation',
      ...shown.typed,
    },
    done: shown.done === '' ? '' : words.t(`tips.done.${shown.done}`),
    errors: shown.errors,
  };
}
