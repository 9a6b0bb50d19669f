// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const iban: BuildingDrafts = {
  building: 'iban',
  posts: [
    {
      key: 'iban-nepfactuur',
      author: 'yusuf-factuur',
      minutesAgo: 38,
      title: 'Let op: mail met “gewijzigd rekeningnummer” van een bekende leverancier',
      body: 'Vanochtend kreeg onze administratie een nette mail van een aannemer waar we al jaren mee werken: nieuw rekeningnummer, graag voor vrijdag verwerken. Logo klopt, handtekening klopt, afzender wijkt één letter af. We hebben **niet** betaald. Kijk of je hem ook hebt en bel altijd terug op het nummer uit je eigen systeem.',
      tags: ['fraude', 'rekeningnummer', 'waarschuwing'],
      pinned: true,
      reactions: 14,
      replies: [
        reply('gerda-gironummer', 7, 'Ja! Bij ons gisteren binnengekomen, zelfde verhaal. Ligt nu bij beveiliging. Goed dat je dit meldt.'),
        reply('noor-sleutel', 12, 'Wil je de mail als bijlage doorsturen, dus niet gewoon doorgestuurd? Dan kan ik de herkomst zien en het domein laten blokkeren voor alle drie de gemeenten.',
          reply('yusuf-factuur', 6, 'Staat in je postbus. Onderwerp begint met “betreft wijziging”.',
            reply('noor-sleutel', 11, 'Binnen. Domein is geblokkeerd en er is melding gedaan. Er blijken nog vier postbussen te zijn waar hij in zat.'))),
        reply('arjan-afschrift', 26, 'Bij ons niets gezien, maar ik heb het net in het weekoverleg verteld. Twee collega’s wisten niet van het terugbellen.'),
      ],
    },
    {
      key: 'iban-controle-leverancier',
      author: 'otto-overboeking',
      minutesAgo: 11 * DAY,
      kind: 'article',
      title: 'IBAN-controle door de leverancier van het pakket: onze ervaringen',
      body: `
        Ons financiële pakket kan sinds kort bij het inlezen van een betaalbestand controleren of naam en rekeningnummer bij elkaar horen. We hebben het drie maanden gebruikt.

        ## Cijfers

        - **Klopt**: 8.214, betaald
        - **Bijna**: 611, naam verbeterd, betaald
        - **Klopt niet**: 37, eerst gebeld
        - **Onbekend**: 190, buitenland of spaarrekening

        ## Wat we leerden

        - “Bijna” is bijna altijd een handelsnaam. Neem de statutaire naam op in het leverancierskaartje.
        - Van de 37 die niet klopten, waren er **twee** poging tot fraude. De rest was een typefout of een ex-partner.
        - Spreek af wie mag doorzetten bij “klopt niet”. Bij ons zijn dat er twee, nooit één.

        De controle kost 3 cent per regel. Voor die twee gevallen alleen al is het terugverdiend.`,
      tags: ['iban-controle', 'betaalbestand', 'fraude'],
      replies: [
        reply('petra-saldo', 3 * HOUR, 'Heel nuttig. Wij zitten op een ander pakket en onze leverancier zegt dat het “in de planning” staat. Mag ik jouw tabel naar ze sturen als aanmoediging?',
          reply('otto-overboeking', HOUR, 'Graag. Zet erbij dat we het ook in de volgende aanbesteding als eis opnemen.')),
        reply('corine-kasboek', 5 * HOUR, 'Vergeet de bank niet: die controleert tegenwoordig zelf ook bij losse overboekingen. Bij batches mag je ervan afzien, en daar zit juist het risico.'),
        reply('lotte-bestek', DAY, 'Voor in het programma van eisen: vraag ook om een logboek van wie een waarschuwing heeft weggeklikt. Dat misten wij.',
          reply('otto-overboeking', 2 * HOUR, 'Goed punt @lotte-bestek, dat zat er bij ons gelukkig in. De auditor was er blij mee.')),
        reply('hugo-rekening', 2 * DAY, 'Bij ons stond een stichting al negen jaar onder de naam van de penningmeester. Dankzij jouw verhaal opgeruimd.'),
        reply('tim-termijn', 3 * DAY, 'Mooi dat de drempel op twee personen ligt. Leg het ook vast in de mandaatregeling, anders is het alleen een goede gewoonte.'),
      ],
    },
    {
      key: 'iban-terugstorten-kind',
      author: 'gerda-gironummer',
      minutesAgo: 22 * DAY,
      kind: 'question',
      title: 'Terugstorten op de rekening van een minderjarige',
      body: 'We moeten leges terugstorten aan een meisje van 15 voor een ingetrokken aanvraag. Ze heeft een eigen rekening. Mag dat zo, of moet het naar een ouder?',
      tags: ['terugbetaling', 'minderjarigen'],
      replies: [
        reply('hugo-rekening', 2 * HOUR, 'Wij storten altijd terug op de rekening waarvan betaald is. Wie heeft de leges destijds voldaan?',
          reply('gerda-gironummer', 30, 'De moeder, met haar pinpas aan de balie. Dan is het antwoord eigenlijk duidelijk.',
            reply('hugo-rekening', 15, 'Precies. Heb je die rekening niet meer, vraag hem dan schriftelijk op bij degene die tekende.'))),
        reply('naima-formulier', 5 * HOUR, 'Aan de balie kunnen we die rekening niet inzien, alleen financiën kan dat. Bel ons niet dus, hoe graag we ook helpen.'),
      ],
    },
    {
      key: 'iban-betaaltermijn',
      author: 'petra-saldo',
      minutesAgo: 35 * DAY,
      body: 'Trots momentje: vorige maand is 96 procent van onze facturen binnen dertig dagen betaald. Twee jaar geleden was dat 81. Het verschil zat niet bij ons maar bij de prestatieverklaarders. Die krijgen nu na vijf dagen een vriendelijk bericht en na tien dagen een telefoontje van mij.',
      tags: ['betaaltermijn', 'facturen'],
      reactions: 13,
      replies: [
        reply('arjan-afschrift', 3 * HOUR, 'Gefeliciteerd! Krijg ik ook zo’n telefoontje als ik te laat ben?',
          reply('petra-saldo', 20, 'Jij werkt in een andere gemeente, dus je hebt geluk.')),
        reply('patricia-perceel', 6 * HOUR, 'Voor kleine ondernemers scheelt dit echt. In ons inkoopbeleid staat nu veertien dagen voor bedrijven tot tien mensen. Halen jullie dat ook?',
          reply('petra-saldo', 5 * HOUR, 'In 72 procent van de gevallen. We markeren die facturen met een kleur, dat helpt.')),
        reply('tim-termijn', DAY, 'Stuur je mij de opzet? Ik presenteer volgende week de kwartaalcijfers en heb een goed voorbeeld nodig.'),
        reply('yusuf-factuur', DAY + HOUR, 'Als degene die de berichten verstuurt: er kwam één keer taart terug.'),
      ],
    },
    {
      key: 'iban-subsidie-penningmeester',
      author: 'corine-kasboek',
      minutesAgo: 49 * DAY,
      kind: 'question',
      title: 'Vereniging wil subsidie op privérekening van de penningmeester',
      body: 'Een kleine buurtvereniging heeft geen zakelijke rekening meer, omdat de bank veertien papieren vroeg. Nu willen ze 750 euro op de rekening van de penningmeester. Wat doen jullie?',
      tags: ['subsidie', 'verenigingen', 'rekeningnummer'],
      replies: [
        reply('otto-overboeking', 2 * HOUR, 'Niet doen. Als die penningmeester overlijdt of scheidt, is het geld weg en moet jij het uitleggen.'),
        reply('henk-proefvak', 4 * HOUR, 'Dan krijgt de buurt dus niets, terwijl de bank het probleem is? In De Sluis betalen we de rekening van de springkussenverhuur rechtstreeks. Zo hoeft er geen geld langs iemand privé.',
          reply('corine-kasboek', HOUR, 'Dat is eigenlijk heel elegant: betalen in natura. Zet ik in het advies.')),
        reply('hugo-rekening', DAY, 'Er bestaat ook een steunstichting voor buurtgeld in onze regio, die ontvangt en betaalt namens groepjes. Kost niets onder de duizend euro.'),
        reply('tim-termijn', 2 * DAY, 'Vanuit control: directe betaling aan de leverancier is prima, als de aanvraag en de factuur bij elkaar in het dossier zitten.'),
      ],
    },
    {
      key: 'iban-verschrijving-staff',
      author: 'hugo-rekening',
      minutesAgo: 4 * DAY + 5 * HOUR,
      body: 'Eerlijk verhaal voor collega’s: ik heb gisteren een huurbetaling dubbel verstuurd, omdat ik na een foutmelding opnieuw op “verzenden” drukte. Bank gebeld, één batch is teruggehaald. Kan iemand mij vertellen hoe je ziet of een batch tóch is aangekomen?',
      audience: 'staff',
      tags: ['betaalbestand', 'fouten', 'werkwijze'],
      replies: [
        reply('otto-overboeking', 40, 'In het scherm met bestanden staat een volgnummer van de bank. Is dat gevuld, dan is hij aangekomen, ook als je een foutmelding kreeg. Ik maak er een plaatje van voor het werkplein.'),
        reply('petra-saldo', 2 * HOUR, 'Goed dat je het meteen vertelde, Hugo. Zo kon de bank hem nog tegenhouden. Dit kan iedereen gebeuren.',
          reply('hugo-rekening', 30, 'Dank je. Ik sliep er slecht van.')),
        reply('corine-kasboek', DAY, 'Wij hebben in het pakket een blokkade laten zetten op twee bestanden met hetzelfde totaal op één dag. Sindsdien krijg je eerst een vraag.'),
      ],
    },
  ],
};
