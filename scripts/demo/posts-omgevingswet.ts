// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const omgevingswet: BuildingDrafts = {
  building: 'omgevingswet',
  posts: [
    {
      key: 'omgevingswet-termijnen',
      author: 'mila-demo',
      minutesAgo: 12,
      kind: 'question',
      title: 'Wie heeft al een participatieverordening met termijnen?',
      body: `
        Wij lopen vast op de termijn voor indieners van buiten de gemeente. Hoe lossen jullie dat op? Graag een voorbeeld dat de raad heeft gehaald.

        Ons concept geeft inwoners acht weken om een reactie te sturen. Maar bij een plan op de grens met een andere gemeente moeten ook mensen dáár op tijd weten dat het speelt.`,
      tags: ['participatie', 'verordening', 'termijnen'],
      reactions: 11,
      replies: [
        reply('pim-proef', 3, 'Ja, wij. Noordkade rekent de termijn vanaf de dag dat het plan in **beide** gemeenten bekend is gemaakt. Artikel 6, tweede lid. De raad nam het met ruime meerderheid aan, en sindsdien is er nog geen bezwaar over geweest.',
          reply('mila-demo', 2, 'Dat is precies wat ik zoek. Mag ik de toelichting ook hebben? Bij ons vroeg een raadslid al wie die tweede bekendmaking betaalt.',
            reply('pim-proef', 3, 'De indiener betaalt niets. We plaatsen elkaars bekendmakingen gratis, dat staat in een briefje van één kant tussen de twee gemeenten. Ik zet het straks bij de bestanden van @omgevingswet.')),
        ),
        reply('hans-heuvelproef', 5, 'Let op dat je het geen zienswijzentermijn noemt. Bij ons ontstond daardoor het idee dat iedereen een formeel antwoord zou krijgen.'),
        reply('sanne-voorbeeld', 8, 'Acht weken lijkt lang, tot je er een schoolvakantie in hebt. Neem op dat de termijn dan twee weken langer is; dat scheelt veel boze mails.'),
        reply('luuk-legenda', 10, 'Wij hebben nog niets vastgesteld, maar ik volg dit met belangstelling. Bij ons ligt het hele buitengebied tegen een gemeentegrens aan.'),
      ],
    },
    {
      key: 'omgevingswet-leeswijzer',
      author: 'pim-proef',
      minutesAgo: 96 * DAY,
      kind: 'article',
      title: 'Begin hier: wat je in dit gebouw vindt',
      body: `
        Nieuw in het omgevingsrecht, of net in dienst bij een van de drie gemeenten? Dan is dit je startpunt.

        ## Wat we hier doen

        - **Vragen stellen.** Ook kleine. Wie het weet, antwoordt; wie het ook niet weet, zegt dat.
        - **Voorbeelden delen.** Een regel uit een omgevingsplan, een brief aan een aanvrager, een raadsvoorstel. Haal persoonsgegevens eruit.
        - **Fouten bespreken.** Juist van een vernietigd besluit leren we.

        ## Wat we hier niet doen

        Geen lopende zaken met naam en adres. Iedereen op internet leest mee. Gaat het over handhaving, ga dan naar @handhaving.

        ## Vaste momenten

        Elke laatste vrijdag van de maand is er een spreekuur van 45 minuten. Breng één casus mee, dan komen we er samen uit.`,
      tags: ['welkom', 'spreekuur'],
      pinned: true,
      reactions: 27,
      replies: [
        reply('roos-rooilijn', 5 * HOUR, 'Fijn overzicht. Kan er ook een lijstje komen met wie waarover gaat? Ik mailde laatst drie keer de verkeerde.',
          reply('pim-proef', 20 * HOUR, 'Goed idee, ik begin er een en zet het erbij. Vul je zelf je profiel aan? Dan vindt de zoekfunctie je ook.')),
        reply('tamara-toets', 2 * DAY, 'Voor geluid, geur en stikstof mag iedereen bij mij beginnen. Als ik het niet weet, ken ik meestal de omgevingsdienst die het wel weet.'),
        reply('dennis-dataset', 6 * DAY, 'Is het spreekuur ook iets voor mensen van data? Wij krijgen steeds vaker vragen over regels op de kaart.',
          reply('mila-demo', 3 * HOUR, 'Heel graag zelfs. De helft van onze vragen begint met “waar geldt dit eigenlijk”.')),
      ],
    },
    {
      key: 'omgevingswet-dakkapel',
      author: 'fatima-model',
      minutesAgo: 2 * DAY + 3 * HOUR,
      kind: 'question',
      title: 'Dakkapel aan de zijkant: vergunningvrij of niet?',
      body: 'Een bewoner wil een dakkapel op het zijdakvlak. Aan die kant ligt een achterpad van anderhalve meter en daarachter het schoolplein. Is dat pad openbaar toegankelijk gebied? Het hek staat overdag open. Ik kom er met de bruidsschat alleen niet uit.',
      tags: ['vergunningen', 'dakkapel', 'bruidsschat'],
      replies: [
        reply('roos-rooilijn', 50, 'Kijk wat er feitelijk gebeurt, niet naar het bordje. Als iedereen er overdag doorheen fietst, is het openbaar toegankelijk. Dan valt hij bij ons onder de vergunningplicht.',
          reply('fatima-model', 35, 'Er fietst de halve school doorheen, dus dat is duidelijk. Jammer voor de bewoner, die had de kozijnen al besteld.',
            reply('wouter-concept', 2 * HOUR, 'Vergunningplichtig is nog niet onmogelijk. Hij past volgens mij gewoon in het plan, dus het kost vooral tijd. Zal ik meekijken?'))),
        reply('ahmed-plankaart', 3 * HOUR, 'Wij hebben dit in ons omgevingsplan zelf geregeld: aan de zijkant mag het als de dakkapel een meter van de rand blijft. Sindsdien is het aantal aanvragen een stuk lager.'),
        reply('thijs-toezicht', 7 * HOUR, 'Vraag ook even of de school het pad wil afsluiten. Dan verandert de situatie later en krijg je weer een andere uitkomst. Ik heb dat één keer meegemaakt, zeer onhandig.'),
      ],
    },
    {
      key: 'omgevingswet-hittestress',
      author: 'ria-regenton',
      minutesAgo: 9 * DAY,
      kind: 'article',
      title: 'Hittestress in het omgevingsplan: drie regels die we durven',
      body: `
        Noordkade wil dat nieuwe straten in de zomer leefbaar blijven. Tot nu toe stond dat alleen in een visie. Nu hebben we drie regels gemaakt die je kunt toetsen.

        ### De drie regels

        1. Op een warme dag ligt om twaalf uur minstens **40 procent** van de looproute naar school, winkel of halte in de schaduw.
        2. Vanaf elke voordeur is binnen **300 meter** een koele plek om te zitten.
        3. Op een plein is hooguit de helft verhard, tenzij de markt dat nodig heeft.

        ### Wat we leerden

        De eerste versie sprak van "voldoende groen". Daar kon niemand iets mee. Ontwikkelaars vonden een getal juist prettiger: dan weten ze vooraf waar ze aan toe zijn.

        De kaart met looproutes is gemaakt door het @data. Reacties zijn welkom voordat het naar de raad gaat.`,
      tags: ['hittestress', 'omgevingsplan', 'klimaat'],
      replies: [
        reply('ilse-ontwerp', 4 * HOUR, 'Sterk dat het over de route gaat en niet over het aantal bomen. Een boom in een hoek van het plein helpt niemand naar de bushalte.'),
        reply('hans-heuvelproef', 9 * HOUR, 'Hoe meten jullie schaduw bij jonge bomen? In jaar één haalt geen enkele straat die 40 procent.',
          reply('ria-regenton', 2 * HOUR, 'We rekenen met de kroon na vijftien jaar. Tot die tijd mogen doeken, luifels en overstekken meetellen. Dat staat in de toelichting.',
            reply('hans-heuvelproef', DAY, 'Helder. Dat neem ik mee voor onze nieuwe straat bij het station.'))),
        reply('jelle-modelstra', DAY, 'Mooie bijvangst: op zulke routes gaan mensen vaker lopen. Zullen we voor en na tellen? Ik heb nog twee telkastjes liggen.'),
        reply('tamara-toets', 2 * DAY, 'Eén zorg: regel 3 botst met de regels voor evenementen. Een podium van 30 ton op halfverharding gaat niet goed. Leg dat vast voordat de eerste vergunning komt.',
          reply('ria-regenton', 6 * HOUR, 'Terecht punt, @tamara-toets. We gaan met de collega’s van evenementen om tafel en passen de uitzondering aan.')),
      ],
    },
    {
      key: 'omgevingswet-stikstof-schuur',
      author: 'luuk-legenda',
      minutesAgo: 16 * DAY + 5 * HOUR,
      kind: 'question',
      title: 'Schuur wordt woning: wie vraagt de berekening?',
      body: 'Bij ons komen veel aanvragen binnen om een oude schuur tot woning te verbouwen. Vragen jullie altijd een stikstofberekening, ook voor één woning? En wie maakt die: de aanvrager of wij?',
      tags: ['stikstof', 'buitengebied', 'vergunningen'],
      replies: [
        reply('tamara-toets', 3 * HOUR, 'De aanvrager levert hem aan, ook voor één woning. De bouwfase is bijna altijd het probleem, niet het bewonen. Elektrisch materieel helpt, maar dat moet dan wel in de vergunning staan.'),
        reply('roos-rooilijn', 8 * HOUR, 'Wij geven een kant-en-klaar invulblad mee. Sindsdien is het aantal onvolledige aanvragen gehalveerd.',
          reply('luuk-legenda', HOUR, 'Mag ik dat blad gebruiken? Met bronvermelding uiteraard.',
            reply('roos-rooilijn', 40, 'Tuurlijk. Haal alleen ons logo eraf en pas het telefoonnummer aan.'))),
        reply('pim-proef', DAY, 'Zet in de ontvangstbevestiging vast dat de termijn stilstaat tot de berekening er is. Anders tikt de klok door terwijl jij wacht.'),
      ],
    },
    {
      key: 'omgevingswet-vooroverleg',
      author: 'wouter-concept',
      minutesAgo: 27 * DAY,
      title: 'Vooroverleg aan één tafel',
      body: 'Sinds kort zitten bij ons vergunningen, stedenbouw, verkeer en de omgevingsdienst elke donderdagochtend samen met aanvragers aan tafel. Een half uur per plan. Na twee maanden: van de 31 plannen kregen er 22 meteen een duidelijk ja of nee. Vroeger duurde dat gemiddeld zeven weken. Kom gerust een keer meekijken.',
      tags: ['vooroverleg', 'werkwijze'],
      replies: [
        reply('saskia-schaal', 2 * HOUR, 'Ik kom graag een ochtend. Hoe voorkomen jullie dat de aanvrager “een duidelijk ja” later als toezegging gebruikt?',
          reply('wouter-concept', 3 * HOUR, 'We sturen dezelfde dag een verslag van tien regels met bovenaan dat het een inschatting is. Tot nu toe begrijpt iedereen dat.')),
        reply('fatima-model', 6 * HOUR, 'Vanaf mijn stoel: het scheelt vooral telefoontjes. Mensen horen alle vakgebieden tegelijk en hoeven niet meer te raden wie er dwarsligt.'),
        reply('stefan-stappenplan', DAY, 'Mooi resultaat, @wouter-concept. Mag ik die zeven weken gebruiken in het jaarverslag van dienstverlening?'),
        reply('hans-heuvelproef', 3 * DAY, 'Bij ons is de omgevingsdienst de bottleneck, die heeft maar één dag in de week voor ons. Wellicht kunnen we aansluiten bij jullie ochtend, online?',
          reply('wouter-concept', 5 * HOUR, 'Proberen we. Volgende maand de eerste donderdag, dan staan er twee plannen uit het grensgebied op de lijst.')),
      ],
    },
    {
      key: 'omgevingswet-planwijziging',
      author: 'ahmed-plankaart',
      minutesAgo: 41 * DAY,
      kind: 'question',
      title: 'Hoe delen jullie het omgevingsplan op in stukken?',
      body: 'We moeten al die oude bestemmingsplannen nog in het nieuwe deel krijgen. Doen jullie dat per gebied, per onderwerp of allebei een beetje? Wij begonnen per wijk en zien nu dat elke wijk zijn eigen regels voor erfafscheidingen krijgt.',
      tags: ['omgevingsplan', 'planning'],
      replies: [
        reply('mila-demo', 4 * HOUR, 'Wij deden eerst de onderwerpen die overal gelijk zijn: bijgebouwen, erfafscheidingen, terrassen, reclame. Daarna pas de gebieden. Saai werk, maar je hebt er elke wijk plezier van.'),
        reply('luuk-legenda', 7 * HOUR, 'Per dorp, omdat elk dorp een eigen dorpsraad heeft die mee wil praten. Inhoudelijk niet handig, maar het draagvlak is groot.',
          reply('ahmed-plankaart', 2 * HOUR, 'Daar zit wat in. Een combinatie dus: eerst het gelijke, dan langs de dorpen met wat echt verschilt.')),
        reply('linde-laag', DAY, 'Vanuit de kaart: bij opdelen per gebied lopen de grenzen altijd midden door iemands tuin. Controleer dat vóór je publiceert. Ik heb daar een scriptje voor.'),
        reply('wouter-concept', 2 * DAY, 'Houd een lijst bij van regels die je bewust niét overneemt. Over twee jaar weet niemand meer of iets vergeten of geschrapt is.'),
      ],
    },
    {
      key: 'omgevingswet-bopa-kinderopvang',
      author: 'roos-rooilijn',
      minutesAgo: 58 * DAY,
      title: 'Kinderopvang in een leegstaande winkel',
      body: 'Vandaag onze vijftiende BOPA verleend: kinderopvang in een winkelpand dat drie jaar leegstond. Doorlooptijd zes weken. Het geheim is niet zo spannend: de motivering stond al klaar omdat we vorig jaar een standaardtekst maakten voor maatschappelijke functies in lege winkels. Wie hem wil hebben, zegt het maar.',
      tags: ['bopa', 'leegstand', 'kinderopvang'],
      replies: [
        reply('mehmet-maquette', 3 * HOUR, 'Graag! In onze dorpscentra staan zes winkels leeg en de vraag naar opvang is groot.'),
        reply('joris-schets', 5 * HOUR, 'Hoe hebben jullie de buitenspeelruimte opgelost? Daar loopt het bij ons meestal op stuk.',
          reply('roos-rooilijn', HOUR, 'Het plantsoen ernaast is tot half zes voor de opvang en daarna voor iedereen. Er hangt een bordje met tijden. @peter-plantsoen beheert de sleutel van het hek.',
            reply('peter-plantsoen', 4 * HOUR, 'Klopt, en het gaat verrassend goed. De hangjongeren houden het nu schoner dan eerst, omdat ze er kleine zusjes hebben zitten.'))),
        reply('pim-proef', DAY, 'Zes weken is knap. Onthoud wel dat de omgeving hierdoor weinig tijd heeft om te reageren. Jullie hadden vooraf gesproken met de buren, en dat hoort bij het recept.'),
      ],
    },
    {
      key: 'omgevingswet-storing-loket',
      author: 'ahmed-plankaart',
      minutesAgo: 6 * DAY + 7 * HOUR,
      body: 'Bij ons komen aanvragen uit het landelijke loket sinds het begin van de middag niet meer in het zaaksysteem binnen. Hebben jullie dat ook, of ligt het aan onze koppeling?',
      audience: 'staff',
      tags: ['storing', 'loket'],
      replies: [
        reply('fatima-model', 12, 'Hier ook niets meer na kwart over een. Ik dacht al, wat een rustige middag.'),
        reply('bas-beheer', 25, 'Wij zien foutmeldingen over een verlopen certificaat aan onze kant. Dat vervangen we nu. @ahmed-plankaart, kijk of dat van jullie dezelfde einddatum heeft.',
          reply('ahmed-plankaart', 30, 'Bingo, zelfde datum. Beheer is ermee bezig. Dank, dat had me een middag zoeken gekost.')),
        reply('luuk-legenda', 3 * HOUR, 'Bij ons werkte alles gewoon, wij hadden het in het voorjaar al vervangen. Ik zet de volgende einddatum in de gezamenlijke kalender.'),
        reply('bas-beheer', 5 * HOUR, 'Alles is weer binnen, ook wat in de wachtrij stond. Ontvangstdatum is de dag van indienen, dus niemand krijgt een kortere termijn.'),
      ],
    },
  ],
};
