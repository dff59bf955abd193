import { defineDeadline } from '../../../platform/deadlines/deadline';

/** The three moments of a notice duty (decisions.md D1). Their subject is the duty. */
export const NOTICE_REMINDER = defineDeadline('notice.reminder');
export const STATUTORY_TERM_PASSED = defineDeadline('notice.statutory_term_passed');
export const ENFORCED_TERM_PASSED = defineDeadline('notice.enforced_term_passed');

export const DUTY_DEADLINES = [NOTICE_REMINDER, STATUTORY_TERM_PASSED, ENFORCED_TERM_PASSED].map(
  ({ kind }) => kind,
);
