import { randomUUID } from 'node:crypto';
import { type TestApp } from '../../support/app';
import { ACase } from './a-case';

const HEAD = `number, title, source, tip, addressee_recipient_id, addressee_kind, rule, phase,
  protection, collection, opened_on, opened_at, opened_by, state, version`;
const EVENT = `sequence, type, command, actor, actor_name, role, day, at, article, audience,
  state_sha256`;
const DRAFT = 'version, purpose, content, sha256, drafted_by, drafted_at';
const DECISION = 'draft_version, purpose, sha256, drafted_by, approved_by, decided_on, decided_at';
const TOLD = `number, title, addressee_recipient_id, addressee_kind, source, rule, opened_on,
  opened_at, state, version`;

/** The same case as often as asked, copied with every trigger off: quicker than playing it again. */
export async function copiesOf(site: TestApp, model: ACase, count: number): Promise<ACase[]> {
  const made = Array.from({ length: count }, () => new ACase(site.app, randomUUID()));
  for (const { id } of made) {
    const copy = (table: string, key: string, columns: string): string => {
      const given = columns.replace(/^number/, `'${id}'`);
      return `insert into core.${table} (tenant_id, ${key}, ${columns})
        select tenant_id, '${id}', ${given} from core.${table} where ${key} = '${model.id}';`;
    };
    await site.test.ownerQuery(
      `begin; set local session_replication_role = replica;
       ${copy('enforcement_case', 'id', HEAD)}
       ${copy('case_event', 'case_id', EVENT)}
       ${copy('case_draft', 'case_id', DRAFT)}
       ${copy('case_decision', 'case_id', DECISION)}
       ${copy('case_as_told', 'id', TOLD)}
       commit`,
    );
  }
  return made;
}
