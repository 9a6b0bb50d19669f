// SPDX-License-Identifier: EUPL-1.2
import { subscriptionOf } from './push-subscription.ts';
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { actionLink } from '../../server/mailing/actions/action-link.ts';
import { hashPassword } from '../../server/identity/password.ts';
import { hashSecret, newId, newSecret } from '../../server/platform/ids.ts';
import { queueMail } from '../../server/platform/mail/queue-mail.ts';
import { encodeCursor } from '../../server/platform/http/paging.ts';
import type { TestClient, TestPlein } from './app.ts';
import { buildGuest, buildMember, type TestMember } from './factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, joinGroup, type TestBuilding, type TestGroup } from './factories-buildings.ts';
import { buildPost, buildReply } from './factories-posts.ts';
import { smallPicture } from './small-picture.ts';

export const viewerNames = ['guest', 'member', 'administrator'] as const;
export type ViewerName = (typeof viewerNames)[number];

const PASSWORD = 'vier losse woorden samen';

/** People who are used up by the requests, with things of their own that come into being when they are first needed. */
export interface Cast {
  clients: Record<ViewerName, TestClient>;
  /** What stands for a kind of thing in a request of this viewer. */
  find(kind: string, viewer: ViewerName): Promise<string>;
}

/** What no request of the cast may change, read by those whose it is. */
export interface KeptFixture {
  /** Stands in everything of the hidden building, which nobody of the cast may see. */
  canary: string;
  hidden: TestBuilding;
  open: TestBuilding;
  hiddenPost: string;
  openPost: string;
  /** Everything there is to read of it, to compare. */
  snapshot(): Promise<unknown>;
}

export async function buildKeptFixture(plein: TestPlein): Promise<KeptFixture> {
  const canary = `kanarie${randomBytes(8).toString('hex')}`;
  const founder = await buildMember(plein, { name: 'Blijvende Bea' });
  const hidden = await buildBuilding(plein, { founder, access: 'hidden', name: `Huis ${canary}`, summary: canary });
  const open = await buildBuilding(plein, { founder, access: 'open', name: 'Blijft open' });
  const colleague = await buildMemberOf(plein, hidden);
  const post = await buildPost(founder, hidden, { kind: 'article', title: `Titel ${canary}`, body: `Inhoud ${canary}`, audience: 'members', tags: [canary] });
  await buildReply(colleague, post, { body: `Antwoord ${canary}` });
  await founder.patch(`/posts/${post.id}`, { body: `Nieuwe inhoud ${canary}` });
  const openPost = await buildPost(founder, open, { title: 'Staat er nog', body: 'Wie dit leest leest wat er stond.', audience: 'public' });
  await founder.put(`/drafts/${newId()}`, { kind: 'message', body: canary, format: 'markdown', buildingSlug: hidden.slug });
  const token = await founder.post('/tokens', { name: `Token ${canary}`, scopes: ['read'] });
  expect(token.statusCode, token.body).toBe(201);
  await plein.drainJobs();
  const paths = [hidden.path, `${hidden.path}/posts`, `${hidden.path}/memberships`, `/posts/${post.id}/replies`, `/posts/${post.id}/revisions`, '/drafts', '/tokens'];
  return {
    canary, hidden, open, hiddenPost: post.id, openPost: openPost.id,
    async snapshot() {
      const all = await Promise.all(paths.map((path) => founder.get(path)));
      expect(all.map((answer) => answer.statusCode)).toEqual(paths.map(() => 200));
      const { title, html } = (await founder.get(`/posts/${openPost.id}`)).json<{ title: string; html: string }>();
      return [...all.map((answer) => answer.json<unknown>()), { title, html }];
    },
  };
}

export async function buildCast(plein: TestPlein, kept: KeptFixture): Promise<Cast> {
  const [member, administrator] = [await buildMember(plein), await buildMember(plein, { administrator: true })];
  const people = { guest: member, member, administrator };
  const made = new Map<string, Promise<string>>();
  const find = (kind: string, viewer: ViewerName): Promise<string> => {
    const key = `${viewer === 'guest' ? 'member' : viewer} ${kind}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const make = things[kind];
    if (make === undefined) throw new Error(`nothing is known of "${kind}"`);
    const coming = make({ plein, kept, who: people[viewer], find: (other) => find(other, viewer) });
    made.set(key, coming);
    return coming;
  };
  return { clients: { guest: buildGuest(plein), member, administrator }, find };
}

interface Making {
  plein: TestPlein;
  kept: KeptFixture;
  who: TestMember;
  find(kind: string): Promise<string>;
}

const idOf = (answer: { body: string; json<T>(): T }) => answer.json<{ id?: string }>().id ?? expect.fail(answer.body);

/** A group of one's own closed building; each of them is somebody's, so it is made once. */
async function closedGroup({ who, find }: Making): Promise<TestGroup> {
  const slug = await find('closed building');
  const building = { id: '', slug, name: '', founder: who, path: `/buildings/${slug}` };
  const known = (await who.get(`${building.path}/groups`)).json<{ items: { id: string; slug: string }[] }>().items[0];
  return known === undefined ? buildGroup(building) : { id: known.id, slug: known.slug, name: '', founder: who, path: `${building.path}/groups/${known.slug}`, building };
}

async function mailedInvitation(who: TestMember, path: string): Promise<string> {
  const email = `${newId()}@elders.example`;
  const sent = await who.post(`${path}/invitations`, { emails: [email] });
  expect(sent.statusCode, sent.body).toBe(201);
  const { items } = (await who.get(`${path}/invitations`)).json<{ items: { id: string; email: string | null }[] }>();
  return items.find((each) => each.email === email)?.id ?? expect.fail('nobody was invited');
}

async function oneTimeToken({ plein, who }: Making, kind: 'confirmation' | 'reset'): Promise<string> {
  const secret = newSecret();
  const values = kind === 'reset' ? { account_id: who.accountId } : { email: `${newId()}@elders.example`, name: 'Nieuw Hier', password_hash: await hash(), locale: 'nl' };
  await plein.db((trx) => trx.insertInto('one_time_token').values({ id: newId(), kind: kind === 'reset' ? 'password-reset' : kind, token_hash: hashSecret(secret), created_at: new Date(), expires_at: new Date(Date.now() + 3_600_000), ...values }).execute());
  return secret;
}

let hashed: Promise<string> | null = null;
const hash = () => (hashed ??= hashPassword(PASSWORD));

/** How each thing is made, for somebody. */
const things: Record<string, (making: Making) => Promise<string>> = {
  'own building': async ({ plein, who }) => (await buildBuilding(plein, { founder: who })).slug,
  'own building name': async ({ who, find }) => (await who.get(`/buildings/${await find('own building')}`)).json<{ name: string }>().name,
  'own group': async ({ who, find }) => {
    const building = await find('own building');
    const path = `/buildings/${building}`;
    return (await buildGroup({ id: '', slug: building, name: '', founder: who, path }, { slug: 'van-mij' })).slug;
  },
  // Of a building that is not one's own, so it is found nowhere.
  'hidden group': () => Promise.resolve('verborgen-groep'),
  'open building id': ({ kept }) => Promise.resolve(kept.open.id),
  /** A report about somebody in the own building, for who asks to decide about. */
  case: async ({ plein, who, find }) => {
    const slug = await find('own building');
    const path = `/buildings/${slug}`;
    const author = await buildMember(plein);
    await author.post(`${path}/memberships`);
    const post = await buildPost(author, { slug });
    await author.post('/reports', { personId: who.actorId, reason: 'other' });
    await who.post('/reports', { postId: post.id, reason: 'spam' });
    return (await who.get(`/reports?place=${slug}&limit=1`)).json<{ items: { id: string }[] }>().items[0]?.id ?? newId();
  },
  'own reading': async ({ who }) => (await who.post('/today/read', { upTo: '2020-01-01T00:00:00.000Z' })).json<{ id: string }>().id,
  'saved search': async ({ who }) => (await who.post('/saved-searches', { q: 'fuzz' })).json<{ id: string }>().id,
  decision: async ({ plein, who }) => {
    const id = newId();
    await plein.db((trx) => trx.insertInto('moderation_decision').values({ id, audience_id: 3, subject_kind: 'person', person_id: who.actorId, action: 'warn', reason: 'Fuzz', decided_at: new Date() }).execute());
    return id;
  },
  'deleted building': async ({ plein, who }) => {
    const { slug, path } = await buildBuilding(plein, { founder: who });
    await who.delete(path);
    return slug;
  },
  'open building': ({ kept }) => Promise.resolve(kept.open.slug),
  'hidden building': ({ kept }) => Promise.resolve(kept.hidden.slug),
  'new slug': () => Promise.resolve(`nieuw-${newId().slice(-12)}`),
  'own post': async ({ who, find }) => (await buildPost(who, { slug: await find('own building') }, { title: 'Van mij', tags: ['fuzz'] })).id,
  'own reply': async ({ who, find }) => (await buildReply(who, { id: await find('own post') })).id,
  'open post': ({ kept }) => Promise.resolve(kept.openPost),
  'hidden post': ({ kept }) => Promise.resolve(kept.hiddenPost),
  'new id': () => Promise.resolve(newId()),
  'own draft': async ({ who }) => {
    const id = newId();
    expect((await who.put(`/drafts/${id}`, { kind: 'message', body: 'Concept', format: 'markdown' })).statusCode).toBe(200);
    return id;
  },
  membership: async ({ plein, who, find }) => {
    const slug = await find('own building');
    return (await buildMemberOf(plein, { id: '', slug, name: '', founder: who, path: `/buildings/${slug}` })).membershipId;
  },
  import: async ({ who, find }) => idOf(await who.post(`/buildings/${await find('own building')}/memberships/imports`, 'email\ngeen adres')),
  'closed building': async ({ plein, who }) => (await buildBuilding(plein, { founder: who, access: 'closed' })).slug,
  request: async ({ plein, find }) => idOf(await (await buildMember(plein)).post(`/buildings/${await find('closed building')}/memberships`)),
  'closed group': async (making) => (await closedGroup(making)).slug,
  'group request': async (making) => {
    const group = await closedGroup(making);
    return idOf(await (await buildMemberOf(making.plein, group.building)).post(`${group.path}/memberships`));
  },
  'group membership': async (making) => {
    const group = await closedGroup(making);
    return joinGroup(group, await buildMemberOf(making.plein, group.building));
  },
  'group invitation': async (making) => idOf(await making.who.post(`${(await closedGroup(making)).path}/invitations`, { link: true })),
  'group mailed invitation': async (making) => mailedInvitation(making.who, (await closedGroup(making)).path),
  'mailed invitation': async ({ who, find }) => mailedInvitation(who, `/buildings/${await find('own building')}`),
  'group rule': async (making) => idOf(await making.who.post(`${(await closedGroup(making)).path}/membership-rules`, { themeId: await making.find('theme') })),
  rule: async ({ who, find }) => idOf(await who.post(`/buildings/${await find('own building')}/membership-rules`, { themeId: await find('theme') })),
  'own building id': async ({ who, find }) => idOf(await who.get(`/buildings/${await find('own building')}`)),
  'going building': async ({ plein, who }) => (await buildBuilding(plein, { founder: who, name: 'Gaat op' })).id,
  'going name': () => Promise.resolve('Gaat op'),
  'done merge': async ({ who, find }) => idOf(await who.post('/merges', { sourceId: await find('going building'), targetId: await find('own building id'), name: 'Gaat op' })),
  'proposed merge': async ({ plein, find }) => {
    const other = await buildMember(plein);
    const going = await buildBuilding(plein, { founder: other, name: 'Gaat op' });
    return idOf(await other.post('/merges', { sourceId: going.id, targetId: await find('own building id'), name: 'Gaat op' }));
  },
  invitation: async ({ who, find }) => idOf(await who.post(`/buildings/${await find('own building')}/invitations`, { link: true })),
  'invitation token': async ({ plein }) => {
    const { founder, path } = await buildBuilding(plein, { access: 'closed' });
    const { url } = (await founder.post(`${path}/invitations`, { link: true })).json<{ url: string }>();
    return new URL(url).searchParams.get('token') ?? '';
  },
  'confirmation token': (making) => oneTimeToken(making, 'confirmation'),
  'mail action token': async ({ plein, who, find }) => new URL(await actionLink(plein.deps, { act: 'thank', personId: who.actorId, thing: { postId: await find('own post') } })).searchParams.get('token') ?? '',
  'reset token': (making) => oneTimeToken(making, 'reset'),
  'way back token': ({ plein, who }) => plein.deps.signing.sign('undo-unsubscribe', { person: who.actorId, what: 'digest', thing: '', before: 'workdays' }, 3_600),
  'unsubscribe token': ({ plein, who }) => plein.deps.signing.sign('unsubscribe', { person: who.actorId, what: 'digest', thing: '' }, 3_600),
  session: async ({ plein, who }) => {
    const id = newId();
    await plein.db((trx) => trx.insertInto('session').values({ id, token_hash: hashSecret(newSecret()), account_id: who.accountId, expires_at: new Date(Date.now() + 3_600_000) }).execute());
    return id;
  },
  'push device': async ({ who }) => idOf(await who.post('/push/subscriptions', subscriptionOf('fuzz'))),
  'push endpoint': async () => subscriptionOf('fuzz').endpoint,
  'push key': async () => subscriptionOf('fuzz').keys.p256dh,
  'push secret': async () => subscriptionOf('fuzz').keys.auth,
  token: async ({ who }) => idOf(await who.post('/tokens', { name: 'Rooster', scopes: ['read'] })),
  email: async ({ plein, who }) => {
    const password = await hash();
    await plein.db((trx) => trx.updateTable('account').set({ password_hash: password }).where('id', '=', who.accountId).execute());
    return who.email;
  },
  password: async ({ find }) => {
    await find('email');
    return PASSWORD;
  },
  'new password': () => Promise.resolve('heel andere woorden hier'),
  'other theme': async ({ who }) => idOf(await who.post('/themes', { name: `Ander onderwerp ${newId().slice(-8)}` })),
  theme: async ({ who }) => idOf(await who.post('/themes', { name: `Onderwerp ${newId().slice(-8)}` })),
  photo: async ({ who }) => {
    const put = await who.send('PUT', '/api/v1/me/photo', smallPicture, { 'content-type': 'image/png' });
    return /photos\/([0-9a-f]{64})\//.exec(put.body)?.[1] ?? expect.fail(put.body);
  },
  'photo size': () => Promise.resolve('small.webp'),
  'other handle': async ({ plein }) => (await buildMember(plein)).handle,
  organisation: async ({ plein }) => idOf(await (await buildMember(plein, { administrator: true })).post('/organisations', { name: `Gemeente ${newId()}`, domains: [] })),
  mail: async ({ plein }) => {
    const to = `${newId()}@elders.example`;
    await plein.db((trx) => queueMail(trx, { to, template: 'password-changed', locale: 'nl', data: { name: 'Iemand', resetUrl: 'http://plein.test/reset-password', instance: 'Plein' } }));
    return (await plein.db((trx) => trx.selectFrom('mail').select('id').where('recipient', '=', to).executeTakeFirstOrThrow())).id;
  },
  account: async ({ plein }) => (await buildMember(plein)).actorId,
  self: ({ who }) => Promise.resolve(who.actorId),
  reaction: () => Promise.resolve('like'),
  handle: ({ who }) => Promise.resolve(who.handle),
  notification: async ({ plein, who, find }) => {
    const answerer = await buildMember(plein);
    await answerer.post(`/buildings/${await find('own building')}/memberships`);
    await buildReply(answerer, { id: await find('own post') });
    await plein.drainJobs();
    const { items } = (await who.get('/notifications')).json<{ items: { id: string }[] }>();
    return items[0]?.id ?? expect.fail('nobody was told of an answer');
  },
  'moment cursor': () => Promise.resolve(encodeCursor([new Date().toISOString(), newId()])),
  'number cursor': () => Promise.resolve(encodeCursor([1])),
  'name cursor': () => Promise.resolve(encodeCursor(['m', newId()])),
  'update cursor': async ({ plein }) => (await plein.db((trx) => trx.selectFrom('event').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow())).id,
  topics: async ({ find }) => `square,me,building:${await find('own building')},post:${await find('own post')}`,
  scope: async ({ find }) => `building:${await find('own building')}`,
  soon: () => Promise.resolve(new Date(Date.now() + 24 * 3_600_000).toISOString()),
  asset: async ({ plein }) => /\/assets\/([^"]+\.js)/.exec((await plein.app.inject('/')).body)?.[1] ?? '',
};
