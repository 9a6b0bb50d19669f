// SPDX-License-Identifier: EUPL-1.2

/** What is written in a small municipality that does not exist. `key` is how the questions name a text. */
export interface CorpusText {
  key: string;
  title: string | null;
  body: string;
  tags?: string[];
  kind?: 'message' | 'article' | 'question';
}

export const corpus: readonly CorpusText[] = [
  { key: 'raad', title: 'Verslag van de gemeenteraadsvergadering van 12 november', body: 'De raad van Zuiderdam stemde in met de begroting. De wethouder zegde toe in januari terug te komen op de bezuinigingen in het sociaal domein.', kind: 'article' },
  { key: 'parkeren', title: 'Nieuwe parkeervergunningen in de binnenstad', body: 'Vanaf 1 maart vragen bewoners hun parkeervergunning digitaal aan. Een tweede auto kost 120 euro per jaar. Bezoekers gebruiken een kraskaart.' },
  { key: 'omgeving', title: 'Wie heeft ervaring met het formulier voor de omgevingsvergunning?', body: 'De doorlooptijd loopt op sinds de Omgevingswet. Welke gemeenten gebruiken het digitaal stelsel omgevingswet zonder tussenlaag?', kind: 'question', tags: ['omgevingswet'] },
  { key: 'zwerfafval', title: 'Samen het zwerfafval te lijf', body: 'Zaterdag ruimen vrijwilligers de wijk Eikenrode op. Prikkers en handschoenen liggen klaar bij het buurthuis. De gemeente haalt de volle zakken op.', tags: ['afval'] },
  { key: 'huizen', title: 'Honderd betaalbare huizen aan de Kanaalweg', body: 'De bouw begint na de zomer. Een derde is bestemd voor starters; de woningcorporatie verhuurt de appartementen op de begane grond.' },
  { key: 'fietspad', title: 'Veilig naar school over het nieuwe fietspad', body: 'Ouders vroegen er drie jaar om: langs de Molenvliet ligt nu een vrijliggend fietspad met verlichting die dimt als er niemand rijdt.' },
  { key: 'schuld', title: 'Vroegsignalering van schulden', body: 'We bellen inwoners met een betalingsachterstand bij energie of zorgverzekering. Eén op de vijf neemt het aanbod van schuldhulpverlening aan.' },
  { key: 'jeugd', title: 'Wachtlijsten in de jeugdzorg', body: 'De regio koopt samen in. Kinderen met een zware hulpvraag wachten nu gemiddeld dertien weken op een behandelaar.', tags: ['jeugdhulp'] },
  { key: 'woo', title: 'Een Woo-verzoek afhandelen in vier weken', body: 'Onze aanpak: binnen twee dagen bellen met de verzoeker, zoeken in de mailboxen met een vaste zoekopdracht, en lakken met twee personen.', kind: 'article' },
  { key: 'apv', title: 'Wijziging van de algemene plaatselijke verordening', body: 'Het college stelt voor om het gebruik van lachgas op straat te verbieden en de regels voor terrassen te verruimen.' },
  { key: 'ozb', title: 'Tarieven voor 2027', body: 'De onroerendezaakbelasting stijgt met drie procent. De afvalstoffenheffing blijft gelijk, de hondenbelasting verdwijnt.' },
  { key: 'wmo', title: 'Keukentafelgesprek onder de Wmo', body: 'Hoe bereid je een gesprek over hulp in het huishouden voor? Neem de mantelzorger mee en leg de afspraken vast in gewone taal.' },
  { key: 'stembureau', title: 'Stembureauleden gezocht voor de verkiezingen', body: 'Op woensdag 17 maart zijn er gemeenteraadsverkiezingen. Word lid van een stembureau; je krijgt een training en een vergoeding van 150 euro.' },
  { key: 'brief', title: 'Brieven die iedereen begrijpt', body: 'We herschreven twintig brieven op taalniveau B1. Het aantal telefoontjes over de aanmaningen halveerde.', tags: ['taal'] },
  { key: 'subsidie', title: 'Subsidies voor zonnepanelen op verenigingsgebouwen', body: 'Sportverenigingen en dorpshuizen vragen tot 1 juni subsidie aan. Het budget is 200.000 euro; op is op.' },
  { key: 'overlast', title: 'Geluidsoverlast van het evenemententerrein', body: 'Omwonenden meldden zich bij de wijkagent. De geluidsnorm wordt bij het volgende festival op drie plaatsen gemeten.' },
  { key: 'boa', title: 'Bodycams voor handhavers', body: 'De buitengewoon opsporingsambtenaar krijgt vanaf mei een bodycam. Agressie tegen handhavers nam vorig jaar met een kwart toe.' },
  { key: 'bomen', title: 'Kapvergunning voor zeven zieke kastanjes', body: 'De bomen aan de Lindelaan lijden aan de bloedingsziekte. Er komen vijftien jonge iepen voor terug.' },
  { key: 'archief', title: 'Overbrengen naar het e-depot', body: 'Het regionaal archief neemt onze zaakdossiers over volgens de selectielijst. Metadata leveren we aan in MDTO.' },
  { key: 'laadpaal', title: 'Waar komen de laadpalen?', body: 'Op de kaart staan zestig locaties voor elektrische auto’s. Bewoners kunnen tot 15 april een zienswijze indienen.' },
  { key: 'cafe', title: 'Reparatiecafé in het dorpshuis', body: 'Elke eerste zaterdag repareren vrijwilligers gratis broodroosters, fietsen en kleding. Koffie staat klaar.' },
  { key: 'statushouder', title: 'Huisvesting van statushouders', body: 'De taakstelling voor dit halfjaar is 34 personen. We verbouwen het oude belastingkantoor tot flexwoningen.' },
  { key: 'inkoop', title: 'Aanbesteding van het leerlingenvervoer', body: 'Vijf gemeenten besteden samen aan. De gunning weegt kwaliteit voor zestig procent; de chauffeur blijft dezelfde.' },
  { key: 'privacy', title: 'Datalek bij een leverancier', body: 'De functionaris gegevensbescherming meldde het lek binnen 72 uur. De verwerkersovereenkomst is opgezegd.', tags: ['avg'] },
  { key: 'warmte', title: 'Van het aardgas af in de Vogelbuurt', body: 'Het warmtenet krijgt restwarmte van de zuivelfabriek. Bewoners betalen niet meer dan anders, zegt de energiecoöperatie.' },
  { key: 'crisis', title: 'Oefening van het crisisteam bij hoogwater', body: 'Om vier uur ’s nachts ging de piketdienst. De burgemeester leidde het beleidsteam; de evacuatie van het verpleeghuis duurde te lang.' },
  { key: 'motie', title: 'Motie vreemd aan de orde van de dag: behoud de bibliotheek', body: 'De fractie van Dorpsbelang vraagt het college om geen uren te schrappen in de bibliotheek van Oostwoud.' },
  { key: 'rotonde', title: 'Kruispunt Havenstraat wordt rotonde', body: 'Het verkeersbesluit ligt ter inzage. Fietsers krijgen voorrang, vrachtwagens rijden om via de ringweg.' },
  { key: 'zwembad', title: 'Sluiting van zwembad De Waterlelie', body: 'De energierekening verdubbelde. De raad kiest in juni tussen renoveren, sluiten of samengaan met het bad in Westerhaven.' },
  { key: 'burgerzaken', title: 'Paspoort aan huis bezorgd', body: 'Wie een reisdocument aanvraagt, kan het laten bezorgen. Bij de balie van burgerzaken is de wachttijd gedaald tot zes minuten.' },
  { key: 'begraafplaats', title: 'Natuurbegraven op de algemene begraafplaats', body: 'Achter de oude muur komt een bloemenweide waar graven niet worden gemarkeerd. Nabestaanden krijgen coördinaten.' },
  { key: 'wijkraad', title: 'Bewoners praten mee in de wijkraad', body: 'In Havenkwartier kiezen bewoners zelf waaraan 50.000 euro wordt besteed. De speeltuin won van de hondenweide.' },
  { key: 'riool', title: 'Riolering en wateroverlast in de Schoolstraat', body: 'Na de stortbui van augustus stond het water in de kelders. Het hemelwater krijgt een eigen buis en de stoep wordt verlaagd.' },
  { key: 'integriteit', title: 'Nevenfuncties van raadsleden', body: 'De griffier werkt het register bij. Ook onbezoldigde functies staan er in, zoals het penningmeesterschap van een stichting.' },
  { key: 'mantelzorg', title: 'Mantelzorgwoning in de tuin', body: 'Mag dat zonder vergunning? Ja, als de verzorgde en de verzorger een huisarts­verklaring hebben en de unit weer weggaat.' },
  { key: 'kerstboom', title: 'Kerstbomen inleveren', body: 'Breng je boom naar de gemeentewerf en krijg een lootje. De snippers gaan naar de geitenboerderij.' },
  { key: 'skeeler', title: 'Crèche zoekt ruimte', body: 'Onze crèche aan het Anjerplein moet verhuizen. Wie kent een leegstaand schoolgebouw met een plein op het zuiden?' },
  { key: 'inspraak', title: 'Burgerberaad over de toekomst van het centrum', body: 'Honderdvijftig gelote inwoners adviseren de raad. Moderatoren zorgen dat ook stille mensen aan het woord komen.' },
  { key: 'telefoon', title: null, body: 'De telefonische bereikbaarheid van het klantcontactcentrum is vandaag beperkt door een storing bij de provider.' },
  { key: 'zaaksysteem', title: 'Ervaringen met een nieuw zaaksysteem', body: 'Wij migreren van een oud dossiersysteem naar zaakgericht werken. Wie heeft een stappenplan voor de conversie van bijlagen?', kind: 'question' },
];

/** An answer in the thread about mantelzorg, which a question must lead to. */
export const answer = { to: 'mantelzorg', body: 'Let op de kruimelgevallenregeling: de aansluiting op het riool moet je apart melden bij het waterschap Rietlanden.' };

export const people = [
  { name: 'Hanneke van der Zwaluw', handle: 'hanneke-zwaluw', job: 'Arbeidsmarktregiocoördinator' },
  { name: 'Joël Çelikbaş', handle: 'joel-celikbas', job: 'Beleidsadviseur mobiliteit' },
  { name: 'Wiebe Kuperus', handle: 'wiebe-kuperus', job: 'Raadsgriffier' },
] as const;

export const places = [
  { slug: 'omgevingswet-samen', name: 'Omgevingswet Samen', summary: 'Vergunningverleners van zes gemeenten helpen elkaar.' },
  { slug: 'buurt-eikenrode', name: 'Buurt Eikenrode', summary: 'Nieuws en plannen van bewoners.' },
] as const;

/** Question, and what must come first. */
export const questions: readonly (readonly [question: string, first: string])[] = [
  // Compounds, from their parts and to their parts.
  ['vergadering gemeenteraad', 'raad'], ['raadsvergadering begroting', 'raad'], ['vergadering', 'raad'], ['parkeervergunning', 'parkeren'], ['vergunning parkeren', 'parkeren'],
  ['opsporingsambtenaar', 'boa'], ['belastingtarief', 'ozb'], ['hulpverlening schulden', 'schuld'], ['zonnepaneel sportvereniging', 'subsidie'], ['verkeersbesluit rotonde', 'rotonde'],
  ['flexwoning', 'statushouder'], ['leerlingen vervoer', 'inkoop'], ['bezuiniging', 'raad'], ['wachtlijst jeugd', 'jeugd'], ['begraven natuur', 'begraafplaats'], ['overlast geluid', 'overlast'],
  ['kap bomen', 'bomen'], ['stembureau lid', 'stembureau'], ['verkiezing', 'stembureau'], ['dossiersysteem', 'zaaksysteem'],
  // Typing errors.
  ['parkeervergunnig', 'parkeren'], ['omgevingsvergunnning', 'omgeving'], ['zwerfaval', 'zwerfafval'], ['subsidei zonnepanelen', 'subsidie'], ['burgermeester', 'crisis'], ['bibiliotheek', 'motie'],
  ['statushouwder', 'statushouder'], ['laatpaal', 'laadpaal'], ['evenemententerein', 'overlast'], ['rijolering', 'riool'], ['wachtlijsen jeugdzorg', 'jeugd'], ['griffjer', 'integriteit'], ['kerstbooom', 'kerstboom'],
  // Names.
  ['Hanneke Zwaluw', 'hanneke-zwaluw'], ['van der zwaluw', 'hanneke-zwaluw'], ['Kuperus', 'wiebe-kuperus'], ['kuperis', 'wiebe-kuperus'], ['De Waterlelie', 'zwembad'], ['Kanaalweg', 'huizen'], ['Dorpsbelang', 'motie'],
  ['arbeidsmarktregio', 'hanneke-zwaluw'], ['Omgevingswet Samen', 'omgevingswet-samen'], ['buurt eikenrode', 'buurt-eikenrode'],
  // Phrases.
  ['"vreemd aan de orde van de dag"', 'motie'], ['"op is op"', 'subsidie'], ['"ter inzage"', 'rotonde'], ['"lid van een stembureau"', 'stembureau'], ['"het aardgas af"', 'warmte'],
  // Accents, with and without.
  ['celikbas', 'joel-celikbas'], ['Joël', 'joel-celikbas'], ['reparatiecafe', 'cafe'], ['creche', 'skeeler'], ['energiecooperatie', 'warmte'], ['coordinaten', 'begraafplaats'],
  // One and many, verbs and nouns.
  ['huis Kanaalweg', 'huizen'], ['kastanje', 'bomen'], ['fietspaden', 'fietspad'], ['begrijpelijke brief', 'brief'], ['kind wachten behandelaar', 'jeugd'], ['aanbesteden', 'inkoop'], ['renovatie zwembad', 'zwembad'], ['raadslid nevenfunctie', 'integriteit'], ['verbouwen', 'statushouder'],
  // Abbreviations.
  ['apv', 'apv'], ['OZB', 'ozb'], ['B1', 'brief'], ['wet maatschappelijke ondersteuning', 'wmo'], ['wet open overheid', 'woo'], ['woo verzoek', 'woo'], ['Wooverzoek', 'woo'], ['boa', 'boa'], ['DSO', 'omgeving'], ['edepot', 'archief'], ['MDTO', 'archief'],
  // Whole questions, and what stands only in an answer.
  ['hoe vraag ik een paspoort aan', 'burgerzaken'], ['waar kan ik mijn kerstboom inleveren', 'kerstboom'], ['mag een mantelzorgwoning zonder vergunning', 'mantelzorg'], ['kruimelgevallen', 'answer'], ['waterschap Rietlanden', 'answer'], ['storing telefoon', 'telefoon'],
];
