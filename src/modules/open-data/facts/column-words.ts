/** What stands in a column, for people: in Dutch and in English. */
export const COLUMN_WORDS: Readonly<Record<string, readonly [nl: string, en: string]>> = {
  id: ['Kenmerk van de gift, voor altijd', 'Identifier of the gift, for ever'],
  version: ['Versie; elke wijziging telt er een bij', 'Version; every change adds one'],
  status: [
    'published, corrected (verbeterd), under_check (in onderzoek) of annulled (vervallen)',
    'published, corrected, under_check or annulled',
  ],
  party_id: ['Kenmerk van de partij', 'Identifier of the party'],
  party_name: ['Naam van de partij', 'Name of the party'],
  recipient_name: [
    'Wie de gift kreeg: de partij of een neveninstelling',
    'Who received it: party or affiliate',
  ],
  recipient_kind: ['Soort ontvanger', 'Kind of recipient'],
  donor_id: [
    'Kenmerk van de gever, gelijk over jaren en partijen; leeg als de gever is afgeschermd',
    'Identifier of the donor, the same over years and parties; empty when shielded',
  ],
  donor_kind: ['Soort gever', 'Kind of donor'],
  donor_name: ['Naam van de gever', 'Name of the donor'],
  donor_address: [
    'Adres; nooit van een natuurlijk persoon (Wfpp art. 25 lid 5)',
    'Address; never of a natural person (Wfpp art. 25(5))',
  ],
  donor_residence: ['Woonplaats of vestigingsplaats', 'Town'],
  donor_country: ['Land (ISO 3166-1, twee letters)', 'Country (ISO 3166-1 alpha-2)'],
  shielding: [
    'Waarom een naam er niet staat: wfpp_25_5, hrb_51b of not_stated',
    'Why a name is left out: wfpp_25_5, hrb_51b or not_stated',
  ],
  beneficial_owners: [
    'Uiteindelijk belanghebbenden als naam, woonplaats; gescheiden door puntkomma',
    'Beneficial owners as name, town; parted by semicolons',
  ],
  line: [
    'gift: een gift. rest: wat een jaartotaal naast de losse giften bevat; kan onder nul zijn',
    'gift: one gift. rest: what a yearly total holds beside its single gifts; may be below zero',
  ],
  type: ['Soort gift; leeg als de bron het niet zegt', 'Type; empty when the source does not say'],
  form: ['money (geld) of in_kind (in natura)', 'money or in_kind'],
  year: ['Jaar van ontvangst', 'Year of receipt'],
  received_on: [
    'Dag van ontvangst; leeg als die niet bekend is',
    'Day of receipt; empty when not known',
  ],
  amount: ['Bedrag in euro, voor teruggave', 'Amount in euros, before returns'],
  returned: ['Teruggegeven in euro', 'Returned in euros'],
  counted: ['Telt mee in totalen: bedrag min teruggave', 'Counts in totals: amount less returns'],
  filed_in: [
    'Waarin de partij het meldde, of list; gescheiden door puntkomma',
    'In what the party reported it, or list; parted by semicolons',
  ],
  filed_on: ['Dag van de eerste melding', 'Day of the first report'],
  filed_after_days: ['Dagen tussen ontvangst en melding', 'Days from receipt to report'],
  remark: ['Opmerking', 'Remark'],
  published_at: ['Sinds wanneer openbaar (UTC)', 'Public since (UTC)'],
  changed_at: ['Laatst gewijzigd (UTC)', 'Last changed (UTC)'],
  change_number: ['Nummer van de wijziging', 'Number of the change'],
  change: [
    'Wat er gebeurde; withheld en een lege rij: de gift is niet langer openbaar',
    'What happened; withheld and an empty row: the gift is no longer public',
  ],
  change_reason: ['Toelichting op de wijziging', 'Why it changed'],
  change_moment: ['Moment van de wijziging (UTC)', 'Moment of the change (UTC)'],
};
