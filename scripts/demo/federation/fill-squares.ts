// SPDX-License-Identifier: EUPL-1.2
import { administratorOf, closedBuilding, emailOf, openBuilding, ownBuildings, type SquareKey, squares, SQUARES_PASSWORD } from './squares.ts';
import { eventually, visit, type Visitor } from './visitor.ts';

type Addresses = Record<SquareKey, string>;

interface Post {
  id: string;
  text: string;
}

/**
 * Lets people of three squares do what this is about, by the same API that their browsers use: name each other as neighbours, join across
 * squares, ask at a closed door, write and answer. What was done is not done again.
 */
export async function fillSquares(addresses: Addresses): Promise<void> {
  await nameNeighbours(addresses);
  const at = (key: SquareKey, handle: string) => visit(addresses[key], emailOf(handle, key), SQUARES_PASSWORD);
  const [saar, koen, aya, daan, mees] = await Promise.all([at('kadezicht', 'saar-fictie'), at('kadezicht', 'koen-verzonnen'), at('hoogveld', 'aya-voorbeeld'), at('hoogveld', 'daan-bedacht'), at('molenvliet', 'mees-denkbeeldig')]);
  await fillOpen(addresses, { saar, daan, mees });
  await fillClosed(addresses, { aya, koen });
  for (const { founder, ...building } of ownBuildings) await start(await at(building.home, founder), building, 'open');
  // Now that they all name each other and have something open: otherwise they look at each other every half hour.
  await nameNeighbours(addresses);
}

const hostOf = (address: string): string => new URL(address).host;

async function nameNeighbours(addresses: Addresses): Promise<void> {
  for (const { key } of squares) {
    const administrator = await visit(addresses[key], administratorOf(key), SQUARES_PASSWORD);
    for (const other of squares) if (other.key !== key) await administrator.send('PUT', `/instances/${hostOf(addresses[other.key])}`, { relation: 'neighbour', sharesQuestions: true });
  }
}

/** As it stands on another square. */
const elsewhere = (addresses: Addresses, building: { slug: string; home: SquareKey }): string => `${building.slug}@${hostOf(addresses[building.home])}`;
const pathOf = (slug: string): string => `/buildings/${encodeURIComponent(slug)}`;

async function start(founder: Visitor, { slug, name, summary }: { slug: string; name: string; summary: string }, access: 'open' | 'closed'): Promise<void> {
  await founder.send('POST', '/buildings', { slug, name, summary, access }, [409]);
}

/** @returns whether they are in at once, or when their home heard so */
async function join(visitor: Visitor, slug: string, note: string): Promise<void> {
  await visitor.send('POST', '/remote-places/lookup', { address: slug });
  await visitor.send('POST', `${pathOf(slug)}/memberships`, { note });
}

const isMember = (visitor: Visitor, slug: string) => async () => {
  const { myMembership } = await visitor.get<{ myMembership: { state: string } | null }>(pathOf(slug));
  return myMembership?.state === 'active' ? true : null;
};

async function isEmpty(visitor: Visitor, slug: string): Promise<boolean> {
  return (await visitor.get<{ items: Post[] }>(`${pathOf(slug)}/posts`)).items.length === 0;
}

const postWith = (visitor: Visitor, slug: string, text: string) => async () => (await visitor.get<{ items: Post[] }>(`${pathOf(slug)}/posts`)).items.find((post) => post.text.includes(text));

async function write(visitor: Visitor, slug: string, post: { title?: string; kind?: string; body: string; tags?: string[] }): Promise<void> {
  await visitor.send('POST', `${pathOf(slug)}/posts`, post);
}

async function answer(visitor: Visitor, slug: string, text: string, body: string): Promise<void> {
  const post = await eventually(`“${text}”`, postWith(visitor, slug, text));
  await visitor.send('POST', `/posts/${post.id}/replies`, { body });
}

async function fillOpen(addresses: Addresses, { saar, daan, mees }: Record<'saar' | 'daan' | 'mees', Visitor>): Promise<void> {
  const here = openBuilding.slug;
  const there = elsewhere(addresses, openBuilding);
  await start(saar, openBuilding, 'open');
  for (const each of [daan, mees]) await join(each, there, '');
  for (const each of [daan, mees]) await eventually('lidmaatschap', isMember(each, there));
  if (!(await isEmpty(saar, here))) return;
  await write(saar, here, { kind: 'article', title: 'Welkom in een gebouw van drie gemeenten', tags: ['wonen'], body: 'Dit gebouw staat op het plein van **Kadezicht**. Wie in Hoogveld of Molenvliet werkt, leest en schrijft hier mee vanaf het eigen plein.\n\nStel je vraag, of vertel wat bij jullie werkt.' });
  await write(daan, there, { kind: 'question', title: 'Drijvende woning: gebouw of schip?', body: 'Wij krijgen in Hoogveld een aanvraag voor een drijvende woning op de plas. Hoe kijken jullie daarnaar?', tags: ['vergunning'] });
  await answer(mees, there, 'drijvende woning', 'In Molenvliet behandelen we het als bouwwerk, zodra het langer dan een jaar op één plek ligt. Wat het peil betreft kijk ik graag mee.');
  await answer(saar, here, 'drijvende woning', 'Hier ook. We hebben een korte handreiking; die zet ik er morgen bij.');
  await write(mees, there, { body: 'Volgende week meten we het peil langs de hele vliet. Wie wil er mee het water op? Laarzen zijn er.' });
}

async function fillClosed(addresses: Addresses, { aya, koen }: Record<'aya' | 'koen', Visitor>): Promise<void> {
  const here = closedBuilding.slug;
  const there = elsewhere(addresses, closedBuilding);
  await start(aya, closedBuilding, 'closed');
  await aya.send('PUT', `${pathOf(here)}/allowed-instances/${hostOf(addresses[closedBuilding.sharedWith])}`);
  await koen.send('POST', '/remote-places/lookup', { address: there });
  const { myMembership } = await koen.get<{ myMembership: { state: string } | null }>(pathOf(there));
  if (myMembership === null) {
    await koen.send('POST', `${pathOf(there)}/memberships`, { note: 'Ik ben regisseur jeugd in Kadezicht en werk met dezelfde scholen.' });
    const request = await eventually('de vraag van Koen', async () => (await aya.get<{ items: { id: string }[] }>(`${pathOf(here)}/memberships?state=requested`)).items[0]);
    await aya.send('POST', `${pathOf(here)}/memberships/${request.id}/answers`, { outcome: 'approved', word: 'Fijn dat je meedoet!' });
  }
  await eventually('lidmaatschap', isMember(koen, there));
  if (!(await isEmpty(aya, here))) return;
  await write(aya, here, { kind: 'article', title: 'Waarom dit gebouw besloten is', body: 'We delen hier wat we met elkaar willen uitzoeken, tussen **Hoogveld** en **Kadezicht**. Geen gegevens van gezinnen, wel van hoe we werken. Wie op een derde plein zit, leest hier niets.' });
  await answer(koen, there, 'We delen hier', 'Duidelijk. Vanaf mijn eigen plein zie ik het gewoon tussen mijn andere gebouwen staan.');
  await write(koen, there, { kind: 'question', title: 'Wie belt de school?', body: 'Als een kind in Kadezicht woont en in Hoogveld naar school gaat: wie belt dan als eerste? Wij doen het nu allebei.' });
  await answer(aya, here, 'wie belt dan', 'Laten we afspreken: wie het signaal krijgt, belt, en meldt het hier.');
}
