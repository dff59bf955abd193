/** Invented from common Dutch name parts; no list of real people was used. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** How one stands in a passport, and is called. The commoner first. */
export const MEN = words(`
  Johannes:Jan Jan:Jan Cornelis:Kees Willem:Wim Hendrik:Henk Petrus:Piet Peter:Peter Pieter:Piet
  Gerrit:Gerrit Jacobus:Jaap Thomas:Thomas Daan:Daan Lucas:Lucas Mark:Mark Erik:Erik Robert:Rob
  Antonius:Ton Adrianus:Arie Nicolaas:Klaas Martinus:Martin Franciscus:Frans Theodorus:Theo
  Sem:Sem Bram:Bram Ruben:Ruben Stefan:Stefan Jeroen:Jeroen Marcel:Marcel Dirk:Dirk Albert:Bert
  Leonardus:Leo Joost:Joost Sander:Sander Wouter:Wouter Bas:Bas Maarten:Maarten Gijs:Gijs
  Mohamed:Mohamed Ahmed:Ahmed Tim:Tim Niels:Niels Joris:Joris Rutger:Rutger Sjoerd:Sjoerd`);

export const WOMEN = words(`
  Maria:Marijke Johanna:Joke Anna:Anna Cornelia:Corrie Elisabeth:Els Wilhelmina:Willy Emma:Emma
  Catharina:Trijntje Margaretha:Greet Hendrika:Riek Sanne:Sanne Lisa:Lisa Julia:Julia Sophie:Sophie
  Geertruida:Truus Adriana:Adri Eva:Eva Marieke:Marieke Linda:Linda Monique:Monique Saskia:Saskia
  Esther:Esther Ingrid:Ingrid Femke:Femke Anouk:Anouk Fleur:Fleur Petra:Petra Jacoba:Coba
  Fatima:Fatima Yasmin:Yasmin Roos:Roos Iris:Iris Noor:Noor Marloes:Marloes Tineke:Tineke Wendy:Wendy`);

/** Written out in full: prefix and stem; the commoner first. */
export const COMMON_SURNAMES = words(`
  de_Jong Jansen de_Vries van_den_Berg van_Dijk Bakker Janssen Visser Smit Meijer de_Boer Mulder
  de_Groot Bos Vos Peters Hendriks van_Leeuwen Dekker Brouwer de_Wit Dijkstra Smits de_Graaf
  van_der_Meer van_der_Linden Kok Jacobs de_Haan Vermeulen van_den_Heuvel van_der_Veen
  van_den_Broek de_Bruijn van_der_Heijden Schouten van_Beek Willems van_Vliet van_de_Ven Hoekstra
  Maas Verhoeven Koster van_Dam Prins Blom Huisman Peeters de_Jonge Kuiper Kuipers van_Veen Post
  Kramer van_den_Brink Scholten van_Wijk Postma Martens Vink de_Ruiter Timmermans Groen Gerritsen
  Jonker van_Loon Boer van_der_Wal Mol ter_Horst van_'t_Hof in_'t_Veld op_den_Kamp ten_Cate den_Hartog`);

export const PREFIXES = words(`_ _ _ _ van de van_der van_den van_de ter ten den van_'t op_den`);
export const STEMS = words(`
  Berk Heide Kamp Veld Brug Wolf Ros Molen Hoek Boom Steen Water Dam Haar Laar Zand Beuk Eik Linde
  Donk Schot Vlier Kerk Meulen Poel Horst Wijk Broek Lang Kort Rood Zwart Bles Kool Vonk Stam Tol`);
export const ENDINGS = words(`
  _ _ man mans stra sma inga huis hof kamp berg veld dijk meijer bos ink mans aar hout laar zicht`);

export const STREET_STEMS = words(`
  Dorps Kerk Molen School Nieuw Wilhelmina Juliana Beatrix Stations Markt Haven Eiken Linden Beuken
  Berken Kastanje Tulpen Rozen Merel Lijster Vinken Spoor Water Zand Heide Veen Oranje Prinsen Heren
  Keizers Raadhuis Park Sport Bakkers Smids Konings Zonne Maan Sterren Dijk Ring Brink Bos`);
export const STREET_ENDINGS = words(`straat straat straat laan laan weg weg plein hof kade singel`);

export const PLACES = words(`
  Amsterdam Rotterdam 's-Gravenhage Utrecht Eindhoven Groningen Tilburg Almere Breda Nijmegen
  Apeldoorn Haarlem Arnhem Enschede Amersfoort Zaandam 's-Hertogenbosch Hoofddorp Zwolle Leiden
  Zoetermeer Leeuwarden Dordrecht Alkmaar Delft Emmen Venlo Deventer Sittard Helmond Oss Hilversum
  Heerlen Purmerend Roosendaal Schiedam Lelystad Gouda Assen Veenendaal Zeist Ede Nieuwegein`);

export const TRADES = words(`
  Bouwbedrijf Transport Installatie Schilders Advies Vastgoed Techniek Groothandel Horeca Kwekerij
  Accountants Makelaardij Architecten Logistiek Drukkerij Bakkerij Metaal Interieur Zuivel Energie`);
export const AIMS = words(`
  Vrienden Toekomst Natuur Erfgoed Buurthuis Onderwijs Welzijn Cultuur Water Landschap Jeugd Vrijheid`);
export const FANCY = words(`
  Nova Alto Delta Vesta Orion Luma Terra Fortis Arbo Vigor Linea Corda Magna Silva Rheno Batavo
  Zuider Noorder Wester Ooster Delfs Amstel Maas Rijn Waal IJssel Vecht Eem Gooi Veluwe Betuwe`);
