const LONGEST = 500;

/** What is kept of an error: kind, SQLSTATE and message, cut short; never the rows PostgreSQL adds. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error).slice(0, LONGEST);
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return `${error.name}${code}: ${error.message}`.slice(0, LONGEST);
}
