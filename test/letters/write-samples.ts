import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import { LetterRenderer } from '../../src/platform/letters/letter-renderer';
import { KINDS, printed, sampleOf } from './sample-letters';

const folder = join(__dirname, '..', '..', 'reports', 'letters');

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const renderer = new LetterRenderer();
  for (const kind of KINDS) {
    const { words, day } = sampleOf(kind);
    const pdf = await printed(renderer, words, day, kind);
    writeFileSync(join(folder, `${kind}.pdf`), pdf);
    process.stdout.write(`${kind}.pdf ${String(pdf.length)} bytes\n`);
  }
}

void main();
