import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templatesDirectory } from '../../../platform/rendering/project-files';
import { type LetterSender } from './letter';

const TEXTS = ['organisation', 'authority', 'unit', 'email', 'account', 'accountName'] as const;
const LISTS = ['lines', 'contact'] as const;

/**
 * Who letters come from, by templates/letters/sender.json. A sent letter keeps its own copy.
 *
 * @throws Error that names every particular that is missing.
 */
export function readSender(folder = join(templatesDirectory(), 'letters')): LetterSender {
  const file = join(folder, 'sender.json');
  const given = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
  const wrong = [
    ...TEXTS.filter((name) => !isText(given[name])),
    ...LISTS.filter((name) => !Array.isArray(given[name]) || !given[name].every(isText)),
  ];
  if (wrong.length > 0) throw new Error(`${file} lacks ${wrong.join(', ')}`);
  return given as unknown as LetterSender;
}
