import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function versionAbove(directory: string): string {
  try {
    const text = readFileSync(join(directory, 'package.json'), 'utf8');
    const { name, version } = JSON.parse(text) as { name?: string; version?: string };
    if (name === 'partijgiften' && version !== undefined) return version;
  } catch {
    // No package.json here: the source and the build lie at different depths.
  }
  const parent = dirname(directory);
  if (parent === directory) throw new Error(`No package.json of partijgiften above ${__dirname}`);
  return versionAbove(parent);
}

/** The version of the API, sent as `API-Version` and as info.version of the OpenAPI document. */
export const API_VERSION = versionAbove(__dirname);
