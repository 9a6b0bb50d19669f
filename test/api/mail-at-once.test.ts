// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tellWhatIsDue } from '../../server/mailing/tell-what-is-due.ts';
import { tellOutside } from '../../server/notifications/public.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost, buildReply } from '../support/factories-posts.ts';
import { type Inbox, openInbox, type Received } from '../support/inbox.ts';
import { tellAtOnce } from '../support/mailing.ts';

let plein: TestPlein;
let inbox: Inbox;

beforeAll(async () => {
  inbox = await openInbox();
  plein = await startPlein({ env: { SMTP_URL: inbox.url, MAIL_FROM: 'Plein <plein@zuiderdam.example>', RATE_LIMITS: 'relaxed' } });
});
afterAll(async () => {
  await plein.close();
  await inbox.close();
});
beforeEach(() => tellAtOnce(plein));

const mailsTo = ({ email }: TestMember): Received[] => inbox.letters.filter(({ to }) => to.includes(email));
const headerOf = ({ mail }: Received, name: string): string => mail.headers.find(({ key }) => key === name)?.value ?? '';
const toldBy = ({ actorId }: TestMember) => plein.db((trx) => trx.selectFrom('notification').select(['kind', 'told_by', 'due_at']).where('recipient_id', '=', actorId).orderBy('id').execute());

describe('what concerns me at once', () => {
  test('comes as one mail for each conversation, with what was said, newest first, in text as in HTML', async () => {
    const building = await buildBuilding(plein, { name: 'Omgevingswet', access: 'closed' });
    const [author, first, second] = [building.founder, await buildMemberOf(plein, building, 'member', { name: 'Sanne de Wit' }), await buildMemberOf(plein, building, 'member', { name: 'Karim Amrani' })];
    const post = await buildPost(author, building, { kind: 'article', title: 'Vergunning voor dakkapellen', body: 'Wie heeft ervaring?' });
    await buildReply(first, post, { body: 'Wij doen het zo.\n\nEerst vragen, <b>dan</b> bouwen.' });
    plein.clock.advance(1_000);
    await buildReply(second, post, { body: 'Bij ons gaat het anders.' });
    const other = await buildPost(author, building, { body: 'Een heel ander gesprek over de weg' });
    await buildReply(first, other, { body: 'Los hiervan.' });
    await tellAtOnce(plein);

    const mails = mailsTo(author);
    expect(mails.map(({ mail }) => mail.subject).sort()).toEqual(['Re: Een heel ander gesprek over de weg', 'Re: Vergunning voor dakkapellen']);
    const letter = mails.find(({ mail }) => mail.subject?.endsWith('dakkapellen') === true) ?? expect.fail('no mail');
    const { mail } = letter;
    expect(mail.from?.name).toBe('Karim Amrani en nog iemand (Plein)');
    for (const part of [mail.text ?? '', (mail.html ?? '').replaceAll('&#60;', '<').replaceAll('&#62;', '>')]) {
      for (const words of ['Karim Amrani en nog iemand antwoordden', 'Omgevingswet', 'Wij doen het zo.', '<b>dan</b> bouwen.', 'Bij ons gaat het anders.', 'Lees en antwoord', 'Waarom krijg je dit?', 'Geen mail meer over dit gesprek']) expect(part).toContain(words);
      expect(part.indexOf('Bij ons gaat het anders.')).toBeLessThan(part.indexOf('Wij doen het zo.'));
      expect(part).toMatch(new RegExp(`http://plein\\.test/posts/${post.id}#post-`));
      expect(part).toContain('http://plein.test/unsubscribe?token=');
    }
    // Nothing is fetched from anywhere when it is opened.
    expect(mail.html).not.toMatch(/<img|<link|url\(|src=/i);
    expect(headerOf(letter, 'list-id')).toBe(`"Omgevingswet" <${building.slug}.plein.test>`);
    expect(headerOf(letter, 'list-unsubscribe')).toMatch(/^<http:\/\/plein\.test\/unsubscribe\?token=[\w.-]+>$/);
    expect(mail).toMatchObject({ inReplyTo: `<thread.${post.id}@plein.test>`, references: `<thread.${post.id}@plein.test>` });
    expect((await toldBy(author)).map(({ told_by: by }) => by)).toEqual(['mail', 'mail', 'mail']);
  });

  test('of one conversation belongs together in a mail program, and a later answer comes by itself', async () => {
    const building = await buildBuilding(plein);
    const other = await buildMemberOf(plein, building);
    const post = await buildPost(building.founder, building, { body: 'Wie doet er mee?' });
    for (const body of ['Ik!', 'Ik ook!']) {
      await buildReply(other, post, { body });
      await tellAtOnce(plein);
    }
    const mails = mailsTo(building.founder);
    expect(mails.map(({ mail }) => [mail.subject, mail.references])).toEqual([1, 2].map(() => ['Re: Wie doet er mee?', `<thread.${post.id}@plein.test>`]));
    expect(mails[1]?.mail.text).not.toContain('> Ik!');
    expect(new Set(mails.map(({ mail }) => mail.messageId)).size).toBe(2);
  });

  test('is in the language of who reads it', async () => {
    const building = await buildBuilding(plein, { founder: await buildMember(plein, { locale: 'en' }) });
    const other = await buildMemberOf(plein, building, 'member', { name: 'Sanne de Wit' });
    await buildReply(other, await buildPost(building.founder, building), { body: 'Goed plan.' });
    await tellAtOnce(plein);
    const [letter] = mailsTo(building.founder);
    expect(letter?.mail.text).toContain('Sanne de Wit answered');
    expect(letter?.mail.text).toContain('Why do you get this?');
    expect(letter?.mail.html).toContain('<html lang="en">');
  });

  test('about a request names who asks and leads to where it is answered', async () => {
    const building = await buildBuilding(plein, { access: 'closed', name: 'Griffiers' });
    const askers = [await buildMember(plein, { name: 'Sanne de Wit' }), await buildMember(plein, { name: 'Karim Amrani' })];
    for (const asker of askers) {
      expect((await asker.post(`${building.path}/memberships`, { note: 'Mag ik?' })).statusCode).toBe(201);
      plein.clock.advance(1_000);
    }
    await tellAtOnce(plein);
    const mails = mailsTo(building.founder);
    expect(mails.map(({ mail }) => mail.subject)).toEqual(['Karim Amrani en nog iemand willen lid worden van Griffiers']);
    expect(mails[0]?.mail.text).toContain(`http://plein.test${building.path}/members`);
    expect(mails[0]?.mail.text).toContain('Sanne de Wit wil lid worden van Griffiers');
    expect(mails[0]?.mail.text).toContain('> Mag ik?');
  });

  test('about a request says why somebody asks to who still decides on it, and to nobody else', async () => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const moderator = await buildMemberOf(plein, building, 'moderator');
    const asker = await buildMember(plein);
    expect((await asker.post(`${building.path}/memberships`, { note: 'Ik tel de stemmen.' })).statusCode).toBe(201);
    expect((await building.founder.patch(`${building.path}/memberships/${moderator.membershipId}`, { role: 'member' })).statusCode).toBe(200);
    await tellAtOnce(plein);
    expect(mailsTo(building.founder).map(({ mail }) => mail.text)).toEqual([expect.stringContaining('Ik tel de stemmen.')]);
    for (const { mail } of mailsTo(moderator)) expect(mail.text).not.toContain('Ik tel de stemmen.');
  });
});

interface Asked {
  building: TestBuilding;
  decider: TestMember & { membershipId: string };
  asker: TestMember;
  membershipId: string;
}

describe('is not mailed', () => {
  async function answered(access: 'open' | 'closed' = 'closed') {
    const building = await buildBuilding(plein, { access });
    const [author, other] = [await buildMemberOf(plein, building), await buildMemberOf(plein, building)];
    const reply = await buildReply(other, await buildPost(author, building), { body: 'Een antwoord' });
    await plein.drainJobs();
    return { building, author, other, reply };
  }

  /** What is queued in the transaction that settles, and sent when the database is asked again. */
  async function queuedFor(person: TestMember): Promise<void> {
    plein.clock.advance(61_000);
    await tellWhatIsDue.run(plein.deps);
    expect((await toldBy(person)).map(({ told_by: by }) => by)).toEqual(['mail']);
  }

  test('what was read in the application before its time', async () => {
    const { author } = await answered();
    const [line] = (await author.get('/notifications')).json<{ items: { id: string }[] }>().items;
    await author.post('/notifications/read', { ids: [line?.id] });
    await tellAtOnce(plein);
    expect(mailsTo(author)).toEqual([]);
  });

  const changes: Record<string, (made: Awaited<ReturnType<typeof answered>>) => Promise<unknown>> = {
    'was read between queueing and sending': async ({ author }) => author.post('/notifications/read', { ids: [(await author.get('/notifications')).json<{ items: { id: string }[] }>().items[0]?.id] }),
    'is for a place that one was put out of meanwhile': async ({ building, author }) => building.founder.delete(`${building.path}/memberships/${author.membershipId}`),
    'was deleted meanwhile': async ({ other, reply }) => other.delete(`/posts/${reply.id}`),
    'is by somebody whom one blocked meanwhile': async ({ author, other }) => author.put(`/people/${other.handle}/block`),
    'is by somebody whom one muted meanwhile': async ({ author, other }) => author.put(`/people/${other.handle}/mute`),
    'is for somebody whose account was suspended meanwhile': async ({ author }) => plein.db((trx) => trx.updateTable('account').set({ suspended_at: plein.clock.now() }).where('id', '=', author.accountId).execute()),
    'is for an address that bounced meanwhile': async ({ author }) => plein.db((trx) => trx.insertInto('mail_pause').values({ address: author.email, reason: 'bounced', since: plein.clock.now() }).execute()),
  };

  test.each(Object.keys(changes))('what %s, and its row says that it was dropped', async (change) => {
    const made = await answered();
    await queuedFor(made.author);
    const done = await changes[change]?.(made);
    if (typeof done === 'object' && done !== null && 'statusCode' in done) expect(done.statusCode).toBeLessThan(300);
    await plein.drainJobs();
    expect(mailsTo(made.author)).toEqual([]);
    expect(await plein.db((trx) => trx.selectFrom('mail').select(['state', 'data', 'subject']).where('recipient', '=', made.author.email).where('template', '=', 'at-once').execute())).toEqual([{ state: 'dropped', data: {}, subject: '' }]);
  });

  test.each([
    ['was withdrawn', async ({ asker, building, membershipId }: Asked) => asker.delete(`${building.path}/memberships/${membershipId}`)],
    ['is no longer theirs to answer', async ({ building, decider }: Asked) => building.founder.patch(`${building.path}/memberships/${decider.membershipId}`, { role: 'member' })],
  ])('a request that %s', async (_what, change) => {
    const building = await buildBuilding(plein, { access: 'closed' });
    const decider = await buildMemberOf(plein, building);
    expect((await building.founder.patch(`${building.path}/memberships/${decider.membershipId}`, { role: 'moderator' })).statusCode).toBe(200);
    await tellAtOnce(plein);
    const asker = await buildMember(plein, { name: 'Sanne de Wit' });
    const membershipId = (await asker.post(`${building.path}/memberships`)).json<{ id: string }>().id;
    await plein.drainJobs();
    plein.clock.advance(61_000);
    await tellWhatIsDue.run(plein.deps);
    expect((await toldBy(decider)).filter(({ kind }) => kind === 'request')).toMatchObject([{ told_by: 'mail' }]);
    expect((await change({ building, decider, asker, membershipId })).statusCode).toBeLessThan(300);
    await plein.drainJobs();
    expect(mailsTo(decider).filter(({ mail }) => mail.text?.includes('Sanne') === true)).toEqual([]);
  });

  test('what comes after the thirtieth mail of an hour: it waits for the digest', async () => {
    const { author } = await answered();
    await plein.db((trx) =>
      sql`insert into notification (id, recipient_id, kind, audience_id, dedupe_key, created_at, read_at, told_at, told_by, told_mail_id)
        select gen_random_uuid(), recipient_id, kind, audience_id, 'told ' || n, created_at, created_at, created_at, 'mail', gen_random_uuid()
        from notification, generate_series(1, 30) n where recipient_id = ${author.actorId}`.execute(trx),
    );
    await tellAtOnce(plein);
    expect(mailsTo(author)).toEqual([]);
    expect((await toldBy(author)).filter(({ told_by: by }) => by === null)).toMatchObject([{ due_at: null }]);
  });

  test('what waits when one chooses to have no mail at once any more goes with the digest', async () => {
    const { author } = await answered();
    await queuedFor(author);
    expect((await author.put('/notification-settings', { channels: { mail: false } })).statusCode).toBe(200);
    await plein.drainJobs();
    expect(mailsTo(author)).toEqual([]);
    expect(await toldBy(author)).toMatchObject([{ told_by: null, due_at: null }]);
  });

  test.each([
    ['an audience that grew narrower', async ({ building, author }: Awaited<ReturnType<typeof answered>>) => {
      await building.founder.delete(`${building.path}/memberships/${author.membershipId}`);
    }],
    ['a level of the place', async ({ author, building }: Awaited<ReturnType<typeof answered>>) => {
      await plein.db((trx) => trx.insertInto('place_level').values({ owner_id: author.actorId, place_id: building.id, level: 'none' }).execute());
    }],
  ])('what is kept from its recipient between writing and telling by %s', async (_by, change) => {
    const made = await answered();
    await change(made);
    await tellAtOnce(plein);
    expect(mailsTo(made.author)).toEqual([]);
  });

  test('who is reached by push, or wants no mail at once: it waits for the digest', async () => {
    const [pushed, none] = [await answered(), await answered()];
    await plein.db((trx) => trx.updateTable('notification_setting').set({ mail_at_once: false }).where('owner_id', '=', none.author.actorId).execute());
    tellOutside.register('push', async (_trx, ids) => new Set(ids.filter((id) => id === pushed.author.actorId)));
    plein.clock.advance(61_000);
    await tellWhatIsDue.run(plein.deps);
    tellOutside.register('push', async () => new Set());
    expect(await plein.db((trx) => trx.selectFrom('mail').select('id').where('recipient', 'in', [pushed.author.email, none.author.email]).execute())).toEqual([]);
    expect(await toldBy(pushed.author)).toMatchObject([{ told_by: 'push' }]);
    expect(await toldBy(none.author)).toMatchObject([{ told_by: null, due_at: null }]);
  });

  test('during quiet hours, also in the night that summer time begins; afterwards it is', async () => {
    const now = plein.clock.now();
    // 29 March 2026 in Amsterdam: 2.00 becomes 3.00. 23.30 of the evening before is 22.30 UTC.
    plein.clock.set(new Date('2027-03-27T22:30:00Z'));
    const { author } = await answered();
    await plein.db((trx) => trx.updateTable('notification').set({ due_at: plein.clock.now() }).where('recipient_id', '=', author.actorId).execute());
    await plein.db((trx) => trx.updateTable('notification_setting').set({ quiet_from: 22, quiet_until: 7 }).where('owner_id', '=', author.actorId).execute());
    await tellAtOnce(plein);
    expect(mailsTo(author)).toEqual([]);
    plein.clock.set(new Date('2027-03-28T04:58:00Z'));
    await tellAtOnce(plein);
    expect(mailsTo(author)).toEqual([]);
    // Seven o'clock is an hour earlier by the sun.
    plein.clock.set(new Date('2027-03-28T05:00:30Z'));
    await tellAtOnce(plein);
    expect(mailsTo(author)).toHaveLength(1);
    plein.clock.set(now);
  });
});

test('two workers at the same time tell everybody once', async () => {
  const building = await buildBuilding(plein);
  const authors = await Promise.all(Array.from({ length: 12 }, () => buildMemberOf(plein, building)));
  for (const author of authors) await buildReply(building.founder, await buildPost(author, building), { body: 'Mooi.' });
  await plein.drainJobs();
  plein.clock.advance(61_000);
  await Promise.all([1, 2, 3].map(() => tellWhatIsDue.run(plein.deps)));
  await plein.drainJobs();
  expect(authors.map((author) => mailsTo(author).length)).toEqual(authors.map(() => 1));
});
