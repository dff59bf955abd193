import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/**
 * The recommended rules of html-validate, and its rules for accessible pages. Left out is how the
 * source is written: nobody reads the spaces of a page that a template made.
 */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: {
      'no-trailing-whitespace': 'off',
      'no-inline-style': 'error',
      'void-style': 'off',
      'doctype-style': 'off',
      'long-title': 'off',
      // On a phone a table is shown as blocks, and then a browser forgets that it is one.
      'no-redundant-role': 'off',
      // A list with a name is read out with it; the default of this rule knows only controls.
      'aria-label-misuse': ['error', { allowAnyNamable: true }],
      // A phone number or an amount may break at the end of a line.
      'tel-non-breaking': 'off',
    },
  }),
);

/** What is wrong in a page, one line for each fault: the rule, the place and the message. */
export async function htmlFaults(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column }) =>
        `${ruleId} at ${String(line)}:${String(column)}: ${message}`,
    ),
  );
}
