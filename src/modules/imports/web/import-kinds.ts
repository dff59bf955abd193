import { type Words } from '../../../platform/rendering/words';
import { type ImportKind, IMPORT_KINDS } from '../layout/column';
import { newestLayout } from '../layout/layouts';

/** "Versie 2, 18 kolommen" */
export function newestLayoutTitle(kind: ImportKind, { t }: Words): string {
  const { version, columns } = newestLayout(kind);
  return t('imports.template.note', { version: String(version), columns: String(columns.length) });
}

export { IMPORT_KINDS };
