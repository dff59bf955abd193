import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, LANGUAGES } from './language';

export type TextValues = Readonly<Record<string, string>>;

type Catalogue = ReadonlyMap<string, string>;

function readArea(file: string): readonly [string, string][] {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new Error(`${file} must hold one flat object of texts`);
  }
  return Object.entries(content).map(([key, text]: [string, unknown]) => {
    if (typeof text !== 'string') throw new Error(`${file}: "${key}" must be a text`);
    return [key, text];
  });
}

function readCatalogue(folder: string): Catalogue {
  const catalogue = new Map<string, string>();
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  for (const name of files.sort()) {
    for (const [key, text] of readArea(join(folder, name))) {
      if (catalogue.has(key)) throw new Error(`${join(folder, name)}: "${key}" is written twice`);
      // An amount in a sentence is never broken after its sign.
      catalogue.set(key, text.replaceAll('€ ', '€\u00a0'));
    }
  }
  return catalogue;
}

function keysMissing(wanted: Catalogue, present: Catalogue): string[] {
  return [...wanted.keys()].filter((key) => !present.has(key));
}

/**
 * The texts of the pages, read once from templates/texts/{nl,en}/*.json and merged. A key that is
 * not there is an error, never an empty place on a page.
 */
export class Texts {
  private constructor(private readonly catalogues: Readonly<Record<Language, Catalogue>>) {}

  /**
   * @throws Error naming every key that one language has and the other lacks, and for a key that
   *   is written twice.
   */
  static read(templates: string): Texts {
    const folder = (language: Language): string => join(templates, 'texts', language);
    const catalogues = { nl: readCatalogue(folder('nl')), en: readCatalogue(folder('en')) };
    const missing = LANGUAGES.flatMap((language) =>
      keysMissing(catalogues[language === 'nl' ? 'en' : 'nl'], catalogues[language]).map(
        (key) => `${language}: "${key}"`,
      ),
    );
    if (missing.length > 0) {
      throw new Error(`These texts are missing in templates/texts: ${missing.join(', ')}`);
    }
    return new Texts(catalogues);
  }

  has(key: string): boolean {
    return this.catalogues.nl.has(key);
  }

  /**
   * The text of a key with its `{name}` places filled in.
   *
   * @throws Error for an unknown key and for a place that gets no value.
   */
  t(language: Language, key: string, values: TextValues = {}): string {
    const text = this.catalogues[language].get(key);
    if (text === undefined) throw new Error(`No text "${key}" in templates/texts/${language}`);
    return text.replace(/\{(\w+)\}/g, (_place, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`Text "${key}" needs a value for {${name}}`);
      return value;
    });
  }
}
