import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import rdf from '@zazuko/env';
import { Parser, type Quad } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { catalogue, turtle } from '../../../src/modules/open-data/application/catalogue';
import { readPublisher } from '../../../src/modules/open-data/application/publisher';
import { type DataFile } from '../../../src/modules/open-data/facts/data-file';

const SHAPES = [
  'dcat-ap-SHACL.ttl',
  'dcat-ap-nl-SHACL.ttl',
  'dcat-ap-nl-SHACL-klassebereik.ttl',
  'dcat-ap-nl-SHACL-klassebereik-codelijsten.ttl',
] as const;

function read(name: string): Quad[] {
  const folder = join(__dirname, '..', '..', 'conformance', 'dcat');
  // Blank nodes of two files must not be taken for the same.
  return new Parser({ blankNodePrefix: `${name}-` }).parse(
    readFileSync(join(folder, name), 'utf8'),
  );
}

function file(name: string, part: DataFile['part']): DataFile {
  return {
    name,
    part,
    year: part === 'year' || part === 'overview' ? 2025 : null,
    day: null,
    mediaType: 'text/csv',
    sha256: 'ab'.repeat(32),
    bytes: 1234,
    rows: 12,
    madeAt: '2025-10-23T09:00:00.000000Z',
    reissuedAt: null,
  };
}

const FILES = [
  file('giften-v1.csv', 'whole'),
  file('giften-v1.jsonl', 'whole'),
  file('giften-2025-v1.xlsx', 'year'),
  file('giften-2025-v1.ods', 'year'),
  file('wijzigingen-2025-10-22-v1.jsonl', 'day'),
  file('overzicht-jaar-2025-v1.csv', 'overview'),
];

async function faults(change: (quads: Quad[]) => Quad[]): Promise<readonly string[]> {
  const publisher = readPublisher();
  const made = catalogue({ base: 'https://partijgiften.example', publisher, files: FILES });
  // Through its text, as a harvester gets it.
  const quads = change(new Parser().parse(await turtle(made)));
  const shapes = SHAPES.flatMap(read);
  const validator = new SHACLValidator(rdf.dataset(shapes), { factory: rdf });
  const report = await validator.validate(rdf.dataset(quads));
  return report.results
    .filter(({ severity }) => severity.value.endsWith('Violation'))
    .map(({ focusNode, path }) => `${focusNode.value} ${path.value}`);
}

describe('DCAT-AP-NL 3: the catalogue of the register', () => {
  it('keeps all four files of shapes', async () => {
    expect(await faults((quads) => quads)).toEqual([]);
  });

  it.each([
    'http://www.w3.org/ns/dcat#contactPoint',
    'http://purl.org/dc/terms/license',
    'http://purl.org/dc/terms/publisher',
    'http://www.w3.org/ns/dcat#theme',
  ])('would be refused without %s', async (left) => {
    const found = await faults((quads) =>
      quads.filter(({ predicate }) => predicate.value !== left),
    );
    expect(found.length).toBeGreaterThan(0);
  });

  it('an empty register has a catalogue that keeps them too', async () => {
    const publisher = readPublisher();
    const quads = catalogue({ base: 'https://partijgiften.example', publisher, files: [] });
    expect(await turtle(quads)).toContain('a dcat:Catalog');
  });
});
