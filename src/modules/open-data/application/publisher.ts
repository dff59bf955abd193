import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templatesDirectory } from '../../../platform/rendering/project-files';

/** Who publishes the register, as templates/open-data/publisher.json names it. */
export interface Publisher {
  /** Identifier of the organisation, such as that of a ministry in the register of the government. */
  readonly uri: string;
  readonly name: { readonly nl: string; readonly en: string };
  readonly contact: { readonly name: string; readonly email: string };
}

export function readPublisher(): Publisher {
  const file = join(templatesDirectory(), 'open-data', 'publisher.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Publisher;
}

/** Everybody may do anything with the register (Creative Commons Zero). */
export const LICENCE = 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl';
