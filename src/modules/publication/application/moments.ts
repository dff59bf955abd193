const HOUR = 3_600_000;

/** ISO instants in UTC; `hours` may be a fraction. */
export function hoursLater(moment: string, hours: number): string {
  return new Date(Date.parse(moment) + hours * HOUR).toISOString();
}

/** As platform.iso() writes it, to the microsecond. */
export function inMicroseconds(moment: string): string {
  return moment.replace(/\.(\d{3})Z$/, '.$1000Z');
}
