import { readFileSync } from 'node:fs';
import { readTable } from '../../../../src/platform/intake/public';

/** A program that starts to read and then never comes back for the next rows. */
const bytes = Buffer.from('Naam;Bedrag\r\n' + 'J. de Wit;1250,50\r\n'.repeat(200_000));

void readTable(bytes, 'x.csv', () => {
  const id = String(process.pid);
  process.stdout.write(readFileSync(`/proc/${id}/task/${id}/children`, 'utf8'));
  return new Promise(() => setInterval(() => undefined, 1_000));
});
