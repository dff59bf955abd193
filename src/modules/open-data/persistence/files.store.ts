import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type DataFile, type FilePart } from '../facts/data-file';
import { type RegisterNow } from './register.store';

const COLUMNS = `name, part, year, day::text as day, media_type as "mediaType", sha256,
  bytes::float8 as bytes, row_count::float8 as rows, platform.iso(made_at) as "madeAt",
  platform.iso(reissued_at) as "reissuedAt"`;

export async function findFile(tx: Transaction, name: string): Promise<DataFile | null> {
  const [file] = await tx.query<DataFile>(
    `select ${COLUMNS} from register.open_data_file where name = $1`,
    [name],
  );
  return file ?? null;
}

/** Every file but those of days, the newest year first. */
export function listFiles(tx: Transaction): Promise<readonly DataFile[]> {
  return tx.query<DataFile>(
    `select ${COLUMNS} from register.open_data_file where part <> 'day'
      order by part, year desc nulls first, name`,
  );
}

/** The change files of the newest days, or of those before a day. */
export function listDayFiles(
  tx: Transaction,
  before: PlainDate | null,
  limit: number,
): Promise<readonly DataFile[]> {
  return tx.query<DataFile>(
    `select ${COLUMNS} from register.open_data_file
      where part = 'day' and day in (
        select day from register.open_data_file
         where part = 'day' and name like '%.jsonl' and ($1::date is null or day < $1::date)
         order by day desc limit $2)
      order by day desc, name`,
    [before, limit],
  );
}

export interface NewFile {
  readonly name: string;
  readonly of: FilePart;
  readonly mediaType: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

/** Keeps what the file is now. The bytes of a day that is over are not expected to change: it is told. */
export async function keepFile(tx: Transaction, file: NewFile): Promise<void> {
  const { name, of, mediaType, sha256, bytes, rows } = file;
  const year = 'year' in of ? of.year : null;
  const day = of.part === 'day' ? of.day : null;
  await tx.query(
    `insert into register.open_data_file as f
       (name, part, year, day, media_type, sha256, bytes, row_count)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (name) do update
       set sha256 = excluded.sha256, bytes = excluded.bytes, row_count = excluded.row_count,
           media_type = excluded.media_type, made_at = excluded.made_at,
           reissued_at = case when (f.made_at at time zone 'Europe/Amsterdam')::date > f.day
                                then platform.now()
                              else f.reissued_at end
     where f.sha256 <> excluded.sha256`,
    [name, of.part, year, day, mediaType, sha256, bytes, rows],
  );
}

/** Names of bytes that some file still stands for. */
export async function hashesInUse(tx: Transaction): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ sha256: string }>('select sha256 from register.open_data_file');
  return new Set(rows.map(({ sha256 }) => sha256));
}

export type Progress = 'days' | 'years';

export interface ProgressMade {
  readonly changeNumber: number;
  /** How many gifts were out of sight. */
  readonly hidden: number;
  readonly milliseconds: number;
  readonly secondsAgo: number;
}

/** How far the files of a kind are; zero when none was ever made. */
export async function progressOf(tx: Transaction, part: Progress): Promise<ProgressMade> {
  const [row] = await tx.query<ProgressMade>(
    `select change_number::float8 as "changeNumber", hidden, milliseconds,
            extract(epoch from clock_timestamp() - made_at)::float8 as "secondsAgo"
       from register.open_data_progress where part = $1`,
    [part],
  );
  return row ?? { changeNumber: -1, hidden: 0, milliseconds: 0, secondsAgo: 0 };
}

export async function keepProgress(
  tx: Transaction,
  part: Progress,
  { changeNumber, hidden }: RegisterNow,
  milliseconds: number,
): Promise<void> {
  await tx.query(
    `insert into register.open_data_progress (part, change_number, hidden, milliseconds)
     values ($1, $2, $3, $4)
     on conflict (part) do update set change_number = excluded.change_number,
       hidden = excluded.hidden, milliseconds = excluded.milliseconds, made_at = clock_timestamp()`,
    [part, changeNumber, hidden, Math.round(milliseconds)],
  );
}

export async function forgetProgress(tx: Transaction): Promise<void> {
  await tx.query('delete from register.open_data_progress');
}

/** True when something left the register since files of this kind were made. */
export async function holdsWithheld(tx: Transaction, part: Progress): Promise<boolean> {
  const { changeNumber, hidden } = await progressOf(tx, part);
  const [row] = await tx.query<{ holds: boolean }>(
    `select (select count(*) from register.publication where not shown) > $2
         or exists(select from register.publication_version
                    where change_number > $1 and (change = 'withheld' or content is null)) as holds`,
    [changeNumber, hidden],
  );
  return row?.holds ?? false;
}
