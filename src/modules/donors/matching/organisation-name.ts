import { fold, soundOf } from './text';

export type LegalForm =
  'bv' | 'nv' | 'stichting' | 'vereniging' | 'cooperatie' | 'vof' | 'eenmanszaak';

/** The name of a company, foundation or association in its parts. */
export interface OrganisationName {
  /** What tells it from others: without legal form and filler words, in a fixed order. */
  readonly core: string;
  /** The same words as they sound, in a fixed order. */
  readonly words: readonly string[];
  readonly form: LegalForm | null;
  /** Words that tell one company of a group from another: holding, beheer, vastgoed. */
  readonly roles: string;
}

const FORMS: readonly (readonly [RegExp, LegalForm])[] = [
  [/\b(b\.?\s?v\.?|besloten vennootschap)(?=\s|$|,|\))/gu, 'bv'],
  [/\b(n\.?\s?v\.?|naamloze vennootschap)(?=\s|$|,|\))/gu, 'nv'],
  [/\b(v\.?\s?o\.?\s?f\.?|vennootschap onder firma)(?=\s|$|,|\))/gu, 'vof'],
  [/\b(stichting|stg\.?|sticht\.)(?=\s|$)/gu, 'stichting'],
  [/\b(vereniging|ver\.|vereen\.|vereeniging)(?=\s|$)/gu, 'vereniging'],
  [/\b(cooperatie|cooperatieve|coop\.?|u\.a\.|b\.a\.)(?=\s|$)/gu, 'cooperatie'],
  [/\b(eenmanszaak)\b/gu, 'eenmanszaak'],
];

const ROLES = new Set(
  'holding holdings beheer vastgoed exploitatie management pensioen participaties beleggingen invest'.split(
    ' ',
  ),
);
const FILLERS = new Set(
  'de het een en & and van der den te voor handelend onder naam hodn h.o.d.n. t.h.o.d.n.'.split(
    ' ',
  ),
);
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['mij', 'maatschappij'],
  ['ned', 'nederland'],
  ['int', 'international'],
  ['internationaal', 'international'],
  ['gebr', 'gebroeders'],
  ['ass', 'assurantien'],
  ['adm', 'administratie'],
  ['bouwbedr', 'bouwbedrijf'],
]);

const ORGANISED =
  /\b(b\.?v|n\.?v|v\.?o\.?f|stichting|stg|vereniging|holding|beheer|cooperatie|company|bedrijf|bouw|groep|fonds)\b/u;

/** True when a name is plainly that of an organisation. */
export function looksOrganised(name: string): boolean {
  return ORGANISED.test(fold(name));
}

export function readOrganisationName(text: string): OrganisationName {
  let name = ` ${fold(text)} `;
  let form: LegalForm | null = null;
  for (const [written, legal] of FORMS) {
    const without = name.replace(written, ' ');
    if (without === name) continue;
    form ??= legal;
    name = without;
  }
  const words = name
    .replace(/[^a-z0-9&]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && !FILLERS.has(word))
    .map((word) => ABBREVIATIONS.get(word) ?? word);
  const roles = words
    .filter((word) => ROLES.has(word))
    .sort()
    .join(' ');
  const telling = words
    .filter((word) => !ROLES.has(word))
    .map(soundOf)
    .sort();
  return { core: telling.join(' '), words: telling, form, roles };
}
