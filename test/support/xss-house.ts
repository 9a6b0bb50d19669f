// SPDX-License-Identifier: EUPL-1.2
import { newId } from '../../server/platform/ids.ts';
import { startPlein, type TestPlein } from './app.ts';
import { buildMember, type TestMember } from './factories.ts';
import { buildBuilding, join, type TestBuilding } from './factories-buildings.ts';
import { buildPost } from './factories-posts.ts';
import { payloads } from './xss-payloads.ts';

export interface XssHouse {
  plein: TestPlein;
  address: string;
  /** Administrator of the instance, admin of the building, author of the threads: everything is told to them. */
  founder: TestMember;
  building: TestBuilding;
  /** Threads that hold every payload as Markdown and as HTML, a hundred replies each. */
  threads: string[];
  authors: { handle: string; slug: string | null; post: string | null }[];
  /** How many were taken: texts of posts, names of buildings. */
  taken: { posts: number; replies: number; buildings: number; tags: number };
}

const REPLIES_PER_THREAD = 90;

/** What a column can hold of it. */
const storable = (payload: string) => payload.replaceAll('\0', '').toWellFormed();

/**
 * An instance in which every payload is everywhere: in the names of people and organisations past every check, and in
 * posts, titles, tags, replies, buildings, profiles, drafts, notes, notifications and mail as far as these are taken.
 */
export async function buildXssHouse(): Promise<XssHouse> {
  const plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  const address = await plein.listen();
  const founder = await buildMember(plein, { administrator: true, name: storable(payloads[0] ?? '') });
  const building = await buildBuilding(plein, { founder, slug: 'verzameling', name: 'Verzameling', summary: payloads[5] ?? '' });
  await plein.db((trx) => trx.updateTable('instance').set({ name: `Plein </script><img src=x onerror=pwn()>`, tagline: `"><script>pwn()</script>` }).execute());
  const house: XssHouse = { plein, address, founder, building, threads: [], authors: [], taken: { posts: 0, replies: 0, buildings: 0, tags: 0 } };
  for (let batch = 0; batch < payloads.length; batch += REPLIES_PER_THREAD) {
    const threads = await Promise.all([0, 1].map((number) => buildPost(founder, building, { title: `Draad ${batch} ${number}`, audience: 'public' })));
    house.threads.push(...threads.map((thread) => thread.id));
    for (const payload of payloads.slice(batch, batch + REPLIES_PER_THREAD)) await placeEverywhere(house, payload, threads[0]?.id ?? '', threads[1]?.id ?? '');
  }
  await plein.drainJobs();
  return house;
}

async function placeEverywhere(house: XssHouse, payload: string, markdownThread: string, htmlThread: string): Promise<void> {
  const { plein, building, taken } = house;
  const text = storable(payload);
  const author = await buildMember(plein, { name: text });
  const organisation = newId();
  await plein.db(async (trx) => {
    await trx.insertInto('organisation').values({ id: organisation, name: `${text} ${organisation.slice(-6)}` }).execute();
    await trx.updateTable('actor').set({ organisation_id: organisation, job_title: text, summary: text }).where('id', '=', author.actorId).execute();
    await trx.insertInto('profile_part').values({ actor_id: author.actorId, level: 'public', audience_id: 1, job_title: text, about: text, region: text.slice(0, 80), phone: text.slice(0, 40), email: text, links: [text] }).execute();
  });
  await join(building, author);
  const post = await author.post(`${building.path}/posts`, { kind: 'article', title: payload.slice(0, 200), body: `${payload}\n\nachteraf`, audience: 'public' });
  // A tag is letters and digits; what is not is refused.
  const tagged = await author.post(`${building.path}/posts`, { body: 'Met een label', audience: 'public', tags: [payload.slice(0, 50)] });
  const replies = [
    await author.post(`/posts/${markdownThread}/replies`, { body: `${payload}\n\nachteraf @${house.founder.handle}`, format: 'markdown' }),
    await author.post(`/posts/${htmlThread}/replies`, { body: `<p>vooraf</p>${payload}<p>achteraf @${house.founder.handle}</p>`, format: 'html' }),
  ];
  const slug = `van-${author.handle}`.slice(0, 40);
  const own = await author.post('/buildings', { slug, name: payload.slice(0, 80), summary: payload, access: 'open' });
  if (own.statusCode === 201) await author.post(`/buildings/${slug}/invitations`, { emails: [`${author.handle}@elders.example`] });
  await author.put(`/drafts/${newId()}`, { kind: 'article', title: payload.slice(0, 200), body: payload, format: 'html', buildingSlug: building.slug });
  await house.founder.put(`/drafts/${newId()}`, { kind: 'article', title: payload.slice(0, 200), body: payload, format: 'markdown', buildingSlug: building.slug });
  taken.tags += tagged.statusCode === 201 ? 1 : 0;
  taken.posts += post.statusCode === 201 ? 1 : 0;
  taken.replies += replies.filter((reply) => reply.statusCode === 201).length;
  taken.buildings += own.statusCode === 201 ? 1 : 0;
  house.authors.push({ handle: author.handle, slug: own.statusCode === 201 ? slug : null, post: post.statusCode === 201 ? post.json<{ id: string }>().id : null });
}
