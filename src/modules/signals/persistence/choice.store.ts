import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { newId } from '../../../platform/ids/id';

export interface StoredSetting {
  readonly id: string;
  readonly code: string;
  readonly startsOn: PlainDate;
  readonly switchedOn: boolean;
  readonly parameters: Readonly<Record<string, number>>;
  readonly reason: string;
  readonly setAt: string;
  readonly setByName: string;
}

const SETTING = `id, code, starts_on::text as "startsOn", switched_on as "switchedOn", parameters,
  reason, platform.iso(set_at) as "setAt", set_by_name as "setByName"`;

/** For each kind what holds on this day; a kind that nobody set is absent. */
export function settingsOn(tx: Transaction, day: PlainDate): Promise<readonly StoredSetting[]> {
  return tx.query<StoredSetting>(
    `select distinct on (code) ${SETTING} from insight.signal_setting
      where starts_on <= $1 order by code, starts_on desc, sequence desc`,
    [day],
  );
}

/** Everything that was set for a kind, newest first. */
export function settingsOf(tx: Transaction, code: string): Promise<readonly StoredSetting[]> {
  return tx.query<StoredSetting>(
    `select ${SETTING} from insight.signal_setting where code = $1
      order by starts_on desc, sequence desc limit 50`,
    [code],
  );
}

export type NewSetting = Omit<StoredSetting, 'id' | 'setAt'>;

export async function insertSetting(tx: Transaction, one: NewSetting): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into insight.signal_setting
       (id, code, starts_on, switched_on, parameters, reason, set_by_name)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
    [
      id,
      one.code,
      one.startsOn,
      one.switchedOn,
      JSON.stringify(one.parameters),
      one.reason,
      one.setByName,
    ],
  );
  return id;
}

export interface DecisionDay {
  readonly id: string;
  readonly title: string;
  readonly day: PlainDate;
  readonly partyId: string | null;
  readonly partyName: string | null;
  readonly daysBefore: number;
  readonly daysAfter: number;
  readonly source: string;
  readonly enteredAt: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnWhy: string | null;
}

const DECISION = `d.id, d.title, d.day::text as day, d.party_id as "partyId",
  p.short_name as "partyName", d.days_before as "daysBefore", d.days_after as "daysAfter",
  d.source, platform.iso(d.entered_at) as "enteredAt",
  platform.iso(d.withdrawn_at) as "withdrawnAt", d.withdrawn_why as "withdrawnWhy"`;

/** Newest day first; with `standing` without those that were withdrawn. */
export function decisionDays(
  tx: Transaction,
  which: { readonly standing: boolean },
): Promise<readonly DecisionDay[]> {
  return tx.query<DecisionDay>(
    `select ${DECISION} from insight.decision_day d
       left join insight.party p on p.id = d.party_id
      where not $1 or d.withdrawn_at is null
      order by d.day desc, d.id desc limit 500`,
    [which.standing],
  );
}

export type NewDecisionDay = Pick<
  DecisionDay,
  'title' | 'day' | 'partyId' | 'daysBefore' | 'daysAfter' | 'source'
>;

export async function insertDecisionDay(tx: Transaction, one: NewDecisionDay): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into insight.decision_day (id, title, day, party_id, days_before, days_after, source)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, one.title, one.day, one.partyId, one.daysBefore, one.daysAfter, one.source],
  );
  return id;
}

/** False when there is no such day that stands. */
export async function withdrawDecisionDay(
  tx: Transaction,
  id: string,
  why: string,
): Promise<boolean> {
  const rows = await tx.query(
    `update insight.decision_day
        set withdrawn_at = platform.now(), withdrawn_by = platform.actor(), withdrawn_why = $2
      where id = $1 and withdrawn_at is null returning id`,
    [id, why],
  );
  return rows.length === 1;
}

export type Verdict = 'innocent' | 'worth_asking' | 'case_opened' | 'known';

export interface StoredJudgement {
  readonly id: string;
  readonly signalId: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly caseId: string | null;
  readonly judgedAt: string;
  readonly judgedByName: string;
  /** How many rows it was the first to see. */
  readonly rows: number;
}

/** Newest first. */
export function judgementsOf(
  tx: Transaction,
  signalId: string,
): Promise<readonly StoredJudgement[]> {
  return tx.query<StoredJudgement>(
    `select j.id, j.signal_id as "signalId", j.verdict, j.reason, j.case_id as "caseId",
            platform.iso(j.judged_at) as "judgedAt", j.judged_by_name as "judgedByName",
            (select count(*)::int from insight.signal_row r
              where r.signal_id = j.signal_id and r.judged_in = j.id) as rows
       from insight.signal_judgement j where j.signal_id = $1
      order by j.judged_at desc, j.id desc limit 100`,
    [signalId],
  );
}

export interface NewJudgement {
  readonly signalId: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly caseId: string | null;
  readonly judgedByName: string;
}

/** Writes the verdict on the rows that stand now; the signal rests until another row comes. */
export async function insertJudgement(tx: Transaction, one: NewJudgement): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into insight.signal_judgement (id, signal_id, verdict, reason, case_id, judged_by_name)
     values ($1, $2, $3, $4, $5, $6)`,
    [id, one.signalId, one.verdict, one.reason, one.caseId, one.judgedByName],
  );
  await tx.query(
    `update insight.signal_row set judged_in = $2
      where signal_id = $1 and gone_at is null and judged_in is null`,
    [one.signalId, id],
  );
  await tx.query(`update insight.signal set state = 'judged', new_rows = 0 where id = $1`, [
    one.signalId,
  ]);
  return id;
}
