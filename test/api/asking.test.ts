// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releasePost, withholdPost } from '../../server/posts/public.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';

let plein: TestPlein;
let theme: { id: string; slug: string };
let asker: TestMember;
let holders: Record<'jan' | 'ria' | 'bewoner' | 'stil', TestMember>;

interface Asked { items: { post: { id: string; replyCount: number; can: { reply: boolean } }; theme: { slug: string }; reach: number }[] }

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  asker = await buildMember(plein, { handle: 'vrager' });
  theme = (await asker.post('/themes', { name: 'Duurzaamheid' })).json();
  const holder = async (handle: string, told: Record<string, unknown>, staff = true) => {
    const member = await buildMember(plein, { handle, staff });
    expect((await member.patch('/me', { portfolio: [theme.id], ...told })).statusCode).toBe(200);
    return member;
  };
  holders = { jan: await holder('jan', { workRole: 'wethouder', region: 'Zeeland' }), ria: await holder('ria', { workRole: 'ambtenaar', region: 'Zeeland' }), bewoner: await holder('bewoner', {}, false), stil: await holder('stil', { sharing: { portfolio: 'nobody' } }) };
  await asker.patch('/me', { portfolio: [theme.id] });
});
afterAll(() => plein.close());

const reach = async (query: string, who = asker) => (await who.get(`/asked-questions/reach?theme=duurzaamheid${query}`)).json<{ people: number; organisations: number; left: number }>();
const ask = (body: Record<string, unknown>, who = asker) => who.post('/asked-questions', { theme: 'duurzaamheid', body: 'Wie heeft een voorbeeld van een warmtevisie?', ...body });
const notes = async (who: TestMember) => (await who.get('/notifications')).json<{ items: { kind: string; post: { id: string; url: string } }[] }>().items.filter((item) => item.kind === 'asked');
const forMe = async (who: TestMember) => (await who.get('/me/asked-questions')).json<Asked>().items.map((item) => item.post.id);

test('the number before sending is the number that is told, and each of them is told once', async () => {
  expect(await reach('')).toEqual({ people: 2, organisations: 0, left: 3 });
  expect((await reach('&audience=public')).people).toBe(3);
  expect((await reach('&workRole=wethouder')).people).toBe(1);
  expect((await reach('&region=Zeeland&workRole=ambtenaar')).people).toBe(1);
  expect((await reach('&region=Drenthe')).people).toBe(0);
  const asked = await ask({ title: 'Warmtevisie' });
  expect(asked.statusCode, asked.body).toBe(201);
  const { post, reach: told } = asked.json<{ post: { id: string; kind: string; audience: string; building: { slug: string } }; reach: number }>();
  expect({ post, told }).toMatchObject({ told: 2, post: { kind: 'question', audience: 'staff', building: { slug: 'plein' } } });
  await plein.drainJobs();
  expect((await notes(holders.jan)).map((note) => note.post.id)).toEqual([post.id]);
  expect(await notes(holders.ria)).toHaveLength(1);
  for (const nobody of [holders.bewoner, holders.stil, asker]) expect(await notes(nobody)).toEqual([]);
});

test('whoever may read it answers it without joining anything, in one thread, and others cannot', async () => {
  const { post } = (await ask({})).json<{ post: { id: string } }>();
  const passerBy = await buildMember(plein);
  expect((await passerBy.get(`/posts/${post.id}`)).json()).toMatchObject({ can: { reply: true, react: true } });
  for (const who of [passerBy, holders.jan]) expect((await who.post(`/posts/${post.id}/replies`, { body: 'Bij ons staat er een.' })).statusCode).toBe(201);
  expect((await asker.get(`/posts/${post.id}`)).json()).toMatchObject({ replyCount: 2 });
  await plein.drainJobs();
  expect((await asker.get('/notifications')).body).toContain('"reply"');
  for (const who of [holders.bewoner, buildGuest(plein)]) {
    expect((await who.get(`/posts/${post.id}`)).statusCode).toBe(404);
    expect((await who.post(`/posts/${post.id}/replies`, { body: 'Ik ook' })).statusCode).toBe(who === holders.bewoner ? 404 : 401);
  }
  expect((await passerBy.get('/feed')).body).toContain(post.id);
  expect((await passerBy.get(`/themes/duurzaamheid/asked-questions?answered=true`)).json<Asked>().items.map((item) => item.post.id)).toContain(post.id);
  expect((await buildGuest(plein).get('/themes/duurzaamheid/asked-questions')).json<Asked>().items).toEqual([]);
  expect((await passerBy.get('/buildings?q=plein')).json()).toMatchObject({ items: [] });
  expect((await passerBy.get('/buildings/plein')).statusCode).toBe(404);
});

test('the fourth of a day is refused with when it can be asked, and the next day it is taken', async () => {
  const busy = await buildMember(plein);
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask({}, busy)));
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 201, 201, 429, 429]);
  const refused = answers.find((answer) => answer.statusCode === 429);
  expect(refused?.json()).toMatchObject({ type: '/problems/enough-questions', status: 429 });
  expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(23 * 3_600);
  expect((await reach('', busy)).left).toBe(0);
  plein.clock.advance(24 * 3_600_000 + 1_000);
  expect((await ask({}, busy)).statusCode).toBe(201);
  await plein.drainJobs();
});

test('who opts out of a theme is not told and finds nothing, and the number does not tell of it; and can change their mind', async () => {
  const before = (await reach('')).people;
  expect((await holders.ria.put('/me/asking-opt-outs/duurzaamheid')).statusCode).toBe(204);
  expect((await holders.ria.get('/me/asking-opt-outs')).json()).toMatchObject({ items: [{ slug: 'duurzaamheid' }] });
  expect((await reach('')).people).toBe(before);
  const told = (await notes(holders.ria)).length;
  expect((await ask({}, await buildMember(plein))).statusCode).toBe(201);
  await plein.drainJobs();
  expect(await notes(holders.ria)).toHaveLength(told);
  expect(await forMe(holders.ria)).toEqual([]);
  expect((await holders.ria.delete('/me/asking-opt-outs/duurzaamheid')).statusCode).toBe(204);
  expect((await forMe(holders.ria)).length).toBeGreaterThan(0);
});

test('who gains the theme later finds the question and is not told; who loses it before the telling is not told', async () => {
  const [late, leaving] = [await buildMember(plein), await buildMember(plein)];
  await leaving.patch('/me', { portfolio: [theme.id] });
  const { id } = (await ask({}, await buildMember(plein))).json<{ id: string }>();
  await leaving.patch('/me', { portfolio: [] });
  await plein.drainJobs();
  expect(await notes(leaving)).toEqual([]);
  expect(await forMe(late)).toEqual([]);
  await late.patch('/me', { portfolio: [theme.id] });
  expect(await forMe(late)).toContain(id);
  expect(await notes(late)).toEqual([]);
});

test('residents ask in public and are asked in public only', async () => {
  const resident = await buildMember(plein, { staff: false });
  expect((await ask({ audience: 'staff' }, resident)).json()).toMatchObject({ status: 400, errors: [{ path: 'audience' }] });
  expect((await ask({ organisation: '00000000-0000-7000-8000-000000000000' }, resident)).json()).toMatchObject({ status: 400, errors: [{ path: 'organisation' }] });
  const { post } = (await ask({}, resident)).json<{ post: { id: string; audience: string } }>();
  expect(post.audience).toBe('public');
  await plein.drainJobs();
  expect((await notes(holders.bewoner)).map((note) => note.post.id)).toEqual([post.id]);
  expect((await buildGuest(plein).get('/themes/duurzaamheid/asked-questions')).json<Asked>().items.map((item) => item.post.id)).toEqual([post.id]);
  expect((await buildGuest(plein).post('/asked-questions', { theme: 'duurzaamheid', body: 'x' })).statusCode).toBe(401);
  expect((await ask({ theme: 'bestaat niet' }, resident)).json()).toMatchObject({ errors: [{ path: 'theme' }] });
});

test('whom the asker blocks, and who blocks or mutes the asker, is not asked; and the number tells of nobody that they do', async () => {
  const [someone, blocked, blocking, muting] = [await buildMember(plein), await buildMember(plein), await buildMember(plein), await buildMember(plein)];
  const rare = (await someone.post('/themes', { name: 'Baggerwerk' })).json<{ id: string; slug: string }>();
  for (const each of [blocked, blocking, muting]) await each.patch('/me', { portfolio: [rare.id] });
  const reached = async () => (await someone.get(`/asked-questions/reach?theme=${rare.slug}`)).json<{ people: number }>().people;
  expect(await reached()).toBe(3);
  for (const [owner, kind, person, left] of [[blocking, 'block', someone, 3], [muting, 'mute', someone, 3], [someone, 'block', blocked, 2]] as const) {
    const tied = await owner.put(`/people/${person.handle}/${kind}`);
    expect(tied.statusCode, tied.body).toBeLessThan(300);
    expect(await reached()).toBe(left);
  }
  expect((await ask({ theme: rare.slug }, someone)).json()).toMatchObject({ reach: 2 });
  await plein.drainJobs();
  for (const each of [blocked, blocking, muting]) expect(await notes(each)).toEqual([]);
});

test('who blocks the asker between asking and telling is not told', async () => {
  const [someone, quick] = [await buildMember(plein), await buildMember(plein)];
  const rare = (await someone.post('/themes', { name: 'Rioolheffing' })).json<{ id: string; slug: string }>();
  await quick.patch('/me', { portfolio: [rare.id] });
  expect((await ask({ theme: rare.slug }, someone)).json()).toMatchObject({ reach: 1 });
  await quick.put(`/people/${someone.handle}/block`);
  await plein.drainJobs();
  expect(await notes(quick)).toEqual([]);
});

test('a question that a moderator hides is out of every list, also for who asks the database by itself, and comes back', async () => {
  const [author, passerBy] = [await buildMember(plein), await buildMember(plein)];
  const { id } = (await ask({ audience: 'public' }, author)).json<{ id: string }>();
  await plein.drainJobs();
  const lists = async () => [
    (await buildGuest(plein).get('/themes/duurzaamheid/asked-questions')).body.includes(id), (await forMe(holders.jan)).includes(id),
    (await author.get('/asked-questions')).body.includes(id), (await notes(holders.jan)).some((note) => note.post.id === id),
  ];
  // The second lock by itself: without the filters of the query.
  const row = async () => {
    const viewer = { actorId: passerBy.actorId, audiences: [1, 2] } as unknown as Parameters<typeof plein.deps.database.readAs>[0];
    return plein.deps.database.readAs(viewer, (trx) => trx.selectFrom('asked_question').select('theme_id').where('post_id', '=', id).execute());
  };
  expect([await lists(), await row()]).toMatchObject([[true, true, true, true], [{}]]);
  await plein.db((trx) => withholdPost(trx, id, 'hidden', plein.clock.now()));
  expect([await lists(), await row()]).toEqual([[false, false, false, false], []]);
  await plein.db((trx) => releasePost(trx, id, false, plein.clock.now()));
  expect([await lists(), await row()]).toMatchObject([[true, true, true, true], [{}]]);
});

test('a question that was deleted is nowhere, and merging moves questions and opt-outs along', async () => {
  const [author, administrator] = [await buildMember(plein), await buildMember(plein, { administrator: true })];
  const { id } = (await ask({}, author)).json<{ id: string }>();
  expect((await author.get('/asked-questions')).json<Asked>().items.map((item) => item.post.id)).toEqual([id]);
  expect((await author.delete(`/posts/${id}`)).statusCode).toBe(204);
  expect(await forMe(holders.jan)).not.toContain(id);
  const other = (await author.post('/themes', { name: 'Klimaatbeleid' })).json<{ id: string }>();
  await holders.ria.put('/me/asking-opt-outs/duurzaamheid');
  expect((await administrator.post(`/themes/${theme.id}/merges`, { into: other.id })).statusCode).toBe(200);
  expect((await author.get('/themes/klimaatbeleid/asked-questions')).json<Asked>().items.length).toBeGreaterThan(0);
  expect((await holders.ria.get('/me/asking-opt-outs')).json()).toMatchObject({ items: [{ slug: 'klimaatbeleid' }] });
});
