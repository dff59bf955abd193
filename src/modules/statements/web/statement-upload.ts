import { FilesInterceptor } from '@nestjs/platform-express';
import { fileName } from '../../../platform/files/public';
import { LARGEST_STATEMENT, type StatementFile } from '../application/take-in-statement';

export const MOST_FILES = 10;

/** A file in memory, as the upload gives it. */
export interface UploadedStatement {
  readonly buffer: Buffer;
  readonly originalname: string;
}

// Some room above the limits, so that what is too large or too many gets its own message.
export const STATEMENT_UPLOAD = FilesInterceptor('bestanden', MOST_FILES + 10, {
  limits: { fileSize: LARGEST_STATEMENT + 100_000, fields: 10, fieldSize: 5_000 },
});

export type UploadFault = 'none' | 'tooMany' | 'tooLarge' | 'empty';

export interface ReadUploads {
  readonly files: readonly StatementFile[];
  readonly fault: UploadFault | null;
  /** Of the file that is wrong. */
  readonly name: string;
}

/** The files of the form, or the first thing that is wrong with them. */
export function uploadsOf(uploads: readonly UploadedStatement[]): ReadUploads {
  const files = uploads.map(({ buffer, originalname }) => ({
    name: fileName(originalname, 'afschrift'),
    bytes: buffer,
  }));
  const empty = files.find(({ bytes }) => bytes.length === 0);
  const large = files.find(({ bytes }) => bytes.length > LARGEST_STATEMENT);
  // A form without a file sends one without a name and without bytes.
  const none = uploads.every(
    ({ originalname, buffer }) => originalname + buffer.toString('latin1', 0, 1) === '',
  );
  const fault = none
    ? 'none'
    : files.length > MOST_FILES
      ? 'tooMany'
      : large !== undefined
        ? 'tooLarge'
        : empty !== undefined
          ? 'empty'
          : null;
  return { files, fault, name: (large ?? empty)?.name ?? '' };
}
