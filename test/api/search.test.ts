// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withholdPost } from '../../server/posts/public.ts';
import { startPlein, type TestClient, type TestPlein } from '../support/app.ts';
import { buildBuilding, buildMemberOf, join, type TestBuilding } from '../support/factories-buildings.ts';
import { buildGuest, buildMember, type TestMember } from '../support/factories.ts';
import { buildPost, buildReply, idsOf } from '../support/factories-posts.ts';
import { statementsSent } from '../support/statements-sent.ts';

let plein: TestPlein;
let author: TestMember;
let open: TestBuilding;
let closed: TestBuilding;

beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  author = await buildMember(plein, { name: 'Sanne Schrijver', handle: 'sanne' });
  open = await buildBuilding(plein, { founder: author, name: 'Open huis', slug: 'open-huis' });
  closed = await buildBuilding(plein, { founder: author, name: 'Besloten huis', slug: 'besloten-huis', access: 'closed' });
});
afterAll(() => plein.close());

interface Part { text: string; hit: boolean }
interface Answer {
  items: { type: string; id: string; url: string; title: Part[]; snippet: Part[]; isReply: boolean; building: { slug: string } | null }[];
  next: string | null;
  facets: { type: string; count: number; more: boolean }[];
  didYouMean: string | null;
}

async function find(client: TestClient, query: string): Promise<Answer> {
  const response = await client.get(`/search?${query}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<Answer>();
}
const ids = async (client: TestClient, query: string) => (await find(client, query)).items.map((hit) => hit.id);
const plain = (parts: Part[]) => parts.map((part) => part.text).join('');
/** A word that stands nowhere else, nor anything like it. */
const newWord = () => Array.from({ length: 6 }, () => `${'bdfgklmnprst'.charAt(randomInt(12))}${'aeiou'.charAt(randomInt(5))}`).join('');

describe('what is found', () => {
  test('is a post, with what was looked for marked as parts and never as HTML', async () => {
    const word = newWord();
    const post = await buildPost(author, open, { title: `Over ${word} & <b>meer</b>`, body: `Een lange inleiding. ${'Nog wat tekst om over te lezen. '.repeat(20)} Hier staat ${word} <script>alert(1)</script> in.` });
    await plein.drainJobs();
    const { items } = await find(buildGuest(plein), `q=${word}`);
    expect(items.map((hit) => hit.id)).toEqual([post.id]);
    expect(items[0]?.title).toEqual([{ text: 'Over ', hit: false }, { text: word, hit: true }, { text: ' & <b>meer</b>', hit: false }]);
    expect(items[0]?.snippet.some((part) => part.hit && part.text === word)).toBe(true);
    expect(plain(items[0]?.snippet ?? []).length).toBeLessThan(260);
    const page = await buildGuest(plein).page(`/search?q=${word}`);
    expect(page.body).toContain(`<mark>${word}</mark>`);
    expect(page.body).not.toContain('<b>meer</b>');
  });

  test('in a reply leads to its thread', async () => {
    const word = newWord();
    const post = await buildPost(author, open, { title: 'Een gesprek', body: 'Wie weet dit?' });
    const reply = await buildReply(author, post, { body: `Ik weet het: ${word}.` });
    await plein.drainJobs();
    const { items } = await find(buildGuest(plein), `q=${word}`);
    expect(items).toMatchObject([{ id: reply.id, isReply: true, url: `/posts/${post.id}#post-${reply.id}` }]);
    expect(plain(items[0]?.title ?? [])).toBe('Een gesprek');
  });

  test('is a person, a building and a label as well, counted by type', async () => {
    const word = newWord();
    const person = await buildMember(plein, { name: `Teun ${word}` });
    const building = await buildBuilding(plein, { founder: author, name: `Huis van ${word}` });
    const post = await buildPost(author, open, { title: 'Met label', body: `Over ${word}`, tags: [word] });
    await plein.drainJobs();
    const answer = await find(buildGuest(plein), `q=${word}`);
    expect(answer.items.map((hit) => hit.id).filter((id) => [person.actorId, building.id, post.id].includes(id))).toHaveLength(3);
    expect(answer.facets).toEqual([{ type: 'post', count: 1, more: false }, { type: 'person', count: 1, more: false }, { type: 'building', count: 1, more: false }, { type: 'tag', count: 1, more: false }]);
    expect(answer.items.find((hit) => hit.type === 'tag')).toMatchObject({ url: `/tags/${word}`, count: 1 });
    expect((await find(buildGuest(plein), `q=${word}&type=person`)).items.map((hit) => hit.id)).toEqual([person.actorId]);
  });

  test('is what was written again after an edit, and no longer what stood there', async () => {
    const [before, after] = [newWord(), newWord()];
    const post = await buildPost(author, open, { body: `Eerst ${before}` });
    await author.patch(`/posts/${post.id}`, { body: `Daarna ${after}` });
    await plein.drainJobs();
    expect(await ids(buildGuest(plein), `q=${after}`)).toEqual([post.id]);
    expect(await ids(buildGuest(plein), `q=%22${before}%22`)).not.toContain(post.id);
  });

  test('is nothing for a question without words', async () => {
    for (const q of ['', '%20', '%22%22', '!?', '%F0%9F%99%82']) expect(await find(buildGuest(plein), `q=${q}`)).toEqual({ items: [], next: null, facets: [], didYouMean: null });
  });

  test('comes in pages without doubles', async () => {
    const word = newWord();
    const posts = [];
    for (let n = 0; n < 7; n++) posts.push((await buildPost(author, open, { title: n % 2 === 0 ? `Titel ${word}` : null, body: `Tekst ${n} ${word}` })).id);
    await plein.drainJobs();
    const found = await idsOf(buildGuest(plein), `/search?q=${word}`, 3);
    expect([...found].sort()).toEqual([...posts].sort());
    // Titles first.
    expect(found.slice(0, 4).sort()).toEqual(posts.filter((_, n) => n % 2 === 0).sort());
  });

  test('is put right where it was mistyped, by a word that stands in what is shown', async () => {
    await buildPost(author, open, { title: 'De ijsbaanverordening', body: 'Geldt ook in de zomer.' });
    await plein.drainJobs();
    expect(await find(buildGuest(plein), 'q=ijsbaanverordenign')).toMatchObject({ didYouMean: 'ijsbaanverordening' });
    expect(await find(buildGuest(plein), 'q=ijsbaanverordening')).toMatchObject({ didYouMean: null });
  });
});

describe('filters', () => {
  test('narrow by building, author, kind and period, each and together', async () => {
    const word = newWord();
    const other = await buildBuilding(plein, { name: 'Ander huis' });
    const here = await buildPost(author, open, { kind: 'article', title: 'Artikel', body: word });
    const there = await buildPost(other.founder, other, { kind: 'question', title: 'Vraag', body: word });
    plein.clock.advance(20 * 24 * 3_600_000);
    const later = await buildPost(author, open, { body: word });
    plein.clock.set(new Date());
    await plein.drainJobs();
    const guest = buildGuest(plein);
    const day = (moment: string) => moment.slice(0, 10);
    expect((await ids(guest, `q=${word}`)).sort()).toEqual([here.id, there.id, later.id].sort());
    expect((await ids(guest, `q=${word}&building=${open.slug}`)).sort()).toEqual([here.id, later.id].sort());
    expect(await ids(guest, `q=${word}&author=${other.founder.handle}`)).toEqual([there.id]);
    expect(await ids(guest, `q=${word}&kind=article`)).toEqual([here.id]);
    expect(await ids(guest, `q=${word}&after=${day(later.publishedAt)}`)).toEqual([later.id]);
    expect((await ids(guest, `q=${word}&before=${day(here.publishedAt)}`)).sort()).toEqual([here.id, there.id].sort());
    expect(await ids(guest, `q=${word}&after=${day(here.publishedAt)}&before=${day(here.publishedAt)}&building=${other.slug}`)).toEqual([there.id]);
    expect(await ids(guest, `q=${word}&building=bestaat-niet`)).toEqual([]);
    expect(await ids(guest, `q=${word}&author=niemand-hier`)).toEqual([]);
  });

  test.each([['type=alles', 'type'], ['after=gisteren', 'after'], ['before=2026-02-30', 'before'], [`q=${'x'.repeat(201)}`, 'q'], ['limit=0', 'limit'], ['cursor=onzin', 'cursor'], ['wat=dit', 'wat']])('refuse %s and name the field', async (query, field) => {
    const response = await buildGuest(plein).get(`/search?${query}`);
    expect(response.statusCode).toBe(400);
    expect(response.json<{ errors: { path: string }[] }>().errors.map((each) => each.path)).toEqual([field]);
  });

  test('in quotes the words stand so', async () => {
    const [one, two] = [newWord(), newWord()];
    const right = await buildPost(author, open, { body: `Dit is ${one}, ${two} dus.` });
    await buildPost(author, open, { body: `Eerst ${two} en dan pas ${one}.` });
    await plein.drainJobs();
    expect(await ids(buildGuest(plein), `q=%22${one}%20${two}%22`)).toEqual([right.id]);
  });
});

describe('who may not read it finds nothing of it', () => {
  const nothing = { items: [], next: null, facets: [], didYouMean: null };
  const mistyped = (word: string) => `${word.slice(0, -2)}${word.slice(-1)}${word.slice(-2, -1)}`;

  async function expectAbsent(client: TestClient, word: string): Promise<void> {
    for (const q of [word, mistyped(word), word.slice(0, -1), word.slice(3), `%22${word}%22`]) expect(await find(client, `q=${q}`), q).toEqual(nothing);
    for (const q of [word, word.slice(0, 8), mistyped(word)]) {
      const suggested = await client.get(`/search/suggestions?q=${q}`);
      expect(suggested.body, q).not.toContain(word);
    }
    expect((await client.page(`/search?q=${word.slice(0, -1)}`)).body).not.toContain(word);
  }

  test('in a closed building: not in titles, texts, replies or labels, however mistyped', async () => {
    const [title, body, reply, tag] = ['kanariegeelveren', 'mussenbruinsnavel', 'spreeuwgroenstaart', 'zwaluwblauwvleugel'];
    const post = await buildPost(author, closed, { title, body, tags: [tag] });
    await buildReply(author, post, { body: reply });
    await plein.drainJobs();
    const member = await buildMemberOf(plein, closed);
    for (const word of [title, body, reply, tag]) {
      expect((await find(member, `q=${word}`)).items.length, word).toBeGreaterThan(0);
      for (const outsider of [buildGuest(plein), await buildMember(plein, { administrator: true })]) await expectAbsent(outsider, word);
    }
  });

  test('of a hidden building neither name nor address, and filtering by it is like filtering by what is not there', async () => {
    const hidden = await buildBuilding(plein, { founder: author, access: 'hidden', name: 'Roodborstwinterkoning', slug: 'ijsvogelnachtegaal', summary: 'merelkoolmeesvink' });
    await buildPost(author, hidden, { body: 'puttersijsduiker' });
    await plein.drainJobs();
    const outsider = await buildMember(plein);
    for (const word of ['roodborstwinterkoning', 'ijsvogelnachtegaal', 'merelkoolmeesvink']) await expectAbsent(outsider, word);
    expect(await find(outsider, `q=puttersijsduiker&building=${hidden.slug}`)).toEqual(await find(outsider, 'q=puttersijsduiker&building=is-er-niet'));
    expect((await find(author, `q=puttersijsduiker&building=${hidden.slug}`)).items).toHaveLength(1);
  });

  test('at once: after a removal, a deletion, and a door that closes, before anything is indexed again', async () => {
    const member = await buildMember(plein);
    const membershipId = await join(closed, member);
    const inside = await buildPost(author, closed, { body: 'boomkruiperboomklever' });
    const gone = await buildPost(author, open, { body: 'wielewaalgoudhaan' });
    const narrowed = await buildBuilding(plein, { founder: author, name: 'Nog open' });
    const behind = await buildPost(author, narrowed, { body: 'kwikstaartpieper' });
    await plein.drainJobs();
    const guest = buildGuest(plein);
    expect(await ids(member, 'q=boomkruiperboomklever')).toEqual([inside.id]);
    expect(await ids(guest, 'q=wielewaalgoudhaan')).toEqual([gone.id]);
    expect(await ids(guest, 'q=kwikstaartpieper')).toEqual([behind.id]);
    await author.delete(`${closed.path}/memberships/${membershipId}`);
    await author.delete(`/posts/${gone.id}`);
    await author.patch(narrowed.path, { access: 'closed' });
    await expectAbsent(member, 'boomkruiperboomklever');
    await expectAbsent(guest, 'wielewaalgoudhaan');
    await expectAbsent(guest, 'kwikstaartpieper');
    await plein.drainJobs();
    expect(await ids(author, 'q=kwikstaartpieper')).toEqual([behind.id]);
    await expectAbsent(author, 'wielewaalgoudhaan');
  });

  test('of what was deleted no word is kept', async () => {
    const word = 'grauwevliegenvanger';
    const post = await buildPost(author, open, { body: word });
    await plein.drainJobs();
    const known = () => plein.db((trx) => trx.selectFrom('search_word').select('word').where('word', '=', word).execute());
    expect(await known()).toHaveLength(1);
    await author.delete(`/posts/${post.id}`);
    await plein.drainJobs();
    expect(await known()).toEqual([]);
  });

  test('what somebody with an account is told does not change by a word that is written inside: not as half of another, nor as one like it', async () => {
    const outsider = await buildMember(plein, { staff: false });
    // Nearly the two together, so that it is found as a typing error as long as the second half is no word that is known.
    const [first, second, likeBoth] = ['tafel', 'zandloper', 'tafelzantloper'];
    await buildPost(author, open, { body: `Hier staat ${first}, en ook ${likeBoth}.`, audience: 'public' });
    await plein.drainJobs();
    const questions = [`q=${first}${second}`, `q=${second}`, `q=${second.slice(0, 9)}`, `q=${likeBoth.slice(0, -1)}`];
    const told = async () => Promise.all(questions.map(async (query) => JSON.stringify({ ...(await find(outsider, query)), next: null })));
    const before = await told();
    expect(before[0]).toContain(likeBoth);
    await buildPost(author, closed, { title: `Over ${second}`, body: `${second} ${second}s en ${second}ren` });
    await plein.drainJobs();
    expect(await told()).toEqual(before);
    // Whoever reads it is helped by it.
    expect(await ids(author, `q=${second}`)).toHaveLength(1);
  });

  test('what a guest is told does not change by what is written inside', async () => {
    await buildPost(author, open, { title: 'De nachtzwaluwregeling', body: 'Voor iedereen.' });
    await plein.drainJobs();
    const questions = ['nachtzwaluw', 'nachtzwaluwregelign', 'nachtswaluwregeling', 'regeling nachtzwaluw', 'nachtzwaluwregels'];
    const ask = async () => Promise.all(questions.map(async (q) => [(await find(buildGuest(plein), `q=${q}`)), (await buildGuest(plein).get(`/search/suggestions?q=${q}`)).json()]));
    const before = await ask();
    for (let n = 0; n < 5; n++) await buildPost(author, closed, { title: `Nachtzwaluw${'abcde'.charAt(n)}regeling`, body: 'nachtzwaluwregelign nachtswaluwregeling nachtzwaluwregels nachtzwaluw' });
    await plein.drainJobs();
    expect(await ask()).toEqual(before);
  });
});

describe('suggestions', () => {
  test('begin like what is typed and lead to the thing itself', async () => {
    const post = await buildPost(author, open, { title: 'Duurzaamheidsakkoord voor de binnenhaven', body: 'Tekst' });
    await plein.drainJobs();
    const response = await buildGuest(plein).get('/search/suggestions?q=duurzaamh');
    expect(response.json<{ items: { url: string; text: Part[] }[] }>().items.map((each) => [each.url, plain(each.text)])).toContainEqual([`/posts/${post.id}`, 'Duurzaamheidsakkoord voor de binnenhaven']);
    expect((await buildGuest(plein).get('/search/suggestions?q=d')).json()).toEqual({ items: [], next: null });
  });
});

describe('questions like the one being written', () => {
  const similar = async (client: TestClient, text: string, building?: string) => {
    const answer = await client.get(`/posts/similar?text=${encodeURIComponent(text)}${building === undefined ? '' : `&building=${building}`}`);
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json<{ items: { id: string; url: string; title: string; building: { slug: string } | null; answers: number }[] }>().items;
  };

  test('are found in other words, with their answers; a message and an answer are no question', async () => {
    const [thing, matter] = [newWord(), newWord()];
    const asked = await buildPost(author, open, { kind: 'question', title: `Wie heeft een ${thing} voor ${matter}?` });
    const said = await buildPost(author, open, { body: `Onze ${thing} voor ${matter} is klaar.` });
    const answer = await buildReply(author, asked, { body: `Wij hebben een ${thing} voor ${matter}.` });
    await plein.drainJobs();
    const found = await similar(author, `Goedemorgen! Kent iemand een goede ${thing}, bijvoorbeeld over ${matter}?`);
    expect(found).toMatchObject([{ id: asked.id, url: `/posts/${asked.id}`, building: { slug: 'open-huis' }, answers: 1 }]);
    for (const other of [said, answer]) expect(found.map(({ id }) => id)).not.toContain(other.id);
  });

  test('of the building in which it is written come first, and at most four are shown', async () => {
    const [thing, matter] = [newWord(), newWord()];
    const elsewhere = await buildBuilding(plein, { founder: author });
    for (let number = 0; number < 4; number++) await buildPost(author, open, { kind: 'question', title: `Hoe werkt ${thing} met ${matter}? Nummer ${number}` });
    const here = await buildPost(author, elsewhere, { kind: 'question', title: `Werkt ${matter} al met ${thing}?` });
    await plein.drainJobs();
    const found = await similar(author, `Hoe doe je ${thing} bij ${matter}?`, elsewhere.slug);
    expect(found).toHaveLength(4);
    expect(found[0]?.id).toBe(here.id);
  });

  test('are of no help where there is little to go by, and a text that is too long is refused', async () => {
    for (const text of ['', 'Hoe?', 'en of maar dan toch']) expect(await similar(author, text)).toEqual([]);
    expect((await author.get(`/posts/similar?text=${'x'.repeat(1_001)}`)).json()).toMatchObject({ status: 400, errors: [{ path: 'text' }] });
    expect((await author.get('/posts/similar')).json()).toMatchObject({ status: 400, errors: [{ path: 'text' }] });
  });

  test('are those that one may read: not of a closed building, not what was hidden, not by naming the building', async () => {
    const [thing, matter] = [newWord(), newWord()];
    const inside = await buildPost(author, closed, { kind: 'question', title: `Wie heeft ${thing} en ${matter}?` });
    const shown = await buildPost(author, open, { kind: 'question', title: `Wie kent ${thing} en ${matter}?` });
    await plein.drainJobs();
    const ask = `Heeft iemand ${thing} of ${matter}?`;
    const found = async (who: TestClient) => (await similar(who, ask, 'besloten-huis')).map(({ id }) => id);
    expect(await found(author)).toEqual([inside.id, shown.id]);
    const outsider = await buildMember(plein);
    expect(await found(outsider)).toEqual([shown.id]);
    await plein.db((trx) => withholdPost(trx, shown.id, 'hidden', plein.clock.now()));
    expect(await found(outsider)).toEqual([]);
  });
});

test('every question takes as many statements as any other', async () => {
  const count = async (query: string) => (await statementsSent(() => find(buildGuest(plein), query))).sent.length;
  const numbers = [await count('q=regeling'), await count('q=nergenstevindenwoord'), await count('q=een%20lange%20vraag%20over%20alles&building=open-huis&kind=article')];
  expect(new Set(numbers).size).toBe(1);
});
