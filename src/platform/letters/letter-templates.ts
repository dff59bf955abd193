import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Environment, FileSystemLoader } from 'nunjucks';
import { canonicalJson, sha256Hex } from '../json/canonical';
import { literalData } from './literal';

/** Changes with every change in how the same Markdown is put on paper. */
const RENDERER = 'letter/1';
const ENDING = '.md.njk';

/** The templates in one folder: Markdown with places, made into Markdown without. */
export class LetterTemplates {
  private readonly environment: Environment;
  private readonly texts: ReadonlyMap<string, string>;

  constructor(folder: string) {
    const files = readdirSync(folder).filter((name) => name.endsWith(ENDING));
    this.texts = new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    this.environment = new Environment(new FileSystemLoader(folder), {
      // Not HTML: every text is made literal Markdown before a template sees it.
      autoescape: false,
      throwOnUndefined: true,
      trimBlocks: true,
      lstripBlocks: true,
    });
  }

  /**
   * @param name without its ending, such as 'dunning'.
   * @param data texts, yes/no values, lists and objects of those.
   * @throws Error for a place without a value, and for a number or a Date.
   */
  markdown(name: string, data: object): string {
    return this.environment.render(`${name}${ENDING}`, literalData(data) as object);
  }

  /**
   * SHA-256 of the template with the parts it includes and the way it is put on paper, 64
   * hexadecimal digits: with the same one, the same content gives the same bytes.
   */
  sha256(name: string): string {
    const parts = [...this.texts].filter(([file]) => file.startsWith('_')).sort();
    const template = this.texts.get(`${name}${ENDING}`);
    if (template === undefined) throw new Error(`there is no letter template "${name}"`);
    return sha256Hex(canonicalJson({ renderer: RENDERER, template, parts }));
  }
}
