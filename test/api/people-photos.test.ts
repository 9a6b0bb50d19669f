// SPDX-License-Identifier: EUPL-1.2
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf } from '../support/factories-buildings.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { people } from '../../server/people/room.ts';

let plein: TestPlein;
let member: TestMember;

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  member = await buildMember(plein, { handle: 'fotograaf' });
});
afterAll(() => plein.close());

const upload = (bytes: Buffer, type = 'application/octet-stream', who = member) => who.send('PUT', '/api/v1/me/photo', bytes, { 'content-type': type });
const raw = (who: { app: TestPlein['app']; cookie: string | null }, url: string, headers: Record<string, string> = {}) => who.app.inject({ method: 'GET', url, headers: { ...(who.cookie === null ? {} : { cookie: who.cookie }), ...headers } });

/** A picture that says where it was taken and by what. The left half is of another colour than the right. */
function picture(width = 600, height = 300) {
  const left = { input: { create: { width: Math.floor(width / 2), height, channels: 3 as const, background: '#a4452c' } }, left: 0, top: 0 };
  return sharp({ create: { width, height, channels: 3, background: '#17507a' } })
    .composite([left])
    .withExif({ IFD0: { Make: 'Kanariecamera', Copyright: 'kanariegeheim' }, IFD3: { GPSLatitude: '52/1 5/1 0/1', GPSLatitudeRef: 'N' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><kanariegeheim/></x:xmpmeta>');
}

async function filesKept(): Promise<string[]> {
  const entries = await readdir(join(plein.config.dataDir, 'files'), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test.each([
  ['JPEG', () => picture().jpeg().toBuffer()], ['PNG', () => picture().png().toBuffer()],
  ['WebP', () => picture().webp().toBuffer()], ['AVIF', () => picture().avif({ effort: 0 }).toBuffer()],
])('a %s becomes two square WebPs without a word of what was in it', async (_format, make) => {
  const answer = await upload(await make(), 'image/svg+xml');
  expect(answer.statusCode, answer.body).toBe(200);
  const { photo } = answer.json<{ photo: { small: string; large: string } }>();
  for (const [address, side] of [[photo.small, 96], [photo.large, 400]] as const) {
    const shown = await raw(buildGuest(plein), address);
    expect(shown.statusCode).toBe(200);
    expect(shown.headers).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff', 'cache-control': 'public, max-age=31536000, immutable', 'content-security-policy': "default-src 'none'; sandbox" });
    const read = await sharp(shown.rawPayload).metadata();
    expect(read).toMatchObject({ format: 'webp', width: side, height: side });
    expect([read.exif, read.xmp, read.iptc, read.icc]).toEqual([undefined, undefined, undefined, undefined]);
    expect(shown.rawPayload.toString('latin1').toLowerCase()).not.toContain('kanarie');
  }
  expect((await member.get('/people/fotograaf')).json()).toMatchObject({ photo });
});

test('a new photograph takes the place of the old one, whose address is gone, and deleting leaves no file', async () => {
  const first = (await upload(await picture(100, 100).png().toBuffer())).json<{ photo: { small: string } }>().photo;
  const second = (await upload(await picture(120, 80).png().toBuffer())).json<{ photo: { small: string } }>().photo;
  expect(second.small).not.toBe(first.small);
  expect((await raw(member, first.small)).statusCode).toBe(404);
  expect((await raw(member, second.small)).statusCode).toBe(200);
  expect(await filesKept()).toHaveLength(2);
  expect((await raw(buildGuest(plein), second.small, { 'if-none-match': String((await raw(member, second.small)).headers['etag']) })).statusCode).toBe(304);
  expect((await member.delete('/me/photo')).statusCode).toBe(204);
  expect((await raw(member, second.small)).statusCode).toBe(404);
  expect(await filesKept()).toEqual([]);
  expect((await member.get('/people/fotograaf')).json()).toMatchObject({ photo: null });
});

test('the same photograph again stays, and that of somebody else has another address', async () => {
  const bytes = await picture(90, 90).png().toBuffer();
  const first = (await upload(bytes)).json();
  expect((await upload(bytes)).json()).toEqual(first);
  expect(await filesKept()).toHaveLength(2);
  const other = await buildMember(plein);
  expect((await upload(bytes, 'image/png', other)).json()).not.toEqual(first);
});

test('whatever is sent and deleted at once, the photograph that a profile names is there', async () => {
  const owner = await buildMember(plein, { handle: 'haastig' });
  const [one, two] = [await picture(64, 64).png().toBuffer(), await picture(80, 64).png().toBuffer()];
  for (let time = 0; time < 4; time++) {
    await upload(one, 'image/png', owner);
    await Promise.all([upload(one, 'image/png', owner), upload(two, 'image/png', owner), owner.delete('/me/photo'), upload(two, 'image/png', owner), upload(one, 'image/png', owner)]);
    const { photo } = (await owner.get('/people/haastig')).json<{ photo: { small: string } | null }>();
    if (photo !== null) expect((await raw(owner, photo.small)).statusCode).toBe(200);
  }
  await upload(one, 'image/png', owner);
  expect((await owner.get('/people/haastig')).json()).toMatchObject({ photo: { small: expect.any(String) as string } });
  await owner.delete('/me/photo');
});

test('a photograph is shown to those it is shared with; its address is no right', async () => {
  const owner = await buildMember(plein);
  const [guest, resident, staff] = [buildGuest(plein), await buildMember(plein, { staff: false }), await buildMember(plein)];
  const { small } = (await upload(await picture(64, 64).png().toBuffer(), 'image/png', owner)).json<{ photo: { small: string } }>().photo;
  const seen = async () => Promise.all([guest, resident, staff, owner].map(async (who) => (await raw(who, small)).statusCode));
  expect(await seen()).toEqual([200, 200, 200, 200]);
  await owner.patch('/me', { sharing: { photo: 'staff' } });
  expect(await seen()).toEqual([404, 404, 200, 200]);
  const shown = await raw(staff, small);
  expect(shown.headers).toMatchObject({ 'cache-control': 'private, no-cache', vary: expect.stringContaining('cookie') as string });
  const known = { 'if-none-match': String(shown.headers['etag']) };
  expect((await raw(staff, small, known)).statusCode).toBe(304);
  for (const other of [guest, resident]) expect((await raw(other, small, known)).statusCode).toBe(404);
  await owner.patch('/me', { sharing: { photo: 'nobody' } });
  expect(await seen()).toEqual([404, 404, 404, 200]);
  expect((await raw(staff, small, known)).statusCode).toBe(404);
});

test('a photograph stands beside what somebody writes and in lists of members, for those it is shared with', async () => {
  const building = await buildBuilding(plein, { access: 'open' });
  const writer = await buildMemberOf(plein, building);
  const [together, stranger, guest] = [await buildMemberOf(plein, building), await buildMember(plein, { staff: false }), buildGuest(plein)];
  const { photo } = (await upload(await picture(70, 70).png().toBuffer(), 'image/png', writer)).json<{ photo: { small: string; large: string } }>();
  const post = await buildPost(writer, building);
  await buildReply(together, post);
  await writer.put(`/posts/${post.id}/reactions/like`, {});
  const places = ['/feed?scope=square', `${building.path}/posts`, `/posts/${post.id}`, `/people/${writer.handle}`, `/people/${writer.handle}/posts`, `${building.path}/memberships`, `/posts/${post.id}/reactions`];
  const sight = async (who: { get(path: string): Promise<{ statusCode: number; body: string }> }) =>
    Promise.all(places.map(async (path) => ((await who.get(path)).body.includes(photo.small) ? 'photo' : '')));
  const all = places.map(() => 'photo');
  const none = places.map(() => '');
  expect(await sight(together)).toEqual(all);
  expect((await guest.get('/feed?scope=square')).json<{ items: { author: object }[] }>().items[0]?.author).toMatchObject({ photo });
  await writer.patch('/me', { sharing: { photo: 'places' } });
  expect(await sight(together)).toEqual(all);
  expect([await sight(stranger), await sight(guest)]).toEqual([none, none]);
  await writer.patch('/me', { sharing: { photo: 'nobody' } });
  expect([await sight(together), await sight(stranger)]).toEqual([none, none]);
  expect((await writer.get('/feed?scope=square')).body).toContain(photo.small);
});

test('files that no profile names are swept away, not those that were just written; again changes nothing', async () => {
  const owner = await buildMember(plein);
  const { photo } = (await upload(await picture(80, 80).png().toBuffer(), 'image/png', owner)).json<{ photo: { small: string } }>();
  const kept = (await filesKept()).sort();
  const lost = 'c'.repeat(64);
  const folder = join(plein.config.dataDir, 'files', 'photos', 'cc');
  const names = [`${lost}-small.webp`, `${lost}-large.webp`, `${lost}-small.webp.00000000-0000-4000-8000-000000000000`];
  await mkdir(folder, { recursive: true });
  for (const name of names) await writeFile(join(folder, name), 'x');
  const sweep = async () => { for (const schedule of people.schedules ?? []) await schedule.run(plein.deps); };
  await sweep();
  expect((await filesKept()).sort()).toEqual([...kept, ...names].sort());
  plein.clock.advance(2 * 3_600_000);
  for (let time = 0; time < 2; time++) {
    await sweep();
    expect((await filesKept()).sort()).toEqual(kept);
  }
  expect((await raw(owner, photo.small)).statusCode).toBe(200);
});

test.each<[string, () => Buffer | Promise<Buffer>]>([
  ['GIF', () => sharp({ create: { width: 50, height: 50, channels: 3, background: '#fff' } }).gif().toBuffer()],
  ['TIFF', () => sharp({ create: { width: 50, height: 50, channels: 3, background: '#fff' } }).tiff().toBuffer()],
  ['SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"><script>alert(1)</script></svg>')],
  ['SVG behind the first bytes of a PNG', () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')])],
  ['HTML', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['PDF', () => Buffer.from('%PDF-1.7\n1 0 obj')],
  ['JSON', () => Buffer.from('{"type":"Person"}')],
  ['half a JPEG', async () => (await picture().jpeg().toBuffer()).subarray(0, 400)],
  ['nothing', () => Buffer.alloc(0)],
  ['a speck', () => sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } }).png().toBuffer()],
])('%s is refused by what it is, whatever it says it is', async (_name, make) => {
  const before = await filesKept();
  const answer = await upload(await make(), 'image/jpeg');
  expect(answer.statusCode, answer.body).toBe(400);
  expect(answer.json()).toMatchObject({ errors: [{ path: 'photo' }] });
  expect(await filesKept()).toEqual(before);
});

/** A PNG of so many pixels, all of one colour: a few kilobytes that would unpack to gigabytes. */
function bomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))), chunk('IEND', Buffer.alloc(0))]);
}

test('a picture of 30,000 by 30,000 is refused unread, and costs no memory to speak of', async () => {
  const before = process.memoryUsage.rss();
  const answers = await Promise.all(Array.from({ length: 5 }, () => upload(bomb(30_000), 'image/png')));
  for (const answer of answers) expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'photo' }] });
  expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
});

test('a body that is too large is refused as such, and a guest has no photograph', async () => {
  expect((await upload(Buffer.alloc(13 * 1024 * 1024, 0xff), 'image/jpeg')).statusCode).toBe(413);
  expect((await buildGuest(plein).send('PUT', '/api/v1/me/photo', Buffer.from('x'), { 'content-type': 'image/png' })).statusCode).toBe(401);
});

test.each(['../../plein.env', 'a'.repeat(64), '%2e%2e%2fetc', 'A'.repeat(64)])('no other file is reached by an address (%s)', async (key) => {
  expect((await raw(member, `/api/v1/photos/${encodeURIComponent(key)}/small.webp`)).statusCode).toBe(404);
  expect((await raw(member, `/api/v1/photos/${'a'.repeat(64)}/${encodeURIComponent('../x')}`)).statusCode).toBe(404);
});
