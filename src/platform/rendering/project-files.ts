import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function upwards(from: string): string | undefined {
  const templates = join(from, 'templates');
  if (existsSync(join(templates, 'layout.njk'))) return templates;
  const parent = dirname(from);
  return parent === from ? undefined : upwards(parent);
}

/**
 * The folder `templates` at the project root, found from this file (source or build) or else from
 * the working directory.
 *
 * @throws Error when neither has it above them.
 */
export function templatesDirectory(): string {
  const found = upwards(__dirname) ?? upwards(process.cwd());
  if (found === undefined) {
    throw new Error(`No folder "templates" with layout.njk above ${__dirname} or ${process.cwd()}`);
  }
  return found;
}
