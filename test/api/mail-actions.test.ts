// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actionLink } from '../../server/mailing/actions/action-link.ts';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';
import { buildPost, buildReply, readPost } from '../support/factories-posts.ts';
import { type Inbox, openInbox } from '../support/inbox.ts';
import { tellAtOnce } from '../support/mailing.ts';

const DAY = 24 * 3_600_000;
let inbox: Inbox;
let plein: TestPlein;
beforeAll(async () => {
  inbox = await openInbox();
  plein = await startPlein({ env: { SMTP_URL: inbox.url, RATE_LIMITS: 'relaxed' } });
});
afterAll(async () => {
  await plein.close();
  await inbox.close();
});

const look = (token: string) => buildGuest(plein).post('/mail-actions/lookups', { token });
const press = (token: string) => buildGuest(plein).post('/mail-actions', { token });

interface Asked {
  building: TestBuilding;
  asker: TestMember;
  membershipId: string;
  /** Out of the mail to the founder, by the words on the button. */
  approve: string;
  refuse: string;
}

/** Somebody asks to join a closed building, and its founder is mailed. */
async function asked(): Promise<Asked> {
  const building = await buildBuilding(plein, { access: 'closed' });
  const asker = await buildMember(plein, { name: 'Fatima el Amrani' });
  const membershipId: string = (await asker.post(`${building.path}/memberships`, { note: 'Ik tel de stemmen in Noord.' })).json().id;
  await tellAtOnce(plein);
  return { building, asker, membershipId, approve: linkIn(building.founder, 'Laat Fatima el Amrani toe'), refuse: linkIn(building.founder, 'Wijs af') };
}

function linkIn({ email }: TestMember, label: string): string {
  const html = inbox.letters.findLast(({ to }) => to.includes(email))?.mail.html ?? '';
  const token = html.split('<a ').find((part) => part.includes(`>${label}<`))?.match(/mail-action\?token&#61;([\w.-]+)|mail-action\?token=([\w.-]+)/);
  return token?.[1] ?? token?.[2] ?? expect.fail(`no "${label}" in the mail`);
}

const isMember = async ({ building, asker }: Asked) => (await asker.get(building.path)).json().myMembership?.state;

describe('a press out of a mail', () => {
  test('lets somebody in without signing in; opening the page changes nothing, and a second press says that it was done', async () => {
    const at = await asked();
    expect((await buildGuest(plein).page(`/mail-action?token=${at.approve}`)).statusCode).toBe(200);
    for (let scan = 0; scan < 3; scan++) expect((await look(at.approve)).json()).toMatchObject({ act: 'approve', state: 'open', as: at.building.founder.name, person: 'Fatima el Amrani', words: 'Ik tel de stemmen in Noord.', place: { name: at.building.name } });
    expect(await isMember(at)).toBe('requested');
    expect((await press(at.approve)).json()).toMatchObject({ state: 'approved', changed: true, words: null });
    expect(await isMember(at)).toBe('active');
    expect((await press(at.approve)).json()).toMatchObject({ state: 'approved', changed: false });
    expect((await press(at.refuse)).json()).toMatchObject({ act: 'refuse', state: 'approved', changed: false });
    expect(await isMember(at)).toBe('active');
  });

  test('refuses, and twenty presses at once refuse once', async () => {
    const at = await asked();
    const answers = await Promise.all(Array.from({ length: 20 }, () => press(at.refuse)));
    expect(answers.map((each) => each.statusCode)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(answers.filter((each) => each.json().changed)).toHaveLength(1);
    expect((await look(at.approve)).json()).toMatchObject({ state: 'refused' });
  });

  test('thanks for an answer', async () => {
    const building = await buildBuilding(plein);
    const other = await buildMemberOf(plein, building, 'member', { name: 'Karim' });
    const reply = await buildReply(other, await buildPost(building.founder, building), { body: 'Ik help.' });
    await tellAtOnce(plein);
    const token = linkIn(building.founder, 'Bedank');
    expect((await look(token)).json()).toMatchObject({ act: 'thank', state: 'open', person: 'Karim', words: 'Ik help.' });
    expect(await readPost(building.founder, reply.id)).toMatchObject({ reactions: {} });
    expect((await press(token)).json()).toMatchObject({ state: 'thanked', changed: true });
    expect((await press(token)).json()).toMatchObject({ state: 'thanked', changed: false });
    expect(await readPost(building.founder, reply.id)).toMatchObject({ reactions: { thanks: 1 }, myReactions: ['thanks'] });
  });
});

describe('a link that does nothing', () => {
  const nothing = async (token: string) => expect([(await look(token)).statusCode, (await press(token)).statusCode]).toEqual([404, 404]);

  test('is of somebody who no longer decides there', async () => {
    const at = await asked();
    const second = await buildMemberOf(plein, at.building, 'admin');
    const { membershipId, asker: { actorId: memberId }, building: { id: placeId } } = at;
    const link = await actionLink(plein.deps, { act: 'approve', personId: second.actorId, thing: { placeId, membershipId, memberId } });
    const token = new URL(link).searchParams.get('token') ?? '';
    expect((await look(token)).statusCode).toBe(200);
    await at.building.founder.patch(`${at.building.path}/memberships/${second.membershipId}`, { role: 'member' });
    await nothing(token);
    expect(await isMember(at)).toBe('requested');
  });

  test('is of somebody who may no longer read the post, or of a suspended account', async () => {
    const building = await buildBuilding(plein, { access: 'hidden' });
    const member = await buildMemberOf(plein, building);
    const { id: postId } = await buildPost(building.founder, building);
    const token = new URL(await actionLink(plein.deps, { act: 'thank', personId: member.actorId, thing: { postId } })).searchParams.get('token') ?? '';
    await plein.db((trx) => trx.updateTable('account').set({ suspended_at: new Date() }).where('id', '=', member.accountId).execute());
    await nothing(token);
    await plein.db((trx) => trx.updateTable('account').set({ suspended_at: null }).where('id', '=', member.accountId).execute());
    expect((await look(token)).statusCode).toBe(200);
    await building.founder.delete(`${building.path}/memberships/${member.membershipId}`);
    await nothing(token);
  });

  test('is a month old, changed, or made for something else', async () => {
    const at = await asked();
    await nothing(`${at.approve.slice(0, -3)}aaa`);
    await nothing(await plein.deps.signing.sign('unsubscribe', { act: 'approve', person: at.building.founder.actorId, placeId: at.building.id, membershipId: at.membershipId, memberId: at.asker.actorId }, 1_000));
    await nothing(await plein.deps.signing.sign('mail-action', { act: 'delete', person: at.building.founder.actorId, postId: at.membershipId }, 1_000));
    plein.clock.advance(31 * DAY);
    await nothing(at.approve);
    expect((await press('')).statusCode).toBe(400);
    const foreign = await plein.app.inject({ method: 'POST', url: '/api/v1/mail-actions', headers: { origin: 'https://elders.example' }, payload: { token: at.approve } });
    expect(foreign.statusCode).toBe(403);
  });

  test('asks for something that was withdrawn', async () => {
    const at = await asked();
    await at.asker.delete(`${at.building.path}/memberships/${at.membershipId}`);
    await nothing(at.approve);
  });
});
