// SPDX-License-Identifier: EUPL-1.2
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { levels, type Level, sharedFields, type SharedField } from '../../server/people/sharing.ts';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildBuilding, buildMemberOf, type TestBuilding } from '../support/factories-buildings.ts';

/** Field × level × viewer × surface: what somebody shares is seen by those they chose, and by nobody else, wherever it might show. */

let plein: TestPlein;
let building: TestBuilding;
let viewers: Record<string, TestClient>;
let owner: TestMember;
const word = 'kwikstaartje';
let themes: Record<'portfolio' | 'expertise', { id: string; slug: string }>;

const sees: Record<Level, readonly string[]> = {
  public: ['guest', 'resident', 'civil servant', 'fellow member', 'former member', 'administrator', 'owner'],
  staff: ['civil servant', 'fellow member', 'former member', 'administrator', 'owner'],
  places: ['fellow member', 'resident beside them', 'owner'],
  nobody: ['owner'],
};
sees.public = [...sees.public, 'resident beside them'];

/** What to fill in, and what then stands in an answer that shows it. */
const told: Record<Exclude<SharedField, 'photo' | 'portfolio' | 'expertise'>, { change: Record<string, unknown>; shown: string; find?: string }> = {
  jobTitle: { change: { jobTitle: `Beheerder ${word}` }, shown: word, find: `q=${word}` },
  workRole: { change: { workRole: 'griffier' }, shown: '"workRole":"griffier"', find: 'workRole=griffier' },
  about: { change: { about: `Over ${word}` }, shown: word },
  region: { change: { region: `Streek ${word}` }, shown: word, find: `region=Streek+${word}` },
  languages: { change: { languages: ['fy'] }, shown: '"languages":["fy"]', find: 'language=fy' },
  email: { change: { contactEmail: `${word}@elders.example` }, shown: word },
  phone: { change: { phone: '06 9876 5432' }, shown: '06 9876 5432' },
  links: { change: { links: [`https://${word}.example/`] }, shown: word },
};

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  const administrator = await buildMember(plein, { administrator: true, name: 'Bas Beheer' });
  expect((await administrator.post('/organisations', { name: 'Gemeente Zuiderdam', domains: ['zuiderdam.example'] })).statusCode).toBe(201);
  const founder = await buildMember(plein);
  building = await buildBuilding(plein, { founder, access: 'closed' });
  const fellow = await buildMemberOf(plein, building);
  const beside = await buildMemberOf(plein, building, 'member', { staff: false });
  const former = await buildMemberOf(plein, building);
  expect((await founder.delete(`${building.path}/memberships/${former.membershipId}`)).statusCode).toBe(204);
  owner = await buildMemberOf(plein, building, 'member', { name: 'Olga Eigenaar', handle: 'olga-eigenaar' });
  viewers = {
    guest: buildGuest(plein), resident: await buildMember(plein, { staff: false }), 'civil servant': await buildMember(plein), 'fellow member': fellow,
    'resident beside them': beside, 'former member': former, administrator, owner,
  };
  const theme = async (name: string) => (await owner.post('/themes', { name })).json<{ id: string; slug: string }>();
  themes = { portfolio: await theme('Zonnebloemen'), expertise: await theme('Zaaigoed') };
  // Everybody does what Olga does, so that colleagues could show it.
  for (const viewer of Object.values(viewers)) if (viewer !== viewers['guest'] && viewer !== owner) await viewer.patch('/me', { portfolio: [themes.portfolio.id], expertise: [themes.expertise.id], sharing: { portfolio: 'nobody', expertise: 'nobody' } });
}, 60_000);
afterAll(() => plein.close());

const blank = { jobTitle: null, workRole: null, about: null, region: null, languages: [], contactEmail: null, phone: null, links: [], portfolio: [], expertise: [] };
const everyLevel = (level: Level) => Object.fromEntries(sharedFields.map((field) => [field, level]));

async function share(change: Record<string, unknown>, sharing: Partial<Record<SharedField, Level>>): Promise<void> {
  const answer = await owner.patch('/me', { ...blank, ...change, sharing: { ...everyLevel('nobody'), ...sharing } });
  expect(answer.statusCode, answer.body).toBe(200);
}

/** Everywhere that somebody's fields could show. */
async function surfaces(viewer: TestClient): Promise<string> {
  const isGuest = viewer === viewers['guest'];
  const paths = ['/people/olga-eigenaar', '/people/olga-eigenaar/vcard', ...(isGuest ? [] : ['/people?limit=100', '/people?q=olga', '/people?sort=newest&limit=100', '/people-facets', '/people-facets?q=olga', '/me/colleagues', '/mentions?q=olga'])];
  const answers = await Promise.all(paths.map(async (path) => {
    const answer = await viewer.get(path);
    expect(answer.statusCode, `${path}: ${answer.body}`).toBe(200);
    return answer.body;
  }));
  const page = await viewer.page('/people/olga-eigenaar');
  return [...answers, page.body].join('\n');
}

describe.each(levels)('shared with: %s', (level) => {
  test.each(Object.entries(told))('%s', async (field, { change, shown, find }) => {
    await share(change, { [field]: level });
    for (const [name, viewer] of Object.entries(viewers)) {
      const may = sees[level].includes(name);
      const page = await viewer.get('/people/olga-eigenaar');
      const where = `${field} for ${level}, seen by ${name}`;
      expect(page.body.includes(shown), where).toBe(may);
      // Of one word that others have too, the surfaces by themselves say nothing.
      if (!may && !shown.startsWith('"')) expect(await surfaces(viewer), where).not.toContain(shown);
      if (find === undefined || name === 'guest') continue;
      // Whoever keeps something to themselves is found by it by nobody, themselves included.
      const found = level !== 'nobody' && may;
      expect((await viewer.get(`/people?${find}`)).json<{ items: { handle: string }[] }>().items.map((person) => person.handle), where).toEqual(found ? ['olga-eigenaar'] : []);
      expect((await viewer.get(`/people-facets?${find}`)).json<{ total: number }>().total, where).toBe(found ? 1 : 0);
    }
  });

  test.each(['portfolio', 'expertise'] as const)('%s', async (field) => {
    await share({ [field]: [themes[field].id] }, { [field]: level });
    for (const [name, viewer] of Object.entries(viewers)) {
      const may = sees[level].includes(name);
      const where = `${field} for ${level}, seen by ${name}`;
      expect((await viewer.get('/people/olga-eigenaar')).body.includes(themes[field].slug), where).toBe(may);
      expect((await viewer.get('/people/olga-eigenaar/vcard')).body.includes(field === 'portfolio' ? 'Zonnebloemen' : 'Zaaigoed'), where).toBe(may);
      const own = viewer === owner ? 0 : 1;
      if (field === 'portfolio') expect((await viewer.get(`/themes/${themes.portfolio.slug}`)).json<{ peopleCount: number }>().peopleCount, where).toBe((may ? 1 : 0) + (name === 'guest' ? 0 : own));
      if (name === 'guest') continue;
      const handles = (path: string) => viewer.get(path).then((answer) => answer.json<{ items: { handle: string }[] }>().items.map((person) => person.handle));
      expect((await handles(`/people?${field}=${themes[field].slug}`)).includes('olga-eigenaar'), where).toBe(may);
      expect((await handles('/people?q=zonnebloemen&limit=100')).includes('olga-eigenaar'), where).toBe(may && field === 'portfolio');
      if (viewer !== owner) expect((await handles('/me/colleagues')).includes('olga-eigenaar'), where).toBe(may);
      const facet = (await viewer.get('/people-facets?q=olga')).json<{ portfolios: { slug: string; count: number }[] }>().portfolios;
      expect(facet, where).toEqual(may && field === 'portfolio' ? [expect.objectContaining({ slug: 'zonnebloemen', count: 1 })] : []);
    }
  });
});

test('what is kept to oneself stands in one’s own profile, with for whom it is', async () => {
  await share({ phone: '06 1111 2222', about: 'Voor mij' }, { about: 'staff' });
  expect((await owner.get('/me/profile')).json()).toMatchObject({ phone: '06 1111 2222', about: 'Voor mij', sharing: { phone: 'nobody', about: 'staff' } });
  expect((await owner.get('/me')).json()).toMatchObject({ about: 'Voor mij' });
});

test('who leaves the place that was shared sees no more of what is for its members', async () => {
  const leaver = await buildMemberOf(plein, building);
  await share({ phone: '06 3333 4444' }, { phone: 'places' });
  expect((await leaver.get('/people/olga-eigenaar')).body).toContain('06 3333 4444');
  expect((await leaver.delete(`${building.path}/memberships/${leaver.membershipId}`)).statusCode).toBe(204);
  expect((await leaver.get('/people/olga-eigenaar')).body).not.toContain('06 3333 4444');
});

test('a field that is shared otherwise leaves the others as they are, and nothing of it behind', async () => {
  await share({ jobTitle: `Beheerder ${word}`, about: 'Blijft' }, { jobTitle: 'public', about: 'public' });
  expect((await owner.patch('/me', { sharing: { jobTitle: 'nobody' } })).statusCode).toBe(200);
  expect((await buildGuest(plein).get('/people/olga-eigenaar')).json()).toMatchObject({ jobTitle: null, about: 'Blijft' });
  const left = await plein.db((trx) => trx.selectFrom('directory_word').select('word').where('word', '=', word).execute());
  expect(left).toEqual([]);
});

test.each([
  [{ contactEmail: 'geen adres' }, 'contactEmail'], [{ phone: 'bel maar' }, 'phone'], [{ links: ['javascript:alert(1)'] }, 'links/0'], [{ links: ['https://a:b@c.example'] }, 'links/0'],
  [{ languages: ['Fries'] }, 'languages/0'], [{ workRole: 'koning' }, 'workRole'], [{ sharing: { phone: 'iedereen' } }, 'sharing/phone'], [{ sharing: { name: 'nobody' } }, 'sharing/name'],
  [{ portfolio: ['00000000-0000-7000-8000-000000000000'] }, 'portfolio/0'],
])('what cannot be taken is refused by its name (%j)', async (change, path) => {
  const answer = await owner.patch('/me', change);
  expect(answer.statusCode).toBe(400);
  expect(answer.json<{ errors: { path: string }[] }>().errors.map((each) => each.path)).toContain(path);
});

test('a card for the address book is as RFC 6350 wants it, whatever was typed', async () => {
  await share({ jobTitle: 'Adviseur; zon, wind\\water', about: `Regel een\nBEGIN:VCARD\r\nregel drie ${'é'.repeat(80)}`, phone: '06 1', contactEmail: 'olga@elders.example' }, { jobTitle: 'public', about: 'public', email: 'public' });
  const answer = await buildGuest(plein).get('/people/olga-eigenaar/vcard');
  expect(answer.headers).toMatchObject({ 'content-type': 'text/vcard; charset=utf-8', 'content-disposition': 'attachment; filename="olga-eigenaar.vcf"' });
  const lines = answer.body.split('\r\n');
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const unfolded = answer.body.replaceAll('\r\n ', '').split('\r\n');
  expect(unfolded.slice(0, 2)).toEqual(['BEGIN:VCARD', 'VERSION:4.0']);
  expect(unfolded).toContain('TITLE:Adviseur\\; zon\\, wind\\\\water');
  expect(unfolded.find((line) => line.startsWith('NOTE:'))).toMatch(/^NOTE:Regel een\\nBEGIN:VCARD\\nregel drie é{80}$/);
  expect(unfolded.filter((line) => line === 'BEGIN:VCARD')).toHaveLength(1);
  expect(unfolded).toContain('EMAIL;TYPE=work:olga@elders.example');
  expect(answer.body).not.toContain('TEL');
});

test('a change of what rules look at is told to the house, other changes are not', async () => {
  const before = () => plein.db(async (trx) => (await trx.selectFrom('event').select('id').where('type', '=', 'ProfileChanged').execute()).length);
  await share({}, {});
  const start = await before();
  await owner.patch('/me', { about: 'Iets anders' });
  expect(await before()).toBe(start);
  await owner.patch('/me', { workRole: 'wethouder' });
  await owner.patch('/me', { portfolio: [themes.portfolio.id] });
  await owner.patch('/me', { sharing: { portfolio: 'public' } });
  expect(await before()).toBe(start + 3);
});
