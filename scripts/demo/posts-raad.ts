// SPDX-License-Identifier: EUPL-1.2
import { type BuildingDrafts, DAY, HOUR, reply } from './draft.ts';

export const raad: BuildingDrafts = {
  building: 'raad',
  posts: [
    {
      key: 'raad-kalender',
      author: 'ruben-monster',
      minutesAgo: 4 * HOUR,
      body: 'De raden van Zuiderdam en Noordkade staan nu allebei op dinsdag gepland in de week van de gezamenlijke begroting. De wethouders met een gedeelde portefeuille kunnen maar op één plek zijn. Wie schuift er?',
      tags: ['planning', 'begroting'],
      replies: [
        reply('victor-notulen', 30, 'Wij kunnen naar donderdag. Dat kost me één fractievoorzitter met zangkoor, en die krijg ik wel om.'),
        reply('loes-dekblad', 55, 'Donderdag past ook voor het college. Ik zet hem onder voorbehoud in de agenda’s.',
          reply('ruben-monster', 20, 'Dank jullie. Zangkoor krijgt van mij bloemen.')),
        reply('jan-willem-motie', 2 * HOUR, 'Wij zitten op woensdag en veranderen niets. Voor de zekerheid: stukken zijn bij ons tien dagen vooraf openbaar, dus een gelijktijdige publicatie zou fijn zijn.'),
        reply('hedy-hamerstuk', 3 * HOUR, 'Voorstel voor publicatie: alle drie op vrijdag om twaalf uur. Dan leest niemand het eerst bij de buren.'),
      ],
    },
    {
      key: 'raad-inwerken',
      author: 'jan-willem-motie',
      minutesAgo: 13 * DAY + 8 * HOUR,
      kind: 'article',
      title: 'Inwerkprogramma nieuwe raadsleden: samen doen?',
      body: `
        Na de verkiezingen hebben we in de streek naar schatting dertig tot veertig nieuwe raadsleden. Tot nu toe werkt elke gemeente ze zelf in. Ik stel voor dat we vier avonden samen doen.

        1. **Hoe werkt een raad?** Met een nagespeelde vergadering.
        2. **Geld.** Begroting lezen in een uur, door iemand die het ook leuk vindt.
        3. **Samen in de streek.** Regelingen, wie beslist waarover.
        4. **Veilig werken.** Post, dreiging, sociale media, geheimhouding.

        Wat lokaal blijft: rondleiding, kennismaking met de organisatie en alles over de eigen dossiers.`,
      tags: ['inwerken', 'raadsleden', 'samenwerking'],
      replies: [
        reply('victor-notulen', 2 * HOUR, 'Graag. Avond 2 mag @petra-saldo doen, die maakte er vorig jaar een spel van met chocolademunten.'),
        reply('petra-saldo', 5 * HOUR, 'Ik doe het, op voorwaarde dat er dit keer genoeg munten zijn voor een sluitende begroting.'),
        reply('bea-besluit', 9 * HOUR, 'Bij avond 4 zou ik een raadslid laten vertellen dat het heeft meegemaakt. Dat raakt meer dan een protocol.',
          reply('jan-willem-motie', DAY, 'Ik vraag of iemand dat wil, in beslotenheid. Goede gedachte.')),
        reply('hedy-hamerstuk', 2 * DAY, 'Neem ook burgerraadsleden en fractieondersteuners mee. Die komen altijd achteraan en doen de helft van het leeswerk.'),
        reply('ruben-monster', 3 * DAY, 'Akkoord van onze kant. Zaal en soep regelt Zuiderdam.'),
      ],
    },
    {
      key: 'raad-geheim',
      author: 'hedy-hamerstuk',
      minutesAgo: 28 * DAY + 4 * HOUR,
      kind: 'question',
      title: 'Oude geheimhouding opheffen: hoe pakken jullie dat aan?',
      body: 'In ons register staan 94 stukken waarop nog geheimhouding rust, de oudste uit 2006. De meeste kunnen vast openbaar. Doen jullie dat per stuk in de raad, of in één keer met een lijst?',
      tags: ['geheimhouding', 'openbaarheid'],
      replies: [
        reply('ruben-monster', 3 * HOUR, 'Eén raadsvoorstel per jaar met een lijst en per stuk één zin waarom wel of niet. Wie het er niet mee eens is, kan een stuk apart laten bespreken.'),
        reply('esther-dossier', 6 * HOUR, 'Ik kijk graag mee. Let op: opheffen is iets anders dan publiceren. Er kunnen nog steeds persoonsgegevens in staan.',
          reply('hedy-hamerstuk', 2 * HOUR, 'Dat onderscheid zet ik in het voorstel. Daar ontstond vorige keer verwarring over.')),
        reply('victor-notulen', DAY, 'En spreek bij elk nieuw geheim stuk meteen een einddatum af. Wij hebben een veld toegevoegd dat je niet leeg kunt laten.'),
        reply('loes-dekblad', 2 * DAY, 'Bij grondzaken graag eerst een telefoontje. Sommige onderhandelingen duren langer dan een raadsperiode.'),
      ],
    },
    {
      key: 'raad-woonafspraken',
      author: 'loes-dekblad',
      minutesAgo: 6 * DAY + 3 * HOUR,
      body: 'Voor de portefeuillehouders wonen: de gezamenlijke reactie op de regionale woonafspraken moet vrijdag om vijf uur weg. Ik heb de tekst van Noordkade en Zuiderdam in elkaar geschoven. Heuvelrug-Oost, klopt alinea drie nog voor jullie?',
      tags: ['wonen', 'portefeuillehouders', 'reactie'],
      replies: [
        reply('bea-besluit', HOUR, 'Bijna. Wij spreken liever van “dorpen met eigen behoefte” dan “overige kernen”. Verder akkoord, onze wethouder heeft getekend.',
          reply('loes-dekblad', 30, 'Aangepast. Inderdaad vriendelijker.')),
        reply('vera-verkenner', 3 * HOUR, 'Let op het aantal in de bijlage: daar staat nog het cijfer van voor de nieuwe definitie. Koen Kengetal van het datateam heeft het goede.'),
        reply('dirk-figurant', 5 * HOUR, 'Verstuurd, met dank aan allen. Scheelde dit keer drie versies en één crisisoverleg.'),
      ],
    },
    {
      key: 'raad-p-en-c',
      author: 'tim-termijn',
      minutesAgo: 45 * DAY + 5 * HOUR,
      kind: 'question',
      title: 'Bijdrage gemeenschappelijke regelingen: één verhaal naar drie raden',
      body: 'De omgevingsdienst en de GGD vragen allebei een hogere bijdrage. De zienswijze moet in alle drie de raden langs. Kunnen we één tekst maken, met per gemeente alleen een eigen bedrag?',
      tags: ['financien', 'zienswijze', 'regelingen'],
      replies: [
        reply('petra-saldo', 2 * HOUR, 'Ja. Ik heb de bedragen naast elkaar gezet en er zit een telfout in bij de verdeelsleutel. Voor Zuiderdam scheelt het 41.000 euro, de verkeerde kant op helaas.'),
        reply('victor-notulen', 4 * HOUR, 'Eén tekst is prima zolang elke raad hem kan wijzigen. Laat dus twee weken ruimte tussen de eerste en de laatste raad.',
          reply('tim-termijn', HOUR, 'Ingepland: wij eerst, dan Noordkade, dan Zuiderdam.')),
        reply('ruben-monster', DAY, 'Leg in drie zinnen uit wat er gebeurt als we nee zeggen. Dat is altijd de eerste vraag.'),
        reply('tim-termijn', 18 * DAY, 'Aangenomen in alle drie de raden, met in Noordkade één amendement over indexatie. Dat neem ik mee naar het bestuur.'),
      ],
    },
    {
      key: 'raad-bedreiging',
      author: 'victor-notulen',
      minutesAgo: 65 * DAY + 2 * HOUR,
      body: 'Een raadslid kreeg deze week voor de derde keer een anonieme brief thuis. Aangifte is gedaan. Mijn vraag aan jullie: wie belt bij jullie de volgende dag om te vragen hoe het gaat? Bij ons bleek dat niemand te zijn, terwijl het protocol drie bladzijden lang is.',
      tags: ['veiligheid', 'raadsleden'],
      replies: [
        reply('ruben-monster', 50, 'Wat naar. Bij ons belt de burgemeester dezelfde dag en ik na een week. Dat staat nergens, maar ik ga het nu wel opschrijven.'),
        reply('bea-besluit', 2 * HOUR, 'Vergeet het gezin niet. Bij ons kwam de wijkagent langs bij de partner en dat deed meer dan alle mails.'),
        reply('jan-willem-motie', 5 * HOUR, 'Ik stel voor dat wij drieën elkaar bellen als zoiets speelt. Je hoeft er als griffier ook niet alleen mee rond te lopen.',
          reply('victor-notulen', HOUR, 'Dat doet me goed. Afgesproken.')),
      ],
    },
  ],
};
