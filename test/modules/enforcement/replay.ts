import { type PlainDate } from '../../../src/legal/kernel/plain-date';
import { applyCommand } from '../../../src/legal/procedure/apply-command';
import {
  type CaseCommand,
  type CaseCommandType,
  type CaseRole,
  type CaseState,
  type CaseSubject,
} from '../../../src/legal/procedure/case';
import { openCase } from '../../../src/legal/procedure/open-case';
import { type TestDatabase } from '../../support/database';

export interface EventRow {
  readonly case_id: string;
  readonly sequence: number;
  readonly type: CaseCommandType | 'open';
  readonly command: Readonly<Record<string, unknown>>;
  readonly actor: string;
  readonly role: CaseRole;
  readonly day: PlainDate;
}

export function allEvents(test: TestDatabase): Promise<EventRow[]> {
  return test.ownerQuery<EventRow>(
    `select case_id, sequence, type, command, actor, role, day::text as day
       from core.case_event order by case_id, sequence`,
  );
}

/** The state that the chronology of one case leads to, by the law alone. */
export function replay(events: readonly EventRow[]): CaseState {
  const [opening, ...steps] = events;
  if (opening?.type !== 'open') throw new Error('a chronology begins with the opening');
  let state = openCase(opening.command.subject as CaseSubject, opening.day);
  const takenBy = [{ actor: opening.actor, role: opening.role, type: opening.type }];
  for (const { command, actor, role, day, type, sequence } of steps) {
    const step = command as unknown as CaseCommand;
    const answer = applyCommand(state, step, { id: actor, role }, { takenBy: [...takenBy] }, day);
    if (answer.kind === 'refused') {
      throw new Error(`event ${String(sequence)} (${type}) is refused: ${answer.reason}`);
    }
    state = answer.value;
    takenBy.push({ actor, role, type: type as 'open' });
  }
  return state;
}

interface Rebuilt {
  readonly id: string;
  readonly rebuilt: object;
  readonly stored: object;
}

/** Every row of a table as the audit log says it became last, beside the row as it is. */
export function rebuiltFromAudit(test: TestDatabase, table: string): Promise<Rebuilt[]> {
  return test.ownerQuery<Rebuilt>(
    `with last as (
       select distinct on (e.entity_id) e.entity_id, e.action, c.content::jsonb as content
         from audit.event e join audit.content c using (retention_year, seq)
        where e.entity = $1 and e.action in ('insert', 'update', 'delete', 'restate')
        order by e.entity_id, e.seq desc)
     select coalesce(l.entity_id, t.id::text) as id, l.content as rebuilt, to_jsonb(t) as stored
       from last l full join ${table} t on t.id::text = l.entity_id
      where l.action is distinct from 'delete'`,
    [table],
  );
}
