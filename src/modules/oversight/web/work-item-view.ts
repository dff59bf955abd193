import { type Severity } from '../../../legal/rules/finding';
import { type Term, type WorkFile, type WorkFilter, type WorkItem } from '../application/read-work';
import { type WorkKind } from '../facts/work-kinds';
import { type Turn } from '../facts/turns';
import { type WorkFileAnswer, type WorkItemAnswer } from './work-item.answers';
import { type WorkItemsQuery } from './work-item.bodies';

/** The choices were checked by the fields of the query. */
export function filterOf(query: WorkItemsQuery): WorkFilter {
  return {
    kind: (query.kind as WorkKind | undefined) ?? null,
    tenantId: query.organisationId ?? null,
    holder: (query.holder as WorkFilter['holder'] | undefined) ?? null,
    term: (query.term as Term | undefined) ?? null,
    severity: (query.severity as Severity | undefined) ?? null,
    turn: (query.turn as Turn | undefined) ?? null,
    text: query.text ?? '',
    aside: query.aside === 'only',
  };
}

export function itemView(item: WorkItem): WorkItemAnswer {
  return fieldsOf(item);
}

function fieldsOf(item: WorkItem): Omit<WorkItemAnswer, never> {
  const { assignedTo, assignedName } = item;
  return {
    id: item.id,
    kind: item.kind,
    title: { nl: item.titleNl, en: item.titleEn },
    why: { nl: item.whyNl, en: item.whyEn },
    organisationId: item.tenantId,
    organisation: item.organisation,
    number: item.number,
    severity: item.severity,
    dueOn: item.dueOn,
    term: item.term,
    weight: item.weight,
    turn: item.turn,
    holder:
      assignedTo === null || assignedName === null ? null : { id: assignedTo, name: assignedName },
    asideUntil: item.asideUntil,
    since: item.since,
    endedAt: item.endedAt,
    version: item.version,
    href: item.href,
  };
}

export function workFileView({ item, history }: WorkFile): WorkFileAnswer {
  return {
    ...fieldsOf(item),
    history: history.map(({ what, toName, until, reason, byName, at }) => ({
      what,
      to: toName,
      until,
      reason,
      by: byName,
      at,
    })),
  };
}
