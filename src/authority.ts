import { ACCESS } from './authority/access';
import { BANK } from './authority/bank';
import { INSIGHT } from './authority/insight';
import { INTEGRATIONS } from './authority/integrations';
import { LAW } from './authority/law';
import { NETWORK } from './authority/network';
import { OPEN_DATA } from './authority/open-data';
import { OVERSIGHT } from './authority/oversight';
import { PUBLICATION } from './authority/publication';
import { QUEUE } from './authority/queue';
import { RECORDS } from './authority/records';
import { REPORTING } from './authority/reporting';
import { SIGNALS } from './authority/signals';
import { SIMULATION } from './authority/simulation';
import { SITE } from './authority/site';
import { TIPS } from './authority/tips';
import { type Authority } from './platform/http/authority';

/** The parts as one; a route that stands in two of them would have two answers to who may use it. */
function oneTable(parts: readonly Authority[]): Authority {
  const lines = parts.flatMap((part) => Object.entries(part));
  const routes = lines.map(([route]) => route);
  const twice = routes.filter((route, place) => routes.indexOf(route) !== place);
  if (twice.length > 0) throw new Error(`The table of authority holds twice: ${twice.join(', ')}.`);
  return Object.fromEntries(lines);
}

/**
 * Who may use which route: the one table, written per area in src/authority. A route without a line
 * here, and a line without a route, stop the application when it starts.
 */
export const AUTHORITY: Authority = oneTable([
  ACCESS,
  INTEGRATIONS,
  LAW,
  RECORDS,
  REPORTING,
  OVERSIGHT,
  BANK,
  QUEUE,
  INSIGHT,
  SIGNALS,
  NETWORK,
  SIMULATION,
  PUBLICATION,
  OPEN_DATA,
  SITE,
  TIPS,
]);
