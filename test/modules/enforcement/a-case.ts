import { type INestApplicationContext } from '@nestjs/common';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import { type Accepted, type Refused } from '../../../src/legal/kernel/refusal';
import { type CaseState } from '../../../src/legal/procedure/case';
import {
  type CaseView,
  OpenCase,
  readCase,
  type StepCommand,
  type StepRefusal,
  TakeStep,
} from '../../../src/modules/enforcement/public';
import { Database } from '../../../src/platform/database/database';
import { type Scope, type Transaction } from '../../../src/platform/database/transaction';
import { type AParty } from '../../support/a-party';

export type StaffRole = 'overseer' | 'decision_maker' | 'committee_member' | 'committee_secretary';

/** A person of the overseer or the committee, by role and name. */
export function staffScope(role: StaffRole, actorId: string = role): Scope {
  return { role: 'staff', tenantId: null, actorId, actorRole: role, requestId: 'test' };
}

export const OVERSEER = staffScope('overseer', 'o.toezicht');
export const DECIDER = staffScope('decision_maker', 'b.beslist');
export const SECRETARY = staffScope('committee_secretary', 's.secretaris');

const NAMES: Readonly<Record<string, string>> = {
  overseer: 'O. Toezicht',
  decision_maker: 'B. Beslist',
  committee_secretary: 'S. Secretaris',
  committee_member: 'L. Lid',
};

/** One case, driven by the people of a test: every call says who does what. */
export class ACase {
  constructor(
    private readonly app: INestApplicationContext,
    readonly id: string,
  ) {}

  /** A case opened by hand from a tip about a party, of a violation that can be fined. */
  static async ofTip(
    app: INestApplicationContext,
    party: AParty,
    violatedOn = '2025-03-12',
  ): Promise<ACase> {
    const opened = await app.get(Database).inTransaction(OVERSEER, (tx) =>
      app.get(OpenCase).run(tx, {
        from: 'tip',
        tenantId: party.tenantId,
        recipientId: party.party,
        title: 'Gift niet gemeld',
        text: 'Een gift van 12 000 euro zou niet zijn gemeld.',
        rule: 'WFPP-25a-2',
        violatedOn: plainDate(violatedOn),
        actorName: 'O. Toezicht',
      }),
    );
    return new ACase(app, valueOf(opened).id);
  }

  within<T>(scope: Scope, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.app.get(Database).inTransaction(scope, work);
  }

  /** Where it stands, read quickly. */
  async head(): Promise<{ readonly state: CaseState; readonly version: number }> {
    const [row] = await this.within(OVERSEER, (tx) =>
      tx.query<{ readonly state: CaseState; readonly version: number }>(
        'select state, version from core.enforcement_case where id = $1',
        [this.id],
      ),
    );
    if (row === undefined) throw new Error('the case is gone');
    return row;
  }

  /** Whether this reader of the party knows of it. */
  async isTold(scope: Scope): Promise<boolean> {
    const rows = await this.within(scope, (tx) =>
      tx.query('select id from core.case_as_told where id = $1', [this.id]),
    );
    return rows.length > 0;
  }

  async read(scope: Scope = OVERSEER): Promise<CaseView> {
    const view = await this.within(scope, (tx) => readCase(tx, this.id));
    if (view === null) throw new Error('there is no such case for this reader');
    return view;
  }

  /** Tries a step on the case as it stands now. */
  async try(
    scope: Scope,
    command: StepCommand,
    expectedVersion?: number,
  ): Promise<Accepted<CaseView> | Refused<StepRefusal>> {
    const version = expectedVersion ?? (await this.read()).version;
    return this.within(scope, (tx) =>
      this.app.get(TakeStep).run(tx, {
        caseId: this.id,
        expectedVersion: version,
        command,
        actorName: NAMES[scope.actorRole] ?? null,
      }),
    );
  }

  /** Tries a step on one version and reads nothing back. */
  quick(
    scope: Scope,
    command: StepCommand,
    expectedVersion: number,
  ): Promise<Accepted<unknown> | Refused<StepRefusal>> {
    const input = { caseId: this.id, expectedVersion, command, actorName: null };
    return this.within(scope, (tx) => this.app.get(TakeStep).take(tx, input));
  }

  /** Takes a step that must be accepted. */
  async take(scope: Scope, command: StepCommand): Promise<CaseView> {
    return valueOf(await this.try(scope, command));
  }

  /** Up to the moment that a fine can be drafted: report, views that were given, advice. */
  async readyToDraft(lastDay = '2025-06-30'): Promise<void> {
    await this.readyToAdvise(lastDay);
    await this.take(SECRETARY, { type: 'receive_advice', advice: 'fine', text: 'Beboeten.' });
  }

  /** Up to the moment that the intention lies with the committee. */
  async readyToAdvise(lastDay = '2025-06-30'): Promise<void> {
    await this.take(OVERSEER, { type: 'start_review' });
    await this.take(OVERSEER, { type: 'draw_report', text: 'De gift is niet gemeld.' });
    await this.take(OVERSEER, { type: 'ask_views', lastDay: plainDate(lastDay) });
    await this.take(OVERSEER, { type: 'receive_views' });
    await this.take(OVERSEER, { type: 'send_to_committee' });
  }
}

/** The value of what must have been accepted. */
export function valueOf<T>(answer: Accepted<T> | Refused<string>): T {
  if (answer.kind === 'accepted') return answer.value;
  throw new Error(`refused: ${answer.reason} ${JSON.stringify(answer.facts)}`);
}
