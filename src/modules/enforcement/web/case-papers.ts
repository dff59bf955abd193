import { formatMoment } from '../../../platform/rendering/format';
import { type Cell, type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type CaseDraftView, type CaseView } from '../application/case-view';

export function draftRow(draft: CaseDraftView, id: string, words: Words): readonly Cell[] {
  const { content, outcome, reason } = draft;
  const kind = { open: 'warning', withdrawn: 'neutral', sent_back: 'neutral', approved: 'safe' };
  return [
    {
      text: words.t('cases.draft.version', { version: String(draft.version) }),
      href: `/toezicht/zaken/${id}/ontwerpen/${String(draft.version)}`,
    },
    words.t(`cases.purpose.${draft.purpose}`),
    content.amount === 0 ? '' : words.euro(content.amount),
    words.t('cases.draft.by', {
      name: draft.draftedByName ?? words.t('cases.draft.someone'),
      moment: formatMoment(draft.draftedAt, words.language),
    }),
    {
      badge: {
        kind: kind[outcome] as 'warning' | 'neutral' | 'safe',
        label: words.t(`cases.draft.${outcome}`),
      },
      note: reason ?? '',
    },
  ];
}

/** Who drafted and who approved: a decision is taken in the open. */
export function decisionFacts(view: CaseView, words: Words): readonly Fact[] {
  return view.decisions.map((one) => {
    const day = words.longDay(one.decidedOn);
    const drafted = view.drafts.find(({ version }) => version === one.version)?.draftedByName;
    const someone = words.t('cases.draft.someone');
    return {
      label: words.t(`cases.purpose.${one.purpose}`),
      value: one.amount === 0 ? day : `${words.euro(one.amount)}, ${day}`,
      note: words.t('cases.decision.by', {
        drafter: drafted ?? someone,
        approver: one.approvedByName ?? someone,
      }),
    };
  });
}

/** What came in, with the hashes of what came along. */
export function submissionsOf(view: CaseView, words: Words): readonly object[] {
  return view.submissions.map((one) => ({
    title: words.t(`cases.submission.${one.kind}`),
    note: words.t(`cases.submission.${one.channel}`, { day: words.longDay(one.receivedOn) }),
    text: one.text,
    documents: one.documents.map(({ name, sha256 }) => ({ name, sha256 })),
    badge: {
      kind: { waiting: 'info', taken_in: 'safe', refused: 'warning' }[one.state],
      label: words.t(`cases.submission.${one.state}`),
    },
    refusal:
      one.refusal === null
        ? ''
        : words.t('cases.submission.why', { reason: words.t(`cases.refusalShort.${one.refusal}`) }),
  }));
}

export function letterRows(view: CaseView, words: Words): readonly (readonly Cell[])[] {
  return view.letters.map((letter) => [
    words.day(letter.day),
    { text: letter.subject, href: `/brieven/${letter.id}`, note: letter.number },
    letter.addressee.name,
    { text: words.t('cases.letter.download'), href: `/brieven/${letter.id}.pdf` },
  ]);
}
