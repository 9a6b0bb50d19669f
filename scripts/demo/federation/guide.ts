// SPDX-License-Identifier: EUPL-1.2
import { createServer, type Server } from 'node:http';
import { administratorOf, closedBuilding, type DemoSquare, emailOf, openBuilding, type SquareKey, squares, SQUARES_PASSWORD } from './squares.ts';

type Addresses = Record<SquareKey, string>;

const hostOf = (address: string): string => new URL(address).host;
const link = (href: string, text: string): string => `<a href="${href}">${text}</a>`;

/** Where to look, and as whom: the one page beside the three squares. */
export function guidePage(addresses: Addresses): string {
  const closedHome = addresses[closedBuilding.home];
  const closedElsewhere = `${closedBuilding.slug}@${hostOf(closedHome)}`;
  const openElsewhere = `${openBuilding.slug}@${hostOf(addresses[openBuilding.home])}`;
  const steps = [
    `<strong>Een open gebouw, van drie pleinen.</strong> ${link(`${addresses.kadezicht}/buildings/${openBuilding.slug}`, 'Thuis in Kadezicht')}, ${link(`${addresses.hoogveld}/buildings/${openElsewhere}`, 'gezien vanuit Hoogveld')} en ${link(`${addresses.molenvliet}/buildings/${openElsewhere}`, 'vanuit Molenvliet')}. Schrijf op het ene plein: een paar tellen later verschijnt op de andere de knop “1 nieuw bericht”.`,
    `<strong>Een besloten gebouw, van twee.</strong> ${link(`${closedHome}/buildings/${closedBuilding.slug}`, 'Thuis in Hoogveld')} (meld je aan als Aya Voorbeeld) en ${link(`${addresses[closedBuilding.sharedWith]}/buildings/${closedElsewhere}`, 'gezien vanuit Kadezicht')} (als Koen Verzonnen). Open op beide pleinen hetzelfde bericht en antwoord als Koen: Aya ziet het een paar tellen later, zonder te verversen.`,
    `<strong>En het derde plein heeft er niets van.</strong> Zoek op ${link(`${addresses.molenvliet}/search?q=school`, 'het plein van Molenvliet')} naar iets uit dat gebouw. Als Mees Denkbeeldig kun je het ${link(`${addresses.molenvliet}/buildings/${closedElsewhere}`, 'bij naam opzoeken')}, maar vragen om erin te mogen wordt geweigerd: Hoogveld heeft alleen Kadezicht toegelaten.`,
    `<strong>Iemand eruit.</strong> Verwijder als Aya het lid Koen uit ${link(`${closedHome}/buildings/${closedBuilding.slug}`, closedBuilding.name)}: zijn exemplaar in Kadezicht verdwijnt.`,
    `<strong>Een vraag aan wie erover gaat.</strong> Stel als Koen een ${link(`${addresses.kadezicht}/ask`, 'vraag aan een portefeuille')}: onderwerp Jeugd, voor iedereen op internet, ook aan de buren. Aya krijgt hem in Hoogveld, en haar antwoord komt bij Koen onder de vraag.`,
    `<strong>Buren.</strong> Als platformbeheer zie je onder ${link(`${addresses.kadezicht}/administration/federation`, 'Andere pleinen')} de buren, of wat verstuurd is aankomt, en de sleutels. Je kunt er een ander plein blokkeren: dan eindigen ook de lidmaatschappen tussen die twee.`,
  ];
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Drie pleinen</title>
<style>
  body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1.5rem; color: #1c2430; background: #fbfaf7 }
  h1, h2 { line-height: 1.2 } a { color: #0b4f8a } li { margin: .6rem 0 }
  .squares { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1rem }
  .square { background: #fff; border: 1px solid #c9c4b8; border-radius: .5rem; padding: 1rem }
  .square h2 { margin: 0 } code { background: #efece4; padding: .1rem .3rem; border-radius: .2rem; overflow-wrap: anywhere; font-size: .85rem }
  .square ul { padding: 0; list-style: none } .square code { display: block; width: fit-content }
</style></head><body><main>
<h1>Drie pleinen, één gesprek</h1>
<p>Hier draaien drie installaties van Plein naast elkaar, elk met een eigen database. De gemeenten en de mensen zijn verzonnen. Overal hoort hetzelfde wachtwoord bij: <code>${SQUARES_PASSWORD}</code></p>
<div class="squares">${squares.map((square) => squareCard(square, addresses[square.key])).join('')}</div>
<h2>Waar te kijken</h2>
<ol>${steps.map((step) => `<li>${step}</li>`).join('')}</ol>
<p>Je kunt op alle drie tegelijk aangemeld zijn. Stoppen: Ctrl-C in het venster waarin je begon; de volgende keer is alles er nog.</p>
</main></body></html>
`;
}

function squareCard({ key, name, people }: DemoSquare & { key: SquareKey }, address: string): string {
  const rows = [...people.map((person) => `${person.name}, ${person.jobTitle.toLowerCase()}: <code>${emailOf(person.handle, key)}</code>`), `Platformbeheer: <code>${administratorOf(key)}</code>`];
  return `<section class="square"><h2>${link(`${address}/`, name)}</h2><p>${address}</p><ul>${rows.map((row) => `<li>${row}</li>`).join('')}</ul></section>`;
}

/** Serves that page, and nothing else. */
export function serveGuide(page: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const found = request.method === 'GET' && request.url === '/';
    response.writeHead(found ? 200 : 404, { 'content-type': found ? 'text/html; charset=utf-8' : 'text/plain', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'", 'cache-control': 'no-store' });
    response.end(found ? page : 'Not found\n');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
