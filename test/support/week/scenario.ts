// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import PostalMime from 'postal-mime';
import { expect } from 'vitest';
import { house } from '../../../federation/house.ts';
import { allSchedules } from '../../../server/app.ts';
import { startPlein, type TestPlein } from '../app.ts';
import { buildMember, type TestMember } from '../factories.ts';
import { buildBuilding, buildGroup, join, joinGroup, type TestBuilding } from '../factories-buildings.ts';
import { type Random, seededRandom } from '../seeded-random.ts';
import { nextDigest } from './clock-of-a-person.ts';
import { type Level, type Person, type Place, type Post, type Telling, World } from './world.ts';

/** How large the week is. */
export interface WeekSize {
  people: number;
  groups: number;
  posts: number;
}

export interface Week {
  expected: Telling[];
  seen: Telling[];
  unsaid: World['unsaid'];
  /** Mails whose text does not name the posts that their HTML names. */
  lopsided: string[];
  /** Somebody was told of what they might not read when the mail left. */
  wrong: Telling[];
  counts: Record<string, number>;
}

const MINUTE_MS = 60_000;
const TICK_MS = 5 * MINUTE_MS;
/** A Monday at midnight in Amsterdam. Summer time begins in the night before the Sunday of this week. */
const START = new Date('2027-03-21T23:00:00Z');
/** Until the Monday after it, ten in the morning, so that the weekend is told too. */
const END = new Date('2027-03-29T08:00:00Z');

const zones = ['Europe/Amsterdam', 'Europe/Amsterdam', 'Europe/Amsterdam', 'America/Curacao'];
const levels: readonly Level[] = ['all', 'mentions', 'digest', 'none'];

interface Cast {
  plein: TestPlein;
  world: World;
  random: Random;
  clients: TestMember[];
  places: Place[];
  buildings: Map<Place, TestBuilding>;
  ids: Map<Post, string>;
  counts: Record<string, number>;
}

/** A week of writing, reading, leaving and changing one's mind, on a clock that is set; every post holds a word of its own. */
export async function liveAWeek(size: WeekSize, seed: number): Promise<Week> {
  const plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  try {
    plein.clock.set(START);
    const cast = await gather(plein, size, seededRandom(seed));
    return await live(cast, size);
  } finally {
    await plein.close();
  }
}

async function gather(plein: TestPlein, size: WeekSize, random: Random): Promise<Cast> {
  const world = new World();
  const cast: Cast = { plein, world, random, clients: [], places: [], buildings: new Map(), ids: new Map(), counts: {} };
  for (let number = 0; number < size.people; number++) await arrive(cast, number);
  const everybody = world.people;
  const standing: Place[] = [];
  for (const [name, access, share] of [['markt', 'open', 1], ['raadhuis', 'closed', 0.6], ['kelder', 'hidden', 0.35]] as const) {
    const building = await buildBuilding(plein, { founder: client(cast, world.people[0]), access, name });
    const place = openPlace(cast, building, name, null);
    standing.push(place);
    for (const person of everybody) if (person.number > 0 && random.chance(share)) await come(cast, place, person);
  }
  for (let number = 0; number < size.groups; number++) {
    const inside = standing[number % standing.length] as Place;
    const building = cast.buildings.get(inside) as TestBuilding;
    const group = await buildGroup(building, { name: `groep ${number}`, access: inside.name === 'markt' ? 'open' : 'closed' });
    const place = openPlace(cast, group, `groep ${number}`, inside);
    for (const person of inside.members.keys()) if (person.number > 0 && random.chance(0.3)) await come(cast, place, person);
  }
  await plein.drainJobs();
  // What was told of coming in is not what this is about.
  await plein.db((trx) => trx.deleteFrom('notification').execute());
  return cast;
}

const client = ({ clients }: Pick<Cast, 'clients'>, person: Person | undefined): TestMember => clients[person?.number ?? -1] as TestMember;

function openPlace(cast: Cast, building: TestBuilding, name: string, inside: Place | null): Place {
  const place: Place = { name, building: inside, members: new Map([[cast.world.people[0] as Person, START]]) };
  cast.places.push(place);
  cast.buildings.set(place, building);
  return place;
}

async function arrive({ plein, world, clients, random }: Cast, number: number): Promise<void> {
  const member = await buildMember(plein, { name: `Inwoner ${number}`, handle: `week-${number}-${process.pid}` });
  clients.push(member);
  const digest = { rhythm: random.pick(['workdays', 'workdays', 'workdays', 'weekly', 'never'] as const), hour: random.pick([7, 8, 8, 16]), weekday: random.pick([1, 3, 5]) };
  const zone = random.pick(zones);
  const quiet = random.pick([null, null, { from: 22, until: 7 }, { from: 12, until: 14 }]);
  const mailAtOnce = random.chance(0.85);
  await done(member.put('/notification-settings', { digest, timeZone: zone, quietHours: quiet, channels: { mail: mailAtOnce, push: true } }));
  world.people.push({
    number, zone, digest, quiet, mailAtOnce, nextDigest: nextDigest(plein.clock.now(), zone, digest), digestUntil: START,
    placeLevels: new Map(), threadLevels: new Map(), readPlaces: new Map(), readThreads: new Map(), blocked: new Set(),
  });
}

async function come(cast: Cast, place: Place, person: Person): Promise<void> {
  const building = cast.buildings.get(place) as TestBuilding;
  const member = client(cast, person);
  if ('building' in building) await joinGroup(building as never, member);
  else await join(building, member);
  place.members.set(person, cast.plein.clock.now());
}

async function done(sending: Promise<{ statusCode: number; body: string }>): Promise<void> {
  const answer = await sending;
  expect(answer.statusCode, answer.body).toBeLessThan(300);
}

async function live(cast: Cast, size: WeekSize): Promise<Week> {
  const { plein, world, random } = cast;
  const ticks = Math.round((END.getTime() - START.getTime()) / TICK_MS);
  const moments = momentsOfPosts(size.posts, random);
  const seen: Telling[] = [];
  const wrong: Telling[] = [];
  const lopsided: string[] = [];
  let lastMail = '00000000-0000-0000-0000-000000000000';
  for (let tick = 0, post = 0; tick < ticks; tick++) {
    const from = START.getTime() + tick * TICK_MS;
    for (; post < moments.length && (moments[post] as number) < from + 3 * MINUTE_MS; post++) {
      // Never back, also where a machine is so slow that the clock ran ahead.
      plein.clock.set(new Date(Math.max(moments[post] as number, from + 1_000, plein.clock.now().getTime() + 1)));
      await write(cast);
      if (random.chance(0.6)) await happen(cast);
    }
    // Well within the minute that is looked at, for what is due on the hour.
    const now = new Date(from + TICK_MS + 500);
    plein.clock.set(now);
    const mails = await sendWhatIsDue(cast, lastMail);
    world.tick(now);
    for (const mail of mails) {
      lastMail = mail.id;
      const person = world.people[cast.clients.findIndex(({ email }) => email === mail.recipient)] as Person;
      if (mail.tokens.join() !== mail.htmlTokens.join()) lopsided.push(`${mail.subject}: ${mail.tokens.join()} | ${mail.htmlTokens.join()}`);
      for (const token of mail.tokens) {
        const telling: Telling = { person: person.number, token, by: mail.template === 'digest' ? 'digest' : 'mail', at: now.getTime(), quoted: true };
        seen.push(telling);
        if (!world.mayRead(person, world.posts.find((each) => each.token === token) as Post)) wrong.push(telling);
      }
    }
  }
  world.close();
  return { expected: world.tellings, seen, unsaid: world.unsaid, lopsided, wrong, counts: cast.counts };
}

/** Most in working hours, some in evenings and the weekend; sorted. */
function momentsOfPosts(count: number, random: Random): number[] {
  const moments = Array.from({ length: count }, () => {
    const day = random.chance(0.9) ? random.below(5) : 5 + random.below(2);
    const hour = random.chance(0.8) ? 8 + random.below(10) : random.below(24);
    const slot = START.getTime() + ((day * 24 + hour) * 60 + random.below(12) * 5) * MINUTE_MS;
    return slot + 1_000 + random.below(150_000);
  });
  return moments.sort((one, other) => one - other);
}

async function write(cast: Cast): Promise<void> {
  const { world, random, places, ids, counts } = cast;
  // Who blocked somebody takes no answer of theirs.
  const takesAnswerOf = (person: Person) => (post: Post) => !post.author.blocked.has(person);
  const readableBy = (person: Person) => world.posts.filter((post) => post.root === null && world.mayRead(person, post) && post.place.members.has(person) && takesAnswerOf(person)(post));
  const author = random.pick(world.people.filter((person) => places.some(({ members }) => members.has(person))));
  const threads = random.chance(0.5) ? readableBy(author).slice(-40) : [];
  const token = `woord${String(world.posts.length).padStart(4, '0')}`;
  const root = threads.length === 0 ? null : random.pick(threads);
  const place = root?.place ?? random.pick(places.filter(({ members }) => members.has(author)));
  const mentions = new Set(random.chance(0.3) ? [random.pick(random.chance(0.8) ? [...place.members.keys()] : world.people)] : []);
  const body = [token, 'is waar het hier om gaat.', ...[...mentions].map((person) => `Wat vindt @${client(cast, person).handle} ervan?`)].join(' ');
  const me = client(cast, author);
  const at = (answer: { statusCode: number; body: string; json<T>(): T }) => {
    expect(answer.statusCode, answer.body).toBe(201);
    return answer.json<{ id: string; publishedAt: string; audience: string }>();
  };
  const before: Omit<Post, 'at' | 'audience'> = { token, author, place, root, answered: null, mentions, deleted: false };
  let made: { id: string; publishedAt: string; audience: string };
  if (root === null) {
    const isOpen = (place.building ?? place).name === 'markt';
    const audience = isOpen && random.chance(0.7) ? 'public' : 'members';
    made = at(await me.post(`${cast.buildings.get(place)?.path}/posts`, { kind: 'question', title: `Vraag ${world.posts.length}`, body, audience }));
  } else {
    const others = world.posts.filter((post) => post.root === root && !post.deleted && takesAnswerOf(author)(post));
    before.answered = others.length > 0 && random.chance(0.5) ? random.pick(others) : root;
    made = at(await me.post(`/posts/${ids.get(root)}/replies`, { body, ...(before.answered === root ? {} : { inReplyTo: ids.get(before.answered) }) }));
  }
  const post: Post = { ...before, at: new Date(made.publishedAt), audience: made.audience === 'public' ? 'public' : 'members' };
  ids.set(post, made.id);
  counts[root === null ? 'posts' : 'answers'] = (counts[root === null ? 'posts' : 'answers'] ?? 0) + 1;
  // Told from what is so when the queue gets to it, which in this week is at once.
  await cast.plein.drainJobs();
  world.publish(post);
}

/** One thing that somebody does beside writing. */
async function happen(cast: Cast): Promise<void> {
  const { world, random, places, buildings, ids, counts, clients } = cast;
  // Often it happens to who is about to hear of the newest post, and with that post.
  const newest = world.posts.at(-1);
  const concerned = newest === undefined ? [] : world.concernedBy(newest);
  const isClose = concerned.length > 0 && random.chance(0.5);
  const person = random.pick(isClose ? concerned : world.people);
  const me = client(cast, person);
  const mine = places.filter(({ members }) => members.has(person));
  const readable = world.posts.filter((post) => post.root === null && world.mayRead(person, post) && post.place.members.has(person));
  const roots = isClose ? readable.filter((post) => post === (newest?.root ?? newest)) : readable;
  const acts: [number, string, () => Promise<void>][] = [
    [30, 'threads opened', async () => {
      if (roots.length === 0) return;
      const root = random.pick(roots.slice(-30));
      await done(me.put(`/posts/${ids.get(root)}/read`, {}));
      world.openThread(person, root);
    }],
    [10, 'places read', async () => {
      if (mine.length === 0) return;
      const place = random.pick(mine);
      const last = readable.filter((post) => post.place === place).at(-1);
      if (last === undefined) return;
      const { slug, ...building } = buildings.get(place) as TestBuilding & { building?: TestBuilding };
      const scope = building.building === undefined ? `building:${slug}` : `group:${building.building.slug}/${slug}`;
      await done(me.put(`/read-markers/${encodeURIComponent(scope)}`, { postId: ids.get(last) }));
      world.readPlace(person, last);
    }],
    [10, 'bells read', async () => {
      const line = (await me.get('/notifications?limit=1')).json<{ items: { id: string }[] }>().items[0];
      if (line === undefined) return;
      await done(me.post('/notifications/read', { upTo: line.id }));
      world.readBell(person);
    }],
    [12, 'levels of places', async () => {
      if (mine.length === 0) return;
      const place = random.pick(mine);
      const level = random.pick(levels);
      await done(me.put(`/notification-settings/places/${buildings.get(place)?.id}`, { level }));
      person.placeLevels.set(place, level);
    }],
    [8, 'levels of threads', async () => {
      if (roots.length === 0) return;
      const root = random.pick(roots.slice(-30));
      const level = random.pick(levels);
      await done(me.put(`/notification-settings/threads/${ids.get(root)}`, { level }));
      person.threadLevels.set(root, level);
    }],
    [7, 'people removed', async () => {
      const place = isClose && newest !== undefined ? newest.place : random.pick(places);
      const gone = isClose ? person : random.pick([...place.members.keys()]);
      if (gone.number === 0 || !place.members.has(gone)) return;
      const founder = clients[0] as TestMember;
      const path = buildings.get(place)?.path ?? '';
      const { items } = (await founder.get(`${path}/memberships?q=${encodeURIComponent(client(cast, gone).name)}`)).json<{ items: { id: string; member: { handle: string } }[] }>();
      const membership = items.find((each) => each.member.handle === client(cast, gone).handle);
      await done(founder.send('DELETE', `/api/v1${path}/memberships/${membership?.id}`));
      for (const each of places.filter((one) => one === place || one.building === place)) {
        each.members.delete(gone);
        // What one wanted to be spared stays so.
        if (['all', 'digest'].includes(gone.placeLevels.get(each) ?? '')) gone.placeLevels.delete(each);
      }
    }],
    [14, 'people who came in', async () => {
      const place = random.pick(places);
      if (place.members.has(person) || (place.building !== null && !place.building.members.has(person))) return;
      await come(cast, place, person);
    }],
    [5, 'posts deleted', async () => {
      const own = world.posts.filter((post) => (isClose ? post === newest : post.author === person) && !post.deleted && post.place.members.has(post.author));
      if (own.length === 0) return;
      const post = random.pick(own.slice(-5));
      await done(client(cast, post.author).send('DELETE', `/api/v1/posts/${ids.get(post)}`));
      post.deleted = true;
    }],
    [3, 'people blocked', async () => {
      const other = isClose && newest !== undefined ? newest.author : random.pick(world.people);
      if (other === person || other.number === 0 || person.number === 0) return;
      await done(me.put(`/people/${client(cast, other).handle}/block`, {}));
      person.blocked.add(other);
    }],
  ];
  let at = random.below(acts.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, name, act] of acts) {
    at -= weight;
    if (at >= 0) continue;
    await act();
    counts[name] = (counts[name] ?? 0) + 1;
    break;
  }
  await cast.plein.drainJobs();
}

/** A post is told by its word, or by a link to it where there are too many to quote. */
const postsIn = (text: string, posts: ReadonlyMap<string, string>): string[] => {
  const linked = [...text.matchAll(/\/posts\/([0-9a-f-]{36})(?!#|[0-9a-f-]|\?)/g)].map(([, id]) => posts.get(id ?? '') ?? '');
  return [...new Set([...(text.match(/woord\d{4}/g) ?? []), ...linked])].sort();
};

interface SentMail {
  id: string;
  recipient: string;
  template: string;
  subject: string;
  tokens: string[];
  htmlTokens: string[];
}

/** Lets the schedules run that tell, and everything that follows from them. @returns what was mailed. */
async function sendWhatIsDue({ plein, ids }: Cast, after: string): Promise<SentMail[]> {
  for (const name of ['tell-what-is-due', 'start-digests']) {
    const schedule = allSchedules(house).find((each) => each.name === name);
    if (schedule === undefined) throw new Error(`there is no schedule ${name}`);
    await schedule.run(plein.deps);
    await plein.drainJobs();
  }
  const told = new Map([...ids].map(([post, id]) => [id, post.token]));
  const rows = await plein.db((trx) => trx.selectFrom('mail').select(['id', 'recipient', 'template', 'file', 'state']).where('id', '>', after).orderBy('id').execute());
  return Promise.all(
    rows.map(async ({ id, recipient, template, file, state }) => {
      if (file === null) return { id, recipient, template, subject: state, tokens: [], htmlTokens: [] };
      const { subject = '', text = '', html = '' } = await PostalMime.parse(await readFile(file));
      return { id, recipient, template, subject, tokens: postsIn(text, told), htmlTokens: postsIn(html, told) };
    }),
  );
}
