// SPDX-License-Identifier: EUPL-1.2
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import { newId } from '../../server/platform/ids.ts';
import type { TestClient, TestPlein } from './app.ts';
import { buildMember, type TestMember } from './factories.ts';
import { buildBuilding, type TestBuilding } from './factories-buildings.ts';
import { buildReport, queueOf } from './factories-moderation.ts';
import { buildPost } from './factories-posts.ts';

export type PlaceAccess = 'open' | 'closed' | 'hidden';
type Role = 'member' | 'moderator' | 'admin';
type State = 'active' | 'requested' | 'banned' | 'suspended';

/** A place with something in it, and one person at its door or inside. */
export interface Stage {
  plein: TestPlein;
  access: PlaceAccess;
  place: TestBuilding;
  /** Null for the visitor. */
  actor: TestMember | null;
  client: TestClient;
  widest: { id: string };
  forMembers: { id: string };
  /** A post of the one it is about, for the members of a place that is not open and for everybody in one that is. */
  own(): Promise<string>;
  /** What moderators decide about: a post of somebody else that was reported. */
  reported(): Promise<string>;
  /** The membership of somebody new. */
  somebody(role: Role, state?: State): Promise<string>;
}

const people: Record<string, { staff: boolean; administrator?: boolean; tie?: { role: Role; state: State } } | null> = {
  visitor: null,
  resident: { staff: false },
  staff: { staff: true },
  asked: { staff: false, tie: { role: 'member', state: 'requested' } },
  member: { staff: false, tie: { role: 'member', state: 'active' } },
  moderator: { staff: true, tie: { role: 'moderator', state: 'active' } },
  admin: { staff: true, tie: { role: 'admin', state: 'active' } },
  administrator: { staff: true, administrator: true },
  banned: { staff: false, tie: { role: 'member', state: 'banned' } },
  suspended: { staff: false, tie: { role: 'member', state: 'suspended' } },
};

export async function personFor(plein: TestPlein, who: string): Promise<TestMember | null> {
  const described = people[who];
  if (described === undefined) throw new Error(`nobody knows who "${who}" is: say so in access-acts.ts`);
  return described === null ? null : buildMember(plein, { staff: described.staff, administrator: described.administrator ?? false });
}

export async function openStage(plein: TestPlein, access: PlaceAccess, who: string, guest: TestClient): Promise<Stage> {
  // All of this comes from one address, which has a limit of its own.
  await plein.db((trx) => trx.deleteFrom('rate_limit').execute());
  const place = await buildBuilding(plein, { access });
  const widest = await buildPost(place.founder, place, {});
  const forMembers = await buildPost(place.founder, place, { audience: 'members' });
  const actor = await personFor(plein, who);
  const tie = async (memberId: string, role: Role, as: State): Promise<string> => {
    const id = newId();
    const state = as === 'suspended' ? 'active' : as;
    await plein.db(async (trx) => {
      const { members_audience_id: members } = await trx.selectFrom('place').select('members_audience_id').where('id', '=', place.id).executeTakeFirstOrThrow();
      await trx.insertInto('membership').values({ id, member_id: memberId, place_id: place.id, role, state, suspended_until: as === 'suspended' ? new Date(plein.clock.now().getTime() + 86_400_000) : null, audience_id: access === 'open' && state === 'active' ? 1 : members }).execute();
      if (state === 'active') await trx.updateTable('place').set((eb) => ({ member_count: eb('member_count', '+', 1) })).where('id', '=', place.id).execute();
    });
    return id;
  };
  const mine = people[who]?.tie;
  if (actor !== null && mine !== undefined) await tie(actor.actorId, mine.role, mine.state);
  const postBy = async (author: string): Promise<string> => {
    const id = newId();
    await plein.db(async (trx) => {
      const { audience_id: audienceId } = await trx.selectFrom('post').select('audience_id').where('id', '=', widest.id).executeTakeFirstOrThrow();
      await trx.insertInto('post').values({ id, uri: `http://plein.test/ap/objects/${id}`, kind: 'message', author_id: author, place_id: place.id, audience_id: audienceId, html: '<p>Eigen</p>', text: 'Eigen', source: 'Eigen', format: 'markdown', published_at: plein.clock.now() }).execute();
      await trx.updateTable('place').set((eb) => ({ post_count: eb('post_count', '+', 1), ...(access === 'open' ? { public_post_count: eb('public_post_count', '+', 1) } : {}) })).where('id', '=', place.id).execute();
    });
    return id;
  };
  const own = () => postBy(actor?.actorId ?? place.founder.actorId);
  const reported = async (): Promise<string> => {
    const id = await postBy((await buildMember(plein)).actorId);
    await buildReport(place.founder, { postId: id });
    return (await queueOf(place.founder, place)).find(({ subject }) => subject.post?.id === id)?.id ?? expect.fail('the report is in no queue');
  };
  return { plein, access, place, actor, client: actor ?? guest, widest, forMembers, own, reported, somebody: async (role, state = 'active') => tie((await buildMember(plein)).actorId, role, state) };
}

type Doing = (stage: Stage) => Promise<LightMyRequestResponse>;

/** How each act of docs/access.md is done. */
export const doing: Record<string, Doing> = {
  'see that it exists': ({ client, place }) => client.get(place.path),
  'read what is for everybody': ({ client, widest }) => client.get(`/posts/${widest.id}`),
  'read what is for its members': ({ client, forMembers }) => client.get(`/posts/${forMembers.id}`),
  'see who its members are': ({ client, place }) => client.get(`${place.path}/memberships`),
  join: ({ client, place }) => client.post(`${place.path}/memberships`),
  write: ({ client, place }) => client.post(`${place.path}/posts`, { body: 'Een bericht' }),
  'reply to another': ({ client, widest }) => client.post(`/posts/${widest.id}/replies`, { body: 'Een antwoord' }),
  react: ({ client, widest }) => client.put(`/posts/${widest.id}/reactions/like`),
  'keep for later': ({ client, widest }) => client.put(`/posts/${widest.id}/bookmark`),
  'change what one wrote': async ({ client, own }) => client.patch(`/posts/${await own()}`, { body: 'Beter' }),
  'take back what one wrote': async ({ client, own }) => client.delete(`/posts/${await own()}`),
  'change another’s post': ({ client, widest }) => client.patch(`/posts/${widest.id}`, { body: 'Anders' }),
  'remove another’s post': async ({ client, place }) => client.delete(`/posts/${(await buildPost(place.founder, place)).id}`),
  pin: ({ client, widest }) => client.put(`/posts/${widest.id}/pin`),
  'invite a member': ({ client, place }) => client.post(`${place.path}/invitations`, { emails: ['iemand@zuiderdam.example'] }),
  'invite a moderator': ({ client, place }) => client.post(`${place.path}/invitations`, { emails: ['ander@zuiderdam.example'], role: 'moderator' }),
  'answer a request': async ({ client, place, somebody }) => client.patch(`${place.path}/memberships/${await somebody('member', 'requested')}`, { state: 'active' }),
  'remove a member': async ({ client, place, somebody }) => client.delete(`${place.path}/memberships/${await somebody('member')}`),
  'ban a member': async ({ client, place, somebody }) => client.patch(`${place.path}/memberships/${await somebody('member')}`, { state: 'banned' }),
  'remove a moderator': async ({ client, place, somebody }) => client.delete(`${place.path}/memberships/${await somebody('moderator')}`),
  'give a role': async ({ client, place, somebody }) => client.patch(`${place.path}/memberships/${await somebody('member')}`, { role: 'moderator' }),
  'change name or access': ({ client, place }) => client.patch(place.path, { name: 'Een andere naam' }),
  'start a group in it': ({ client, place }) => client.post(`${place.path}/groups`, { slug: `groep-${newId().slice(-12)}`, name: 'Een groep', access: 'closed' }),
  'make a rule by which people become members': ({ client, place }) => client.post(`${place.path}/membership-rules`, { workRole: 'griffier' }),
  'bring people in from a list': ({ client, place }) => client.send('POST', `/api/v1${place.path}/memberships/imports?preview=true`, 'email\nniemand@thuis.example', { 'content-type': 'text/csv' }),
  'take the list of members away as a file': ({ client, place }) => client.get(`${place.path}/memberships/exports`),
  'look at it as a member would': ({ client, place }) => client.get(place.path, { 'plein-view-as': `member; place=${place.slug}` }),
  'report another’s post': ({ client, widest }) => client.post('/reports', { postId: widest.id, reason: 'spam' }),
  'see what asks for a moderator': ({ client, place }) => client.get(`/reports?place=${place.slug}`),
  'hide a post that was reported': async ({ client, reported }) => client.post(`/reports/${await reported()}/decisions`, { action: 'hide', reason: 'Het is reclame.' }),
  'read what its moderators did': ({ client, place }) => client.get(`/moderation-log?place=${place.slug}`),
  'take what its moderators did away as a file': ({ client, place }) => client.get(`/moderation-log/export?place=${place.slug}`),
  'read its house rules': ({ client, place }) => client.get(`${place.path}/house-rules`),
  'write its house rules': ({ client, place }) => client.put(`${place.path}/house-rules`, { source: 'Wees vriendelijk.' }),
  'propose to merge it': async ({ plein, client, place }) => client.post('/merges', { sourceId: place.id, targetId: (await buildBuilding(plein)).id, name: place.name }),
  'see whose people of other squares may ask to come in': ({ client, place }) => client.get(`${place.path}/allowed-instances`),
  // Last: these change who one is, or the place.
  'delete it': ({ client, place }) => client.delete(place.path),
};

/** After these nothing is as it was. */
export const changing = new Set(['join', 'delete it']);

async function someTheme(plein: TestPlein): Promise<string> {
  return (await (await buildMember(plein)).post('/themes', { name: `Onderwerp ${newId().slice(-12)}` })).json<{ id: string }>().id;
}

/** How each act on the instance is done; the stage has no place. */
export const doingInTheInstance: Record<string, (client: TestClient, plein: TestPlein) => Promise<LightMyRequestResponse>> = {
  'read the square': (client) => client.get('/feed?scope=square'),
  'find people': (client) => client.get('/people'),
  search: (client) => client.get('/search?q=plein'),
  'add a theme': (client) => client.post('/themes', { name: `Onderwerp ${newId().slice(-12)}` }),
  'rename a theme': async (client, plein) => client.patch(`/themes/${await someTheme(plein)}`, { name: `Anders ${newId().slice(-12)}` }),
  'ask everybody with a theme in their portfolio': async (client, plein) => client.post('/asked-questions', { theme: await someTheme(plein), body: 'Wie weet dit?', audience: 'public' }),
  'block somebody': async (client, plein) => client.put(`/people/${(await buildMember(plein)).handle}/block`),
  'read what administrators did': (client) => client.get('/moderation-log'),
  'start a building': (client) => client.post('/buildings', { slug: `nieuw-${newId().slice(-12)}`, name: 'Een nieuw gebouw', access: 'open' }),
  'change the instance and its organisations': (client) => client.post('/organisations', { name: `Gemeente ${newId().slice(-12)}`, domains: [`d${newId().slice(-12)}.example`] }),
  'suspend an account': async (client, plein) => client.patch(`/operations/people/${(await buildMember(plein)).actorId}`, { suspended: true }),
  'see queues and mails': (client) => client.get('/operations/mails'),
  'see which squares are neighbours': (client) => client.get('/neighbours'),
  'see how what is sent to other squares goes': (client) => client.get('/instances'),
  'block another square': (client) => client.put(`/instances/d${newId().slice(-12)}.example`, { relation: 'blocked' }),
  'see the keys of the square': (client) => client.get('/instance-keys'),
  'replace the keys of the square': (client) => client.post('/instance-keys/rotations'),
};

/** What an answer says of it, in the words of the page. */
export function outcomeOf(response: LightMyRequestResponse): string {
  if (response.statusCode === 401) return 'sign in';
  if (response.statusCode === 403) return 'no';
  if (response.statusCode === 404) return 'absent';
  if (response.statusCode >= 200 && response.statusCode < 300) return response.statusCode === 201 && response.json<{ state?: string }>().state === 'requested' ? 'asks' : 'yes';
  return `${response.statusCode} ${response.body}`;
}
