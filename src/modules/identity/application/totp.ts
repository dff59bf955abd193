import { generateSecret, generateSync, verifySync } from 'otplib';

const STEP_SECONDS = 30;

function seconds(moment: string): number {
  return Math.floor(Date.parse(moment) / 1000);
}

/** A new secret for an authenticator app, in base32. */
export function newTotpSecret(): string {
  return generateSecret();
}

/**
 * The step of 30 seconds a code belongs to: this one, the one before or the next (RFC 6238).
 * Undefined for a wrong code.
 */
export function stepOfCode(secret: string, code: string, now: string): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = seconds(now);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
  return result.valid ? Math.floor(epoch / STEP_SECONDS) + result.delta : undefined;
}

/**
 * The code an authenticator app would show, for a demonstration and for tests.
 *
 * @param now from `tx.now`; the demo clock may differ from that of the machine.
 * @param usedStep the last step that was used: then the code of the step after it, when that one
 * is accepted already, so that signing in twice in half a minute works.
 */
export function demoTotp(secret: string, now: string, usedStep = -1): string {
  const step = Math.floor(seconds(now) / STEP_SECONDS);
  const unused = Math.min(Math.max(step, usedStep + 1), step + 1);
  return generateSync({ secret, epoch: unused * STEP_SECONDS });
}
