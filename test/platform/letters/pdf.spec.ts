import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import { type LetterFrame } from '../../../src/platform/letters/frame';
import { mm, PAPER } from '../../../src/platform/letters/paper';
import { literal } from '../../../src/platform/letters/literal';
import { readBlocks } from '../../../src/platform/letters/read-blocks';
import { writeLetter } from '../../../src/platform/letters/write-letter';
import { type Node, PdfReader, transcript } from './pdf-reader';

const FRAME: LetterFrame = {
  title: 'Een besluit (Z-1)',
  organisation: 'Ministerie van de Proef',
  unit: 'Afdeling Brieven',
  returnAddress: 'Retouradres: Postbus 0, 0000 AA Dorp',
  addressee: ['Partij Şahin', 'T.a.v. het bestuur', 'Dĳkweg 1', '1234 AB Dorp'],
  aside: ['Afdeling Brieven', 'post@test.invalid'],
  fields: [
    { label: 'Datum', value: '3 juni 2025' },
    { label: 'Ons kenmerk', value: 'Z-1' },
  ],
  subject: { label: 'Onderwerp', value: 'Een besluit' },
  running: 'Z-1',
  pageOf: 'Pagina {page} van {pages}',
  day: plainDate('2025-06-03'),
};

const SENTENCE = 'Deze zin staat er om te zien hoe een lange brief over de bladzijden loopt. ';
const ROWS = Array.from({ length: 60 }, (_, at) => `| rij ${String(at)} | € ${String(at)},00 |`);
const TEXT = [
  'Geachte heer of mevrouw,',
  `${SENTENCE.repeat(20)}**Dit is vet.**`,
  '## Een tabel',
  ['| Wat | Bedrag |', '| :-- | --: |', ...ROWS].join('\n'),
  '## Een lijst',
  `- een\n- ${SENTENCE.repeat(4)}\n\n1. eerste\n2. tweede`,
  `> ${SENTENCE.repeat(60)}`,
  'Hoogachtend,\\\n\\\nde schrijver',
].join('\n\n');

const write = (text = TEXT, frame: Partial<LetterFrame> = {}): Promise<Buffer> =>
  writeLetter({ ...FRAME, ...frame }, readBlocks(text));
const open = async (text?: string, frame?: Partial<LetterFrame>): Promise<PdfReader> =>
  new PdfReader(await write(text, frame));

function all(node: Node, type: string): readonly Node[] {
  const own = node.type === type ? [node] : [];
  return [...own, ...node.children.flatMap((child) => all(child, type))];
}

describe('A letter on paper', () => {
  let reader: PdfReader;
  beforeAll(async () => {
    reader = await open();
  });

  it('is a tagged PDF in Dutch with a title that is shown (PDF/UA-1)', () => {
    const { catalog, info } = reader;
    expect(reader.textOf(catalog.entries['Lang'])).toBe('nl-NL');
    expect(reader.dictionary(catalog.entries['MarkInfo']).entries['Marked']).toBe(true);
    expect(reader.dictionary(catalog.entries['ViewerPreferences']).entries).toEqual({
      DisplayDocTitle: true,
    });
    expect(reader.textOf(info.entries['Title'])).toBe('Een besluit (Z-1)');
    expect(reader.stream(catalog.entries['Metadata'])).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('says everything in its structure or marks it as decoration; nothing is neither', () => {
    const drawn = reader.drawn();
    expect(drawn.length).toBeGreaterThan(200);
    expect(drawn.filter(({ mark }) => mark === null)).toEqual([]);
    const decoration = drawn.filter(({ mark }) => mark === 'artifact').map(({ text }) => text);
    const pages = reader.pages.length;
    expect(decoration.filter((text) => text.startsWith('Pagina '))).toEqual(
      Array.from({ length: pages }, (_, at) => `Pagina ${String(at + 1)} van ${String(pages)}`),
    );
  });

  it('reads in order: sender, addressee, subject as its one H1, then headings, lists and tables', () => {
    const structure = reader.structure();
    expect(all(structure, 'H1').map(({ text }) => text)).toEqual(['Een besluit']);
    expect(all(structure, 'H2').map(({ text }) => text)).toEqual(['Een tabel', 'Een lijst']);
    const [table] = all(structure, 'Table');
    expect(table?.children.map(({ type }) => type)).toEqual(['THead', 'TBody']);
    expect(all(structure, 'TH').map(({ scope, text }) => [scope, text])).toEqual([
      ['Column', 'Wat'],
      ['Column', 'Bedrag'],
    ]);
    expect(all(structure, 'TD')).toHaveLength(120);
    expect(all(structure, 'L')).toHaveLength(2);
    expect(all(structure, 'LI')[0]?.children.map(({ type }) => type)).toEqual(['Lbl', 'LBody']);
    const lines = transcript(structure);
    expect(lines.slice(0, 3)).toEqual([
      'Ministerie van de Proef Afdeling Brieven',
      'Retouradres: Postbus 0, 0000 AA Dorp',
      'Partij Şahin T.a.v. het bestuur Dĳkweg 1 1234 AB Dorp',
    ]);
    expect(lines.at(-1)).toBe('Hoogachtend, de schrijver');
  });

  it('prints names with Ş and ĳ from a font that is inside the file', () => {
    expect(reader.fonts().map(({ embedded }) => embedded)).toEqual([true, true]);
    expect(reader.structure().text).toContain('Partij Şahin');
    expect(reader.structure().text).toContain('Dĳkweg 1');
  });

  it('shows a letter that the font lacks as a mark, and leaves none out', async () => {
    const { text } = (await open(`Naam: ${literal('漢 한 ऄ')} einde`)).structure();
    expect(text).toContain('Naam: \ufffd \ufffd \ufffd einde');
  });

  it('shows the addressee in the window on the left, and nothing else there', () => {
    const { left, right, top, bottom } = PAPER.window;
    const inWindow = reader
      .drawn()
      .filter(({ page, x, y }) => page === 1 && y > top && y < bottom && x >= left && x < right);
    expect(inWindow.map(({ text }) => text.trim())).toEqual(FRAME.addressee);
    expect([left, top]).toEqual([mm(25), mm(50)]);
    expect(inWindow.every(({ x, width }) => x + width < right)).toBe(true);
  });

  it.each([
    ['six lines', ['Naam', 'a', 'b', 'c', 'd', 'e']],
    ['a long name and five lines', [SENTENCE.slice(0, 70), 'a', 'b', 'c', 'd', 'e']],
  ])('fits an address of %s in the window', async (_what, addressee) => {
    const lines = (await open('Tekst.', { addressee }))
      .drawn()
      .filter(
        ({ x, y }) =>
          Math.abs(x - PAPER.window.left) < 0.1 && y > PAPER.window.top && y < PAPER.fields,
      );
    expect(lines.map(({ text }) => text.trim()).join(' ')).toBe(
      addressee.map((a) => a.trim()).join(' '),
    );
    expect(Math.max(...lines.map(({ y }) => y))).toBeLessThan(PAPER.window.bottom);
  });

  it('refuses an address that cannot be in the window', async () => {
    const addressee = Array.from({ length: 12 }, (_, at) => `regel ${String(at)}`);
    await expect(write('Tekst.', { addressee })).rejects.toThrow(
      'does not fit in the window of the envelope',
    );
  });

  it('stays between its margins, also with a word that is wider than the page', async () => {
    const wide = await open(
      `${'x'.repeat(400)}\n\n| A | B |\n| :-- | --: |\n| ${'y'.repeat(300)} | 1 |`,
    );
    for (const one of [reader, wide])
      for (const { text, x, y, width, size } of one.drawn()) {
        expect(x).toBeGreaterThanOrEqual(PAPER.left - 0.01);
        const visible = width - (/ $/.test(text) ? size / 3 : 0);
        expect(x + visible).toBeLessThanOrEqual(PAPER.right + 1.5);
        expect(y).toBeLessThan(PAPER.footer + 1);
      }
    expect(wide.structure().text).toContain('x'.repeat(400));
    expect(wide.structure().text).toContain('y'.repeat(300));
  });

  it('repeats the head of a table on each page for the eye', () => {
    const heads = reader.drawn().filter(({ text }) => text === 'Bedrag');
    expect(new Set(heads.map(({ page }) => page)).size).toBe(heads.length);
    expect(heads.length).toBeGreaterThan(1);
    expect(heads.slice(1).every(({ mark }) => mark === 'artifact')).toBe(true);
  });

  it.each(Array.from({ length: 16 }, (_, at) => at + 18))(
    'a table of %i rows never leaves one row alone on the next page',
    async (count) => {
      const table = ['| Wat | Bedrag |', '| :-- | --: |', ...ROWS.slice(0, count)].join('\n');
      const rows = (await open(table)).drawn().filter(({ text }) => text.startsWith('rij '));
      const last = rows.filter(({ page }) => page === rows.at(-1)?.page);
      expect(last.length).toBeGreaterThan(1);
    },
  );

  it('keeps a signature on one page, and two lines of a paragraph on either side of a break', async () => {
    for (let sentences = 24; sentences < 60; sentences += 3) {
      const text = `${SENTENCE.repeat(sentences)}\n\nHoogachtend,\\\n\\\nde schrijver`;
      const drawn = (await open(text)).drawn().filter(({ mark }) => mark !== 'artifact');
      const pageOf = (start: string): number =>
        drawn.find((one) => one.text.startsWith(start))?.page ?? 0;
      expect(pageOf('de schrijver')).toBe(pageOf('Hoogachtend'));
      const body = drawn.filter(
        ({ text: line, y, page }) =>
          /zin|bladzijden|lange/.test(line) && (page > 1 || y > PAPER.fields),
      );
      const last = body.filter(({ page }) => page === body.at(-1)?.page);
      if (last.length < body.length) expect(last.length).toBeGreaterThan(1);
    }
  });

  it('is the same bytes for the same letter, and others for another day or another word', async () => {
    const first = await write();
    expect((await write()).equals(first)).toBe(true);
    expect((await write(TEXT, { day: plainDate('2025-06-04') })).equals(first)).toBe(false);
    expect((await write(`${TEXT}!`)).equals(first)).toBe(false);
    expect(reader.textOf(reader.info.entries['CreationDate'])).toBe('D:20250603000000Z');
  });

  it('is the same bytes in another process with another clock, time zone and language', async () => {
    const root = join(__dirname, '..', '..', '..');
    const program = `
      require('./test/support/typescript-hook.cjs');
      const { readBlocks } = require('./src/platform/letters/read-blocks.ts');
      const { writeLetter } = require('./src/platform/letters/write-letter.ts');
      const [frame, text] = JSON.parse(process.argv[1]);
      writeLetter(frame, readBlocks(text)).then((pdf) => process.stdout.write(pdf));`;
    const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8' };
    const other = execFileSync(process.execPath, ['-e', program, JSON.stringify([FRAME, TEXT])], {
      cwd: root,
      env,
      maxBuffer: 10_000_000,
    });
    expect(other.equals(await write())).toBe(true);
  });

  it('reads the same with pdftotext, where that is installed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'letter-'));
    const file = join(folder, 'letter.pdf');
    const values = ['# Şahin | **x** <b>ĳ</b> \\', '€ 1.000,00', '{{ 7*7 }} &amp; _y_'];
    writeFileSync(file, await write(values.map((value) => literal(value)).join('\n\n')));
    const read = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    const text =
      read.status === 0
        ? read.stdout
        : (await open(values.map(literal).join('\n\n'))).structure().text;
    rmSync(folder, { recursive: true });
    for (const value of values) expect(text).toContain(value);
  });
});
