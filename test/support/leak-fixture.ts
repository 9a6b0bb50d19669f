// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { expect } from 'vitest';
import { hashSecret, newId, newSecret } from '../../server/platform/ids.ts';
import { TestClient, type TestPlein } from './app.ts';
import { buildGuest, buildMember, type TestMember } from './factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, join, joinGroup, type TestBuilding, type TestGroup } from './factories-buildings.ts';
import { buildPost, buildReply } from './factories-posts.ts';
import { subscriptionOf } from './push-subscription.ts';
import { tokenMailedTo } from './mailbox.ts';

export const ABSENT_ID = '00000000-0000-7000-8000-000000000000';
export const ABSENT_SLUG = 'hier-is-niets';

/** They see nothing of the closed building but its name, and nothing of the hidden one. */
export const outsiderNames = ['guest', 'staff', 'resident', 'former member', 'banned', 'requested', 'suspended', 'administrator'] as const;
/** Each is inside one of the two, and outside the other: member and moderator (a resident) of the closed one, admin of the hidden one. */
export const insiderNames = ['member', 'moderator', 'admin'] as const;
export const viewerNames = [...outsiderNames, ...insiderNames] as const;
export type InsiderName = (typeof insiderNames)[number];
export type ViewerName = (typeof viewerNames)[number];

/** Who among the insiders may see something: the members of a place, those who answer for it, its civil servants; `together` is for who shares any place with the insider, `private` is one person's. */
export const groups = ['closed', 'closed office', 'closed staff', 'hidden', 'hidden office', 'together', 'private'] as const;
export type Group = (typeof groups)[number];

const seen: Record<InsiderName, readonly Group[]> = {
  member: ['closed', 'closed staff', 'together'],
  moderator: ['closed', 'closed office', 'together'],
  admin: ['hidden', 'hidden office', 'together'],
};
export const isInsider = (name: ViewerName): name is InsiderName => (insiderNames as readonly string[]).includes(name);
export const sees = (name: ViewerName, group: Group): boolean => isInsider(name) && seen[name].includes(group);

/** Something to ask for, and for whom it is. */
export interface Key {
  value: string;
  group: Group;
}

/** What stands in a building; each word is of one kind of place, so that an answer that holds it says where it leaked. */
interface Words {
  title: string;
  body: string;
  tag: string;
  reply: string;
  before: string;
}

export interface LeakFixture {
  closed: TestBuilding;
  hidden: TestBuilding;
  open: TestBuilding;
  /** Was open, and is deleted. */
  deleted: TestBuilding;
  /** Each holds a closed group, whose name its members may know, and nobody of the viewers is in it; former member and banned were. */
  groupOf: Record<'closed' | 'hidden', TestGroup>;
  /** Of the groups, as `memberships` and `invitations`. */
  inGroups: Record<'memberships' | 'invitations', Key[]>;
  /** Admin of all. */
  insider: TestMember;
  words: { closed: Words; hidden: Words; name: string; summary: string; draft: string };
  /** Threads and replies. */
  posts: Key[];
  /** As `slug/memberships/id` and `slug/invitations/id`. */
  memberships: Key[];
  invitations: Key[];
  /** As `slug/memberships/imports/id`. */
  imports: Key[];
  /** Of the moderators: one that was decided and one that is open in each. */
  cases: Key[];
  /** About somebody who is no viewer. */
  decisions: string[];
  /** Of the insider. */
  draft: string;
  savedSearch: string;
  reading: string;
  pushDevice: string;
  /** In the insider's portfolio, which they share with nobody. */
  theme: string;
  /** Of their photograph, which they share with nobody. */
  photo: string;
  session: string;
  token: string;
  notifications: string[];
  /** Of links that once worked. */
  revokedInvitation: string;
  mailedInvitation: string;
  resetToken: string;
  viewers: Record<ViewerName, TestClient>;
  /** Everything that may stand in no answer: words and ids, by who may see them. */
  secrets: Record<Group, string[]>;
  secretsFor(name: ViewerName): string[];
}

export const privateKey = (value: string): Key => ({ value, group: 'private' });
const newWord = () => `kanarie${randomBytes(5).toString('hex')}`;

/** A closed and a hidden building full of words that are nowhere else, with everybody who should see nothing of it. */
export async function buildLeakFixture(plein: TestPlein): Promise<LeakFixture> {
  const newWords = (): Words => ({ title: newWord(), body: newWord(), tag: newWord(), reply: newWord(), before: newWord() });
  const words = { closed: newWords(), hidden: newWords(), name: newWord(), summary: newWord(), draft: newWord() };
  const insider = await buildMember(plein, { name: 'Ingewijde Ina' });
  const secrets: Record<Group, string[]> = { closed: Object.values(words.closed), 'closed office': [], 'closed staff': [], hidden: [...Object.values(words.hidden), words.name, words.summary], 'hidden office': [], together: [], private: [words.draft, insider.accountId] };
  const photo = await shareProfile(insider, secrets);
  // It opens first, because only in an open building one writes for civil servants.
  const closed = await buildBuilding(plein, { founder: insider, name: 'Besloten overleg', summary: 'Iedereen mag weten dat dit er is.' });
  const staffWord = newWord();
  const staffPost = await buildPost(insider, closed, { title: `Ambtelijk ${staffWord}`, body: staffWord, audience: 'staff' });
  secrets['closed staff'].push(staffWord, staffPost.id);
  expect((await insider.patch(closed.path, { access: 'closed' })).statusCode).toBe(200);
  const slugWord = newWord();
  secrets.hidden.push(slugWord);
  const hidden = await buildBuilding(plein, { founder: insider, access: 'hidden', slug: `${slugWord}-huis`, name: `Huis ${words.name}`, summary: `Over ${words.summary}` });
  secrets.hidden.push(hidden.id);
  const open = await buildBuilding(plein, { founder: insider, access: 'open', name: 'Open overleg' });

  const gone = newWord();
  const deleted = await buildBuilding(plein, { founder: insider, slug: `${newWord()}-weg`, name: `Weg ${gone}`, summary: gone });
  const deletedPost = await buildPost(insider, deleted, { title: gone, body: gone, tags: [gone] });
  const deletedReply = await buildReply(insider, deletedPost, { body: gone });
  expect((await insider.delete(deleted.path)).statusCode).toBe(204);
  secrets.private.push(gone, deleted.id, deleted.slug.slice(0, -4), deletedPost.id, deletedReply.id);

  const posts: Key[] = [{ value: staffPost.id, group: 'closed staff' }];
  const memberships: Key[] = [];
  const invitations: Key[] = [];
  const imports: Key[] = [];
  const groupOf = {} as LeakFixture['groupOf'];
  const inGroups: LeakFixture['inGroups'] = { memberships: [], invitations: [] };
  const cases: Key[] = [];
  const decisions: string[] = [];
  const [former, banned, suspended] = [await buildMember(plein), await buildMember(plein), await buildMember(plein)];
  for (const place of ['closed', 'hidden'] as const) {
    const building = { closed, hidden }[place];
    const { title, body, tag, reply: replyWord, before } = words[place];
    const colleague = await buildMemberOf(plein, building);
    const [formerId, bannedId, suspendedId] = [await join(building, former), await join(building, banned), await join(building, suspended)];
    const article = await buildPost(insider, building, { kind: 'article', title: `Titel ${title}`, body: `Eerst ${before} voor @${former.handle} en @${banned.handle}`, audience: 'members', tags: [tag] });
    const question = await buildPost(colleague, building, { kind: 'question', title: `Vraag ${title}`, body: `Wie weet ${body}? #${tag}`, audience: 'members' });
    const reply = await buildReply(insider, article, { body: `Antwoord ${replyWord} aan @${banned.handle}` });
    await insider.patch(`/posts/${article.id}`, { body: `Nieuwe inhoud ${body} voor @${former.handle}` });
    await insider.put(`/posts/${article.id}/pin`);
    for (const someone of [insider, former, banned]) {
      await someone.put(`/posts/${article.id}/reactions/like`);
      await someone.put(`/posts/${article.id}/bookmark`);
      await someone.put(`/read-markers/building:${building.slug}`, { postId: article.id });
      await someone.put(`/drafts/${newId()}`, { buildingSlug: building.slug, kind: 'message', body: 'Nog niet af', format: 'markdown' });
      await someone.put(`/drafts/${newId()}`, { inReplyTo: article.id, kind: 'message', body: 'Nog niet af', format: 'markdown' });
    }
    const farewell = await buildReply(former, article);
    await plein.drainJobs();
    for (const post of [article, question, reply, farewell]) {
      posts.push({ value: post.id, group: place });
      secrets[place].push(post.id);
    }
    const revisions = (await insider.get(`/posts/${article.id}/revisions`)).json<{ items: { id: string }[] }>().items;
    expect(revisions).toHaveLength(1);
    secrets[place].push(colleague.membershipId, ...revisions.map((each) => each.id));
    memberships.push({ value: `${building.slug}/memberships/${colleague.membershipId}`, group: place });
    const [groupWord, groupSlug, groupBody, groupTag, groupEmail] = [newWord(), newWord(), newWord(), newWord(), newWord()];
    const group = await buildGroup(building, { slug: `${groupSlug}-groep`, name: `Groep ${groupWord}`, summary: `Waarover ${groupWord}`, access: 'closed' });
    groupOf[place] = group;
    secrets[place].push(groupWord, groupSlug, group.id);
    for (const someone of [former, banned]) await joinGroup(group, someone);
    const ofColleague = await joinGroup(group, colleague);
    const inGroup = await buildPost(insider, group, { kind: 'article', title: `Groepsstuk ${groupBody}`, body: `Alleen hier ${groupBody} voor @${former.handle}`, tags: [groupTag] });
    const answer = await buildReply(former, inGroup, { body: `Groepsantwoord ${groupBody}` });
    for (const someone of [former, banned]) {
      await someone.put(`/posts/${inGroup.id}/bookmark`);
      await someone.put(`/drafts/${newId()}`, { buildingSlug: building.slug, groupSlug: group.slug, kind: 'message', body: 'Nog niet af', format: 'markdown' });
    }
    const groupInvitation = (await insider.post(`${group.path}/invitations`, { emails: [`${groupEmail}@elders.example`] })).json<{ items: { id: string }[] }>().items[0]?.id ?? expect.fail('no invitation');
    inGroups.memberships.push({ value: ofColleague, group: place === 'hidden' ? 'hidden office' : 'private' });
    inGroups.invitations.push({ value: groupInvitation, group: place === 'hidden' ? 'hidden office' : 'private' });
    secrets[place === 'hidden' ? 'hidden office' : 'private'].push(ofColleague, groupInvitation, groupEmail);
    secrets.private.push(groupBody, groupTag, inGroup.id, answer.id);
    for (const { id } of [inGroup, answer]) posts.push({ value: id, group: 'private' });
    expect((await insider.delete(`${building.path}/memberships/${formerId}`)).statusCode).toBe(204);
    expect((await insider.patch(`${building.path}/memberships/${bannedId}`, { state: 'banned' })).statusCode).toBe(200);
    const emailWord = newWord();
    const invited = await insider.post(`${building.path}/invitations`, { emails: [`${emailWord}@elders.example`] });
    const invitation = invited.json<{ items: { id: string }[] }>().items[0]?.id ?? expect.fail(invited.body);
    invitations.push({ value: `${building.slug}/invitations/${invitation}`, group: `${place} office` });
    secrets[`${place} office`].push(emailWord, invitation);
    const [sourceWord, faultyName, faultyGroup] = [newWord(), newWord(), newWord()];
    const poster = await insider.post(`${building.path}/invitations`, { link: true, source: `Poster ${sourceWord}` });
    secrets[`${place} office`].push(sourceWord, poster.json<{ id: string }>().id);
    invitations.push({ value: `${building.slug}/invitations/${poster.json<{ id: string }>().id}`, group: `${place} office` });
    const imported = await insider.post(`${building.path}/memberships/imports`, `email,name,groups\ngeen adres,${faultyName},${faultyGroup}\n`);
    secrets.private.push(faultyName, faultyGroup, imported.json<{ id: string }>().id);
    imports.push(privateKey(`${building.slug}/memberships/imports/${imported.json<{ id: string }>().id}`));
    await insider.get(`${building.path}/memberships/exports`);
    secrets[place].push(suspendedId);
    const [noteWord, reasonWord, openWord] = [newWord(), newWord(), newWord()];
    expect((await insider.post('/reports', { postId: question.id, reason: 'other', note: noteWord })).statusCode).toBe(201);
    const caseIn = async (): Promise<string> => (await insider.get(`/reports?place=${building.slug}`)).json<{ items: { id: string }[] }>().items[0]?.id ?? expect.fail('no case');
    const decided = await caseIn();
    expect((await insider.post(`/reports/${decided}/decisions`, { action: 'warn', reason: reasonWord })).statusCode).toBe(201);
    decisions.push((await colleague.get('/me/decisions')).json<{ items: { id: string }[] }>().items[0]?.id ?? expect.fail('no decision'));
    expect((await insider.post('/reports', { personId: colleague.actorId, placeId: building.id, reason: 'other', note: openWord })).statusCode).toBe(201);
    for (const id of [decided, await caseIn()]) {
      cases.push({ value: id, group: `${place} office` });
      secrets[`${place} office`].push(id);
    }
    secrets[`${place} office`].push(noteWord, reasonWord, openWord);
    const groupRule = newWord();
    expect((await groupOf[place].founder.put(`${groupOf[place].path}/house-rules`, { source: `Wees ${groupRule}.` })).statusCode).toBe(200);
    secrets[place].push(groupRule);
    if (place === 'hidden') {
      const rule = newWord();
      expect((await insider.put(`${building.path}/house-rules`, { source: `Wees ${rule}.` })).statusCode).toBe(200);
      secrets.hidden.push(rule);
    }
  }
  for (const { id } of [deletedPost, deletedReply]) posts.push({ value: id, group: 'private' });
  const noteWord = newWord();
  const asking = await (await buildMember(plein)).post(`${closed.path}/memberships`, { note: noteWord });
  secrets['closed office'].push(noteWord, asking.json<{ id: string }>().id);
  const [refusedNote, refusedWord] = [newWord(), newWord()];
  const refused = await (await buildMember(plein)).post(`${closed.path}/memberships`, { note: refusedNote });
  expect((await insider.post(`${closed.path}/memberships/${refused.json<{ id: string }>().id}/answers`, { outcome: 'refused', word: refusedWord })).statusCode).toBe(204);
  secrets['closed office'].push(refusedNote, refusedWord);
  const requested = await buildMember(plein);
  expect((await requested.post(`${closed.path}/memberships`, { note: 'Mag ik erbij?' })).statusCode).toBe(201);

  const draft = newId();
  expect((await insider.put(`/drafts/${draft}`, { buildingSlug: hidden.slug, kind: 'article', title: `Concept ${words.draft}`, body: words.draft, format: 'markdown' })).statusCode).toBe(200);
  const pushDevice = (await insider.post('/push/subscriptions', subscriptionOf(words.draft))).json<{ id: string }>().id;
  const savedSearch = (await insider.post('/saved-searches', { q: `zoek ${words.draft}` })).json<{ id: string }>().id;
  // What is read is nothing: everything came later.
  const reading = (await insider.post('/today/read', { upTo: '2020-01-01T00:00:00.000Z' })).json<{ id: string }>().id;
  const token = (await insider.post('/tokens', { name: `Token ${words.draft}`, scopes: ['read'] })).json<{ id: string }>().id;
  const session = (await insider.get('/sessions')).json<{ items: { id: string }[] }>().items[0]?.id ?? '';
  const link = (await insider.post(`${hidden.path}/invitations`, { link: true })).json<{ id: string; url: string }>();
  expect((await insider.delete(`${hidden.path}/invitations/${link.id}`)).statusCode).toBe(204);
  await buildGuest(plein).post('/password-resets', { email: insider.email });
  const mailedTo = await plein.db((trx) => trx.selectFrom('mail').select('recipient').where('template', '=', 'invitation').orderBy('id', 'desc').executeTakeFirstOrThrow());
  await plein.drainJobs();
  const notifications = (await insider.get('/notifications?limit=100')).json<{ items: { id: string }[] }>().items.map((each) => each.id);
  expect(notifications.length).toBeGreaterThan(1);
  secrets.private.push(draft, savedSearch, pushDevice, reading, token, session, ...notifications);

  const administrator = await buildMember(plein, { administrator: true });
  expect((await administrator.patch(`/operations/people/${suspended.actorId}`, { suspended: true })).statusCode).toBe(200);
  await addSession(plein, suspended);
  const fixture: Omit<LeakFixture, 'secretsFor'> = {
    closed, hidden, open, deleted, groupOf, inGroups, insider, words, posts, memberships, invitations, imports, cases, decisions, draft, savedSearch, pushDevice, reading, theme: 'hoogwater', photo, session, token, notifications, secrets,
    revokedInvitation: new URL(link.url).searchParams.get('token') ?? '',
    mailedInvitation: await tokenMailedTo(plein, mailedTo.recipient),
    resetToken: await tokenMailedTo(plein, insider.email),
    viewers: {
      guest: buildGuest(plein),
      staff: await buildMember(plein),
      resident: await buildMember(plein, { staff: false }),
      'former member': former,
      banned,
      requested,
      suspended,
      administrator,
      member: await buildMemberOf(plein, closed),
      moderator: await buildMemberOf(plein, closed, 'moderator', { staff: false }),
      admin: await buildMemberOf(plein, hidden, 'admin'),
    },
  };
  await plein.drainJobs();
  return { ...fixture, secretsFor: (name) => groups.filter((group) => !sees(name, group)).flatMap((group) => secrets[group]) };
}

/** What the insider tells of themselves to the members of their places only, and what they keep to themselves. @returns the key of their photograph */
async function shareProfile(insider: TestMember, secrets: Record<Group, string[]>): Promise<string> {
  const [title, region, about, mail] = [newWord(), newWord(), newWord(), newWord()];
  secrets.together.push(title, region);
  secrets.private.push(about, mail);
  const told = { jobTitle: `Chef ${title}`, region: `Streek ${region}`, about: `Over mij: ${about}`, contactEmail: `${mail}@elders.example` };
  const theme = (await insider.post('/themes', { name: 'Hoogwater' })).json<{ id: string }>().id;
  const changed = await insider.patch('/me', { ...told, portfolio: [theme], sharing: { portfolio: 'nobody',  jobTitle: 'places', region: 'places', about: 'nobody', email: 'nobody', photo: 'nobody' } });
  expect(changed.statusCode, changed.body).toBe(200);
  const png = await sharp({ create: { width: 32, height: 32, channels: 3, background: '#17507a' } }).png().toBuffer();
  const put = await insider.send('PUT', '/api/v1/me/photo', png, { 'content-type': 'image/png' });
  const key = /photos\/([0-9a-f]{64})\//.exec(put.body)?.[1] ?? expect.fail(put.body);
  secrets.private.push(key);
  return key;
}

/** Signs somebody in (again), whatever the state of their account. */
export async function addSession(plein: TestPlein, member: TestMember): Promise<void> {
  const secret = newSecret();
  const expires = new Date(plein.clock.now().getTime() + 30 * 24 * 3_600_000);
  await plein.db((trx) => trx.insertInto('session').values({ id: newId(), token_hash: hashSecret(secret), account_id: member.accountId, expires_at: expires }).execute());
  member.cookie = `plein_session=${secret}`;
}

/** The same person, at another application on the same database. */
export function atApp(app: TestClient['app'], client: TestClient): TestClient {
  return Object.assign(new TestClient(app), { cookie: client.cookie });
}
