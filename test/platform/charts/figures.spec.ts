import { SaxesParser } from 'saxes';
import {
  barChart,
  columnChart,
  type Drawing,
  groupedChart,
  histogramChart,
  lineChart,
} from '../../../src/platform/charts/public';

interface Seen {
  readonly tag: string;
  readonly of: Readonly<Record<string, string>>;
}

function elements(drawing: Drawing): readonly Seen[] {
  const seen: Seen[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => seen.push({ tag: name, of: { ...attributes } }));
  parser.write(drawing.svg).close();
  return seen;
}

const frame = (id: string, linked = false): Parameters<typeof barChart>[0] => ({
  id,
  title: 'Giften',
  description: 'Meer dan vorig jaar.',
  linked,
});
const scale = (value: number): string => `€ ${value}`;

const grouped = groupedChart(frame('a', true), {
  series: ['2025', '2024'],
  scale,
  groups: [
    {
      label: 'j',
      values: [
        { value: 100, said: 'januari 2025: 100', href: '/rijen?maand=1' },
        { value: 50, said: 'januari 2024: 50' },
      ],
    },
    {
      label: 'f',
      values: [
        { value: null, said: '' },
        { value: 25, said: 'februari 2024: 25' },
      ],
    },
  ],
});
const bars = barChart(
  frame('b', true),
  [
    {
      name: 'Een <lange> naam & zo die niet op een regel past',
      value: 200,
      said: '€ 200',
      href: '/rijen?a=1&b=2',
    },
    { name: 'Kort', value: 50, said: '€ 50', before: 100 },
  ],
  ['2025', '2024'],
);
const histogram = histogramChart(frame('c'), {
  scale,
  series: ['overige', 'net onder een grens'],
  bins: [
    { label: '900', value: 4, said: '4', series: 1 },
    { label: '1.000', value: 2, said: '2', series: 0 },
    { label: '', value: 0, said: '0', series: 0 },
  ],
  boundaries: [{ before: 1, label: '€ 1.000' }],
});
const lines = lineChart(frame('d'), {
  labels: ['-2', '-1', '0'],
  scale,
  line: { at: 2, label: 'stemming' },
  series: [
    { name: 'TK 2023', values: [10, 20, 40], said: ['10', '20', '40'] },
    { name: 'TK 2025', values: [5, null, null], said: ['5', '', ''] },
  ],
});

const EVERY: readonly (readonly [string, Drawing, string])[] = [
  ['grouped columns', grouped, 'group'],
  ['bars', bars, 'group'],
  ['histogram', histogram, 'img'],
  ['lines', lines, 'img'],
];

describe('Charts of figures', () => {
  it.each(EVERY)(
    '%s: one drawing with a name; a group when it holds links',
    (_name, drawing, role) => {
      const [svg, title, desc] = elements(drawing);
      expect(svg?.of).toMatchObject({ role, 'aria-labelledby': title?.of['id'] });
      expect(svg?.of['aria-describedby']).toBe(desc?.of['id']);
      expect(elements(drawing).some(({ tag }) => tag === 'a')).toBe(role === 'group');
    },
  );

  it.each(EVERY)('%s: no script, no style, nothing outside its frame', (_name, drawing) => {
    const all = elements(drawing);
    const [, , width = 0, height = 0] = (all[0]?.of['viewBox'] ?? '').split(' ').map(Number);
    expect(all.some(({ tag, of }) => tag === 'script' || 'style' in of)).toBe(false);
    const within = all
      .filter(({ tag, of }) => tag === 'rect' && of['class'] === 'pg-chart__edge')
      .map(({ of }) => [
        Number(of['x']) >= 0 && Number(of['x']) + Number(of['width']) <= width + 0.2,
        Number(of['y']) >= 0 && Number(of['y']) + Number(of['height']) <= height,
      ]);
    expect(within.flat()).not.toContain(false);
  });

  it('what is compared stands side by side on one scale; what is to come is not drawn', () => {
    const drawn = elements(grouped).filter(({ of }) => of['class'] === 'pg-chart__edge');
    expect(drawn.slice(0, 3).map(({ of }) => of['height'])).toEqual(['150', '75', '37.5']);
  });

  it('the address of a bar is written as an attribute may hold it', () => {
    expect(bars.svg).toContain('href="/rijen?a=1&amp;b=2"');
    expect(bars.svg).toContain('Een &lt;lange&gt;');
    expect(
      elements(bars)
        .filter(({ tag }) => tag === 'a')
        .map(({ of }) => of['tabindex']),
    ).toEqual(['-1']);
  });

  it('bins touch, and a threshold is drawn before its bin', () => {
    const [first, second] = elements(histogram).filter(
      ({ of }) => of['class'] === 'pg-chart__edge',
    );
    expect(Number(first?.of['x']) + Number(first?.of['width'])).toBeCloseTo(
      Number(second?.of['x']),
      0,
    );
    expect(first?.of['fill']).not.toBe(second?.of['fill']);
    const line = elements(histogram).find(({ of }) => of['class'] === 'pg-chart__threshold');
    expect(line?.of['x1']).toBe(second?.of['x']);
  });

  it('a course ends where nothing is known yet, and each has points of its own shape', () => {
    const ways = elements(lines).filter(
      ({ of }) => of['class']?.startsWith('pg-chart__series ') === true,
    );
    expect(ways.map(({ of }) => (of['d'] ?? '').split('L').length).slice(0, 2)).toEqual([3, 1]);
    const points = elements(lines).filter(
      ({ of }) => of['class']?.startsWith('pg-chart__point') === true,
    );
    expect(points.filter(({ tag }) => tag === 'circle')).toHaveLength(4);
    expect(points.filter(({ tag }) => tag === 'rect')).toHaveLength(2);
  });

  it('more courses than can be told apart are refused', () => {
    const series = Array.from({ length: 8 }, () => ({ name: 'x', values: [1], said: ['1'] }));
    expect(() => lineChart(frame('e'), { labels: ['0'], scale, line: null, series })).toThrow(
      '7 series apart',
    );
  });

  it('a column leads to its rows too', () => {
    const columns = [
      { label: 'j', said: 'januari', parts: [{ series: 0, value: 1 }], href: '/rijen' },
    ];
    const drawing = columnChart(frame('f', true), { series: ['Gift'], columns, scale });
    expect(elements(drawing).find(({ tag }) => tag === 'a')?.of).toMatchObject({ href: '/rijen' });
  });
});
