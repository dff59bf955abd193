import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { ImportPublishedList } from '../modules/register/public';
import { templatesDirectory } from '../platform/rendering/project-files';
import { type Scope } from '../platform/database/transaction';

const OVERSEER: Scope = {
  role: 'staff',
  tenantId: null,
  actorId: 'demonstration',
  actorRole: 'overseer',
  requestId: 'demonstration',
};

/** The ministry's published lists of three years, with invented names (see their README). */
export async function loadPublishedLists(app: INestApplicationContext): Promise<void> {
  for (const year of [2023, 2024, 2025]) {
    const file = join('src', 'demo', 'published-lists', `substantial-gifts-${String(year)}.csv`);
    const bytes = readFileSync(join(dirname(templatesDirectory()), file));
    await app.get(ImportPublishedList).run(OVERSEER, { year, bytes, seenOn: null, reason: null });
  }
}
