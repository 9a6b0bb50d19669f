// SPDX-License-Identifier: EUPL-1.2
import type { PlaceForViewer } from '../../server/buildings/public.ts';
import { readInstance } from '../../server/identity/public.ts';
import type { Person } from '../../server/people/public.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { actorUri, followersUri, inboxUri, INSTANCE_ACTOR_ID, membersUri, outboxUri, sharedInboxUri } from '../addresses.ts';
import type { Json } from '../wire/bounded-json.ts';
import { type PublicKey, publicKeysOf } from '../wire/keys.ts';
import { capabilities } from './capabilities.ts';
import { type LocalActor, publicPerson, publicPlace } from './read-local.ts';

type DocumentDeps = Pick<Deps, 'config' | 'database' | 'clock'>;

/** Of every actor document here. Its addresses are names: nobody has to fetch them to read what is said. */
export const ACTOR_CONTEXT = [
  'https://www.w3.org/ns/activitystreams',
  'https://w3id.org/security/v1',
  'https://w3id.org/security/multikey/v1',
  {
    manuallyApprovesFollowers: 'as:manuallyApprovesFollowers',
    sm: 'http://smithereen.software/ns#',
    fep844e: 'https://w3id.org/fep/844e/',
    implements: { '@id': 'fep844e:implements', '@container': '@set' },
    href: { '@id': 'as:href', '@type': '@id' },
    schema: 'http://schema.org#',
    PropertyValue: 'schema:PropertyValue',
    value: 'schema:value',
    members: { '@id': 'sm:members', '@type': '@id' },
    discoverable: 'http://joinmastodon.org/ns#discoverable',
    postingRestrictedToMods: 'https://join-lemmy.org/ns#postingRestrictedToMods',
  },
] as const;

/**
 * What everybody may know of somebody here, as an ActivityPub actor; null for who or what not everybody may know of.
 * Its keys are made at the first time.
 */
export async function actorDocument(deps: DocumentDeps, actor: LocalActor): Promise<Json | null> {
  if (actor.type === 'instance') return instanceDocument(deps, actor);
  if (actor.type === 'person') {
    const person = await publicPerson(deps, actor.handle);
    return person === null ? null : { ...(await common(deps, actor, 'Person')), ...aboutPerson(deps, person) };
  }
  const place = await publicPlace(deps, actor.id);
  return place === null ? null : placeDocument(deps, actor, place);
}

/** Also of a place that is hidden: whether the asker may have it is for who calls this. */
export async function placeDocument(deps: DocumentDeps, actor: LocalActor, place: PlaceForViewer): Promise<Json> {
  const open = place.access === 'open';
  return {
    ...(await common(deps, actor, 'Group')),
    members: membersUri(deps.config, actor.id),
    manuallyApprovesFollowers: !open,
    'sm:accessType': place.access === 'hidden' ? 'private' : place.access,
    summary: paragraphs(place.summary),
    ...(open ? {} : { endpoints: { sharedInbox: sharedInboxUri(deps.config), 'sm:actorToken': `${actorUri(deps.config, actor.id)}/token` } }),
    // Of what is closed: its name, what it is for, and its keys.
    ...(open ? { url: deps.config.publicUrl + place.url, published: actor.createdAt.toISOString(), discoverable: true, postingRestrictedToMods: false } : { discoverable: false }),
  };
}

async function instanceDocument(deps: DocumentDeps, actor: LocalActor): Promise<Json> {
  const { name, tagline } = await readInstance(deps);
  return {
    ...(await common(deps, actor, 'Application')), name, summary: paragraphs(tagline), url: `${deps.config.publicUrl}/`, manuallyApprovesFollowers: false, published: actor.createdAt.toISOString(),
    // As the instance itself it says so of itself, too (FEP-844e).
    implements: capabilities,
  };
}

function aboutPerson({ config }: DocumentDeps, person: Person): Json {
  const field = (name: string, value: string | null): Json[] => (value === null || value === '' ? [] : [{ type: 'PropertyValue', name, value: escapeHtml(value) }]);
  return {
    url: config.publicUrl + person.url,
    published: person.joinedAt,
    summary: paragraphs(person.about ?? ''),
    manuallyApprovesFollowers: false,
    discoverable: true,
    ...(person.photo === null ? {} : { icon: { type: 'Image', mediaType: 'image/webp', url: config.publicUrl + person.photo.large } }),
    attachment: [...field('Functie', person.jobTitle), ...field('Organisatie', person.organisation)],
  };
}

async function common(deps: DocumentDeps, actor: LocalActor, type: 'Person' | 'Group' | 'Application'): Promise<Json> {
  const { config } = deps;
  const id = actorUri(config, actor.id);
  return {
    '@context': ACTOR_CONTEXT,
    id, type, preferredUsername: actor.handle, name: actor.name,
    inbox: inboxUri(config, actor.id), outbox: outboxUri(config, actor.id), followers: followersUri(config, actor.id),
    endpoints: { sharedInbox: sharedInboxUri(config) },
    ...keysIn(id, await publicKeysOf(deps, actor.id)),
    generator: { type: 'Application', id: actorUri(config, INSTANCE_ACTOR_ID), name: 'Plein', implements: capabilities },
  };
}

/** RSA keys for signatures on requests, Multikeys for those on objects (FEP-521a). One by itself is no list: there are readers who take the first only. */
function keysIn(owner: string, keys: readonly PublicKey[]): Json {
  const rsa = keys.filter(({ kind }) => kind === 'rsa').map(({ keyId, publicKey }) => ({ id: keyId, type: 'CryptographicKey', owner, publicKeyPem: publicKey }));
  const multikeys = keys.filter(({ kind }) => kind === 'ed25519').map(({ keyId, publicKey }) => ({ id: keyId, type: 'Multikey', controller: owner, publicKeyMultibase: publicKey }));
  return { publicKey: rsa.length === 1 ? rsa[0] : rsa, assertionMethod: multikeys };
}

/** What is no more (ActivityPub, 6.4). */
export function tombstoneOf({ config }: Pick<Deps, 'config'>, actor: LocalActor): Json {
  return { '@context': 'https://www.w3.org/ns/activitystreams', id: actorUri(config, actor.id), type: 'Tombstone', ...(actor.deletedAt === null ? {} : { deleted: actor.deletedAt.toISOString() }) };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Plain text as the HTML that a summary is. */
function paragraphs(text: string): string {
  return text.split(/\n{2,}/).map((part) => part.trim()).filter((part) => part !== '').map((part) => `<p>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`).join('');
}
