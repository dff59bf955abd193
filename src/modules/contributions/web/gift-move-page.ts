import { euroCents } from '../../../legal/kernel/euro-cents';
import { printReference } from '../../../legal/kernel/law-reference';
import { type Typed } from '../../../platform/http/form-faults';
import { formatAmountInput } from '../../../platform/rendering/format';
import { type Fact, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type GiftLife } from '../application/read-ledger';
import { giftFacts, giftTitle } from './gift-detail-page';

/** The last part of the path. */
export type MoveKind = 'teruggeven' | 'afdragen' | 'annuleren';

export interface MoveForm {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly once: string;
  /** The remedy this is part of, when the form was opened from there; '' otherwise. */
  readonly remedy: string;
}

interface Asked {
  readonly cents: number;
  readonly article: string;
}

/** What the law asks to leave of this gift in this way, on the ground that asks most. */
function askedOf(life: GiftLife, kind: MoveKind): Asked {
  const { rootId } = life.current;
  const grounds = life.findings.map(({ content }): Asked => {
    const steps = (content.remedy?.steps ?? []).filter(
      ({ contribution, to }) =>
        contribution === rootId && (to === 'donor') === (kind === 'teruggeven'),
    );
    const cents = steps.reduce((sum, { amount }) => sum + amount, 0);
    const open = Math.min(cents, content.remedy?.open ?? 0);
    return { cents: open, article: printReference(content.remedy?.basis ?? content.basis) };
  });
  return grounds.reduce((most, one) => (one.cents > most.cents ? one : most), {
    cents: 0,
    article: '',
  });
}

function factsFor(life: GiftLife, asked: Asked, words: Words): readonly Fact[] {
  const { current } = life;
  const { returnedCents } = current;
  return [
    ...giftFacts(current, words).slice(0, 5),
    ...(returnedCents === '0'
      ? []
      : [{ label: words.t('treasurer.settle.gone'), value: words.euro(returnedCents) }]),
    ...(asked.cents === 0
      ? []
      : [
          {
            label: words.t('treasurer.settle.asked'),
            value: words.euro(euroCents(asked.cents)),
            note: asked.article,
          },
        ]),
  ];
}

/** The data of pages/contributions/settle.njk. */
export function settlePage(life: GiftLife, kind: MoveKind, form: MoveForm, words: Words): object {
  const { id, form: inForm } = life.current;
  const asked = askedOf(life, kind);
  const kinds = ['transferred_to_state', ...(inForm === 'in_kind' ? ['destroyed'] : [])];
  const amount = asked.cents === 0 ? '' : formatAmountInput(euroCents(asked.cents), words.language);
  return {
    title: words.t(`treasurer.settle.${kind}`),
    action: `/giften/${id}/${kind}`,
    back: form.remedy === '' ? `/giften/${id}` : `/herstel/${form.remedy}`,
    once: form.once,
    remedy: form.remedy,
    facts: factsFor(life, asked, words),
    // One way is no choice.
    kinds:
      kind === 'teruggeven' || kinds.length === 1
        ? []
        : kinds.map((value) => ({ value, label: words.t(`treasurer.settlement.${value}`) })),
    values: { kind: 'transferred_to_state', amount, ...form.typed },
    errors: form.errors,
  };
}

/** The data of pages/contributions/annul.njk. */
export function annulPage(life: GiftLife, form: MoveForm, words: Words): object {
  const { id } = life.current;
  return {
    title: words.t('treasurer.annul.title', { gift: giftTitle(life.current, words) }),
    action: `/giften/${id}/annuleren`,
    back: `/giften/${id}`,
    once: form.once,
    facts: giftFacts(life.current, words).slice(0, 5),
    values: form.typed,
    errors: form.errors,
  };
}
