// SPDX-License-Identifier: EUPL-1.2
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterReplica, keepReplica } from '../../server/buildings/public.ts';
import { canonical } from '../../federation/wire/canonical.ts';
import { newId } from '../../server/platform/ids.ts';
import { buildMember } from '../support/factories.ts';
import { buildBuilding, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost, readPost } from '../support/factories-posts.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { type Activity, noteOf, type Voice, voiceOf } from '../support/fediverse.ts';
import { type HostilePeer, startHostilePeer } from '../support/hostile-peer.ts';

let plein: OpenPlein;
let peer: HostilePeer;
let other: HostilePeer;
let building: TestBuilding;
let place: string;
let serial = 0;

beforeAll(async () => {
  plein = await startOpenPlein();
  [peer, other] = await Promise.all([startHostilePeer(), startHostilePeer()]);
  building = await buildBuilding(plein);
  place = uriOf(building.id);
});
afterAll(async () => {
  await plein.close();
  await Promise.all([peer.close(), other.close()]);
});

const uriOf = (id: string) => `${plein.url}/ap/actors/${id}`;
const somebody = (at = peer): Voice => voiceOf(plein, at, at.actor(`iemand${++serial}`));
const postAt = (uri: string) => plein.db((trx) => trx.selectFrom('post').select(['id', 'html', 'deleted_at', 'author_id']).where('uri', '=', uri).executeTakeFirst());
const actorAt = (uri: string) => plein.db((trx) => trx.selectFrom('actor').select(['name', 'uri']).where('uri', '=', uri).executeTakeFirst());

describe('8: what stands in an activity and is somebody else\'s', () => {
  test('an object of another origin, or by another author, is not kept', async () => {
    const [one, two] = [somebody(), somebody(other)];
    const theirs = noteOf(two.actor, '<p>in hun naam</p>', { audience: place });
    expect(await one.say({ type: 'Create', object: theirs })).toBe('foreign-object');
    expect(await one.say({ type: 'Create', object: { ...theirs, attributedTo: one.actor.uri } })).toBe('foreign-object');
    expect(await one.say({ type: 'Create', object: noteOf(somebody().actor, '<p>x</p>', { audience: place }) })).toBe('not-theirs');
    expect(await postAt(theirs.id)).toBeUndefined();
  });

  test('an actor that stands there in full is not believed: not a stranger, not somebody of here, not another of the same server', async () => {
    const [one, two] = [somebody(), somebody(other)];
    await two.say({ type: 'Follow', object: place });
    const forged = { ...two.actor.document, name: 'Overgenomen', inbox: one.actor.inbox };
    expect(await one.say({ type: 'Update', object: forged })).toBe('not-theirs');
    expect((await actorAt(two.actor.uri))?.name).not.toBe('Overgenomen');
    const note = noteOf(one.actor, '<p>Met een ingesloten schrijver</p>', { audience: place, attributedTo: { ...forged } });
    expect(await one.say({ type: 'Create', object: note })).toBe('not-theirs');
    expect(await one.say({ type: 'Update', object: { id: uriOf(building.founder.actorId), type: 'Person', name: 'Overgenomen', inbox: one.actor.inbox } })).toBe('not-theirs');
    expect((await actorAt(uriOf(building.founder.actorId)))?.name).toBe(building.founder.name);
    // One's own new name is asked for, not taken from what was sent.
    one.actor.document['name'] = 'Nieuwe naam';
    expect(await one.say({ type: 'Update', object: { ...one.actor.document, name: 'Verzonnen naam' } })).toBe('done');
    expect((await actorAt(one.actor.uri))?.name).toBe('Nieuwe naam');
  });

  test('an address of ours is not theirs to fill', async () => {
    const one = somebody();
    const uri = `${plein.url}/ap/objects/019a0000-0000-7000-8000-00000000abcd`;
    expect(await one.say({ type: 'Create', object: { ...noteOf(one.actor, '<p>x</p>', { audience: place }), id: uri } })).toBe('not-theirs');
    expect(await one.say({ type: 'Create', object: { ...noteOf(one.actor, '<p>x</p>', { audience: place }), id: `${plein.url}/posts/verzonnen` } })).toBe('not-theirs');
    expect(await postAt(uri)).toBeUndefined();
  });
});

describe('9: changing, deleting and undoing', () => {
  test('a post of ours, by anybody elsewhere', async () => {
    const post = await buildPost(building.founder, building, { body: 'Van ons' });
    const one = somebody();
    expect(await one.say({ type: 'Update', object: { id: post.uri, type: 'Note', attributedTo: one.actor.uri, content: '<p>van mij</p>', to: ['as:Public'] } })).toBe('not-theirs');
    expect(await one.say({ type: 'Update', object: { id: post.uri, type: 'Note', attributedTo: uriOf(building.founder.actorId), content: '<p>van mij</p>', to: ['as:Public'] } })).toBe('not-theirs');
    expect(await one.say({ type: 'Delete', object: post.uri })).toBe('not-theirs');
    expect(await one.say({ type: 'Delete', object: { id: post.uri, type: 'Tombstone' } })).toBe('not-theirs');
    expect(await one.say({ type: 'Delete', object: uriOf(building.founder.actorId) })).toBe('not-theirs');
    expect(await one.say({ type: 'Delete', object: place })).toBe('not-theirs');
    expect(await readPost(building.founder, post.id)).toMatchObject({ html: '<p>Van ons</p>', deletedAt: null });
  });

  test('a post of somebody else, of the same server or another', async () => {
    const author = somebody();
    const note = noteOf(author.actor, '<p>Van mij</p>', { audience: place });
    expect(await author.say({ type: 'Create', object: note })).toBe('done');
    for (const [stranger, expected] of [[somebody(), 'not-theirs'], [somebody(other), 'foreign-object']] as const) {
      expect(await stranger.say({ type: 'Update', object: { ...note, content: '<p>Gekaapt</p>', attributedTo: stranger.actor.uri } })).toBe(expected);
      expect(await stranger.say({ type: 'Update', object: { ...note, content: '<p>Gekaapt</p>' } })).toBe(expected);
      expect(await stranger.say({ type: 'Delete', object: note.id })).toBe('not-theirs');
      // Nor beforehand what is yet to come.
      const later = noteOf(author.actor, '<p>Later</p>', { audience: place });
      const answer = await stranger.say({ type: 'Delete', object: later.id });
      expect(await author.say({ type: 'Create', object: later })).toBe('done');
      if (stranger.actor.uri.startsWith(other.url)) expect(answer).toBe('foreign-object');
    }
    expect(await postAt(note.id)).toMatchObject({ html: '<p>Van mij</p>', deleted_at: null });
    // Nor by its own author as if it were another's.
    expect(await author.say({ type: 'Update', object: { ...note, attributedTo: uriOf(building.founder.actorId) } })).toBe('not-theirs');
  });

  test('what another did: a follow, a reaction, a block', async () => {
    const post = await buildPost(building.founder, building);
    const [doer, stranger] = [somebody(), somebody()];
    const [follow, like] = [`${doer.actor.uri}/f`, `${doer.actor.uri}/l`];
    await doer.say({ id: follow, type: 'Follow', object: place });
    await doer.say({ id: like, type: 'Like', object: post.uri });
    for (const object of [follow, like, { id: follow, type: 'Follow', actor: doer.actor.uri, object: place }, { id: like, type: 'Like', actor: doer.actor.uri, object: post.uri }, { id: like, type: 'Like', object: post.uri }]) {
      expect(await stranger.say({ type: 'Undo', object })).toBe('not-theirs');
    }
    const accept = await plein.db((trx) => trx.selectFrom('sent_activity').select('uri').where('type', '=', 'Accept').orderBy('id', 'desc').executeTakeFirstOrThrow());
    expect(await stranger.say({ type: 'Undo', object: accept.uri })).toBe('not-theirs');
    expect((await readPost(building.founder, post.id)).reactions).toEqual({ like: 1 });
    expect(await stranger.say({ type: 'Undo', object: `${stranger.actor.uri}/nooit` })).toBe('unknown-object');
  });
});

describe('10: Accept and Reject', () => {
  test('of what was never asked are refused, whoever says so', async () => {
    const anna = await buildMember(plein);
    const one = voiceOf(plein, peer, peer.actor(`groep${++serial}`, { type: 'Group' }));
    for (const type of ['Accept', 'Reject']) {
      expect(await one.say({ type, object: { id: `${uriOf(anna.actorId)}/follows/1`, type: 'Follow', actor: uriOf(anna.actorId), object: one.actor.uri } })).toMatch(/^not-(asked|understood)$/);
      expect(await one.say({ type, object: `${plein.url}/ap/activities/019a0000-0000-7000-8000-00000000abcd` })).toMatch(/^not-(asked|understood)$/);
    }
    expect(await plein.db((trx) => trx.selectFrom('membership').select('id').where('member_id', '=', anna.actorId).execute())).toEqual([]);
  });
});

describe('11: what somebody passes on of another', () => {
  /** A place elsewhere in which somebody here is: what it passes on would be kept. */
  async function home() {
    const group = voiceOf(plein, peer, peer.actor(`gebouw${++serial}`, { type: 'Group', followers: `${peer.url}/f${serial}` }));
    await group.say({ type: 'Like', object: `${plein.url}/niets` });
    const { id: actorId, name } = await plein.db((trx) => trx.selectFrom('actor').select(['id', 'name']).where('uri', '=', group.actor.uri).executeTakeFirstOrThrow());
    const anna = await buildMember(plein);
    await plein.db(async (trx) => {
      await keepReplica(trx, plein.deps, { actorId, host: peer.host, handle: name, access: 'open', memberCount: 1 });
      await trx.insertInto('membership').values({ id: newId(), member_id: anna.actorId, place_id: actorId, state: 'requested', role: 'member', audience_id: 1, created_at: new Date() }).onConflict((clash) => clash.doNothing()).execute();
      await enterReplica(trx, plein.deps.clock, actorId, anna.actorId);
    });
    return group;
  }
  const passOn = (group: Voice, inner: Record<string, unknown>) => group.say({ type: 'Announce', object: inner });

  test('must carry the proof of its actor, unharmed, or stand under the address of who passes it on', async () => {
    const group = await home();
    const author = proving(other);
    const note = noteOf(author.actor, '<p>Echt</p>', { audience: group.actor.uri });
    const create = { '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/data-integrity/v1'], id: `${author.actor.uri}/c/1`, type: 'Create', actor: author.actor.uri, to: ['https://www.w3.org/ns/activitystreams#Public'], object: note };
    const proven = author.prove(create);
    expect(await passOn(group, { ...proven, object: { ...note, content: '<p>Vervalst</p>' } }), 'tampered').toBe('proof-false');
    expect(await passOn(group, { ...proven, '@context': undefined }), 'without its context').toBe('proof-false');
    const { actor: _, ...nobody } = proven;
    expect(await passOn(group, nobody), 'without an actor').toBe('no-actor');
    const { proof: _proof, ...bare } = proven;
    // Without a proof its own server is asked; there is nothing of the sort.
    expect(await passOn(group, bare), 'without a proof').toMatch(/^(not-found|proof-missing)$/);
    expect(await passOn(group, { ...bare, type: 'Like', object: note.id }), 'a reaction without a proof').toBe('proof-missing');
    expect(await passOn(group, { ...author.prove({ ...create, actor: somebody(other).actor.uri }) }), 'another\'s proof').toBe('proof-false');
    expect(await postAt(note.id)).toBeUndefined();
    expect(await passOn(group, proven)).toBe('done');
    expect(await postAt(note.id)).toMatchObject({ html: '<p>Echt</p>' });
  });

  test('counts for nothing where nobody here is in that place', async () => {
    const group = voiceOf(plein, peer, peer.actor(`vreemd${++serial}`, { type: 'Group' }));
    const note = noteOf(group.actor, '<p>x</p>');
    expect(await passOn(group, { id: `${group.actor.uri}/c`, type: 'Create', actor: group.actor.uri, object: note })).toBe('not-a-member');
    expect(await postAt(note.id)).toBeUndefined();
  });
});

describe('18: what others wrote', () => {
  test('is safe: nothing runs, nothing is loaded, nothing looks like ours', async () => {
    const one = somebody();
    const hostile = [
      '<p>Tekst<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)></p>', '<a href="javascript:alert(1)">klik</a><a href="data:text/html,x">d</a>', '<p style="position:fixed" class="mention" onclick="x()">stijl</p>',
      '<iframe src="https://kwaad.example"></iframe><form action="https://kwaad.example"><input name=wachtwoord></form>', '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><!--><img src=x onerror=alert(1)>-->',
    ].join('');
    const note = noteOf(one.actor, hostile, { audience: place, summary: '<img src=x onerror=alert(1)>', attachment: [{ type: 'Image', url: 'javascript:alert(1)', name: '<b>x</b>' }, { type: 'Image', url: `${peer.url}/p.png`, name: '"><script>alert(1)</script>' }] });
    expect(await one.say({ type: 'Create', object: note })).toBe('done');
    const row = await plein.db((trx) => trx.selectFrom('post').select(['html', 'text']).where('uri', '=', note.id).executeTakeFirstOrThrow());
    // Tags that run, load or send, and attributes that do; what is escaped is text.
    expect(row.html).not.toMatch(/<(?:script|img|svg|iframe|form|input|math|style)|<[a-z0-9]+[^>]*\s(?:on\w+|style|src)=|href="(?:javascript|data):/i);
    expect(row.html).toContain(`<a href="${peer.url}/p.png"`);
    expect(row.text).toContain('Tekst');
  });

  test('is bounded, and what is nothing to read is no post', async () => {
    const one = somebody();
    expect(await one.say({ type: 'Create', object: noteOf(one.actor, '<p> </p><br>', { audience: place }) })).toBe('not-understood');
    expect(await one.say({ type: 'Create', object: { ...noteOf(one.actor, '<p>x</p>', { audience: place }), type: 'Person' } })).toBe('not-understood');
    const long = noteOf(one.actor, `<p>${'lang '.repeat(30_000)}</p>`, { audience: place, tag: Array.from({ length: 400 }, (_, index) => ({ type: 'Hashtag', name: `#label${index}` })) });
    expect(await one.say({ type: 'Create', object: long })).toBe('done');
    const kept = await plein.db((trx) => trx.selectFrom('post').select(['id', 'html']).where('uri', '=', long.id).executeTakeFirstOrThrow());
    expect(kept.html.length).toBeLessThanOrEqual(100_100);
    expect(await plein.db((trx) => trx.selectFrom('post_tag').select('tag').where('post_id', '=', kept.id).execute())).toHaveLength(20);
  });
});

/** Somebody who proves what they say (FEP-8b32), put together apart from the code that is tested. */
function proving(at: HostilePeer) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const name = `bewijst${++serial}`;
  const uri = `${at.url}/users/${name}`;
  const actor = at.actor(name, { assertionMethod: [{ id: `${uri}#ed`, type: 'Multikey', controller: uri, publicKeyMultibase: base58(Buffer.concat([Buffer.from([0xed, 0x01]), raw])) }] });
  const prove = (activity: Record<string, unknown>): Activity => {
    const options = { '@context': activity['@context'], type: 'DataIntegrityProof', cryptosuite: 'eddsa-jcs-2022', verificationMethod: `${uri}#ed`, proofPurpose: 'assertionMethod', created: '2026-11-20T12:00:00Z' };
    const bytes = Buffer.concat([options, activity].map((each) => createHash('sha256').update(canonical(each)).digest()));
    return { ...activity, proof: { ...options, proofValue: base58(sign(null, bytes, privateKey)) } } as unknown as Activity;
  };
  return { actor, prove };
}

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
function base58(bytes: Buffer): string {
  let number = BigInt(`0x${bytes.toString('hex') || '0'}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = ALPHABET.charAt(Number(number % 58n)) + text;
  const zeroes = bytes.findIndex((byte) => byte !== 0);
  return `z${'1'.repeat(Math.max(zeroes, 0))}${text}`;
}
