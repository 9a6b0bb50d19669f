// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeDigest, startDigests } from '../../server/mailing/compose-digest.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildGroup, buildMemberOf, join } from '../support/factories-buildings.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { type Inbox, openInbox, type Received } from '../support/inbox.ts';
import { sendDigests, tellAtOnce } from '../support/mailing.ts';

let plein: TestPlein;
let inbox: Inbox;

beforeAll(async () => {
  inbox = await openInbox();
  plein = await startPlein({ env: { SMTP_URL: inbox.url, RATE_LIMITS: 'relaxed' } });
});
afterAll(async () => {
  await plein.close();
  await inbox.close();
});

const mailsTo = ({ email }: { email: string }): Received[] => inbox.letters.filter(({ to }) => to.includes(email));
const textTo = (person: { email: string }): string => mailsTo(person).at(-1)?.mail.text ?? '';
const headerOf = (letter: Received | undefined, name: string): string => letter?.mail.headers.find(({ key }) => key === name)?.value ?? '';
const inOrder = (text: string, parts: string[]) => parts.map((part) => [part, text.indexOf(part)] as const).reduce((last, [part, at]) => {
  expect(at, `${part} in ${text}`).toBeGreaterThan(last);
  return at;
}, -1);

describe('a digest', () => {
  test('tells what asks, what names, what answers and then the places, newest first, with the whole text, in plain text as in HTML', async () => {
    const building = await buildBuilding(plein, { access: 'closed', name: 'Omgevingswet' });
    const other = await buildMemberOf(plein, building, 'admin', { name: 'Sanne de Wit' });
    const me = await buildMemberOf(plein, building, 'admin', { name: 'Jet de Vries' });
    const group = await buildGroup(building, { name: 'Dakkapellen', founder: me });
    await plein.db((trx) => trx.updateTable('notification_setting').set({ mail_at_once: false, push_at_once: false }).where('owner_id', '=', me.actorId).execute());
    const mine = await buildPost(me, building, { body: 'Mijn vraag' });
    await buildReply(other, mine, { body: 'Een antwoord aan Jet' });
    plein.clock.advance(1_000);
    const older = await buildPost(other, building, { kind: 'article', title: 'Ouder nieuws', body: `Eerste alinea.\n\n${'Een zin met gewone woorden. '.repeat(10)}` });
    plein.clock.advance(1_000);
    await buildPost(other, building, { body: 'Nieuwer nieuws zonder titel' });
    plein.clock.advance(1_000);
    await buildPost(other, building, { body: `Hier staat @${me.handle} genoemd` });
    const asker = await buildMember(plein, { name: 'Karim Amrani' });
    await asker.post(`${building.path}/memberships`, { note: 'Mag ik?' });
    await tellAtOnce(plein);
    expect(mailsTo(me)).toEqual([]);
    await sendDigests(plein, [me]);

    const [letter] = mailsTo(me);
    expect(letter?.mail.subject).toBe('Plein: 1 vraag aan jou, 1 keer genoemd, 1 reactie, 2 nieuwe berichten');
    const text = letter?.mail.text ?? '';
    inOrder(text, ['Dag Jet de Vries,', 'Vraagt iets van jou', 'Karim Amrani wil lid worden van Omgevingswet', 'Noemt jou', 'genoemd', 'Jouw gesprekken', 'Een antwoord aan Jet', 'Omgevingswet\n===', 'Nieuwer nieuws zonder titel', 'Ouder nieuws', 'Eerste alinea.', 'Waarom krijg je dit?']);
    expect(text.replace(/\n *> ?/g, ' ').match(/Een zin met/g)).toHaveLength(10);
    expect(text).toContain(`http://plein.test/posts/${older.id}`);
    expect(text).not.toContain(group.name);
    // Whatever one can press in the HTML stands in the text.
    const addresses = [...(letter?.mail.html ?? '').matchAll(/href="([^"]+)"/g)].map(([, url = '']) => url.replaceAll('&#38;', '&'));
    expect(addresses.length).toBeGreaterThan(8);
    for (const url of new Set(addresses)) expect(text).toContain(url);
    expect(headerOf(letter, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headerOf(letter, 'list-id')).toContain('<digest.plein.test>');
    expect(new Set((await plein.db((trx) => trx.selectFrom('notification').select('told_by').where('recipient_id', '=', me.actorId).execute())).map(({ told_by: by }) => by))).toEqual(new Set(['digest']));

    await sendDigests(plein, [me]);
    expect(mailsTo(me), 'nothing new, no mail').toHaveLength(1);
  });

  test('tells nothing that was told at once, read in the application, or is by somebody who is blocked', async () => {
    const building = await buildBuilding(plein);
    const [me, other, blocked] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    await buildPost(other, building, { body: `Genoemd: @${me.handle}` });
    await tellAtOnce(plein);
    expect(mailsTo(me)).toHaveLength(1);
    await buildPost(blocked, building, { body: 'Van wie geblokkeerd is' });
    expect((await me.put(`/people/${blocked.handle}/block`)).statusCode).toBe(204);
    const read = await buildPost(other, building, { body: 'Al gelezen' });
    expect((await me.put(`/read-markers/${encodeURIComponent(`building:${building.slug}`)}`, { postId: read.id })).statusCode).toBe(200);
    plein.clock.advance(1_000);
    await buildPost(other, building, { body: 'Nog niet gelezen' });
    await sendDigests(plein, [me]);
    expect(mailsTo(me)).toHaveLength(2);
    expect(textTo(me)).toContain('Nog niet gelezen');
    for (const words of ['Genoemd:', 'geblokkeerd', 'Al gelezen']) expect(textTo(me)).not.toContain(words);
  });

  test('that is made and not sent yet leaves out what its reader may not read any more, and is dropped when nothing is left', async () => {
    const [building, secret] = [await buildBuilding(plein, { name: 'Blijft' }), await buildBuilding(plein, { access: 'hidden', name: 'Geheim huis' })];
    const [both, only] = [await buildMemberOf(plein, building), await buildMember(plein)];
    const memberships = [await join(secret, both), await join(secret, only)];
    await buildPost(building.founder, building, { body: 'Voor allebei' });
    await buildPost(secret.founder, secret, { body: 'Alleen binnen' });
    await plein.drainJobs();
    plein.clock.advance(10_000);
    const at = plein.clock.now().toISOString();
    for (const { actorId } of [both, only]) await composeDigest.deliver?.({ type: 'DigestDue', ownerId: actorId, at } as never, { id: actorId, createdAt: new Date() }, plein.deps);
    for (const id of memberships) expect((await secret.founder.delete(`${secret.path}/memberships/${id}`)).statusCode).toBe(204);
    await plein.drainJobs();
    expect(textTo(both)).toContain('Voor allebei');
    expect(JSON.stringify(mailsTo(both))).not.toMatch(/Alleen binnen|Geheim huis/);
    expect(mailsTo(only)).toEqual([]);
    expect(await plein.db((trx) => trx.selectFrom('mail').select('state').where('recipient', '=', only.email).execute())).toEqual([{ state: 'dropped' }]);
  });

  test('is made once, however often it is asked for and by however many workers', async () => {
    const building = await buildBuilding(plein);
    const people = await Promise.all(Array.from({ length: 6 }, () => buildMemberOf(plein, building)));
    await buildPost(building.founder, building, { body: 'Eén keer' });
    await plein.drainJobs();
    plein.clock.advance(10_000);
    await startDigests.run(plein.deps);
    await plein.db((trx) => trx.updateTable('notification_setting').set({ next_digest_at: plein.clock.now() }).where('owner_id', 'in', people.map(({ actorId }) => actorId)).execute());
    await Promise.all([1, 2, 3].map(() => startDigests.run(plein.deps)));
    const events = await plein.db((trx) => trx.selectFrom('event').selectAll().where('type', '=', 'DigestDue').where('done_at', 'is', null).execute());
    expect(events).toHaveLength(6);
    for (const event of [...events, ...events]) await composeDigest.deliver?.({ type: 'DigestDue', ...(event.payload as object) } as never, { id: event.id, createdAt: event.created_at }, plein.deps);
    await plein.drainJobs();
    expect(people.map((person) => mailsTo(person).length)).toEqual(people.map(() => 1));
  });

  test('comes at the chosen hour of the clock of its reader, before and after summer time begins, in their language and days', async () => {
    const now = plein.clock.now();
    // Friday 26 March 2027; the clock goes forward in the night to Sunday. New York did so two weeks before.
    plein.clock.set(new Date('2027-03-26T06:00:00Z'));
    const building = await buildBuilding(plein, { name: 'Weekend' });
    const [here, there] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building, 'member', { locale: 'en' })];
    await plein.db((trx) => trx.updateTable('notification_setting').set({ time_zone: 'America/New_York' }).where('owner_id', '=', there.actorId).execute());
    await startDigests.run(plein.deps);
    const until = async (moment: string) => {
      plein.clock.set(new Date(moment));
      await startDigests.run(plein.deps);
      await plein.drainJobs();
      return [mailsTo(here).length, mailsTo(there).length];
    };
    await buildPost(building.founder, building, { body: 'Vrijdagochtend' });
    expect(await until('2027-03-26T06:59:00Z')).toEqual([0, 0]);
    expect(await until('2027-03-26T07:01:00Z')).toEqual([1, 0]);
    expect(await until('2027-03-26T12:01:00Z')).toEqual([1, 1]);
    await buildPost(building.founder, building, { body: 'Vrijdagmiddag' });
    expect(await until('2027-03-28T12:00:00Z'), 'not on Sunday').toEqual([1, 1]);
    expect(await until('2027-03-29T05:59:00Z')).toEqual([1, 1]);
    expect(await until('2027-03-29T06:01:00Z')).toEqual([2, 1]);
    expect(await until('2027-03-29T12:01:00Z')).toEqual([2, 2]);
    expect(textTo(here)).toMatch(/sinds vrijdag 26 maart, 8\.\d\d uur/);
    expect(textTo(here)).toContain('vrijdag 26 maart, 13.01 uur');
    expect(textTo(there)).toContain('Friday 26 March, 8:01');
    plein.clock.set(now);
  });
});

describe('to end it with the link at the foot', () => {
  const linksIn = (text: string, label: string): string => new RegExp(`${label}[^\\n]*:\\n(http:\\S+)`).exec(text)?.[1] ?? expect.fail(`no ${label} in ${text}`);
  const tokenOf = (url: string): string => new URL(url).searchParams.get('token') ?? '';
  const settingsOf = ({ actorId }: TestMember) => plein.db((trx) => trx.selectFrom('notification_setting').select(['digest_rhythm', 'mail_at_once']).where('owner_id', '=', actorId).executeTakeFirst());
  const levelsOf = ({ actorId }: TestMember) => plein.db(async (trx) => [...(await trx.selectFrom('place_level').select('level').where('owner_id', '=', actorId).execute()), ...(await trx.selectFrom('thread_level').select('level').where('owner_id', '=', actorId).execute())].map(({ level }) => level));
  const press = (url: string, headers: Record<string, string> = {}) => {
    const { pathname, search } = new URL(url);
    return plein.app.inject({ method: 'POST', url: `${pathname}${search}`, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload: 'List-Unsubscribe=One-Click' });
  };

  async function mailed() {
    const building = await buildBuilding(plein, { name: 'Buurthuis' });
    const me = await buildMemberOf(plein, building);
    const post = await buildPost(me, building, { body: 'Wie komt er?' });
    await buildReply(building.founder, post, { body: 'Ik kom.' });
    await tellAtOnce(plein);
    const atOnce = mailsTo(me).at(-1);
    await buildPost(building.founder, building, { body: 'Nieuws' });
    await sendDigests(plein, [me]);
    return { building, me, post, atOnce, digest: mailsTo(me).at(-1) };
  }

  test('takes one press of a mail program, from anywhere and without signing in, and ends only what it names', async () => {
    const { me, digest, atOnce, building, post } = await mailed();
    const before = await settingsOf(me);
    const url = headerOf(digest, 'list-unsubscribe').slice(1, -1);
    // A scanner opens every link.
    for (const method of ['GET', 'HEAD'] as const) expect((await plein.app.inject({ method, url: new URL(url).pathname + new URL(url).search, headers: { accept: 'text/html' } })).statusCode).toBe(200);
    expect(await settingsOf(me)).toEqual(before);
    expect((await press(url, { origin: 'https://webmail.elders.example' })).statusCode).toBe(200);
    expect(await settingsOf(me)).toEqual({ digest_rhythm: 'never', mail_at_once: true });
    expect(await levelsOf(me)).toEqual([]);
    expect((await press(headerOf(atOnce, 'list-unsubscribe').slice(1, -1))).statusCode).toBe(200);
    expect(await levelsOf(me)).toEqual(['none']);
    await buildReply(building.founder, post, { body: 'En nog iets.' });
    await tellAtOnce(plein);
    expect(mailsTo(me).filter(({ mail }) => mail.text?.includes('En nog iets') === true)).toEqual([]);
  });

  test('a cookie that comes along changes nothing: who is meant stands in the link', async () => {
    const { me, digest } = await mailed();
    const stranger = await buildMember(plein);
    const url = headerOf(digest, 'list-unsubscribe').slice(1, -1);
    expect((await press(url, { origin: 'https://elders.example', cookie: stranger.cookie ?? '' })).statusCode).toBe(200);
    expect([await settingsOf(me), await settingsOf(stranger)]).toMatchObject([{ digest_rhythm: 'never' }, { digest_rhythm: 'workdays' }]);
  });

  test.each(['/api/v1/unsubscriptions', '/api/v1/unsubscriptions/lookups'])('%s stays closed to other websites and to forms', async (url) => {
    const { digest } = await mailed();
    const token = tokenOf(headerOf(digest, 'list-unsubscribe').slice(1, -1));
    expect((await plein.app.inject({ method: 'POST', url, headers: { origin: 'https://elders.example' }, payload: { token } })).statusCode).toBe(403);
    expect((await plein.app.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: `token=${token}` })).statusCode).toBe(415);
  });

  test('the page says what it is about, ends it, and knows the way back', async () => {
    const { me, digest, building } = await mailed();
    const guest = buildGuest(plein);
    const token = tokenOf(linksIn(digest?.mail.text ?? '', 'Geen nieuws meer uit Buurthuis'));
    expect((await guest.post('/unsubscriptions/lookups', { token })).json()).toEqual({ what: 'place', name: 'Buurthuis' });
    const { before, ...ended } = (await guest.post('/unsubscriptions', { token })).json<{ before: string }>();
    expect(ended).toEqual({ what: 'place', name: 'Buurthuis', changed: true });
    expect((await guest.post('/unsubscriptions', { token })).json()).toMatchObject({ changed: false });
    expect(await levelsOf(me)).toEqual(['mentions']);
    await buildPost(building.founder, building, { body: 'Dit komt niet' });
    await buildPost(building.founder, building, { body: `Dit wel, @${me.handle}` });
    await tellAtOnce(plein);
    expect(textTo(me)).toContain('Dit wel');
    expect((await guest.post('/unsubscriptions/undoings', { token, before })).statusCode).toBe(204);
    expect(await levelsOf(me)).toEqual([]);
    expect(building.name).toBe('Buurthuis');
  });

  test('is refused for what nobody signed, and quiet for who has left', async () => {
    const { me, digest } = await mailed();
    const guest = buildGuest(plein);
    const token = tokenOf(headerOf(digest, 'list-unsubscribe').slice(1, -1));
    for (const false_ of ['x', `${token}x`, await plein.deps.signing.sign('something-else', { person: me.actorId, what: 'digest', thing: '' }, 60)]) {
      expect((await guest.post('/unsubscriptions', { token: false_ })).statusCode).toBe(404);
      expect((await press(`http://plein.test/unsubscribe?token=${false_}`)).statusCode).toBe(404);
    }
    const gone = await plein.deps.signing.sign('unsubscribe', { person: '01900000-0000-7000-8000-000000000000', what: 'thread', thing: '01900000-0000-7000-8000-000000000001' }, 60);
    expect((await guest.post('/unsubscriptions', { token: gone })).json()).toEqual({ what: 'thread', name: null, changed: false, before: null });
    expect((await press(`http://plein.test/unsubscribe?token=${gone}`)).statusCode).toBe(200);
  });

  test('found in an old mail by somebody else switches nothing on', async () => {
    const { me, digest, atOnce } = await mailed();
    const guest = buildGuest(plein);
    const [ofDigest, ofThread] = [digest, atOnce].map((mail) => tokenOf(headerOf(mail, 'list-unsubscribe').slice(1, -1)));
    const { before } = (await guest.post('/unsubscriptions', { token: ofDigest })).json<{ before: string }>();
    const late = await plein.deps.signing.sign('undo-unsubscribe', { person: me.actorId, what: 'digest', thing: '', before: 'weekly' }, -1);
    for (const [token, way] of [[ofThread, 'all'], [ofThread, before], [ofThread, ofThread], [ofDigest, 'weekly'], [ofDigest, late]]) expect((await guest.post('/unsubscriptions/undoings', { token, before: way })).statusCode).toBe(404);
    expect([await settingsOf(me), await levelsOf(me)]).toEqual([{ digest_rhythm: 'never', mail_at_once: true }, []]);
    expect((await guest.post('/unsubscriptions/undoings', { token: ofDigest, before })).statusCode).toBe(204);
    expect(await settingsOf(me)).toMatchObject({ digest_rhythm: 'workdays' });
  });
});

describe('an address that bounces', () => {
  test('is paused, its owner is told and tries again; what was new meanwhile is not lost', async () => {
    const building = await buildBuilding(plein);
    const me = await buildMemberOf(plein, building);
    const paused = async () => (await me.get('/me')).json<{ mailPaused: unknown }>().mailPaused;
    expect(await paused()).toBeNull();
    inbox.refuse(1, 550, '5.1.1 Onbekend');
    await buildPost(building.founder, building, { body: `Kijk, @${me.handle}` });
    await tellAtOnce(plein);
    expect(await paused()).toEqual({ reason: 'bounced', since: expect.any(String) });
    await buildPost(building.founder, building, { body: `Nog eens, @${me.handle}` });
    await tellAtOnce(plein);
    await sendDigests(plein, [me]);
    expect(mailsTo(me)).toEqual([]);
    expect((await me.delete('/me/mail-pause')).statusCode).toBe(204);
    expect(await paused()).toBeNull();
    await sendDigests(plein, [me]);
    expect(textTo(me)).toContain('Nog eens');
    // The first was never delivered, so it was not told.
    expect(textTo(me)).toContain('Kijk');
  });
});
