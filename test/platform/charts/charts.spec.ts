import { SaxesParser } from 'saxes';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import {
  columnChart,
  type ColumnData,
  type Drawing,
  shareChart,
  thresholdChart,
  timelineChart,
} from '../../../src/platform/charts/public';
import { roundedUp } from '../../../src/platform/charts/frame';

interface Seen {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Every element in order, as a strict reader of XML finds it. */
function elements(drawing: Drawing): readonly Seen[] {
  const parser = new SaxesParser();
  const seen: Seen[] = [];
  const open: Seen[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const one = { tag: name, attributes: { ...attributes }, text: '' };
    seen.push(one);
    open.push(one);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(drawing.svg).close();
  return seen;
}

const FRAME = { id: 'months', title: 'Giften per maand', description: 'De meeste in maart.' };
const MONTHS: ColumnData = {
  series: ['Gift', 'Contributie'],
  scale: (value) => `€ ${value}`,
  columns: [
    { label: 'j', said: 'januari: 100', parts: [{ series: 0, value: 100 }] },
    { label: 'f', said: 'februari: 0', parts: [{ series: 0, value: 0 }] },
    {
      label: 'm',
      said: 'maart: 200',
      parts: [
        { series: 0, value: 150 },
        { series: 1, value: 50 },
      ],
    },
  ],
};

const bars = (drawing: Drawing): readonly Seen[] =>
  elements(drawing).filter(
    ({ tag, attributes }) => tag === 'rect' && attributes['class'] === 'pg-chart__edge',
  );

const EVERY_CHART: readonly (readonly [string, Drawing])[] = [
  ['columns', columnChart({ ...FRAME, id: 'a' }, MONTHS)],
  [
    'shares',
    shareChart({ ...FRAME, id: 'b' }, [
      { name: 'Gift', value: 3, said: '€ 3' },
      { name: 'Natura', value: 1, said: '€ 1' },
    ]),
  ],
  [
    'thresholds',
    thresholdChart(
      { ...FRAME, id: 'c' },
      [{ name: 'J. de <Vries> & Zn.', value: 120, said: 'nog niets' }],
      [
        { value: 10, label: 'Melden: € 10' },
        { value: 100, label: 'Plafond: € 100' },
      ],
    ),
  ],
  [
    'timeline',
    timelineChart(
      { ...FRAME, id: 'd' },
      {
        today: plainDate('2025-10-23'),
        todayLabel: 'Vandaag',
        month: (first) => first.slice(5, 7),
        marks: [
          {
            day: plainDate('2025-10-21'),
            name: 'Te laat',
            said: '21 oktober 2025',
            state: 'passed',
          },
          {
            day: plainDate('2025-12-01'),
            name: 'Overzicht na de verkiezing',
            said: '1 december 2025',
            state: 'to_come',
          },
        ],
      },
    ),
  ],
];

describe('Every chart', () => {
  it.each(EVERY_CHART)('%s: is one picture with a name and a description', (_name, drawing) => {
    const [svg, title, desc] = elements(drawing);
    expect(svg?.attributes).toMatchObject({ role: 'img', class: 'pg-chart' });
    expect(svg?.attributes['aria-labelledby']).toBe(title?.attributes['id']);
    expect(svg?.attributes['aria-describedby']).toBe(desc?.attributes['id']);
    expect([title?.text, desc?.text]).toEqual([FRAME.title, FRAME.description]);
  });

  it.each(EVERY_CHART)('%s: holds no script, no style and no event', (_name, drawing) => {
    const all = elements(drawing);
    expect(all.filter(({ tag }) => ['script', 'style', 'image', 'a'].includes(tag))).toEqual([]);
    const names = all.flatMap(({ attributes }) => Object.keys(attributes));
    expect(names.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
  });

  it.each(EVERY_CHART)('%s: stays within its frame, of 360 units wide', (_name, drawing) => {
    const all = elements(drawing);
    const [, , width, height] = (all[0]?.attributes['viewBox'] ?? '').split(' ').map(Number);
    expect(width).toBe(360);
    for (const { tag, attributes } of all.filter((one) => one.tag === 'rect')) {
      if (attributes['class']?.startsWith('pg-chart__ground') === true) continue;
      const right = Number(attributes['x']) + Number(attributes['width']);
      const bottom = Number(attributes['y']) + Number(attributes['height']);
      expect([tag, right <= 360.2, bottom <= (height ?? 0)]).toEqual(['rect', true, true]);
    }
  });

  it.each(EVERY_CHART)('%s: every pattern it points to is there', (_name, drawing) => {
    const all = elements(drawing);
    const ids = all
      .filter(({ tag }) => tag === 'pattern')
      .map(({ attributes }) => attributes['id']);
    const fills = all.flatMap(({ attributes }) => attributes['fill'] ?? []);
    for (const fill of fills) expect(ids.map((id) => `url(#${id ?? ''})`)).toContain(fill);
  });

  it('a name is a text, whatever it holds', () => {
    const drawing = EVERY_CHART[2]?.[1];
    expect(drawing?.svg).toContain('J. de &lt;Vries&gt; &amp; Zn.');
  });
});

describe('Columns', () => {
  it('are as high as their amount, on a round scale', () => {
    const heights = bars(columnChart(FRAME, MONTHS))
      .slice(0, 3)
      .map(({ attributes }) => Number(attributes['height']));
    // The scale runs to 200; the plot is 150 high.
    expect(heights).toEqual([75, 112.5, 37.5]);
  });

  it('the parts of one column stand on each other', () => {
    const [, lower, upper] = bars(columnChart(FRAME, MONTHS));
    const top = Number(upper?.attributes['y']) + Number(upper?.attributes['height']);
    expect(top).toBe(Number(lower?.attributes['y']));
    expect(lower?.attributes['fill']).not.toBe(upper?.attributes['fill']);
  });

  it('one series needs no legend', () => {
    const one = { ...MONTHS, series: ['Gift'], columns: MONTHS.columns.slice(0, 2) };
    const said = elements(columnChart(FRAME, one)).map(({ text }) => text);
    expect(said).not.toContain('Gift');
    expect(elements(columnChart(FRAME, MONTHS)).map(({ text }) => text)).toContain('Contributie');
  });

  it('a year without anything is drawn too', () => {
    const none = { ...MONTHS, columns: MONTHS.columns.map((one) => ({ ...one, parts: [] })) };
    expect(bars(columnChart({ ...FRAME, id: 'none' }, { ...none, series: ['Gift'] }))).toEqual([]);
  });

  it('more series than can be told apart are refused', () => {
    const columns = [{ label: 'j', said: 'j', parts: [{ series: 7, value: 1 }] }];
    expect(() => columnChart(FRAME, { ...MONTHS, columns })).toThrow('7 series apart');
  });

  it.each([
    [0, 1],
    [1, 1],
    [1.1, 2],
    [201, 250],
    [2_600, 5_000],
    [99_999, 100_000],
  ])('the scale above %d ends at %d', (largest, top) => {
    expect(roundedUp(largest)).toBe(top);
  });
});

describe('Bars with thresholds', () => {
  const chart = (value: number): readonly Seen[] =>
    bars(
      thresholdChart(
        FRAME,
        [{ name: 'A', value, said: '' }],
        [{ value: 100_000, label: 'Plafond' }],
      ),
    );

  it('exactly the cap is one bar of the full width', () => {
    expect(chart(100_000).map(({ attributes }) => attributes['width'])).toEqual(['360']);
  });

  it('what is over the cap stands apart, with a look of its own', () => {
    const [within, over] = chart(120_000);
    expect(within?.attributes['width']).toBe('300');
    expect(over?.attributes['width']).toBe('60');
    expect(within?.attributes['fill']).not.toBe(over?.attributes['fill']);
  });
});

describe('Terms in time', () => {
  it('stand from left to right as their days do, each with a shape of its own', () => {
    const all = elements(EVERY_CHART[3]?.[1] as Drawing);
    const today = all.find(({ attributes }) => attributes['class'] === 'pg-chart__today');
    const later = all.find(({ attributes }) => attributes['class'] === 'pg-chart__to-come');
    const before = all.find(({ attributes }) => attributes['class'] === 'pg-chart__passed');
    const start = Number(/^M([\d.]+)/.exec(before?.attributes['d'] ?? '')?.[1]);
    expect(start).toBeLessThan(Number(today?.attributes['x1']));
    expect(Number(later?.attributes['cx'])).toBeGreaterThan(Number(today?.attributes['x1']));
  });
});
