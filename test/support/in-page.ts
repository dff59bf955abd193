/**
 * What a function given to `page.evaluate` finds in the browser. The project is compiled without
 * the library of the DOM, so that no code of the server can lean on it.
 */
export interface ElementInPage {
  readonly id: string;
  readonly outerHTML: string;
  readonly clientWidth: number;
  readonly getAttribute: (name: string) => string | null;
  readonly closest: (selector: string) => ElementInPage | null;
  readonly getBoundingClientRect: () => {
    readonly left: number;
    readonly right: number;
    readonly width: number;
    readonly height: number;
  };
}

export interface InPage {
  readonly document: {
    readonly activeElement: ElementInPage | null;
    readonly documentElement: ElementInPage;
    readonly querySelectorAll: (selector: string) => Iterable<ElementInPage>;
  };
  readonly getComputedStyle: (element: ElementInPage) => {
    readonly outlineStyle: string;
    readonly outlineWidth: string;
  };
}
