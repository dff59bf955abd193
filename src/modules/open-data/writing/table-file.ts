import { type Column } from '../facts/columns';
import { type HashedFile, type WrittenFile } from './hashed-file';

/** A row with the text it was stored as. */
export interface StoredRow<Row> {
  readonly row: Row;
  /** The line of a JSON Lines file, without its end. */
  readonly line: string;
}

/** A file in the making, to which rows are added in their order. */
export interface TableFile<Row> {
  begin(): Promise<void>;
  add(rows: readonly StoredRow<Row>[]): Promise<void>;
  finish(): Promise<WrittenFile>;
  abandon(): Promise<void>;
}

export interface Table<Row> {
  /** Of the sheet, at most 31 characters. */
  readonly title: string;
  readonly columns: readonly Column<Row>[];
}

export type MakeTableFile = <Row>(file: HashedFile, table: Table<Row>) => TableFile<Row>;
