import { euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { parameter, type ParameterKey } from '../../../legal/parameters';
import { euros } from './fact-words';

type Norm = (on: PlainDate) => string;

/** An amount of the law as it was on a day; other words when the law sets none that day. */
function limit(key: ParameterKey, on: PlainDate, otherwise: string): string {
  const found = parameter(key, on);
  const value = found === 'unknown' ? null : found.value;
  return typeof value === 'number' ? euros(euroCents(value)) : otherwise;
}

const cap: Norm = (on) => limit('cap.money', on, 'het maximum van de wet');

/** What the Act asks, in plain words, by the code of the rule. */
const NORMS: Readonly<Record<string, Norm>> = {
  'WFPP-21-1': () =>
    'Een partij legt van giften vast wie de gever is, hoeveel er is gegeven en wanneer. Is de gever geen natuurlijk persoon, dan legt zij ook vast wie de uiteindelijk belanghebbende is.',
  'WFPP-21-3': (on) =>
    `Een partij legt van elke schuld van ${limit('debt', on, 'een bepaald bedrag')} of meer vast wie de schuldeiser is en hoe hoog de schuld is.`,
  'WFPP-21a-2': (on) =>
    `Geeft een stichting of vereniging in een kalenderjaar meer dan ${limit('lookthrough.recipient_total', on, 'de wet vrijlaat')}, dan vraagt de partij om een overzicht van de gevers daarachter. Komt dat er niet, dan mag de partij niet houden wat boven die grens ligt.`,
  'WFPP-23-1': (on) =>
    `Van een anonieme gift mag een partij niet meer houden dan ${limit('anonymous.keep_up_to', on, 'de wet toestaat')}. De rest maakt zij over op de rekening van de minister.`,
  'WFPP-23a-1': () =>
    'Een partij mag alleen giften ontvangen van Nederlandse gevers. Krijgt zij toch een gift van iemand anders, dan maakt zij die helemaal over op de rekening van de minister.',
  'WFPP-25-1': () =>
    'Een partij stuurt de minister elk jaar vóór 1 juli het financieel verslag over het vorige jaar, met de overzichten van giften en schulden en de verklaring van de accountant.',
  'WFPP-25a-2': (on) =>
    `Geeft iemand in een kalenderjaar in totaal ${limit('substantial_gift', on, 'een substantieel bedrag')} of meer, dan meldt de partij dat aan de minister. Dat moet uiterlijk drie dagen na de ontvangst.`,
  'WFPP-28-1': () =>
    'Een partij stuurt de minister vóór een verkiezing van de Tweede Kamer een overzicht van giften en schulden. Dat moet tussen de eenentwintigste en de veertiende dag vóór de stemming.',
  'WFPP-28a-1': () =>
    'Een partij stuurt de minister na een verkiezing van de Tweede Kamer een overzicht van giften en schulden. Dat moet binnen een maand na de dag van de stemming.',
  'WFPP-29-1': () =>
    'Een partij stuurt de minister vóór een verkiezing van de Tweede Kamer een overzicht van de giften aan haar kandidaten. Dat moet tussen de eenentwintigste en de veertiende dag vóór de stemming.',
  'WFPP-29b-1': (on) =>
    `Een partij, haar neveninstellingen en haar kandidaten houden samen van één gever in een kalenderjaar niet meer dan ${cap(on)}. Wat daarboven komt, gaat zo snel mogelijk terug naar de gever.`,
  'WFPP-29b-1-WEEK': () =>
    'Een neveninstelling of kandidaat vertelt de partij binnen een week welke gift is ontvangen. Zo kan de partij nagaan of één gever niet te veel geeft.',
  'WFPP-30-2': () =>
    'Een neveninstelling stuurt de minister elk jaar vóór 1 juli haar overzichten van giften en schulden over het vorige jaar.',
  'WFPP-31-3': () =>
    'Een vereniging die aan de verkiezing van de Tweede Kamer meedoet en nog geen zetel heeft, stuurt de minister vóór de stemming een overzicht van giften en schulden.',
  'WFPP-32-1': () =>
    'De eerste kandidaat van een lijst zonder naam stuurt de minister vóór de stemming een overzicht van de giften aan de kandidaten op de lijst.',
  'WFPP-32a-1': (on) =>
    `De kandidaten van een lijst zonder naam houden samen van één gever in een kalenderjaar niet meer dan ${cap(on)}. Wat daarboven komt, gaat zo snel mogelijk terug naar de gever.`,
  'WFPP-33': () =>
    'Voor de vereniging van een afgesplitste groep gelden dezelfde plichten om giften en schulden vast te leggen en te melden als voor een partij.',
};

/** What the rule asks, in plain words; "" for a rule without words: then its article speaks. */
export function normInWords(rule: string, on: PlainDate): string {
  return NORMS[rule]?.(on) ?? '';
}
