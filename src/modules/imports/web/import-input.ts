import { FileInterceptor } from '@nestjs/platform-express';
import { fileName } from '../../../platform/files/public';
import { type Typed } from '../../../platform/http/form-faults';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { IMPORT_KINDS, type ImportKind } from '../layout/column';

/** A file in memory, as the upload gives it. */
export interface UploadedTable {
  readonly buffer: Buffer;
  readonly originalname: string;
}

const MEGABYTE = 1024 * 1024;
export const LARGEST_TABLE = 32 * MEGABYTE;

export const TABLE_UPLOAD = FileInterceptor('bestand', {
  limits: { fileSize: LARGEST_TABLE, files: 1, fields: 10, fieldSize: 2_000 },
});

export interface TypedImport extends Typed {
  readonly soort: string;
  readonly jaar: string;
  readonly opnieuw: string;
}

function fieldOf(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return '';
  const value = (body as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value.trim().normalize('NFC').slice(0, 200) : '';
}

export function typedImport(body: unknown): TypedImport {
  return {
    soort: fieldOf(body, 'soort'),
    jaar: fieldOf(body, 'jaar'),
    opnieuw: fieldOf(body, 'opnieuw'),
  };
}

export function kindOf(text: string): ImportKind | null {
  return IMPORT_KINDS.find((kind) => kind === text) ?? null;
}

/** The year of gifts; null when it is not one that can be. */
export function yearOf(text: string, today: string): number | null {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 2013) return null;
  return year <= Number(today.slice(0, 4)) ? year : null;
}

export interface ReadStart {
  readonly kind: ImportKind;
  readonly year: number | null;
  readonly name: string;
  readonly bytes: Buffer;
  readonly again: boolean;
}

interface Answered {
  readonly kind: ImportKind | null;
  readonly year: number | null;
  readonly bytes: Buffer;
}

function startErrors({ kind, year, bytes }: Answered, today: string, { t }: Words): FormError[] {
  const wrongYear = kind === 'contributions' && year === null;
  return [
    ...(kind === null ? [{ field: 'soort', message: t('imports.error.kind') }] : []),
    ...(wrongYear
      ? [{ field: 'jaar', message: t('imports.error.year', { year: today.slice(0, 4) }) }]
      : []),
    ...(bytes.length === 0 ? [{ field: 'bestand', message: t('imports.error.file') }] : []),
  ];
}

/** The form of step 1, or everything that is wrong in it. */
export function readStart(
  typed: TypedImport,
  file: UploadedTable | undefined,
  today: string,
  words: Words,
): { readonly start: ReadStart | null; readonly errors: readonly FormError[] } {
  const kind = kindOf(typed.soort);
  const year = kind === 'contributions' ? yearOf(typed.jaar, today) : null;
  const bytes = file?.buffer ?? Buffer.alloc(0);
  const errors = startErrors({ kind, year, bytes }, today, words);
  if (kind === null || errors.length > 0) return { start: null, errors };
  const name = fileName(file?.originalname ?? '', 'bestand');
  return { start: { kind, year, name, bytes, again: typed.opnieuw === 'yes' }, errors };
}
