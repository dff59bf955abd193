import { formText } from '../../../platform/http/body';
import { type Typed } from '../../../platform/http/form-faults';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { TIP_KINDS, type TipKind, type ToldTip } from '../application/tell-tip';

/** The fields of the form in their order on the page, with the most signs each may hold. */
const MOST = {
  soort: 20,
  verhaal: 10_000,
  partij: 300,
  wie: 1000,
  wanneer: 300,
  hoe: 2000,
  contact: 300,
} as const;

export const TIP_FIELDS = Object.keys(MOST) as readonly (keyof typeof MOST)[];

/** The most signs of one message after the tip. */
export const LONGEST_MESSAGE = 5000;

/** Without what cannot be seen; lines stay lines. */
export function cleanText(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '').trim();
}

export function readTip(body: unknown): Typed {
  return Object.fromEntries(TIP_FIELDS.map((field) => [field, cleanText(formText(body, field))]));
}

/** Everything that is wrong, at its fields. */
export function tipErrors(typed: Typed, words: Words): readonly FormError[] {
  return TIP_FIELDS.flatMap((field) => {
    const text = typed[field] ?? '';
    if (field === 'verhaal' && text === '')
      return [{ field, message: words.t('tips.fault.storyMissing') }];
    if (text.length <= MOST[field]) return [];
    const [most, count] = [String(MOST[field]), String(text.length)];
    return [{ field, message: words.t('tips.fault.tooLong', { most, count }) }];
  });
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

function kindOf(text: string | undefined): TipKind {
  return TIP_KINDS.find((kind) => kind === text) ?? 'other';
}

/** What was told in a form without faults. */
export function toldIn(typed: Typed): ToldTip {
  return {
    kind: kindOf(typed['soort']),
    story: typed['verhaal'] ?? '',
    aboutParty: orNull(typed['partij']),
    aboutWhom: orNull(typed['wie']),
    happened: orNull(typed['wanneer']),
    knownHow: orNull(typed['hoe']),
    contact: orNull(typed['contact']),
  };
}
