// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const avg: BuildingDrafts = {
  building: 'avg',
  posts: [
    {
      key: 'avg-datalek-bijlage',
      author: 'monique-masker',
      minutesAgo: 30 * HOUR,
      title: 'Datalek: verkeerde bijlage bij 38 brieven',
      body: 'Bij een mailing over kwijtschelding kregen 38 mensen de bijlage van hun buurman in de lijst. Naam, adres en het besluit. Ontdekt na twee uur, omdat iemand belde. Ik loop de stappen langs en hoor graag wat ik vergeet: alle ontvangers gebeld, vernietiging gevraagd, melding bij de toezichthouder in voorbereiding.',
      tags: ['datalek', 'melden', 'brieven'],
      replies: [
        reply('karim-register', 20, 'Goed bezig. Vergeet de mensen om wie het gaat niet: ook zij moeten een bericht krijgen, want het gaat over hun financiën. Vandaag nog.',
          reply('monique-masker', 40, 'Die bellen we nu, met drie mensen. Liever een stem dan een brief.')),
        reply('noor-sleutel', HOUR, 'Is de oorzaak al duidelijk? Als het de samenvoeging is, kunnen er eerdere mailingen ook fout zijn gegaan.',
          reply('monique-masker', 3 * HOUR, 'Een gesorteerde kolom in een spreadsheet, de rest van de rij bleef staan. Eerdere mailingen steekproef gedaan: in orde.',
            reply('ivo-inzage', 30, 'Kolommen sorteren, mijn aartsvijand. Wij laten spreadsheets niet meer toe als bron voor brieven.'))),
        reply('elif-encryptie', 8 * HOUR, 'Zet in het register ook wat goed ging: ontdekt binnen twee uur en meteen gemeld. Dat is geen toeval, maar cultuur.'),
        reply('karim-register', 22 * HOUR, 'Melding is de deur uit, ruim binnen de 72 uur. Vervolg staat op de agenda van dinsdag.'),
      ],
    },
    {
      key: 'avg-dpia-kort',
      author: 'ivo-inzage',
      minutesAgo: 16 * DAY + 4 * HOUR,
      kind: 'article',
      title: 'Eerst tien vragen, dan pas een DPIA',
      body: `
        Projectleiders zien een DPIA als een muur. Daarom beginnen we met tien vragen in een gesprek van twintig minuten.

        1. Wat wil je bereiken?
        2. Kan het zonder persoonsgegevens?
        3. Zo nee, met minder?
        4. Over wie gaat het, en weten zij ervan?
        5. Wie krijgt het te zien?
        6. Wat gebeurt er als het uitlekt, voor hen?
        7. Hoe lang bewaar je het, en wie gooit het weg?
        8. Beslist een computer iets over een mens?
        9. Staat het ergens buiten onze muren?
        10. Zou je het goedvinden als het over jou ging?

        Bij een op de drie gesprekken is een hele DPIA niet nodig. Bij een op de tien stopt het project, meestal na vraag 2.`,
      tags: ['dpia', 'werkwijze'],
      pinned: true,
      replies: [
        reply('monique-masker', 2 * HOUR, 'Vraag 10 levert bij ons de beste gesprekken op. Mensen worden er stil van.'),
        reply('stefan-stappenplan', 5 * HOUR, 'Van de andere kant van de tafel: dit werkt. Ik durf nu eerder te bellen, omdat ik weet dat het twintig minuten kost en geen formulier.'),
        reply('noor-sleutel', DAY, 'Mag ik er een elfde bij voor beveiliging: wie merkt het als er iemand binnen is die er niet hoort?',
          reply('ivo-inzage', HOUR, 'Mag. Maar dan heet het nog steeds tien vragen.')),
        reply('karim-register', 2 * DAY, 'Leg de uitkomst wel kort vast, ook als er geen DPIA volgt. Twee zinnen zijn genoeg.'),
      ],
    },
    {
      key: 'avg-vergaderschermen',
      author: 'elif-encryptie',
      minutesAgo: 34 * DAY + 6 * HOUR,
      kind: 'question',
      title: 'Slimme vergaderschermen die meeluisteren',
      body: 'De nieuwe schermen in de vergaderzalen hebben een assistent die notulen maakt. Hij staat standaard aan. In twee van die zalen voeren we ook gesprekken met inwoners. Hoe gaan jullie om met dit soort functies?',
      tags: ['vergaderzalen', 'microfoon', 'instellingen'],
      replies: [
        reply('noor-sleutel', HOUR, 'Alles uit, tenzij iemand een reden heeft. In zalen met inwoners hebben we de microfoon er fysiek uit laten halen. Een instelling kan na een update weer aan staan.'),
        reply('ivo-inzage', 4 * HOUR, 'Waar gaat het geluid heen? Bij ons stond in de voorwaarden “verbetering van de dienst”, en dat is een mooi woord voor bewaren.',
          reply('elif-encryptie', 2 * DAY, 'Naar een datacentrum buiten Europa, blijkt nu. Uitgezet, en teruggegeven als niet voldoende aan de eis.')),
        reply('sjoerd-offerte', DAY, 'Stuur me de eis precies zoals hij had moeten staan. Dan komt hij in het standaard bestek.'),
        reply('bas-beheer', 3 * DAY, 'Bij de volgende levering testen we eerst één scherm in een afgesloten netwerk. Kost een dag, scheelt een rel.'),
      ],
    },
    {
      key: 'avg-phishing',
      author: 'noor-sleutel',
      minutesAgo: 51 * DAY + 5 * HOUR,
      body: 'Resultaat van de phishingtest: 9 procent klikte, 41 procent meldde. Twee jaar geleden was dat 22 en 6. Ik ben, ook na overleg met @elif-encryptie, blijer met die 41 dan met die 9. De snelste melding kwam na 48 seconden, van de balie.',
      tags: ['phishing', 'bewustwording'],
      replies: [
        reply('elif-encryptie', 2 * HOUR, 'Noordkade: 12 geklikt, 35 gemeld. Geen namen in de rapportage, alleen per afdeling. Dat heeft het vertrouwen veel goed gedaan.'),
        reply('bas-beheer', 4 * HOUR, 'Ik klikte. Ik zeg het maar, want ik ben beheerder en het was maandagochtend.',
          reply('noor-sleutel', 15, 'En je meldde jezelf binnen een minuut. Dat is precies wat we willen zien.')),
        reply('ricardo-reispas', DAY, 'Aan de balie trainen we op mensen die nét iets te veel haast hebben. Dat werkt ook bij mail.'),
      ],
    },
    {
      key: 'avg-logging',
      author: 'mei-tabel',
      minutesAgo: 72 * DAY + 6 * HOUR,
      kind: 'question',
      title: 'Hoe controleren jullie wie er in dossiers kijkt?',
      body: 'We loggen alles, maar niemand kijkt ernaar. Welke controle is zinvol zonder dat je je eigen collega’s gaat bespioneren?',
      tags: ['logging', 'toegang', 'controle'],
      replies: [
        reply('karim-register', 3 * HOUR, 'Steekproef van twintig raadplegingen per maand, getrokken door een ander dan de leidinggevende. De vraag aan de medewerker is open: “Waarvoor had je dit nodig?”'),
        reply('ricardo-reispas', 6 * HOUR, 'Bij de basisregistratie kijken we naar drie patronen: eigen familie, bekende Nederlanders en dossiers waar geen zaak bij hoort. Dat levert weinig op, en dat is goed nieuws.',
          reply('mei-tabel', HOUR, 'Die drie kan ik automatisch maken, zonder dat ik zelf namen zie. Alleen een teller en een nummer.')),
        reply('dennis-dataset', DAY, 'Vertel vooraf dat je het doet. Bij ons daalde het aantal raadplegingen met een vijfde in de week van de aankondiging.'),
        reply('ivo-inzage', 2 * DAY, 'En betrek de ondernemingsraad voordat je begint, want dit is een regeling waar zij over gaan.'),
      ],
    },
  ],
};
