/** What the Act asks, in plain words, by the code of the rule. Amounts stand among the facts. */
const NORMS: Readonly<Record<string, string>> = {
  'WFPP-21-1':
    'Van elke gift die niet onder de vrijstelling valt, legt een partij vast wie de gever is, hoeveel er is gegeven en wanneer. Is de gever geen natuurlijk persoon, dan legt zij ook vast wie de uiteindelijk belanghebbende is.',
  'WFPP-21-3':
    'Van elke schuld waarvoor de wet dat vraagt, legt een partij vast wie de schuldeiser is en hoe hoog de schuld is.',
  'WFPP-21a-2':
    'Geeft een stichting of vereniging meer dan de wet vrijlaat, dan vraagt de partij haar om een overzicht van haar eigen gevers. Komt dat overzicht er niet, dan mag de partij het deel boven die grens niet houden.',
  'WFPP-23-1':
    'Van een anonieme gift mag een partij alleen houden wat de wet vrijlaat. De rest maakt zij over op de rekening van de minister.',
  'WFPP-23a-1':
    'Een partij ontvangt geen giften van gevers die geen Nederlandse gever zijn in de zin van de wet. Krijgt zij zo’n gift toch, dan maakt zij die helemaal over op de rekening van de minister.',
  'WFPP-25-1':
    'Een partij stuurt de minister elk jaar vóór 1 juli het financieel verslag over het vorige jaar, met de overzichten van giften en schulden en de verklaring van de accountant.',
  'WFPP-25a-2':
    'Geeft iemand in een kalenderjaar samen zo veel als de wet een substantiële gift noemt, of meer, dan meldt de partij dat aan de minister. Dat moet uiterlijk drie dagen na de ontvangst.',
  'WFPP-28-1':
    'Een partij stuurt de minister vóór een verkiezing van de Tweede Kamer een overzicht van giften en schulden. Dat moet tussen de eenentwintigste en de veertiende dag vóór de stemming.',
  'WFPP-28a-1':
    'Een partij stuurt de minister na een verkiezing van de Tweede Kamer een overzicht van giften en schulden. Dat moet binnen een maand na de dag van de stemming.',
  'WFPP-29-1':
    'Een partij stuurt de minister vóór een verkiezing van de Tweede Kamer een overzicht van de giften aan haar kandidaten. Dat moet tussen de eenentwintigste en de veertiende dag vóór de stemming.',
  'WFPP-29b-1':
    'Een partij, haar neveninstellingen en haar kandidaten houden samen van één gever per kalenderjaar niet meer dan het maximum van de wet. Wat daarboven komt, gaat zo snel mogelijk terug naar de gever.',
  'WFPP-29b-1-WEEK':
    'Een neveninstelling of kandidaat vertelt de partij binnen een week welke gift is ontvangen. Zo kan de partij nagaan of het maximum per gever wordt gehaald.',
  'WFPP-30-2':
    'Een neveninstelling stuurt de minister elk jaar vóór 1 juli haar overzichten van giften en schulden over het vorige jaar.',
  'WFPP-31-3':
    'Een vereniging die aan de verkiezing van de Tweede Kamer meedoet en nog geen zetel heeft, stuurt de minister vóór de stemming een overzicht van giften en schulden.',
  'WFPP-32-1':
    'De eerste kandidaat van een lijst zonder naam stuurt de minister vóór de stemming een overzicht van de giften aan de kandidaten op de lijst.',
  'WFPP-32a-1':
    'De kandidaten van een lijst zonder naam houden samen van één gever per kalenderjaar niet meer dan het maximum van de wet. Wat daarboven komt, gaat zo snel mogelijk terug naar de gever.',
  'WFPP-33':
    'Voor de vereniging van een afgesplitste groep gelden dezelfde plichten om giften en schulden vast te leggen en te melden als voor een partij.',
};

/** What the rule asks, in plain words; "" for a rule that has none here, then its article speaks. */
export function normInWords(rule: string): string {
  return NORMS[rule] ?? '';
}
