import { shape, type Shape } from '../../../platform/charts/drawing';

/** What tells kinds apart in a drawing: the form first, the colour only repeats it. */
export const FORMS = [
  'person',
  'company',
  'foundation',
  'association',
  'party',
  'recipient',
  'owner',
  'address',
  'account',
  'number',
] as const;
export type Form = (typeof FORMS)[number];

const FORM_OF: Readonly<Record<string, Form>> = {
  legal_person: 'company',
  undertaking: 'company',
  organisation: 'company',
  foundation: 'foundation',
  association: 'association',
  party: 'party',
  group_member: 'recipient',
  scientific_institute: 'recipient',
  youth_organisation: 'recipient',
  foreign_activities: 'recipient',
  other_affiliate: 'recipient',
  candidate: 'recipient',
  branch: 'recipient',
  owner: 'owner',
  address: 'address',
  account: 'account',
  trade_register_number: 'number',
};

export function formOf(kind: string): Form {
  return FORM_OF[kind] ?? 'person';
}

function path(x: number, y: number, points: readonly (readonly [number, number])[]): string {
  const steps = points.map(([dx, dy], at) => {
    const letter = at === 0 ? 'M' : 'L';
    return `${letter}${String(Math.round((x + dx) * 10) / 10)} ${String(Math.round((y + dy) * 10) / 10)}`;
  });
  return `${steps.join(' ')} Z`;
}

type Points = readonly (readonly [number, number])[];

const OUTLINES: Readonly<Partial<Record<Form, Points>>> = {
  company: [
    [-9, -9],
    [9, -9],
    [9, 9],
    [-9, 9],
  ],
  foundation: [
    [0, -11],
    [11, 8],
    [-11, 8],
  ],
  association: [
    [-10, 0],
    [-5, -9],
    [5, -9],
    [10, 0],
    [5, 9],
    [-5, 9],
  ],
  recipient: [
    [0, -11],
    [11, 0],
    [0, 11],
    [-11, 0],
  ],
  address: [
    [0, -11],
    [10, -2],
    [10, 9],
    [-10, 9],
    [-10, -2],
  ],
  account: [
    [-12, -7],
    [12, -7],
    [12, 7],
    [-12, 7],
  ],
  number: [
    [-9, -9],
    [4, -9],
    [9, -4],
    [9, 9],
    [-9, 9],
  ],
};

/** The form of a node, around its middle. */
export function nodeShape(form: Form, x: number, y: number): readonly Shape[] {
  const look = { class: `pg-network__form pg-network__form--${form}` };
  const outline = OUTLINES[form];
  if (outline !== undefined) {
    const body = shape('path', { ...look, d: path(x, y, outline) });
    if (form !== 'account') return [body];
    const stripe = { class: 'pg-network__stripe', x1: x - 12, x2: x + 12, y1: y - 2, y2: y - 2 };
    return [body, shape('line', stripe)];
  }
  if (form === 'party')
    return [
      shape('rect', { ...look, x: x - 13, y: y - 9, width: 26, height: 18, rx: 9 }),
      shape('line', { class: 'pg-network__stripe', x1: x - 7, x2: x + 7, y1: y, y2: y }),
    ];
  const circle = shape('circle', { ...look, cx: x, cy: y, r: 9 });
  if (form === 'person') return [circle];
  return [circle, shape('circle', { class: 'pg-network__dot', cx: x, cy: y, r: 3.5 })];
}
