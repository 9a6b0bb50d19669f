// SPDX-License-Identifier: EUPL-1.2

/** The words of which names, functions and posts are made. */
export const givenNames = [
  'Jan', 'Maria', 'Johannes', 'Anna', 'Pieter', 'Johanna', 'Hendrik', 'Sanne', 'Fatima', 'Mohamed', 'Lotte', 'Daan', 'Emma', 'Sem', 'Julia', 'Lucas', 'Tess', 'Levi', 'Sophie', 'Finn', 'Zoë', 'Noah', 'Eva',
  'Milan', 'Saar', 'Bram', 'Fenna', 'Thijs', 'Yasmin', 'Jesse', 'Noor', 'Ruben', 'Aylin', 'Stijn', 'Marieke', 'Wouter', 'Annemiek', 'Gerrit', 'Hülya', 'Koen', 'Renée', 'Sjoerd', 'Wilma', 'Tjitske', 'Omar', 'Geertje',
] as const;
const familyStarts = ['', 'van der ', 'de ', 'van ', 'ter '] as const;
const familyMiddles = ['Berg', 'Water', 'Hout', 'Zand', 'Veen', 'Linden', 'Molen', 'Kerk', 'Dijk', 'Heide', 'Wal', 'Broek', 'Winter', 'Noord', 'Ooster', 'Rozen', 'Klaver', 'Hazel', 'Wilgen', 'Mui', 'Schaap', 'Konings', 'Bakker', 'Slager', 'Timmer', 'Visser', 'Smeden', 'Ruiter', 'Jager', 'Boom'] as const;
const familyEnds = ['', 'huis', 'meer', 'stra', 'ma', 'man', 'kamp', 'land', 'brink', 'hoven', 'veld', 'weg', 'donk', 'horst', 'bos', 'zicht'] as const;
export const familyNames = familyStarts.flatMap((start) => familyMiddles.flatMap((middle) => familyEnds.map((end) => start + middle + end)));
export const functions = [
  'beleidsmedewerker', 'adviseur', 'projectleider', 'teamleider', 'jurist', 'planoloog', 'wijkregisseur', 'communicatieadviseur', 'informatiemanager', 'strateeg', 'inkoper', 'toezichthouder', 'vergunningverlener',
  'consulent', 'onderzoeker', 'programmamanager', 'secretaris', 'landschapsarchitect', 'verkeerskundige', 'archivaris',
] as const;
export const themes = [
  'Jeugdzorg', 'Woningbouw', 'Energietransitie', 'Omgevingswet', 'Schuldhulpverlening', 'Inburgering', 'Bibliotheekwerk', 'Afvalinzameling', 'Mobiliteit', 'Fietsbeleid', 'Waterbeheer', 'Groenonderhoud', 'Erfgoed',
  'Sportbeleid', 'Mantelzorg', 'Arbeidsmarkt', 'Burgerzaken', 'Participatie', 'Rampenbestrijding', 'Verkiezingen', 'Openbaarheid', 'Inkoop', 'Onderwijshuisvesting', 'Kinderopvang', 'Leerlingenvervoer', 'Armoedebeleid',
  'Eenzaamheid', 'Daklozenopvang', 'Gezondheid', 'Toerisme', 'Landbouw', 'Bodemdaling', 'Parkeerbeleid', 'Handhaving', 'Horecabeleid', 'Evenementen', 'Digitalisering', 'Archivering', 'Privacy', 'Cultuurbeleid',
] as const;
export const regions = ['Zuiderdam', 'Noorderkwartier', 'Rivierenstreek', 'Heuvelrand', 'Waddenkust', 'Veenstreek', 'Duinrand', 'Merenland', 'Oosterbos', 'Poldergouw', 'Havenmond', 'Zandgrond', 'Kleistreek', 'Bosrand', 'Maasdal'] as const;
export const kindsOfPlace = ['', 'Netwerk ', 'Werkgroep ', 'Kring ', 'Platform ', 'Overleg '] as const;

/** Compounds of which a post has one each: with `wijk` or `plan` many are meant. */
export const subjects = ['wijk', 'buurt', 'school', 'water', 'fiets', 'sport', 'zorg', 'energie', 'woning', 'haven', 'park', 'jeugd', 'kunst', 'milieu', 'verkeer', 'winkel', 'dorps', 'straat', 'speel', 'natuur', 'brug', 'markt', 'kerk', 'molen', 'dijk', 'warmte', 'riool', 'licht', 'groen', 'afval']
  .flatMap((first) => ['plan', 'budget', 'overleg', 'raad', 'project', 'visie', 'regeling', 'subsidie', 'onderzoek', 'panel', 'agenda', 'beheer', 'toets', 'kaart', 'enquête'].map((last) => first + last));

/** What every post says, once to three times. */
export const sentence = 'Wie heeft ervaring met het nieuwe formulier voor de omgevingsvergunning? Bij ons loopt de doorlooptijd op en ik hoor graag hoe andere gemeenten dit doen, ook met de gemeenteraadsvergadering van volgende week in zicht.';
/** Each post says one of the two, none says both. */
export const neverTogether = ['raadsvoorstel', 'werkbezoek'] as const;

/** One of a list by a number, as SQL; with `often` those at its beginning come more often. */
export function oneOf(list: readonly string[], number: string, often = false): string {
  const place = `((hashint8(${number}) & 1048575) / 1048576.0)`;
  return `(array[${list.map((word) => `'${word}'`).join(', ')}])[1 + floor(${list.length} * ${often ? `power(${place}, 2)` : place})::int]`;
}
