// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peerOf, remoteActor, remoteActorByHandle } from '../../federation/actors/remote-actors.ts';
import { actorUri, INSTANCE_ACTOR_ID, objectUri } from '../../federation/addresses.ts';
import { proofHolds, withProof } from '../../federation/wire/proof.ts';
import { buildMember } from '../support/factories.ts';
import { buildBuilding, buildGroup } from '../support/factories-buildings.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type HostilePeer, startHostilePeer } from '../support/hostile-peer.ts';

let zuid: OpenPlein;
let noord: OpenPlein;
let peer: HostilePeer;
beforeAll(async () => {
  [zuid, noord, peer] = await Promise.all([startOpenPlein(), startOpenPlein(), startHostilePeer()]);
});
afterAll(async () => {
  await Promise.all([zuid.close(), noord.close(), peer.close()]);
});

type Document = Record<string, unknown> & { publicKey: { id: string } };
const ACTIVITY = 'application/activity+json';
const get = (path: string, headers: Record<string, string> = { accept: ACTIVITY }) => noord.app.inject({ url: path, headers });
const documentOf = async (id: string) => (await get(`/ap/actors/${id}`)).json<Document>();
const webFinger = (resource: string) => get(`/.well-known/webfinger?resource=${encodeURIComponent(resource)}`, {});

test('a person tells what their profile shares with everybody, and no more', async () => {
  const jan = await buildMember(noord, { name: 'Jan <b>Jansen</b>' });
  const changed = await jan.patch('/me', { jobTitle: 'Adviseur & meer', about: 'Eerste alinea.\n\nTweede <i>alinea</i>.', phone: '06 12345678', region: 'Geheime streek', contactEmail: 'jan@prive.example', sharing: { ...(await jan.get('/me/profile')).json<{ sharing: object }>().sharing, region: 'staff' } });
  expect(changed.statusCode, changed.body).toBe(200);
  const answer = await get(`/ap/actors/${jan.actorId}`);
  expect(answer.headers['content-type']).toContain(ACTIVITY);
  const document = answer.json<Document>();
  const id = actorUri(noord.config, jan.actorId);
  expect(document).toMatchObject({
    id, type: 'Person', preferredUsername: jan.handle, name: 'Jan <b>Jansen</b>', url: `${noord.url}/people/${jan.handle}`, inbox: `${id}/inbox`, outbox: `${id}/outbox`, followers: `${id}/followers`,
    summary: '<p>Eerste alinea.</p><p>Tweede &lt;i&gt;alinea&lt;/i&gt;.</p>', attachment: [{ type: 'PropertyValue', name: 'Functie', value: 'Adviseur &amp; meer' }],
    endpoints: { sharedInbox: `${noord.url}/ap/inbox` }, manuallyApprovesFollowers: false,
    publicKey: { owner: id, publicKeyPem: expect.stringContaining('BEGIN PUBLIC KEY') as string },
    assertionMethod: [{ type: 'Multikey', controller: id, publicKeyMultibase: expect.stringMatching(/^z6Mk/) as string }],
    generator: { type: 'Application', implements: expect.arrayContaining([expect.objectContaining({ href: 'https://w3id.org/fep/db0e' })]) as unknown },
  });
  for (const secret of ['06 12345678', 'Geheime streek', 'jan@prive.example', jan.email, jan.accountId]) expect(answer.body).not.toContain(secret);
  expect(answer.body).not.toContain('<i>');
});

test('an open building says how one comes in; a closed one its name and keys; a hidden one nothing', async () => {
  const open = await buildBuilding(noord, { name: 'Open huis', summary: 'Voor iedereen' });
  const group = await buildGroup(open, { name: 'Open groep' });
  const closed = await buildBuilding(noord, { name: 'Dicht huis', summary: 'Voor leden', access: 'closed' });
  const hidden = await buildBuilding(noord, { access: 'hidden' });
  const id = actorUri(noord.config, open.id);
  expect(await documentOf(open.id)).toMatchObject({ type: 'Group', name: 'Open huis', preferredUsername: open.slug, url: `${noord.url}/buildings/${open.slug}`, members: `${id}/members`, manuallyApprovesFollowers: false, 'sm:accessType': 'open', summary: '<p>Voor iedereen</p>' });
  expect(await documentOf(group.id)).toMatchObject({ type: 'Group', name: 'Open groep', url: `${noord.url}/buildings/${open.slug}/groups/${group.slug}` });
  const minimal = await documentOf(closed.id);
  expect(minimal).toMatchObject({ type: 'Group', name: 'Dicht huis', summary: '<p>Voor leden</p>', manuallyApprovesFollowers: true, 'sm:accessType': 'closed', publicKey: { owner: actorUri(noord.config, closed.id) } });
  for (const member of ['url', 'published', 'icon', 'attributedTo']) expect(minimal).not.toHaveProperty(member);

  const absent = await get(`/ap/actors/${crypto.randomUUID()}`);
  const unseen = await get(`/ap/actors/${hidden.id}`);
  expect([unseen.statusCode, unseen.json()]).toEqual([404, absent.json()]);
  const headers = ({ headers: { 'x-request-id': _id, date: _date, ...rest } }: typeof absent) => rest;
  expect(headers(unseen)).toEqual(headers(absent));
  expect((await webFinger(`acct:${hidden.slug}@${noord.host}`)).statusCode).toBe(404);
  expect((await get(`/buildings/${hidden.slug}`)).statusCode).toBe(404);
  // Also for who could read it here: another instance asks as nobody.
  expect((await hidden.founder.send('GET', `/ap/actors/${hidden.id}`, undefined, { accept: ACTIVITY })).statusCode).toBe(404);
});

test('what was deleted is gone, and says so', async () => {
  const building = await buildBuilding(noord);
  expect((await documentOf(building.id))['type']).toBe('Group');
  expect((await building.founder.delete(building.path)).statusCode).toBeLessThan(300);
  const answer = await get(`/ap/actors/${building.id}`);
  expect([answer.statusCode, answer.json()]).toMatchObject([410, { id: actorUri(noord.config, building.id), type: 'Tombstone' }]);
  expect((await webFinger(`acct:${building.slug}@${noord.host}`)).statusCode).toBe(404);
  const hidden = await buildBuilding(noord, { access: 'hidden' });
  await hidden.founder.delete(hidden.path);
  expect((await get(`/ap/actors/${hidden.id}`)).statusCode).toBe(404);
});

test('WebFinger finds people, buildings, groups and the instance, by name and by address', async () => {
  const jan = await buildMember(noord);
  const building = await buildBuilding(noord);
  const group = await buildGroup(building);
  const { preferredUsername } = await documentOf(group.id);
  const self = (id: string) => ({ rel: 'self', type: ACTIVITY, href: actorUri(noord.config, id) });
  const cases: [string, string][] = [
    [`acct:${jan.handle}@${noord.host}`, jan.actorId],
    [`acct:${jan.handle.toUpperCase()}@${noord.host.toUpperCase()}`, jan.actorId],
    [`${noord.url}/people/${jan.handle}`, jan.actorId],
    [actorUri(noord.config, jan.actorId), jan.actorId],
    [`acct:${building.slug}@${noord.host}`, building.id],
    [`${noord.url}/buildings/${building.slug}`, building.id],
    [`acct:${String(preferredUsername)}@${noord.host}`, group.id],
    [`${noord.url}/buildings/${building.slug}/groups/${group.slug}`, group.id],
    [`acct:plein@${noord.host}`, INSTANCE_ACTOR_ID],
    [`${noord.url}/`, INSTANCE_ACTOR_ID],
    [`${noord.url}/actor`, INSTANCE_ACTOR_ID],
  ];
  for (const [resource, id] of cases) {
    const answer = await webFinger(resource);
    expect(answer.statusCode, resource).toBe(200);
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*', 'content-type': expect.stringContaining('application/jrd+json') as string });
    expect(answer.json<{ links: unknown[] }>().links, resource).toContainEqual(self(id));
  }
  expect((await webFinger(`acct:${jan.handle}@${noord.host}`)).json()).toMatchObject({ subject: `acct:${jan.handle}@${noord.host}`, aliases: [actorUri(noord.config, jan.actorId), `${noord.url}/people/${jan.handle}`] });
  const onlySelf = await get(`/.well-known/webfinger?resource=acct:${jan.handle}@${noord.host}&rel=self`, {});
  expect(onlySelf.json<{ links: unknown[] }>().links).toEqual([self(jan.actorId)]);
});

test.each([
  ['acct:jan@elsewhere.example', 404], ['https://elsewhere.example/people/jan', 404], ['acct:niemand@HOST', 404], ['http://HOST/people/niemand', 404], ['http://HOST/administration', 404],
  ['acct:jan', 400], ['jan', 400], ['mailto:jan@HOST', 400], ['acct:@HOST', 400], ['', 400],
] as [string, number][])('WebFinger answers %s with %i', async (resource, status) => {
  expect((await webFinger(resource.replace('HOST', noord.host))).statusCode).toBe(status);
});

test('WebFinger without a resource, or with two, is malformed', async () => {
  expect((await get('/.well-known/webfinger', {})).statusCode).toBe(400);
  expect((await get('/.well-known/webfinger?resource=a&resource=b', {})).statusCode).toBe(400);
});

test('NodeInfo counts what everybody may read, and names nothing that is closed', async () => {
  const hidden = await buildBuilding(noord, { access: 'hidden', name: 'Verborgen huis' });
  const links = (await get('/.well-known/nodeinfo', {})).json<{ links: { rel: string; href: string }[] }>().links;
  expect(links.map(({ href }) => href)).toEqual([`${noord.url}/nodeinfo/2.1`, actorUri(noord.config, INSTANCE_ACTOR_ID)]);
  const answer = await get('/nodeinfo/2.1', {});
  expect(answer.json()).toMatchObject({ version: '2.1', software: { name: 'plein' }, protocols: ['activitypub'], usage: { users: { total: expect.any(Number) as number }, localPosts: expect.any(Number) as number } });
  for (const secret of [hidden.id, hidden.slug, 'Verborgen']) expect(answer.body).not.toContain(secret);
});

test('a page leads who asks for ActivityPub to its document, and shows others the page', async () => {
  const jan = await buildMember(noord);
  const building = await buildBuilding(noord);
  const group = await buildGroup(building);
  const post = crypto.randomUUID();
  const pages: [string, string][] = [
    ['/', actorUri(noord.config, INSTANCE_ACTOR_ID)],
    [`/people/${jan.handle}`, actorUri(noord.config, jan.actorId)],
    [`/buildings/${building.slug}`, actorUri(noord.config, building.id)],
    [`/buildings/${building.slug}/groups/${group.slug}`, actorUri(noord.config, group.id)],
    [`/posts/${post}`, objectUri(noord.config, post)],
  ];
  for (const [path, target] of pages) {
    for (const accept of [ACTIVITY, 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"', `${ACTIVITY}, text/html;q=0.5`]) {
      const answer = await get(path, { accept });
      expect([answer.statusCode, answer.headers.location], `${path} ${accept}`).toEqual([302, target]);
      expect(answer.headers['vary']).toContain('accept');
    }
    const html = await get(path, { accept: `text/html, ${ACTIVITY};q=0.5` });
    expect(html.headers.location).toBeUndefined();
    expect(html.headers['content-type']).toContain('text/html');
    expect(html.headers['vary']).toContain('accept,');
  }
  for (const path of ['/people/niemand', '/buildings/nergens', '/posts/geen-id']) expect((await get(path)).statusCode, path).toBe(404);
  // What is no page of somebody or something is as ever.
  expect((await get('/settings')).headers['content-type']).toContain('text/html');
});

test('the instance is found by its handle, describes itself, and is known as one that keeps closed places', async () => {
  const actor = await remoteActorByHandle(zuid.deps, `@plein@${noord.host}`);
  expect(actor).toMatchObject({ uri: `${noord.url}/ap/actors/${INSTANCE_ACTOR_ID}`, host: noord.host, type: 'instance', handle: 'plein', closedPlaces: true });
  expect(await peerOf(zuid.deps, noord.host)).toMatchObject({ software: 'plein', closedPlaces: true, instanceUri: actor.uri, sharedInbox: `${noord.url}/ap/inbox` });
});

test('a proof holds wherever it is passed on to, and not for changed content, another actor or a missing context', async () => {
  const proven = await withProof(zuid.deps, INSTANCE_ACTOR_ID, { '@context': 'https://www.w3.org/ns/activitystreams', type: 'Note', content: 'hallo', n: [1.5, 1e21, 'é'] });
  expect(await proofHolds(noord.deps, proven)).toEqual({ actorUri: actorUri(zuid.config, INSTANCE_ACTOR_ID) });
  // As it comes out of a database or another program.
  expect(await proofHolds(noord.deps, JSON.parse(JSON.stringify(proven, Object.keys(proven).sort().concat('type', 'cryptosuite', 'verificationMethod', 'proofPurpose', 'created', 'proofValue', '@context'))) as typeof proven)).toEqual({ actorUri: actorUri(zuid.config, INSTANCE_ACTOR_ID) });
  const { '@context': _context, ...contextless } = proven;
  const { proof } = proven as unknown as { proof: Record<string, unknown> };
  for (const tampered of [{ ...proven, content: 'dag' }, { ...proven, added: 1 }, contextless, { ...proven, proof: undefined }, { ...proven, proof: { ...proof, created: '2020-01-01T00:00:00Z' } }, { ...proven, proof: { ...proof, proofPurpose: 'authentication' } }, { ...proven, proof: { ...proof, cryptosuite: 'eddsa-rdfc-2022' } }]) {
    expect(await proofHolds(noord.deps, tampered)).toBeNull();
  }
});

test('what somebody elsewhere calls themselves is kept as plain text, bounded, and without signs that are not seen', async () => {
  const odd = peer.actor('odd', { name: ' <script>alert(1)</script>Jan\u202e\u200b\u0007 <b>Jansen</b> ', summary: '<p>Hallo <a href="javascript:alert(1)">jij</a></p><script>x</script>' });
  expect(await remoteActor(zuid.deps, odd.uri)).toMatchObject({ name: 'Jan Jansen', summary: 'Hallo jij' });
  const spoilt = peer.actor('spoilt', { name: 'Jan\u0000' });
  await expect(remoteActor(zuid.deps, spoilt.uri)).rejects.toMatchObject({ reason: 'not-json' });
  const long = peer.actor('long', { name: 'x'.repeat(5_000), summary: 'y'.repeat(80_000), preferredUsername: 'a b/../c@d' });
  const kept = await remoteActor(zuid.deps, long.uri);
  expect([kept.name.length, kept.summary.length, kept.handle]).toEqual([100, 2_000, 'ab..cd']);
  const nameless = peer.actor('nameless', { name: undefined, preferredUsername: undefined });
  expect(await remoteActor(zuid.deps, nameless.uri)).toMatchObject({ name: 'nameless', handle: 'nameless' });
});

test('two of one host with the same handle are told apart, and nobody changes from a person into a place', async () => {
  const one = peer.actor('one', { preferredUsername: 'same' });
  const two = peer.actor('two', { preferredUsername: 'same' });
  expect((await remoteActor(zuid.deps, one.uri)).handle).toBe('same');
  expect((await remoteActor(zuid.deps, two.uri)).handle).toMatch(/^same_/);
  one.document['type'] = 'Group';
  await expect(remoteActor(zuid.deps, one.uri, { refresh: true })).rejects.toMatchObject({ reason: 'not-an-actor' });
});

test('a handle in other letters is the same one: of who asks, and of who has it', async () => {
  const one = peer.actor('anna', { preferredUsername: 'Anna' });
  // As Mastodon does: the same document at its address in other letters.
  peer.serve('/users/ANNA', () => ({ body: one.document }));
  peer.serve('/.well-known/webfinger', ({ url }) => ({ headers: { 'content-type': 'application/jrd+json' }, body: { subject: `acct:Anna@${peer.host}`, links: [{ rel: 'self', type: ACTIVITY, href: url.includes('ANNA') ? `${peer.url}/users/ANNA` : one.uri }] } }));
  const found = await remoteActorByHandle(zuid.deps, `anna@${peer.host}`);
  expect([found.uri, found.handle]).toEqual([one.uri, 'Anna']);
  expect((await remoteActorByHandle(zuid.deps, `ANNA@${peer.host.toUpperCase()}`)).id).toBe(found.id);
  expect((await remoteActor(zuid.deps, `${peer.url}/users/ANNA`)).id).toBe(found.id);
  // Somebody else who calls themselves so does not get the name.
  const other = peer.actor('iemand', { preferredUsername: 'aNNa' });
  const second = await remoteActor(zuid.deps, other.uri);
  expect(second.id).not.toBe(found.id);
  expect(second.handle).toMatch(/^aNNa_/);
  expect((await remoteActor(zuid.deps, one.uri, { refresh: true })).handle).toBe('Anna');
});

test('a handle counts only when the host of the actor says the same', async () => {
  const elsewhere = await startHostilePeer();
  const victim = elsewhere.actor('victim');
  const jrd = (subject: string, href: string) => ({ headers: { 'content-type': 'application/jrd+json' }, body: { subject, links: [{ rel: 'self', type: ACTIVITY, href }] } });
  peer.serve('/.well-known/webfinger', jrd(`acct:director@${peer.host}`, victim.uri));
  elsewhere.serve('/.well-known/webfinger', jrd(`acct:victim@${elsewhere.host}`, victim.uri));
  await expect(remoteActorByHandle(zuid.deps, `director@${peer.host}`)).rejects.toMatchObject({ reason: 'handle-not-theirs' });
  expect(await remoteActorByHandle(zuid.deps, `@victim@${elsewhere.host}`)).toMatchObject({ uri: victim.uri });
  await expect(remoteActorByHandle(zuid.deps, `jan@${zuid.host}`)).rejects.toMatchObject({ reason: 'ours' });
  await elsewhere.close();
});

test('who is gone is kept as gone, and who cannot be reached as they were', async () => {
  const dora = peer.actor('dora');
  await remoteActor(zuid.deps, dora.uri);
  peer.serve('/users/dora', { status: 503 });
  zuid.clock.advance(25 * 3_600_000);
  expect(await remoteActor(zuid.deps, dora.uri)).toMatchObject({ name: 'dora', goneAt: null });
  peer.serve('/users/dora', { status: 410 });
  expect((await remoteActor(zuid.deps, dora.uri)).goneAt).toBeInstanceOf(Date);
  zuid.clock.set(new Date());
});
