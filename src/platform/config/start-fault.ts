/**
 * Something in the surroundings keeps the program from starting: a port in use, a wrong address, a
 * damaged folder. The message is one line for the person at the keyboard: what, which value, and
 * how to mend it. The starter prints it without a stack trace and ends with code 1.
 */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}

/** The message of whatever was thrown, on one line. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').trim();
}

/** The code an error carries, such as EADDRINUSE or an SQLSTATE; empty when it carries none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
