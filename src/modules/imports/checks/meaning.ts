import { type Severity } from '../../../legal/rules/finding';

/** What booking a row will mean, by today's facts. */
export interface Meaning {
  /** Last day of the notice this gift asks for; null when it asks for none. */
  readonly noticeBy: string | null;
  /** What the rules will say of it. */
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: Severity;
    readonly outcome: string;
  }[];
}
