/*
 * Words and names by which banks, providers and payers show what an entry is. They suggest, they
 * never decide: a proposal that stands on words alone is a doubt. Texts are compared folded.
 */

export const GIFT =
  /\b(?:\w*gift(?:en)?|\w*donaties?|doneer|gedoneerd|schenking(?:en)?|periodieke gift|bijdrage campagne|campagnebijdrage|verkiezingscampagne|steun(?:t)? (?:de )?campagne|crowdfunding|donation|spende|don)\b/;

export const DUES =
  /\b(?:\w*contributies?|contrib|lidmaatschap(?:sgeld|sbijdrage)?|lidgeld|ledenbijdrage|lidbijdrage|membership(?: fee)?|lidnr|lidnummer)\b/;

export const REMITTANCE =
  /\b(?:afdracht(?:en|sregeling)?|partijafdracht|fractieafdracht|afdr\.? (?:raad|statenlid|wethouder)|solidariteitsbijdrage|vergoeding raadslid)\b/;

export const LEGACY =
  /\b(?:nalatenschap|erfenis|legaat|erfstelling|erflater|erflaatster|boedel(?:rekening)?|testament|estate of|inz\.? erven|de erven)\b/;

export const LOAN = /\b(?:geldlening|lening|leenovereenkomst|hypotheek|loan|aflossing)\b/;

export const SALE =
  /\b(?:fact(?:uur|\.| ?nr)|factuurnr|invoice|inv nr|tickets?|kaartjes?|toegangskaart(?:en)?|entree|congreskaart(?:en)?|deelname(?:kosten)?|bestelling|bestelnr|order(?:nr| nr)?|webshop|webwinkel|advertentie|huur|zaalhuur|abonnement|merchandise|consumptie(?:s)?|barinkomsten|declaratie)\b/;

export const REFUND =
  /\b(?:terugbetaling|restitutie|refund|creditnota|credit ?nota|retour(?:betaling)?|teveel betaald|te veel betaald|vergoeding schade)\b/;

export const RETURNED =
  /\b(?:storno|storn[oe]ring|terugboeking|teruggeboekt|returned|rejected|geweigerd|niet verwerkt|niet uitgevoerd|rekening opgeheven|rtrn)\b/;

export const RETURN_TO_DONOR =
  /\b(?:terugstorting|teruggave|teruggestort|terug ?gestort|retour gift|retour donatie|terugbetaling (?:gift|donatie|contributie)|gift retour|return of (?:gift|donation))\b/;

export const CASH =
  /\b(?:contant|contante storting|kasstorting|afstorting|storting (?:automaat|filiaal|kas)|sealbag|geldautomaat storting|cash deposit|collectebus|collecte)\b/;

export const BANK_COSTS =
  /\b(?:kosten (?:betalingsverkeer|rekening|zakelijk|tikkie|incasso|ideal)|bankkosten|pakketkosten|pakketprijs|transactiekosten|provisie|abonnementskosten bank|debetrente|kosten gebruik betaalrekening|kosten oranjepakket)\b/;

export const INTEREST = /\b(?:creditrente|rentevergoeding|rente(?:bijschrijving)?|interest)\b/;

export const TAX_OFFICE = /\b(?:belastingdienst|inspectie der belastingen)\b/;
export const TAX_WORDS = /\b(?:btw|omzetbelasting|loonheffing|teruggaaf|vpb|aanslagnummer)\b/;

export const MINISTRY =
  /\b(?:ministerie|min\.? van|rijksoverheid|rijksdienst|financieel dienstencentrum|fdc|bzk|dus-i)\b/;
export const SUBSIDY_WORDS = /\b(?:subsidies?|subsidie[a-z]+|beschikking|voorschot wfpp)\b/;

/** Who pays out what many gave at once; the name of the account or of the payment says it. */
export const PROVIDER =
  /\b(?:mollie|stripe|buckaroo|paypal|adyen|multisafepay|multi safepay|pay\.nl|paynl|tintel|icepay|sisow|sumup|worldline|ingenico|ogone|gocardless|klarna|payconiq|ccv|tikkie|whydonate|gofundme|geefgratis|geef\.nl|kentaa|iraiser|donorbox|actblue|steunactie|voordekunst|payvision|rabo smart pay|ing checkout|omnikassa|betaaldienst(?:en)?|payment(?:s)? (?:services|europe)|derdengelden(?!.*notari))\b/;

export const PAID_OUT =
  /\b(?:verzamelbetaling|verzamelboeking|uitbetaling|payout|pay-out|settlement|afrekening|batch|totaal ideal|\d+ (?:ideal-?|tikkie-?)?(?:donaties|betalingen|transacties|giften|tikkies))\b/;

/** Payment requests: one payment each, with the payer in the description. */
export const PAYMENT_REQUEST = /\b(?:tikkie|betaalverzoek|payment request|bunq\.me)\b/;

export const NOTARY = /\bnotari(?:s|aat|eel)/;

/** Names that are no natural person, for what a new donor would be. */
export const LEGAL_PERSON =
  /\b(?:b\.?v\.?|n\.?v\.?|holding|beheer|gmbh|ltd|inc|s\.?a\.?r\.?l\.?)(?:$| )/;
export const FOUNDATION = /^(?:st\.|stg\.?|stichting|foundation)\b/;
export const ASSOCIATION = /^(?:ver\.|vereniging|coop\.?|cooperatie|verein)\b|\be\.v\./;
export const PARTNERSHIP = /\b(?:v\.?o\.?f\.?|eenmanszaak|maatschap)(?:$| )/;
