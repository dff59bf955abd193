/** What a treasurer reads, table by table, in the order of SHOULD_FAIL. */
export const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'amount: thousands or decimals, with a full stop': [
    'Blad Giften, rij 2, kolom F (Bedrag) "1.000": Dit bedrag kan 1,00 of 1.000,00 betekenen. Wij gokken niet met geld. Schrijf het bedrag met centen: 1,00 of 1.000,00.',
  ],
  'amount: thousands or decimals, with a comma': [
    'Blad Giften, rij 2, kolom F (Bedrag) "1,000": Dit bedrag kan 1,00 of 1.000,00 betekenen. Wij gokken niet met geld. Schrijf het bedrag met centen: 1,00 of 1.000,00.',
  ],
  'amount: words': [
    'Blad Giften, rij 2, kolom F (Bedrag) "duizend euro": Dit is geen bedrag. Schrijf het bedrag met cijfers, zoals 1250,50.',
  ],
  'amount: negative number': [
    'Blad Giften, rij 2, kolom F (Bedrag) "-50": Een gift is nooit minder dan nul. Haal het minteken weg. Is er geld teruggegeven? Boek dat dan bij de gift zelf, als teruggave.',
  ],
  'amount: negative text': [
    'Blad Giften, rij 2, kolom F (Bedrag) "-50,00": Een gift is nooit minder dan nul. Haal het minteken weg. Is er geld teruggegeven? Boek dat dan bij de gift zelf, als teruggave.',
  ],
  'amount: negative in brackets': [
    'Blad Giften, rij 2, kolom F (Bedrag) "(50,00)": Een gift is nooit minder dan nul. Haal het minteken weg. Is er geld teruggegeven? Boek dat dan bij de gift zelf, als teruggave.',
  ],
  'amount: minus behind': [
    'Blad Giften, rij 2, kolom F (Bedrag) "50,00-": Een gift is nooit minder dan nul. Haal het minteken weg. Is er geld teruggegeven? Boek dat dan bij de gift zelf, als teruggave.',
  ],
  'amount: zero': [
    'Blad Giften, rij 2, kolom F (Bedrag) "0": Het bedrag is nul. Vul in wat u ontving, of haal de rij weg.',
  ],
  'amount: three decimals in a number': [
    'Blad Giften, rij 2, kolom F (Bedrag) "10.005": Dit bedrag heeft meer dan twee cijfers achter de komma. Rond het bedrag af op hele centen.',
  ],
  'amount: three decimals in a text': [
    'Blad Giften, rij 2, kolom F (Bedrag) "1250,505": Dit bedrag heeft meer dan twee cijfers achter de komma. Rond het bedrag af op hele centen.',
  ],
  'amount: a billion': [
    'Blad Giften, rij 2, kolom F (Bedrag) "1000000000": Dit bedrag is groter dan € 1 miljard. Kijk of er een komma of een nul verkeerd staat.',
  ],
  'amount: dollars': [
    'Blad Giften, rij 2, kolom F (Bedrag) "$ 100": Dit bedrag is niet in euro. Reken het bedrag om naar euro op de dag van ontvangst.',
  ],
  'amount: pounds': [
    'Blad Giften, rij 2, kolom F (Bedrag) "100 GBP": Dit bedrag is niet in euro. Reken het bedrag om naar euro op de dag van ontvangst.',
  ],
  'amount: scientific': [
    'Blad Giften, rij 2, kolom F (Bedrag) "1e3": Dit is geen bedrag. Schrijf het bedrag met cijfers, zoals 1250,50.',
  ],
  'amount: hexadecimal': [
    'Blad Giften, rij 2, kolom F (Bedrag) "0x10": Dit is geen bedrag. Schrijf het bedrag met cijfers, zoals 1250,50.',
  ],
  'amount: underscores': [
    'Blad Giften, rij 2, kolom F (Bedrag) "1_000": Dit is geen bedrag. Schrijf het bedrag met cijfers, zoals 1250,50.',
  ],
  'amount: apostrophes': [
    'Blad Giften, rij 2, kolom F (Bedrag) "1\'000,00": Dit is geen bedrag. Schrijf het bedrag met cijfers, zoals 1250,50.',
  ],
  'amount: formula': [
    'Blad Giften, rij 2, kolom F (Bedrag) "=SUM(A1:A9)": Hier staat een formule. Wij lezen geen formules, omdat de uitkomst niet vaststaat. Vervang de formule door de waarde: kopieer de cel en kies Plakken speciaal, Waarden.',
  ],
  'amount: error of the spreadsheet': [
    'Blad Giften, rij 2, kolom F (Bedrag) "#REF!": Hier staat een foutmelding van het rekenblad. Vul de juiste waarde in.',
  ],
  'amount: empty': ['Blad Giften, rij 2, kolom F (Bedrag): Deze cel is leeg. Vul Bedrag in.'],
  'amount: yes': [
    'Blad Giften, rij 2, kolom F (Bedrag) "true": Dit is geen bedrag. Schrijf het bedrag met cijfers, zoals 1250,50.',
  ],
  'day: no date': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "gisteren": Dit is geen datum. Schrijf de datum als dag-maand-jaar, zoals 17-04-2025.',
  ],
  'day: 31 February': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "31-02-2025": Deze dag bestaat niet. Kijk na welke dag het was.',
  ],
  'day: 29 February in a common year': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "29-02-2025": Deze dag bestaat niet. Kijk na welke dag het was.',
  ],
  'day: two digits of a year': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "17-04-25": Het jaar heeft twee cijfers. Schrijf het jaar met vier cijfers, zoals 2025.',
  ],
  'day: slashes, either first': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "04/07/2025": Deze datum kan 04-07-2025 of 07-04-2025 betekenen (dag-maand-jaar). Schrijf de datum met streepjes: eerst de dag, dan de maand.',
  ],
  'day: month first': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "04/17/2025": Hier staat de maand voor de dag. Schrijf eerst de dag en dan de maand, zoals 17-04-2025.',
  ],
  'day: in the future': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "2025-10-24": Deze dag moet nog komen. Vul de dag in waarop het gebeurde.',
  ],
  'day: another year': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "2024-12-31": Deze dag ligt in 2024. Dit bestand gaat over 2025. Verbeter het jaar, of lees deze rij in met een bestand over 2024.',
  ],
  'day: before the Act': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "2012-06-01": De wet geldt sinds 1 mei 2013. Deze dag ligt daarvoor. Kijk na welke dag het was, of haal de rij weg.',
  ],
  'day: a number': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "45764": Hier staat een getal en geen datum. Geef de cel de opmaak Datum, of schrijf de datum als 17-04-2025.',
  ],
  'day: infinity': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "infinity": Dit is geen datum. Schrijf de datum als dag-maand-jaar, zoals 17-04-2025.',
  ],
  'day: formula': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "=TODAY()": Hier staat een formule. Wij lezen geen formules, omdat de uitkomst niet vaststaat. Vervang de formule door de waarde: kopieer de cel en kies Plakken speciaal, Waarden.',
  ],
  'day: empty': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst): Deze cel is leeg. Vul Datum ontvangst in.',
  ],
  'day: a quarter': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "Q2 2025": Dit is geen datum. Schrijf de datum als dag-maand-jaar, zoals 17-04-2025.',
  ],
  'type: unknown': [
    'Blad Giften, rij 2, kolom D (Soort bijdrage) "Sponsoring": Dit is geen van de keuzes. Kies een van deze: Gift; Contributie; Afdracht ambtsdrager; Erfenis of legaat; Kwijtgescholden lening; In natura; Korting.',
  ],
  'type: a slip of the pen': [
    'Blad Giften, rij 2, kolom D (Soort bijdrage) "Contribtie": Dit is geen van de keuzes, maar lijkt op Contributie. Bedoelt u Contributie? Schrijf het dan zo.',
  ],
  'kind of donor: unknown': [
    'Blad Giften, rij 2, kolom A (Soort gever) "Kerkgenootschap": Dit is geen van de keuzes. Kies een van deze: Persoon; Bedrijf of rechtspersoon; Onderneming zonder rechtspersoon; Stichting; Vereniging; Nalatenschap; Anonieme gever; Partij of neveninstelling.',
  ],
  'country: unknown': [
    'Blad Giften, rij 2, kolom G (Land) "Absurdistan": Dit land kennen wij niet. Schrijf de naam van het land voluit, of de code van twee letters, zoals NL.',
  ],
  'KvK: seven digits': [
    'Blad Giften, rij 2, kolom G (KvK-nummer) "1234567": Een KvK-nummer heeft 8 cijfers. Het rekenblad liet hier waarschijnlijk de eerste nul weg. Schrijf 01234567, in een cel met de opmaak Tekst.',
  ],
  'KvK: nine digits': [
    'Blad Giften, rij 2, kolom G (KvK-nummer) "123456789": Een KvK-nummer heeft 8 cijfers. Hier staan er 9. Neem het nummer over van het uittreksel van de Kamer van Koophandel.',
  ],
  'KvK: letters': [
    'Blad Giften, rij 2, kolom G (KvK-nummer) "onbekend": Een KvK-nummer heeft 8 cijfers. Hier staan er 0. Neem het nummer over van het uittreksel van de Kamer van Koophandel.',
  ],
  'IBAN: one digit wrong': [
    'Blad Giften, rij 2, kolom G (IBAN) "NL92ABNA0417164300": De controlecijfers van dit IBAN kloppen niet. Er is een cijfer of letter verkeerd. Neem het rekeningnummer opnieuw over van het afschrift.',
  ],
  'IBAN: too short': [
    'Blad Giften, rij 2, kolom G (IBAN) "NL91ABNA041716430": Dit is geen IBAN. Neem het rekeningnummer over van het afschrift, zoals NL91 ABNA 0417 1643 00.',
  ],
  'IBAN: an old account number': [
    'Blad Giften, rij 2, kolom G (IBAN) "41.71.64.300": Dit is geen IBAN. Neem het rekeningnummer over van het afschrift, zoals NL91 ABNA 0417 1643 00.',
  ],
  'recipient: unknown': [
    'Blad Giften, rij 2, kolom G (Ontvanger) "Een andere partij": Deze ontvanger hoort niet bij uw partij. Kies een van deze: Polderpartij; Instituut Dijk en Duin; Jonge Polders; C. Kandidaat. Laat de cel leeg voor de partij zelf.',
  ],
  'recipient: a slip of the pen': [
    'Blad Giften, rij 2, kolom G (Ontvanger) "Instituut Dijk en Duyn": Deze ontvanger kennen wij niet, maar lijkt op Instituut Dijk en Duin. Bedoelt u Instituut Dijk en Duin? Schrijf de naam dan zo.',
  ],
  'recipient: no longer a member': [
    'Blad Giften, rij 2, kolom G (Ontvanger) "Jonge Polders": Jonge Polders hoorde op 17 april 2025 niet bij uw partij. Kijk de dag en de ontvanger na.',
  ],
  'donor number: not ours': [
    'Blad Giften, rij 2, kolom G (Gevernummer) "12": Dit is geen gevernummer van Partijgiften. Neem het nummer over van de pagina van de gever, of laat de cel leeg en vul de naam in.',
  ],
  'text: control character': [
    'Blad Giften, rij 2, kolom B (Naam gever) "A.[U+0007] Gever": In deze tekst staat een teken dat u niet kunt zien. Typ de tekst opnieuw in plaats van hem te plakken.',
  ],
  'text: zero character': [
    'Blad Giften, rij 2, kolom B (Naam gever) "A.[U+0000] Gever": In deze tekst staat een teken dat u niet kunt zien. Typ de tekst opnieuw in plaats van hem te plakken.',
  ],
  'text: turned reading direction': [
    'Blad Giften, rij 2, kolom B (Naam gever) "A. [U+202E]verehcs": In deze tekst staat een teken dat de leesrichting omdraait. Typ de tekst opnieuw in plaats van hem te plakken.',
  ],
  'text: too long': [
    'Blad Giften, rij 2, kolom B (Naam gever) "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx...": Deze tekst heeft 201 tekens. Er passen er 200 in. Maak de tekst korter.',
  ],
  'text: formula': [
    'Blad Giften, rij 2, kolom B (Naam gever) "=A1&B1": Hier staat een formule. Wij lezen geen formules, omdat de uitkomst niet vaststaat. Vervang de formule door de waarde: kopieer de cel en kies Plakken speciaal, Waarden.',
  ],
  'donor: nobody named': [
    'Blad Giften, rij 2, kolom B (Naam gever): Er staat niet wie de gever is. Vul een naam, gevernummer, KvK-nummer of IBAN in. Weet u niet wie het is? Kies dan Anonieme gever bij Soort gever.',
  ],
  'swapped: day and amount': [
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "100": Deze cel en die onder Bedrag staan in elkaars kolom. Wissel de twee cellen om.',
  ],
  'swapped: name and amount': [
    'Blad Giften, rij 2, kolom F (Bedrag) "A. Gever": Deze cel en die onder Naam gever staan in elkaars kolom. Wissel de twee cellen om.',
  ],
  'swapped: KvK and IBAN': [
    'Blad Giften, rij 2, kolom G (KvK-nummer) "NL91ABNA0417164300": Deze cel en die onder IBAN staan in elkaars kolom. Wissel de twee cellen om.',
  ],
  'in kind: no market value, no valuation': [
    'Blad Giften, rij 2, kolom F (Marktwaarde): Een gift in natura telt voor de marktwaarde (artikel 22). Vul de marktwaarde in euro in.',
    'Blad Giften, rij 2, kolom H (Waardebepaling): Er staat niet hoe de marktwaarde is bepaald. Schrijf op hoe u de waarde vond, zoals Prijslijst van de zaal, maart 2025.',
  ],
  'in kind: paid more than it is worth': [
    'Blad Giften, rij 2, kolom G (Betaald) "100": Er is evenveel of meer betaald dan de marktwaarde van € 100,00. Dan is er geen gift. Kijk de bedragen na, of haal de rij weg.',
  ],
  'in kind: amount is not the value': [
    'Blad Giften, rij 2, kolom I (Bedrag) "80": Het bedrag van een gift in natura is de marktwaarde min wat is betaald: € 75,00. Vul € 75,00 in, of maak deze cel leeg.',
  ],
  'in kind: said to be money': [
    'Blad Giften, rij 2, kolom J (Geld of natura) "Geld": Deze soort bijdrage is altijd in natura. Maak deze cel leeg.',
  ],
  'money: with a market value': [
    'Blad Giften, rij 2, kolom G (Marktwaarde) "500": Marktwaarde hoort alleen bij een gift in natura. Maak deze cel leeg, of kies In natura bij Soort bijdrage.',
  ],
  'money: said to be in kind': [
    'Blad Giften, rij 2, kolom G (Geld of natura) "In natura": Deze soort bijdrage is altijd geld. Maak deze cel leeg, of kies In natura bij Soort bijdrage.',
  ],
  'row: hidden': [
    'Blad Giften, rij 2: Deze rij is verborgen. Wij boeken niets dat u niet ziet. Maak de rij zichtbaar, of haal hem weg.',
  ],
  'row: longer than the headings': [
    'Blad Giften, rij 2, kolom G "nog iets": Deze rij heeft meer cellen dan er kolomkoppen zijn. Haal de cel weg, of kijk of er een scheidingsteken in een tekst staat.',
  ],
  'row: a total': [
    'Blad Giften, rij 3 "Totaal": Dit lijkt een totaal en geen gift. Haal de rij weg. Het totaal rekenen wij zelf uit.',
  ],
  'row: every cell wrong at once': [
    'Blad Giften, rij 2, kolom A (Soort gever) "Mens": Dit is geen van de keuzes. Kies een van deze: Persoon; Bedrijf of rechtspersoon; Onderneming zonder rechtspersoon; Stichting; Vereniging; Nalatenschap; Anonieme gever; Partij of neveninstelling.',
    'Blad Giften, rij 2, kolom B (Naam gever) "A.[U+0007]": In deze tekst staat een teken dat u niet kunt zien. Typ de tekst opnieuw in plaats van hem te plakken.',
    'Blad Giften, rij 2, kolom D (Soort bijdrage) "Sponsoring": Dit is geen van de keuzes. Kies een van deze: Gift; Contributie; Afdracht ambtsdrager; Erfenis of legaat; Kwijtgescholden lening; In natura; Korting.',
    'Blad Giften, rij 2, kolom E (Datum ontvangst) "31-02-2025": Deze dag bestaat niet. Kijk na welke dag het was.',
    'Blad Giften, rij 2, kolom F (Bedrag) "1.000": Dit bedrag kan 1,00 of 1.000,00 betekenen. Wij gokken niet met geld. Schrijf het bedrag met centen: 1,00 of 1.000,00.',
  ],
  'cells: merged': [
    'Blad Giften, rij 2, kolom B "B2:B3": De cellen B2:B3 zijn samengevoegd. Dan is niet te zeggen bij welke rij de waarde hoort. Hef de samenvoeging op en vul elke rij zelf in.',
    'Blad Giften, rij 3, kolom B "B2:B3": De cellen B2:B3 zijn samengevoegd. Dan is niet te zeggen bij welke rij de waarde hoort. Hef de samenvoeging op en vul elke rij zelf in.',
  ],
  'sheet: hidden': [
    'Blad Giften "Giften": Dit blad is verborgen. Wij boeken niets dat u niet ziet. Maak het blad zichtbaar, of haal het weg.',
  ],
  'column: hidden': [
    'Blad Giften, rij 1, kolom E (Datum ontvangst) "Datum ontvangst": Deze kolom is verborgen. Wij boeken niets dat u niet ziet. Maak de kolom zichtbaar, of haal haar weg.',
    'Blad Giften, rij 1, kolom F (Bedrag) "Bedrag": Deze kolom is verborgen. Wij boeken niets dat u niet ziet. Maak de kolom zichtbaar, of haal haar weg.',
  ],
  'headings: none': [
    'Het hele bestand: Wij vonden geen rij met kolomkoppen. Zet boven de rijen een rij met ten minste deze koppen: Datum ontvangst. Of gebruik ons sjabloon.',
  ],
  'headings: a needed one is missing': [
    'Blad Giften, rij 1: De kolom Datum ontvangst ontbreekt. Voeg de kolom Datum ontvangst toe.',
  ],
  'headings: a slip of the pen': [
    'Blad Giften, rij 1, kolom E "Datum ontvangts": Deze kolomkop kennen wij niet, maar lijkt op Datum ontvangst. Bedoelt u Datum ontvangst? Schrijf de kop dan zo.',
  ],
  'headings: twice': [
    'Blad Giften, rij 1, kolom G (Bedrag) "Bedrag in euro": De kolom Bedrag staat er twee keer: ook in kolom F. Haal een van de twee kolommen weg.',
  ],
  'table: no rows': [
    'Het hele bestand: Onder de kolomkoppen staat geen enkele rij. Vul de rijen in en lees het bestand opnieuw in.',
  ],
  'template: newer than we know': [
    'Het hele bestand "contributions/9": Dit sjabloon is van versie 9. Wij kennen het tot en met versie 2. Download het sjabloon opnieuw en neem uw rijen daarin over.',
  ],
  'template: version unknown': [
    'Het hele bestand "contributions/0": Dit sjabloon kennen wij niet. Download het sjabloon opnieuw en neem uw rijen daarin over.',
  ],
  'template: not ours': [
    'Het hele bestand "gifts": Dit sjabloon kennen wij niet. Download het sjabloon opnieuw en neem uw rijen daarin over.',
  ],
  'template: of another kind': [
    'Het hele bestand "debts/1": Dit is het sjabloon voor schulden, maar u koos giften. Kies schulden, of gebruik het andere sjabloon.',
  ],
  'donors: an owner without a name': [
    'Blad Giften, rij 2: Van deze uiteindelijk belanghebbende is wel een adres of land ingevuld, maar geen naam. Vul de naam in.',
  ],
  'donors: a declaration without day and evidence': [
    'Blad Giften, rij 2: Er staat niet op welke dag de gever dit verklaarde. Vul de dag van de verklaring in.',
    'Blad Giften, rij 2: Er staat niet waaruit de verklaring blijkt. Vul het bewijs in, zoals Getekende verklaring van 2 januari 2025.',
  ],
  'donors: neither yes nor no': [
    'Blad Giften, rij 2, kolom C (In handelsregister) "misschien": Hier kan alleen ja of nee staan. Vul ja of nee in, of laat de cel leeg.',
  ],
  'donors: a KvK number and not in the register': [
    'Blad Giften, rij 2, kolom D (In handelsregister) "nee": Er is een KvK-nummer, maar hier staat dat de gever niet in het handelsregister staat. Vul ja in, of haal het KvK-nummer weg.',
  ],
  'affiliates: ends before it begins': [
    'Blad Giften, rij 2, kolom D (Tot en met) "31-12-2024": De einddatum ligt voor 1 januari 2025, de begindatum. Kijk beide dagen na.',
  ],
  'debts: of a candidate, without proof': [
    'Blad Giften, rij 2, kolom E (Bewijs): Deze cel is leeg. Vul Bewijs in.',
    'Blad Giften, rij 2, kolom A (Schuldenaar) "C. Kandidaat": Van C. Kandidaat worden geen schulden geregistreerd. Dat geldt alleen voor de partij en haar neveninstellingen (artikel 21, lid 3). Kies de partij of een neveninstelling, of haal de rij weg.',
  ],
  'look-through: a year that cannot be': [
    'Blad Giften, rij 2, kolom B (Jaar) "25": Dit is geen jaar van 2023 of later. Vul een jaar in met vier cijfers, zoals 2025.',
  ],
};
