import { type RemedyStep } from '../../../legal/rules/finding';

/** The act that carries out a step. */
export type Way = 'return' | 'state_transfer' | 'destroy';

/**
 * The ways that the law leaves for one step, the ordinary one first (law.md section 7). What goes
 * to the donor goes to the Minister once a return was declared impossible; a thing may then be
 * destroyed. A service cannot be handed over or destroyed: its value is paid.
 */
export function waysOf(
  step: Pick<RemedyStep, 'to' | 'form'>,
  returnImpossible: boolean,
  isService: boolean,
): readonly Way[] {
  const destroy: readonly Way[] = step.form === 'in_kind' && !isService ? ['destroy'] : [];
  if (step.to === 'donor') return returnImpossible ? ['state_transfer', ...destroy] : ['return'];
  return ['state_transfer', ...(step.to === 'minister_or_destroy' ? destroy : [])];
}

/** A discount is never a thing; of what was given in kind only the description can tell. */
export function isService(type: string): boolean {
  return type === 'discount';
}
