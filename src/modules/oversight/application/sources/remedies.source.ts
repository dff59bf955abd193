import { findingTextKey } from '../../../judgements/public';
import { listOpenRemedies, type RemedyFile } from '../../../remedies/public';
import { type WorkRow, type WorkSource } from '../work-source';

const PAGE = 500;

function whyKey({ dueOn, overdue }: RemedyFile): string {
  if (overdue) return 'work.why.remedyOverdue';
  return dueOn === null ? 'work.why.remedyNoTerm' : 'work.why.remedies';
}

function toWork(file: RemedyFile): WorkRow {
  const { content, dueOn, overdue } = file;
  return {
    kind: 'remedies',
    ref: `${file.tenantId}:${file.donorId}:${String(file.year)}:${content.key}`,
    tenantId: file.tenantId,
    organisation: file.organisationName,
    title: (words) => words.t(`${findingTextKey(content)}.title`),
    why: (words) =>
      words.t(whyKey(file), {
        amount: words.euro(file.progress.open),
        day: dueOn === null ? '' : words.day(dueOn),
      }),
    severity: null,
    number: null,
    dueOn,
    weight: overdue ? 4 : 3,
    since: file.foundAt,
    // Without a term somebody must set one; with one the party must do something first.
    turn: dueOn === null || overdue ? 'overseer' : 'others',
    href: `/toezicht/herstel/${file.id}`,
  };
}

/** What must still go back to a donor or over to the State (arts. 21a, 23, 23a, 29b, 32a). */
export const remedies: WorkSource = {
  name: 'remedies',
  kinds: ['remedies'],
  watches: ['core.finding', 'core.remedy_arrangement'],
  async find(tx, tenantIds): Promise<readonly WorkRow[]> {
    const found: RemedyFile[] = [];
    let after: { readonly at: string; readonly id: string } | null = null;
    for (;;) {
      const search = { source: 'disclosed', tenantIds, after, limit: PAGE } as const;
      const page: readonly RemedyFile[] = await listOpenRemedies(tx, search);
      found.push(...page);
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return found.map(toWork);
      after = { at: last.foundAt, id: last.id };
    }
  },
};
