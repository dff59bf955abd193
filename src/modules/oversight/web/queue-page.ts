import { printReference } from '../../../legal/kernel/law-reference';
import { dayInNetherlands, formatCount } from '../../../platform/rendering/format';
import { type Cell, type Paging } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { overseerWords, type StoredProposal } from '../../enforcement/public';
import {
  type DisclosedFinding,
  type Queue,
  QUEUE_KINDS,
  type QueueFigures,
  type QueueKind,
} from '../application/read-queue';

/** The name of each kind in the address. */
const IN_ADDRESS: Readonly<Record<QueueKind, string>> = {
  proposals: 'voorstellen',
  findings: 'bevindingen',
  signals: 'signalen',
  undecided: 'onbeslist',
};

/** Null for an address that asks for everything, or for something that is not there. */
export function kindFrom(typed: unknown): QueueKind | null {
  return QUEUE_KINDS.find((kind) => IN_ADDRESS[kind] === typed) ?? null;
}

export function queueHref(kind: QueueKind | null): string {
  return kind === null ? '/toezicht' : `/toezicht?soort=${IN_ADDRESS[kind]}`;
}

function countOf(kind: QueueKind, { proposals, findings }: QueueFigures): number {
  if (kind === 'proposals') return proposals;
  if (kind === 'findings') return findings.finding;
  return kind === 'signals' ? findings.signal + findings.warning : findings.undecided;
}

function figures({ figures: found, remedies }: Queue, words: Words): readonly object[] {
  const note = (kind: QueueKind): string =>
    kind === 'proposals' && found.proposals > 0
      ? words.t('oversight.queue.together', { amount: words.euro(found.proposedCents) })
      : '';
  return [
    ...QUEUE_KINDS.map((kind) => ({
      label: words.t(`oversight.queue.kind.${kind}`),
      value: formatCount(countOf(kind, found), words.language),
      href: queueHref(kind),
      note: note(kind),
    })),
    {
      label: words.t('remedies.queue.open'),
      value: formatCount(remedies.open, words.language),
      href: '/toezicht/herstel',
      note:
        remedies.overdue === 0
          ? ''
          : words.t('remedies.queue.overdue', {
              count: formatCount(remedies.overdue, words.language),
            }),
    },
    ...(found.oldest === null
      ? []
      : [
          {
            label: words.t('oversight.queue.oldest'),
            value: words.day(dayInNetherlands(found.oldest)),
            note: words.t('oversight.queue.oldestNote'),
          },
        ]),
  ];
}

function proposalRow(proposal: StoredProposal, words: Words): readonly Cell[] {
  const { content, proposedAt } = proposal;
  return [
    {
      text: proposal.organisationName,
      href: `/toezicht/voorstellen/${proposal.id}`,
      note: proposal.number,
    },
    overseerWords(content.finding, words).title,
    printReference(content.finding.basis),
    words.day(content.violatedOn),
    words.day(dayInNetherlands(proposedAt)),
    words.euro(proposal.amountCents),
  ];
}

function findingRow(finding: DisclosedFinding, words: Words): readonly Cell[] {
  const told = overseerWords(finding.content, words);
  const title =
    finding.proposalNumber === null
      ? told.title
      : {
          text: told.title,
          note: words.t('oversight.queue.hasProposal', { number: finding.proposalNumber }),
        };
  return [
    { text: finding.organisationName, href: `/toezicht/bevindingen/${finding.id}` },
    title,
    told.article,
    words.day(finding.content.since),
    words.day(dayInNetherlands(finding.foundAt)),
    { badge: told.badge },
  ];
}

/** What the address asked for: a kind, and how many rows fit on a page. */
export interface QueueView {
  readonly kind: QueueKind | null;
  readonly size: number;
  readonly paging: Paging;
  /** True for whoever may import the published lists. */
  readonly mayImport: boolean;
}

/** The data of pages/oversight/queue.njk. */
export function queuePage(queue: Queue, view: QueueView, words: Words): object {
  const { kind, size } = view;
  const more = (rows: readonly unknown[]): boolean => kind === null && rows.length > size;
  return {
    figures: figures(queue, words),
    filters: [null, ...QUEUE_KINDS].map((one) => ({
      label: words.t(`oversight.queue.kind.${one ?? 'all'}`),
      href: queueHref(one),
      current: one === kind,
    })),
    showProposals: kind === null || kind === 'proposals',
    showFindings: kind !== 'proposals',
    findingsTitle: words.t(`oversight.queue.kind.${kind ?? 'findingsAndSignals'}`),
    proposals: queue.proposals.slice(0, size).map((row) => proposalRow(row, words)),
    moreProposals: more(queue.proposals),
    findings: queue.findings.slice(0, size).map((row) => findingRow(row, words)),
    moreFindings: more(queue.findings),
    mayImport: view.mayImport,
    paging: view.paging,
  };
}
