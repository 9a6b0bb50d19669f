// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peerOf, remoteActor } from '../../federation/actors/remote-actors.ts';
import { house } from '../../federation/house.ts';
import { actorUri, INSTANCE_ACTOR_ID } from '../../federation/addresses.ts';
import { PUBLISHED_AFTER_MS, publicKeysOf, rotateKeys, signingKeys } from '../../federation/wire/keys.ts';
import { sealerOf, sealerWith } from '../../federation/wire/sealing.ts';
import { signedHeaders } from '../../federation/wire/sign.ts';
import { assertVersions } from '../../federation/wire/start.ts';
import { verifySignature } from '../../federation/wire/verify.ts';
import { openInstance } from '../../server/instance.ts';
import { type Config, ConfigError } from '../../server/platform/config/config.ts';
import { startPlein } from '../support/app.ts';
import { buildMember } from '../support/factories.ts';
import { type OpenPlein, startOpenPlein } from '../support/federation.ts';
import { until } from '../support/until.ts';

let plein: OpenPlein;
let neighbour: OpenPlein;
beforeAll(async () => {
  [plein, neighbour] = await Promise.all([startOpenPlein(), startOpenPlein()]);
});
afterAll(async () => {
  await Promise.all([plein.close(), neighbour.close()]);
});

const rowsOf = (actorId: string) => plein.db((trx) => trx.selectFrom('actor_key').selectAll().where('actor_id', '=', actorId).orderBy('id').execute());

test('keys are made at first use, once, however many ask at the same time and in which process', async () => {
  const { actorId } = await buildMember(plein);
  expect(await rowsOf(actorId)).toEqual([]);
  const other = await startPlein({ databaseUrl: plein.databaseUrl, env: { DATA_DIR: plein.config.dataDir, PUBLIC_URL: plein.url } });
  const all = await Promise.all([signingKeys(plein.deps, actorId), signingKeys(other.deps, actorId), publicKeysOf(plein.deps, actorId), signingKeys(plein.deps, actorId), publicKeysOf(other.deps, actorId)]);
  expect(await rowsOf(actorId)).toHaveLength(2);
  const [here, there, shown] = all;
  expect(here.rsa.keyId).toBe(there.rsa.keyId);
  expect(shown.map(({ keyId }) => keyId).sort()).toEqual([here.rsa.keyId, here.ed25519.keyId].sort());
  expect(here.rsa.privateKey.algorithm).toMatchObject({ name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048 });
  // Read once: the same object, not a new one.
  expect(await signingKeys(plein.deps, actorId)).toBe(all[3]);
  await other.close();
});

test('a copy of the database signs for nobody: private keys are sealed, each for its own row', async () => {
  const { actorId } = await buildMember(plein);
  await signingKeys(plein.deps, actorId);
  const [one, two] = await rowsOf(actorId);
  if (one === undefined || two === undefined) throw new Error('no keys');
  for (const { private_sealed: sealed } of [one, two]) expect(sealed.includes(Buffer.from('PRIVATE')) || sealed.includes(Buffer.from('06092a864886f70d', 'hex'))).toBe(false);
  const sealer = await sealerOf(plein.config);
  expect(sealer.open(one.private_sealed, `${actorId}/${one.id}`).length).toBeGreaterThan(40);
  expect(() => sealer.open(one.private_sealed, `${actorId}/${two.id}`)).toThrow();
  expect(() => sealerWith(randomBytes(32)).open(one.private_sealed, `${actorId}/${one.id}`)).toThrow();
  const changed = Buffer.from(one.private_sealed);
  changed[40] = (changed[40] ?? 0) ^ 1;
  expect(() => sealer.open(changed, `${actorId}/${one.id}`)).toThrow();
});

test('the key that seals is in a file that only its owner reads, and the first of several processes makes it', async () => {
  const dataDir = join(await mkdtemp(join(tmpdir(), 'plein-keys-')), 'data');
  const configs = Array.from({ length: 8 }, (): Config => ({ ...plein.config, dataDir }));
  const sealers = await Promise.all(configs.map(sealerOf));
  const file = join(dataDir, 'federation.key');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await readFile(file, 'utf8'), 'base64')).toHaveLength(32);
  const sealed = sealers[0]?.seal(Buffer.from('secret'), 'x') ?? Buffer.alloc(0);
  for (const sealer of sealers) expect(sealer.open(sealed, 'x').toString()).toBe('secret');
  await writeFile(file, 'no key');
  await expect(sealerOf({ ...plein.config, dataDir })).rejects.toThrow(ConfigError);
});

test('a key that does not open what is there stops the start, in a sentence that names the setting', async () => {
  await signingKeys(plein.deps, INSTANCE_ACTOR_ID);
  const start = async (changes: Partial<Config>): Promise<string> => openInstance({ ...plein.config, role: 'web', ...changes }, { rooms: house }).then(async (instance) => {
    await instance.stop();
    return 'started';
  }, (error: Error) => (error instanceof ConfigError ? error.message : `another error: ${error.message}`));
  const wrong = await start({ federationKey: randomBytes(32) });
  expect(wrong).toContain('FEDERATION_KEY');
  expect(wrong.split('\n')).toHaveLength(1);
  expect(await start({ dataDir: join(await mkdtemp(join(tmpdir(), 'plein-keys-')), 'empty') })).toContain('FEDERATION_KEY');
  const key = Buffer.from(await readFile(join(plein.config.dataDir, 'federation.key'), 'utf8'), 'base64');
  expect(await start({ federationKey: key, dataDir: join(tmpdir(), 'not-made') })).toBe('started');
});

test('another version of the packages that sign and verify stops the start', () => {
  expect(() => assertVersions()).not.toThrow();
  expect(() => assertVersions((name) => (name === '@fedify/vocab' ? '2.3.8' : '2.3.6'))).toThrow('@fedify/fedify is of version 2.3.6, but 2.3.8');
});

test('who gets new keys is believed at once, and what was signed before is for a week', async () => {
  const { actorId } = await buildMember(plein);
  const url = `${neighbour.url}/ap/inbox`;
  const body = Buffer.from('{"type":"View"}');
  const sign = () => signedHeaders(plein.deps, { actorId, method: 'POST', url, headers: { 'content-type': 'application/activity+json' }, body, scheme: 'cavage' });
  const verify = (headers: Record<string, string>) => verifySignature(neighbour.deps, { method: 'POST', url, headers, body });
  const before = await sign();
  const first = await signingKeys(plein.deps, actorId);
  await rotateKeys(plein.deps, actorId);
  const second = await signingKeys(plein.deps, actorId);
  expect(second.rsa.keyId).not.toBe(first.rsa.keyId);
  expect(await verify(await sign())).toMatchObject({ ok: true, keyId: second.rsa.keyId });
  expect(await verify(before)).toMatchObject({ ok: true, keyId: first.rsa.keyId });

  const document = async () => (await plein.app.inject({ url: `/ap/actors/${actorId}`, headers: { accept: 'application/activity+json' } })).json<{ publicKey: { id: string }[] | { id: string }; assertionMethod: { id: string }[] }>();
  expect(await document()).toMatchObject({ publicKey: [{ id: second.rsa.keyId }, { id: first.rsa.keyId }], assertionMethod: [{ id: second.ed25519.keyId }, { id: first.ed25519.keyId }] });
  plein.clock.advance(PUBLISHED_AFTER_MS + 60_000);
  expect(await document()).toMatchObject({ publicKey: { id: second.rsa.keyId, owner: actorUri(plein.config, actorId) }, assertionMethod: [{ id: second.ed25519.keyId }] });
  plein.clock.set(new Date());
});

test('new keys of the square are told to every instance that it knows, which then has them at hand', async () => {
  await peerOf(plein.deps, neighbour.host);
  const known = async () => (await remoteActor(neighbour.deps, actorUri(plein.config, INSTANCE_ACTOR_ID))).keys.map(({ id }) => id);
  const before = await signingKeys(plein.deps, INSTANCE_ACTOR_ID);
  expect(await known()).toContain(before.rsa.keyId);
  await rotateKeys(plein.deps, INSTANCE_ACTOR_ID);
  const after = await signingKeys(plein.deps, INSTANCE_ACTOR_ID);
  await until(async () => (await known()).includes(after.rsa.keyId));
  expect(await known()).toEqual(expect.arrayContaining([after.rsa.keyId, after.ed25519.keyId, before.rsa.keyId]));
});
