import { type Election, type StoredFigure } from '../../../legal/facts/election';
import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';

/** What a version changed in the one before it; the first one is the call. */
export const ELECTION_CHANGES = [
  'called',
  'moved',
  'nomination_day',
  'thresholds',
  'name',
] as const;
export type ElectionChange = (typeof ELECTION_CHANGES)[number];

export interface ElectionVersion {
  readonly election: Election;
  readonly version: number;
  readonly changed: readonly ElectionChange[];
  readonly reason: string;
  readonly recordedAt: string;
}

export type NewElectionVersion = Omit<ElectionVersion, 'recordedAt'>;

interface VersionRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly pollingDay: PlainDate;
  readonly nominationDay: PlainDate;
  readonly partyCents: string | null;
  readonly partySource: string | null;
  readonly candidateCents: string | null;
  readonly candidateSource: string | null;
  readonly changed: readonly ElectionChange[];
  readonly reason: string;
  readonly recordedAt: string;
}

/** Without who wrote it down: not every reader may see that. */
const COLUMNS = `election_id as id, version, name, polling_day::text as "pollingDay",
  nomination_day::text as "nominationDay", party_threshold_cents as "partyCents",
  party_threshold_source as "partySource", candidate_threshold_cents as "candidateCents",
  candidate_threshold_source as "candidateSource", changed, reason,
  platform.iso(recorded_at) as "recordedAt"`;

function figure(cents: string | null, source: string | null): StoredFigure | null {
  return cents === null || source === null ? null : { value: euroCents(Number(cents)), source };
}

function toVersion(row: VersionRow): ElectionVersion {
  const { version, changed, reason, recordedAt } = row;
  return {
    election: {
      ref: row.id,
      name: row.name,
      pollingDay: row.pollingDay,
      nominationDay: row.nominationDay,
      thresholds: {
        party: figure(row.partyCents, row.partySource),
        candidate: figure(row.candidateCents, row.candidateSource),
      },
    },
    version,
    changed,
    reason,
    recordedAt,
  };
}

/** The version that holds of every election, newest polling day first. */
export async function currentElections(tx: Transaction): Promise<ElectionVersion[]> {
  const rows = await tx.query<VersionRow>(
    `select ${COLUMNS} from register.election_version v
      where not exists (select 1 from register.election_version n
                         where n.election_id = v.election_id and n.version > v.version)
      order by polling_day desc, election_id`,
  );
  return rows.map(toVersion);
}

/** Every version of one election, newest first; empty when there is no such election. */
export async function versionsOf(tx: Transaction, id: string): Promise<ElectionVersion[]> {
  const rows = await tx.query<VersionRow>(
    `select ${COLUMNS} from register.election_version where election_id = $1 order by version desc`,
    [id],
  );
  return rows.map(toVersion);
}

/** Who recorded each version, by its number; staff only. */
export async function recordersOf(
  tx: Transaction,
  id: string,
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.query<{ version: number; by: string }>(
    `select version, recorded_by as by from register.election_version where election_id = $1`,
    [id],
  );
  return new Map(rows.map(({ version, by }) => [version, by]));
}

/** Elections change one at a time, so that two that are called at once see each other. */
export async function holdElections(tx: Transaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('elections', 4))`);
}

export async function insertElection(tx: Transaction, id: string): Promise<void> {
  await tx.query('insert into register.election (id) values ($1)', [id]);
}

export async function insertElectionVersion(
  tx: Transaction,
  { election, version, changed, reason }: NewElectionVersion,
): Promise<void> {
  const { party, candidate } = election.thresholds;
  const cents = (stored: StoredFigure | null): EuroCents | null => stored?.value ?? null;
  await tx.query(
    `insert into register.election_version (election_id, version, name, polling_day, nomination_day,
       party_threshold_cents, party_threshold_source, candidate_threshold_cents,
       candidate_threshold_source, changed, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      election.ref,
      version,
      election.name,
      election.pollingDay,
      election.nominationDay,
      cents(party),
      party?.source ?? null,
      cents(candidate),
      candidate?.source ?? null,
      changed,
      reason,
    ],
  );
}
