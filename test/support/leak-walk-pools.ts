// SPDX-License-Identifier: EUPL-1.2
import { newId } from '../../server/platform/ids.ts';
import type { TestPlein } from './app.ts';
import { buildMember, type TestMember } from './factories.ts';
import { buildBuilding, buildMemberOf, join } from './factories-buildings.ts';
import { buildPost, buildReply } from './factories-posts.ts';
import { ABSENT_ID, ABSENT_SLUG, groups, type LeakFixture, outsiderNames, type ViewerName } from './leak-fixture.ts';
import { tokenMailedTo } from './mailbox.ts';

/** What the parameters of routes are filled with, by what they name. */
export const poolNames = ['slugs', 'posts', 'memberships', 'invitations', 'drafts', 'sessions', 'tokens', 'organisations', 'mails', 'people', 'handles', 'tags', 'notifications', 'cursors', 'emails', 'secrets', 'scopes', 'topics'] as const;
export type PoolName = (typeof poolNames)[number];
export type Pools = Record<PoolName, string[]>;

export interface WalkPools {
  /** Of everything: hidden, open, and absent. */
  all: Pools;
  /** Of each viewer themselves, so that some of what they do succeeds. */
  own: Partial<Record<ViewerName, Pools>>;
  /** Beginnings of words that stand inside: long enough to find them by. */
  beginnings: string[];
}

export const walkPassword = 'vier losse woorden samen';
const empty = (): Pools => Object.fromEntries(poolNames.map((name): [PoolName, string[]] => [name, []])) as Pools;
const ids = (response: { json(): unknown }): string[] => (response.json() as { items: { id: string }[] }).items.map((each) => each.id);

/** Gives everybody outside something of their own, and gathers the ids, addresses and cursors of all that there is. */
export async function buildWalkPools(plein: TestPlein, f: LeakFixture): Promise<WalkPools> {
  const own: WalkPools['own'] = {};
  const { administrator } = f.viewers;
  const organisations = [];
  for (const name of ['Wandelstad', 'Dwaaldorp', 'Zwerfdam', 'Loopveen', 'Struinburg', 'Slentersluis']) organisations.push((await administrator.post('/organisations', { name, domains: [] })).json<{ id: string }>().id);
  for (const name of outsiderNames) {
    const viewer = f.viewers[name] as TestMember;
    if (name === 'guest' || name === 'suspended') continue;
    own[name] = await ownPools(plein, f, viewer);
    if (name === 'administrator') own[name].organisations.push(...organisations);
  }
  const bystander = await buildMember(plein, { name: 'Omstander Otto' });
  const signedUp = await signedUpWithPassword(plein);
  const all = empty();
  for (const pools of Object.values(own)) pools.emails.push(signedUp, signedUp, signedUp);
  for (const pools of Object.values(own)) for (const name of poolNames) all[name].push(...pools[name]);
  const lastPart = (value: string) => value.split('/')[2] ?? '';
  all.slugs.push(f.hidden.slug, f.hidden.slug, f.closed.slug, f.closed.slug, f.deleted.slug, f.open.slug, ABSENT_SLUG);
  all.posts.push(...f.posts.map(({ value }) => value), ABSENT_ID, (await buildPost(f.insider, f.open, { tags: ['openbaar'] })).id);
  all.memberships.push(...f.memberships.map(({ value }) => lastPart(value)), ABSENT_ID);
  all.invitations.push(...f.invitations.map(({ value }) => lastPart(value)));
  all.drafts.push(f.draft, newId());
  all.sessions.push(f.session);
  all.tokens.push(f.token);
  all.organisations.push(...organisations, ABSENT_ID);
  all.mails.push(...(await plein.db((trx) => trx.selectFrom('mail').select('id').execute())).map(({ id }) => id));
  all.people.push(bystander.actorId, ABSENT_ID);
  all.handles.push(f.insider.handle, bystander.handle, 'niemand-hier');
  all.tags.push(f.words.closed.tag, f.words.hidden.tag, 'openbaar');
  all.notifications.push(...f.notifications);
  all.cursors.push(...(await cursorsOf(f)), 'x');
  all.emails.push(f.insider.email, 'niemand@thuis.example');
  // None that still works: whoever has it is told what it is for, and may use it.
  all.secrets.push(f.revokedInvitation, 'geen-geheim', await openLink(f));
  all.scopes.push('square', 'mine', `building:${f.hidden.slug}`, `building:${f.closed.slug}`, `building:${f.deleted.slug}`, `building:${f.open.slug}`);
  all.topics.push('square', 'me', `building:${f.hidden.slug}`, `building:${f.closed.slug}`, ...f.posts.map(({ value }) => `post:${value}`));
  const beginnings = groups.flatMap((group) => f.secrets[group]).filter((secret) => secret.startsWith('kanarie')).map((word) => word.slice(0, -1));
  return { all, own, beginnings: [...beginnings, 'kanarie', 'Huis', 'Ingewijde', 'o'] };
}

async function ownPools(plein: TestPlein, f: LeakFixture, viewer: TestMember): Promise<Pools> {
  const pools = empty();
  await join(f.open, viewer);
  const post = await buildPost(viewer, f.open, { kind: 'article', title: 'Van mij', tags: ['openbaar'] });
  pools.posts.push(post.id, (await buildReply(viewer, post)).id);
  await buildReply(f.insider, post, { body: `Dag @${viewer.handle}` });
  await plein.drainJobs();
  pools.slugs.push(f.open.slug);
  const mine = (await viewer.get('/me')).json<{ isStaff: boolean; role: string }>();
  if (mine.isStaff || mine.role === 'administrator') {
    for (const access of ['open', 'closed', 'hidden'] as const) {
      const building = await buildBuilding(plein, { founder: viewer, access });
      pools.slugs.push(building.slug, building.slug);
      pools.posts.push((await buildPost(viewer, building)).id);
      for (let count = 0; count < 5; count++) pools.memberships.push((await buildMemberOf(plein, building)).membershipId);
      for (let count = 0; count < 2; count++) pools.invitations.push((await viewer.post(`${building.path}/invitations`, { link: true })).json<{ id: string }>().id);
      pools.scopes.push(`building:${building.slug}`);
    }
  }
  for (let count = 0; count < 2; count++) {
    const draft = newId();
    await viewer.put(`/drafts/${draft}`, { kind: 'message', body: 'Nog niet af', format: 'markdown' });
    pools.drafts.push(draft);
    pools.tokens.push((await viewer.post('/tokens', { name: 'Van mij', scopes: ['read'] })).json<{ id: string }>().id);
  }
  pools.sessions.push(...ids(await viewer.get('/sessions')));
  pools.notifications.push(...ids(await viewer.get('/notifications')));
  pools.handles.push(viewer.handle);
  pools.tags.push('openbaar');
  pools.emails.push(`wandelaar-${viewer.handle}@elders.example`);
  pools.scopes.push('square', 'mine');
  return pools;
}

async function cursorsOf(f: LeakFixture): Promise<string[]> {
  const lists = ['/feed?scope=mine', '/feed', `/buildings/${f.closed.slug}/posts?`, `/buildings/${f.hidden.slug}/posts?`, '/notifications?', '/bookmarks?', '/drafts?', '/buildings?sort=name', '/buildings?sort=newest', '/people?', `/buildings/${f.hidden.slug}/memberships?`, `/posts/${f.posts[1]?.value}/replies?`];
  const cursors = await Promise.all(lists.map(async (path) => (await f.insider.get(`${path}${path.endsWith('?') || !path.includes('?') ? '' : '&'}${path.includes('?') ? '' : '?'}limit=1`)).json<{ next: string | null }>().next));
  return cursors.filter((cursor) => cursor !== null);
}

async function openLink(f: LeakFixture): Promise<string> {
  const { url } = (await f.insider.post(`${f.open.path}/invitations`, { link: true })).json<{ url: string }>();
  return new URL(url).searchParams.get('token') ?? '';
}

/** Somebody whose password is known, for sign-ins that succeed. */
async function signedUpWithPassword(plein: TestPlein): Promise<string> {
  const email = 'wandelaar@thuis.example';
  const someone = await buildMember(plein);
  await someone.post('/accounts', { email, name: 'Wandelaar Wim', password: walkPassword });
  await someone.post('/accounts/confirmations', { token: await tokenMailedTo(plein, email) });
  return email;
}
