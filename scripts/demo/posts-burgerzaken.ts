// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const burgerzaken: BuildingDrafts = {
  building: 'burgerzaken',
  posts: [
    {
      key: 'burgerzaken-vingerafdruk',
      author: 'naima-formulier',
      minutesAgo: 7 * HOUR,
      body: 'Onze vingerafdrukscanner aan balie 3 herkent sinds de update geen koude handen meer. Half uur staan wrijven met een mevrouw van 84. Heeft iemand een truc?',
      tags: ['balie', 'apparatuur'],
      replies: [
        reply('bianca-balie', 12, 'Handcrème, heel weinig. En een warm kopje thee in de wachtruimte, dat is officieel beleid bij ons.',
          reply('naima-formulier', 35, 'De thee werkte! Ze vertelde er ook nog een half uur bij over haar trouwjurk.')),
        reply('ans-akte', 50, 'Sinds dezelfde update moeten wij het glas na elke tien mensen schoonmaken. Niet met alcohol, dan wordt het alleen maar erger.'),
        reply('ricardo-reispas', 3 * HOUR, 'Is gemeld bij de leverancier, er komt een herstel. Lukt het echt niet na vier pogingen, dan mag je het document zonder afdruk aanvragen als het tijdelijk onmogelijk is. Leg de reden wel vast.'),
      ],
    },
    {
      key: 'burgerzaken-wachttijd',
      author: 'wim-wachtrij',
      minutesAgo: 10 * DAY + 4 * HOUR,
      kind: 'article',
      title: 'Van 23 naar 9 minuten wachten, zonder extra mensen',
      body: `
        In een jaar is de gemiddelde wachttijd aan onze balie meer dan gehalveerd. Dit hebben we veranderd:

        1. **Ophalen zonder afspraak** kan nu de hele dag, bij een aparte kast. Dat is een derde van alle bezoeken.
        2. Een afspraak voor een paspoort duurt 10 minuten in plaats van 15. Dat bleek gewoon te kunnen.
        3. Om half twaalf kijkt iemand vooruit en belt wie nog moet komen als het uitloopt.
        4. Eén gastvrouw bij de deur. Die lost zo’n twintig vragen per dag op waar geen loket voor nodig is.

        De tevredenheid ging van 7,4 naar 8,3. En het ziekteverzuim daalde, dat hadden we niet voorspeld.`,
      tags: ['wachttijd', 'balie', 'dienstverlening'],
      replies: [
        reply('kees-stempel', 2 * HOUR, 'Die gastvrouw willen wij ook. Wie doet dat bij jullie, en hoe lang houd je het vol om te staan?',
          reply('wim-wachtrij', HOUR, 'Ze rouleren per twee uur, allemaal eigen baliemensen. Er staat een hoge kruk, die wordt nooit gebruikt.')),
        reply('stefan-stappenplan', 6 * HOUR, 'Mag ik dit presenteren in het programmaoverleg, @wim-wachtrij? Punt 2 lijkt zo simpel dat niemand het durft voor te stellen.'),
        reply('ans-akte', DAY, 'Bij ons kost tien minuten te weinig zodra er een baby bij is. Twee ouders, twee handtekeningen, één huilend kind.',
          reply('bianca-balie', 3 * HOUR, 'Voor kinderen plannen we daarom 15. En er ligt een knuffel bij de fotohoek, die doet wonderen.')),
        reply('koen-kengetal', 2 * DAY, 'Netjes gemeten ook. Ik heb zelden een “voor en na” met dezelfde meetmethode gezien.'),
      ],
    },
    {
      key: 'burgerzaken-adresonderzoek',
      author: 'ricardo-reispas',
      minutesAgo: 21 * DAY,
      kind: 'question',
      title: 'Adresonderzoek: vijf mensen in een tuinhuis',
      body: 'Er staan vijf arbeidsmigranten ingeschreven op een adres dat volgens de kaart een tuinhuis is. De eigenaar zegt dat ze “alleen post ontvangen”. Hoe pakken jullie dit aan zonder dat deze mensen buiten de registratie vallen?',
      tags: ['brp', 'adresonderzoek', 'wonen'],
      replies: [
        reply('kees-stempel', 3 * HOUR, 'Eerst erheen, samen met toezicht, en overdag. Vaak blijken ze ergens anders in de gemeente te wonen en is dat adres vol. Inschrijven waar ze echt slapen, ook als dat volgens het plan niet mag.',
          reply('ricardo-reispas', 2 * HOUR, 'Dus registratie volgt de werkelijkheid, en de vraag of het mag is voor de collega’s. Zo zie ik het ook.')),
        reply('thijs-toezicht', 7 * HOUR, 'Ik ga mee als het bij ons is. Graag met iemand die Pools of Roemeens spreekt, anders schrikken ze en is er morgen niemand meer.'),
        reply('naima-formulier', DAY, 'Een briefadres kan tijdelijk, als er geen woonadres is. Zet er een einddatum op en bel na een maand.'),
        reply('ricardo-reispas', 9 * DAY, 'Afgerond: ze woonden in een oude kas bij dezelfde eigenaar. Vier hebben nu een plek in een pension, één is bij familie ingeschreven.'),
      ],
    },
    {
      key: 'burgerzaken-trouwlocatie',
      author: 'ans-akte',
      minutesAgo: 37 * DAY,
      body: 'Gisteren een huwelijk in een roeiboot. De ambtenaar (ik) had laarzen aan onder de toga. Wat is jullie bijzonderste plek? En belangrijker: hoe gaan jullie om met het bordes, de getuigen en het zinkrisico?',
      tags: ['huwelijk', 'locaties'],
      reactions: 15,
      replies: [
        reply('bianca-balie', HOUR, 'Op een rijdende tram in het museum. De handtekeningen zien eruit als een seismograaf.'),
        reply('kees-stempel', 3 * HOUR, 'In een kas vol vlinders. Er zat er eentje op de ring, het hele gezelschap hield zijn adem in.'),
        reply('ricardo-reispas', 6 * HOUR, 'Voor de zekerheid: aanwijzen als locatie moet vooraf, met een besluit. Bij een boot geldt de ligplaats als adres. Ja, daar heb ik uitgebreid over nagedacht.',
          reply('ans-akte', 40, 'Gelukkig had ik dat van jou geleerd. Steiger 4 staat nu in het besluit.')),
      ],
    },
    {
      key: 'burgerzaken-verhuizing-online',
      author: 'stefan-stappenplan',
      minutesAgo: 51 * DAY,
      kind: 'question',
      title: 'Waarom haken mensen af bij de online verhuizing?',
      body: '38 procent begint er online aan en komt toch naar de balie. We hebben het formulier al korter gemaakt. Waar lopen jullie inwoners op vast?',
      tags: ['verhuizen', 'website', 'dienstverlening'],
      replies: [
        reply('wim-wachtrij', 2 * HOUR, 'Op het uploaden van toestemming van de hoofdbewoner. Wie heeft er thuis nog een scanner? Sinds bij ons een foto met de telefoon mag, is het opgelost.'),
        reply('naima-formulier', 4 * HOUR, 'Op het woord “hoofdbewoner”. De helft denkt dat dat de man in huis is.',
          reply('marco-megafoon', 2 * HOUR, 'Maak ervan: “de persoon die het huis huurt of bezit”. Zes woorden meer en honderd telefoontjes minder.')),
        reply('daan-grafiek', DAY, 'Ik kan in de statistieken zien op welk scherm ze stoppen. Zonder persoonsgegevens, alleen tellingen. Maandag heb je een grafiek.',
          reply('stefan-stappenplan', 5 * DAY, 'De grafiek is duidelijk: 71 procent stopt bij het uploaden. Dat pakken we als eerste aan.')),
      ],
    },
    {
      key: 'burgerzaken-rijbewijs-drukte',
      author: 'kees-stempel',
      minutesAgo: 83 * DAY,
      body: 'Voor de planning: in het voorjaar verlopen er bij ons ruim 2.000 rijbewijzen meer dan normaal, een golf van tien jaar geleden. Kijk het ook bij jullie na, dan kun je nu al extra uren vragen.',
      tags: ['rijbewijs', 'planning'],
      replies: [
        reply('wim-wachtrij', 4 * HOUR, 'Goede tip. Bij ons 1.400 extra. We sturen mensen een kaartje dat verlengen ook online kan.'),
        reply('ans-akte', DAY, 'Hier valt het mee, 300. Wij kunnen wel een dag iemand uitlenen als het bij jullie piept.',
          reply('kees-stempel', HOUR, 'Die houd ik je aan! Er is taart op maandag.')),
        reply('bianca-balie', 3 * DAY, 'Let op de huisartsen: wie een medische verklaring nodig heeft wacht daar nu vier maanden op.'),
      ],
    },
  ],
};
