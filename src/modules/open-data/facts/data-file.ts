import { type PlainDate } from '../../../legal/kernel/plain-date';
import { SCHEMA_VERSION } from './columns';

export const FORMATS = ['csv', 'jsonl', 'xlsx', 'ods'] as const;
export type Format = (typeof FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** Of which part of the register a file tells. */
export type FilePart =
  | { readonly part: 'whole' }
  | { readonly part: 'year'; readonly year: number }
  | { readonly part: 'day'; readonly day: PlainDate }
  | { readonly part: 'overview'; readonly year: number; readonly kind: OverviewKind };

/** The layouts in which the ministry itself publishes (Wfpp arts. 25, 25a, 28, 28a). */
export const OVERVIEW_KINDS = ['jaar', 'voor-verkiezing', 'na-verkiezing', 'lopend'] as const;
export type OverviewKind = (typeof OVERVIEW_KINDS)[number];

const VERSION = `v${SCHEMA_VERSION}`;

/** The name of a file, for ever: what it holds, the version of its columns, its format. */
export function fileNameOf(part: FilePart, format: Format): string {
  switch (part.part) {
    case 'whole':
      return `giften-${VERSION}.${format}`;
    case 'year':
      return `giften-${part.year}-${VERSION}.${format}`;
    case 'day':
      return `wijzigingen-${part.day}-${VERSION}.${format}`;
    case 'overview':
      return `overzicht-${part.kind}-${part.year}-${VERSION}.${format}`;
  }
}

/** A file that stands ready. */
export interface DataFile {
  readonly name: string;
  readonly part: FilePart['part'];
  readonly year: number | null;
  readonly day: PlainDate | null;
  readonly mediaType: string;
  /** Of its bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
  /** ISO instant in UTC. */
  readonly madeAt: string;
  /** When the bytes of a day that was over changed, because something left the register. */
  readonly reissuedAt: string | null;
}
