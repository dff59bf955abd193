/** A file that must not be taken in, and what the treasurer reads about it. */
export interface FailingFile {
  /** What it is, as the title of the test. */
  readonly title: string;
  readonly name: string;
  readonly bytes: Buffer | (() => Promise<Buffer>);
  readonly code: string;
  /** The exact Dutch sentence. */
  readonly says: string;
  /** How it is read; by default as a table. */
  readonly read?: 'table' | 'gate' | 'xml';
}
