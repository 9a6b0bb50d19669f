// SPDX-License-Identifier: EUPL-1.2
import sharp from 'sharp';
import { expect } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import type { TestPlein } from './app.ts';
import { buildMember, type TestMember } from './factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, join, joinGroup } from './factories-buildings.ts';
import { buildPost, buildReply } from './factories-posts.ts';
import { ABSENT_ID, ABSENT_SLUG, groups, type LeakFixture, outsiderNames, type ViewerName } from './leak-fixture.ts';
import { tokenMailedTo } from './mailbox.ts';

/** What the parameters of routes are filled with, by what they name. */
export const poolNames = ['slugs', 'posts', 'memberships', 'invitations', 'drafts', 'sessions', 'tokens', 'organisations', 'mails', 'people', 'handles', 'tags', 'notifications', 'cursors', 'emails', 'secrets', 'scopes', 'topics', 'themes', 'reports', 'decisions', 'photos', 'saved-searches', 'places', 'merges'] as const;
export type PoolName = (typeof poolNames)[number];
export type Pools = Record<PoolName, string[]>;

/** A building with a group, and ids of what is in each, so that an address made of them is a real one. */
export interface OwnPlace {
  slug: string;
  groupSlug: string;
  /** Groups that may be taken away. */
  spare: string[];
  ids: Record<'building' | 'group', Record<IdsOf, string[]>>;
}
export const idsOf = ['memberships', 'requests', 'invitations', 'mailed', 'membership-rules', 'imports'] as const;
export type IdsOf = (typeof idsOf)[number];

export interface WalkPools {
  /** Of everything: hidden, open, and absent. */
  all: Pools;
  /** Of each viewer themselves, so that some of what they do succeeds. */
  own: Partial<Record<ViewerName, Pools & { whole: OwnPlace[] }>>;
  /** Beginnings of words that stand inside: long enough to find them by. */
  beginnings: string[];
}

export const walkPassword = 'vier losse woorden samen';
const empty = (): Pools => Object.fromEntries(poolNames.map((name): [PoolName, string[]] => [name, []])) as Pools;
const listedIds = (response: { json(): unknown }): string[] => (response.json() as { items: { id: string }[] }).items.map((each) => each.id);

/** Gives everybody outside something of their own, and gathers the ids, addresses and cursors of all that there is. */
export async function buildWalkPools(plein: TestPlein, f: LeakFixture): Promise<WalkPools> {
  const own: WalkPools['own'] = {};
  const { administrator } = f.viewers;
  const bystander = await handOver(plein, f);
  const organisations = [];
  for (let count = 0; count < 25; count++) organisations.push((await administrator.post('/organisations', { name: `Wandelstad ${count}`, domains: [] })).json<{ id: string }>().id);
  for (const name of outsiderNames) {
    const viewer = f.viewers[name] as TestMember;
    if (name === 'guest' || name === 'suspended') continue;
    own[name] = await ownPools(plein, f, viewer, bystander);
    if (name === 'administrator') own[name].organisations.push(...organisations);
  }
  const signedUp = await signedUpWithPassword(plein);
  const all = empty();
  for (const pools of Object.values(own)) pools.emails.push(signedUp, signedUp, signedUp);
  for (const pools of Object.values(own)) for (const name of poolNames) all[name].push(...pools[name]);
  const lastPart = (value: string) => value.split('/')[2] ?? '';
  all.slugs.push(f.hidden.slug, f.hidden.slug, f.closed.slug, f.closed.slug, f.deleted.slug, f.open.slug, ABSENT_SLUG);
  all.posts.push(...f.posts.map(({ value }) => value), ABSENT_ID, (await buildPost(bystander, f.open, { tags: ['openbaar'] })).id);
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
  all.secrets.push(f.revokedInvitation, 'geen-geheim', await openLink(f, bystander));
  all.photos.push(f.photo);
  all.reports.push(...f.cases.map(({ value }) => lastPart(value)), ABSENT_ID);
  all.decisions.push(...f.decisions);
  all['saved-searches'].push(f.savedSearch);
  all.places.push(f.hidden.id, f.closed.id, f.groupOf.hidden.id, f.groupOf.closed.id, f.open.id, ABSENT_ID);
  all.scopes.push('square', 'mine', `building:${f.hidden.slug}`, `building:${f.closed.slug}`, `building:${f.deleted.slug}`, `building:${f.open.slug}`);
  all.topics.push('square', 'me', `building:${f.hidden.slug}`, `building:${f.closed.slug}`, ...f.posts.map(({ value }) => `post:${value}`));
  const beginnings = groups.flatMap((group) => f.secrets[group]).filter((secret) => secret.startsWith('kanarie')).map((word) => word.slice(0, -1));
  return { all, own, beginnings: [...beginnings, 'kanarie', 'Huis', 'Ingewijde', 'o'] };
}

/** Whoever shares a place may read more of somebody: the insider leaves the building that everybody joins, in other hands. */
async function handOver(plein: TestPlein, f: LeakFixture): Promise<TestMember> {
  const bystander = await buildMemberOf(plein, f.open, 'admin');
  const { myMembership } = (await f.insider.get(f.open.path)).json<{ myMembership: { id: string } }>();
  const left = await f.insider.delete(`${f.open.path}/memberships/${myMembership.id}`);
  expect(left.statusCode, left.body).toBe(204);
  return bystander;
}

async function ownPools(plein: TestPlein, f: LeakFixture, viewer: TestMember, bystander: TestMember): Promise<Pools & { whole: OwnPlace[] }> {
  const pools = { ...empty(), whole: [] as OwnPlace[] };
  await join({ ...f.open, founder: bystander }, viewer);
  const post = await buildPost(viewer, f.open, { kind: 'article', title: 'Van mij', tags: ['openbaar'] });
  pools.posts.push(post.id, (await buildReply(viewer, post)).id);
  await buildReply(bystander, post, { body: `Dag @${viewer.handle}` });
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
      pools.places.push(building.id);
    }
    for (let count = 0; count < 2; count++) pools.whole.push(await ownPlace(plein, viewer, bystander, pools));
  }
  pools.themes.push(...(await themesBy(viewer)));
  pools.photos.push(await photoOf(viewer));
  pools.decisions.push(await decisionAbout(plein, viewer));
  for (let count = 0; count < 4; count++) pools['saved-searches'].push((await viewer.post('/saved-searches', { q: `wandeling ${count}` })).json<{ id: string }>().id);
  for (let count = 0; count < 2; count++) {
    const draft = newId();
    await viewer.put(`/drafts/${draft}`, { kind: 'message', body: 'Nog niet af', format: 'markdown' });
    pools.drafts.push(draft);
    pools.tokens.push((await viewer.post('/tokens', { name: 'Van mij', scopes: ['read'] })).json<{ id: string }>().id);
  }
  pools.sessions.push(...listedIds(await viewer.get('/sessions')));
  pools.notifications.push(...listedIds(await viewer.get('/notifications')));
  pools.handles.push(viewer.handle);
  pools.tags.push('openbaar');
  pools.emails.push(`wandelaar-${viewer.handle}@elders.example`);
  pools.scopes.push('square', 'mine');
  return pools;
}

/** A closed building with everything in it that an address can name, and a case for its moderators. */
async function ownPlace(plein: TestPlein, founder: TestMember, bystander: TestMember, pools: Pools): Promise<OwnPlace> {
  const building = await buildBuilding(plein, { founder, access: 'closed' });
  const group = await buildGroup(building);
  const spare = [];
  for (let count = 0; count < 3; count++) spare.push((await buildGroup(building)).slug);
  const none = () => Object.fromEntries(idsOf.map((name): [IdsOf, string[]] => [name, []])) as Record<IdsOf, string[]>;
  const ids = { building: none(), group: none() };
  const idOf = (answer: { body: string; json<T>(): T }) => answer.json<{ id?: string }>().id ?? expect.fail(answer.body);
  const members = [];
  for (let count = 0; count < 3; count++) members.push(await buildMemberOf(plein, building));
  for (const member of members) ids.building.memberships.push(member.membershipId);
  for (const member of members.slice(0, 2)) ids.group.memberships.push(await joinGroup(group, member));
  if (members[2] !== undefined) ids.group.requests.push(idOf(await members[2].post(`${group.path}/memberships`)));
  for (let count = 0; count < 2; count++) ids.building.requests.push(idOf(await (await buildMember(plein)).post(`${building.path}/memberships`)));
  const theme = await oneTheme(founder);
  for (const [where, { path }] of [['building', building], ['group', group]] as const) {
    ids[where].invitations.push(idOf(await founder.post(`${path}/invitations`, { link: true })));
    await founder.post(`${path}/invitations`, { emails: [`genodigde-${newId()}@elders.example`] });
    const listed = (await founder.get(`${path}/invitations`)).json<{ items: { id: string }[] }>().items.map((each) => each.id);
    ids[where].mailed.push(...listed.filter((id) => !ids[where].invitations.includes(id)));
    ids[where]['membership-rules'].push(idOf(await founder.post(`${path}/membership-rules`, { themeId: theme })));
  }
  const imported = await founder.send('POST', `/api/v1${building.path}/memberships/imports`, 'email\ngeen adres', { 'content-type': 'text/csv' });
  ids.building.imports.push(idOf(imported));
  const [author, reporter] = members;
  if (author !== undefined && reporter !== undefined) {
    const post = await buildPost(author, building);
    await reporter.post('/reports', { postId: post.id, reason: 'spam' });
    pools.reports.push(...listedIds(await founder.get(`/reports?place=${building.slug}&limit=10`)));
  }
  expect([...Object.values(ids.building), ids.group.memberships, ids.group.requests, ids.group.mailed, pools.reports].every((found) => found.length > 0), JSON.stringify(ids)).toBe(true);
  const going = await buildBuilding(plein, { founder: bystander });
  const proposed = { sourceId: going.id, targetId: (await buildBuilding(plein, { founder })).id, name: going.name };
  pools.merges.push(idOf(await bystander.post('/merges', proposed)));
  pools.places.push(building.id, group.id);
  return { slug: building.slug, groupSlug: group.slug, spare, ids };
}

async function oneTheme(viewer: TestMember): Promise<string> {
  return (await viewer.post('/themes', { name: `Wandelonderwerp ${newId().slice(-8)}` })).json<{ id: string }>().id;
}

async function themesBy(viewer: TestMember): Promise<string[]> {
  const themes = [];
  for (let count = 0; count < 6; count++) themes.push(await oneTheme(viewer));
  return themes.filter((id) => typeof id === 'string');
}

async function photoOf(viewer: TestMember): Promise<string> {
  const png = await sharp({ create: { width: 32, height: 32, channels: 3, background: '#17507a' } }).png().toBuffer();
  const put = await viewer.send('PUT', '/api/v1/me/photo', png, { 'content-type': 'image/png' });
  return /photos\/([0-9a-f]{64})\//.exec(put.body)?.[1] ?? expect.fail(put.body);
}

async function decisionAbout(plein: TestPlein, viewer: TestMember): Promise<string> {
  const id = newId();
  await plein.db((trx) => trx.insertInto('moderation_decision').values({ id, audience_id: 3, subject_kind: 'person', person_id: viewer.actorId, action: 'warn', reason: 'Wandeling', decided_at: new Date() }).execute());
  return id;
}

async function cursorsOf(f: LeakFixture): Promise<string[]> {
  const lists = ['/feed?scope=mine', '/feed', `/buildings/${f.closed.slug}/posts?`, `/buildings/${f.hidden.slug}/posts?`, '/notifications?', '/bookmarks?', '/drafts?', '/buildings?sort=name', '/buildings?sort=newest', '/people?', `/buildings/${f.hidden.slug}/memberships?`, `/posts/${f.posts[1]?.value}/replies?`];
  const cursors = await Promise.all(lists.map(async (path) => (await f.insider.get(`${path}${path.endsWith('?') || !path.includes('?') ? '' : '&'}${path.includes('?') ? '' : '?'}limit=1`)).json<{ next: string | null }>().next));
  return cursors.filter((cursor) => cursor !== null);
}

async function openLink(f: LeakFixture, bystander: TestMember): Promise<string> {
  const { url } = (await bystander.post(`${f.open.path}/invitations`, { link: true })).json<{ url: string }>();
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
