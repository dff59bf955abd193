/** One VEVENT: each property by its name with its parameters, as "DTSTART;VALUE=DATE". */
export type CalendarEvent = Readonly<Record<string, string>> & {
  readonly alarms: readonly Readonly<Record<string, string>>[];
};

export interface ReadCalendar {
  readonly properties: Readonly<Record<string, string>>;
  readonly events: readonly CalendarEvent[];
}

interface Component {
  readonly name: string;
  readonly properties: Record<string, string>;
  readonly children: Component[];
}

function unescaped(value: string): string {
  return value.replace(/\\([nN,;\\])/g, (_all, one: string) => (/n/i.test(one) ? '\n' : one));
}

function contentLines(file: string): readonly string[] {
  if (!/^BEGIN:VCALENDAR\r\n/.test(file)) throw new Error('not a calendar');
  if (/[^\r]\n/.test(file)) throw new Error('RFC 5545, 3.1: lines end with CR and LF');
  const lines = file.replace(/\r\n$/, '').split('\r\n');
  const long = lines.find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) throw new Error(`RFC 5545, 3.1: longer than 75 octets: ${long}`);
  return lines
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
}

function takeIn(open: Component[], name: string, value: string): void {
  const last = open.at(-1);
  if (last === undefined) throw new Error(`RFC 5545: nothing is open at ${name}`);
  if (name === 'BEGIN') {
    const child = { name: value, properties: {}, children: [] };
    last.children.push(child);
    open.push(child);
  } else if (name === 'END') {
    if (last.name !== value) throw new Error(`RFC 5545: ${value} ends inside ${last.name}`);
    open.pop();
  } else last.properties[name] = unescaped(value);
}

function parsed(file: string): Component {
  const open: Component[] = [{ name: '', properties: {}, children: [] }];
  for (const line of contentLines(file)) {
    const [, name = '', value = ''] = /^([A-Z-]+(?:;[^:]+)?):(.*)$/s.exec(line) ?? [];
    if (name === '') throw new Error(`RFC 5545: this is no content line: ${line}`);
    takeIn(open, name, value);
  }
  const [root] = open;
  if (open.length !== 1 || root === undefined) throw new Error('RFC 5545: something stays open');
  return root;
}

/** Reads a file as a strict calendar program does. @throws Error for what RFC 5545 forbids. */
export function readCalendarFile(file: string): ReadCalendar {
  const [calendar] = parsed(file).children;
  if (calendar?.name !== 'VCALENDAR') throw new Error('RFC 5545, 3.4: no VCALENDAR');
  for (const needed of ['VERSION', 'PRODID'])
    if (calendar.properties[needed] === undefined) throw new Error(`RFC 5545, 3.6: no ${needed}`);
  const events = calendar.children.filter(({ name }) => name === 'VEVENT');
  const uids = events.map(({ properties }) => properties['UID'] ?? '');
  if (uids.includes('') || new Set(uids).size < uids.length)
    throw new Error('RFC 5545, 3.8.4.7: each event has a UID of its own');
  if (events.some(({ properties }) => properties['DTSTAMP'] === undefined))
    throw new Error('RFC 5545, 3.6.1: an event has a DTSTAMP');
  return {
    properties: calendar.properties,
    events: events.map(({ properties, children }) => ({
      ...properties,
      alarms: children.filter(({ name }) => name === 'VALARM').map((one) => one.properties),
    })) as unknown as readonly CalendarEvent[],
  };
}
