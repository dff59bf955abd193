import {
  type EvidenceRequirement,
  type EvidenceSubjectKind,
} from '../../../legal/evidence/requirement';
import { printReference } from '../../../legal/kernel/law-reference';
import { formatCount, formatMoment } from '../../../platform/rendering/format';
import { type Badge, type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type StoredEvidence } from '../application/read-evidence';
import { type StoredRequest } from '../application/read-requests';

/** The word in the address of each place where a file can be attached. */
export const SEGMENTS: Readonly<Record<EvidenceSubjectKind, string>> = {
  contribution: 'gift',
  donor: 'gever',
  settlement: 'afwikkeling',
};

export function evidencePath(kind: EvidenceSubjectKind, id: string, as = ''): string {
  const path = `/bewijs/${SEGMENTS[kind]}/${id}`;
  return as === '' ? path : `${path}?als=${as}`;
}

/** Size as people read it: "1,2 MB", "34 kB". */
export function sizeWords(bytes: number, words: Words): string {
  const mega = bytes / 1_048_576;
  if (mega < 1) return `${formatCount(Math.max(1, Math.round(bytes / 1024)), words.language)} kB`;
  const [whole = '0', tenth = '0'] = mega.toFixed(1).split('.');
  return `${whole}${words.language === 'nl' ? ',' : '.'}${tenth} MB`;
}

export function fileBadges(file: StoredEvidence, words: Words): readonly Badge[] {
  if (file.removedAt !== null)
    return [{ kind: 'neutral', label: words.t('evidence.file.removed') }];
  return [
    ...(file.filed ? [{ kind: 'info', label: words.t('evidence.file.filed') } as const] : []),
    ...(file.shared ? [{ kind: 'info', label: words.t('evidence.file.shared') } as const] : []),
  ];
}

/** Name, what it proves, when, and what the overseer sees of it. */
export function fileRow(file: StoredEvidence, words: Words): readonly Cell[] {
  const [badge] = fileBadges(file, words);
  const note = file.removalReason ?? file.note;
  return [
    { text: file.name, href: `/bewijsstukken/${file.id}`, ...(note === null ? {} : { note }) },
    words.t(`evidence.code.${file.code}`),
    formatMoment(file.attachedAt, words.language),
    badge === undefined ? words.t('evidence.file.own') : { badge },
  ];
}

const REQUEST_BADGE: Readonly<Record<StoredRequest['state'], Badge['kind']>> = {
  asked: 'info',
  opened: 'info',
  answered: 'safe',
  recorded: 'safe',
  expired: 'warning',
  withdrawn: 'neutral',
};

export function requestBadge({ state }: StoredRequest, words: Words): Badge {
  return { kind: REQUEST_BADGE[state], label: words.t(`evidence.state.${state}`) };
}

export function requestRow(request: StoredRequest, words: Words): readonly Cell[] {
  return [
    {
      text: words.t(`evidence.request.kind.${request.kind}`),
      href: `/verzoeken/${request.id}`,
    },
    formatMoment(request.askedAt, words.language),
    words.day(request.lastDay),
    { badge: requestBadge(request, words) },
  ];
}

/** A proof as a page shows it; what a line says of its gift is the caller's. */
export interface ProofLine extends Pick<
  EvidenceRequirement,
  'code' | 'article' | 'level' | 'why' | 'subjectKind'
> {
  readonly subjectId: string;
  readonly contributionId: string;
  readonly donorId: string;
  readonly met: boolean;
  readonly askable: boolean;
  readonly requestOpen: boolean;
}

export interface ProofAction {
  readonly text: string;
  readonly href: string;
}

const ON_RECORD: Readonly<Record<string, string>> = {
  particulars: 'wijzigen',
  ubo: 'wijzigen',
  declaration: 'verklaring',
  look_through_overview: 'doorkijk',
};

/** The one thing to do about a proof that is wanted. */
export function proofAction(line: ProofLine, words: Words): ProofAction {
  const { t } = words;
  if (line.requestOpen)
    return { text: t('evidence.action.asked'), href: evidencePath('donor', line.donorId) };
  if (line.askable)
    return {
      text: t('evidence.action.ask'),
      href: `/verzoeken/nieuw?gift=${line.contributionId}`,
    };
  const form = ON_RECORD[line.code];
  if (form !== undefined)
    return { text: t('evidence.action.record'), href: `/gevers/${line.donorId}/${form}` };
  return {
    text: t('evidence.action.attach'),
    href: evidencePath(line.subjectKind, line.subjectId, line.code),
  };
}

export function proofBadge(line: ProofLine, words: Words): Badge {
  if (line.met) return { kind: 'safe', label: words.t('evidence.met') };
  if (line.requestOpen) return { kind: 'info', label: words.t('evidence.asked') };
  return line.level === 'required'
    ? { kind: 'warning', label: words.t('evidence.level.required') }
    : { kind: 'neutral', label: words.t('evidence.level.advisable') };
}

export function proofTitle({ code }: Pick<ProofLine, 'code'>, words: Words): string {
  return words.t(`evidence.code.${code}`);
}

export function proofArticle({ article }: Pick<ProofLine, 'article'>): string {
  return printReference(article);
}

/** Why, in one sentence. */
export function proofWhy({ why }: Pick<ProofLine, 'why'>, words: Words): string {
  return words.t(`evidence.why.${why}`);
}
