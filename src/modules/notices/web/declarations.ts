import { type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type Pages } from '../../../platform/http/pages';
import { type FormError } from '../../../platform/rendering/page-parts';

/** What a person declares right before sending: two boxes, in the first person. */
const DECLARATIONS = ['truth', 'mandate'] as const;

export function ticked(request: WebRequest, name: (typeof DECLARATIONS)[number]): boolean {
  return formText(request.body, name) === 'yes';
}

/** A message for each box that was left empty. */
export function declarationFaults(request: WebRequest, pages: Pages): readonly FormError[] {
  return DECLARATIONS.filter((name) => !ticked(request, name)).map((field) => ({
    field,
    message: pages.t(request, `notices.new.${field}Missing`),
  }));
}
