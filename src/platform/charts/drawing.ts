type Attributes = Readonly<Record<string, string | number>>;

/** A piece of a drawing: an SVG element with its attributes and what stands in it. */
export interface Shape {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: readonly (Shape | string)[];
}

export function shape(
  tag: string,
  attributes: Attributes,
  ...children: readonly (Shape | string)[]
): Shape {
  return { tag, attributes, children };
}

/** A text as it may stand in markup. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Tenths are finer than any screen shows here. */
function written(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 10) / 10) : escaped(value);
}

function markup({ tag, attributes, children }: Shape): string {
  const names = Object.entries(attributes).map(([name, value]) => ` ${name}="${written(value)}"`);
  const inside = children.map((child) =>
    typeof child === 'string' ? escaped(child) : markup(child),
  );
  return inside.length === 0
    ? `<${tag}${names.join('')}/>`
    : `<${tag}${names.join('')}>${inside.join('')}</${tag}>`;
}

/**
 * A picture for a page. Pages escape all they are given; this alone is printed as it is, because
 * it can only be made of shapes, and every text and attribute of those was escaped here.
 */
export class Drawing {
  /** One svg element. */
  readonly svg: string;

  constructor(root: Shape) {
    this.svg = markup(root);
  }
}
