// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { createJobs, type Jobs } from '../../server/platform/jobs/jobs.ts';
import { createLog } from '../../server/platform/log.ts';
import type { Backend } from '../support/queues.ts';
import { until } from '../support/until.ts';
import { createChance } from './chance.ts';
import { ask, openClient } from './client.ts';
import { type Installation, openInstallation } from './installation.ts';
import { type Mood, openMoodySmtp, type MoodySmtp } from './moody-smtp.ts';
import { addPerson, type Person } from './people.ts';

/** What came of telling people while everything that carries it was killed. */
export interface DigestReport {
  kills: number;
  faults: string[];
  /** Pairs of a person and a post that were to be told. */
  toTell: number;
  /** Nowhere in the mail server. */
  lost: string[];
  /** In two mails that differ: the product told it twice. */
  doubled: string[];
  mails: number;
  /** The mail server said yes to the same mail more than once: a worker died between its yes and the note of it. */
  acknowledgedAgain: number;
}

const PEOPLE = 40;
const SETTLES_WITHIN_MS = 90_000;

/** Each round somebody writes, everybody's digest is due, and the worker is killed while digests are made and sent. */
export async function tellThroughFaults(backend: Backend, rounds: number, seed: number): Promise<DigestReport> {
  const chance = createChance(seed);
  const smtp = await openMoodySmtp();
  const plein = await openInstallation(backend);
  const client = openClient(plein.address);
  const jobs = createJobs({ databaseUrl: plein.databaseUrl, redisUrl: plein.redis?.url ?? null, log: createLog('silent') });
  try {
    const env = { SMTP_URL: smtp.url };
    await plein.restart('worker', 'stop', env);
    const [writer, readers] = await gather(plein, (person, path, body) => ask(client, person, 'POST', path, body));
    const moods = chance.shuffled<Mood>(['refusing', 'slow', 'dying', 'well']);
    const [redisAt, postgresAt] = [Math.floor(rounds / 3), Math.floor(rounds / 2)];
    const faults: string[] = [];
    const tokens: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const token = `ronde${String(round).padStart(3, '0')}`;
      // In the title too: of many posts in one digest the older ones are named only.
      tokens.push(token);
      const named = readers[round % readers.length] as Person;
      await ask(client, writer, 'POST', '/buildings/thuis/posts', { kind: 'question', title: `Vraag van ${token}`, body: `${token} vraagt iets aan @${named.handle}` });
      smtp.mood = moods[round % moods.length] as Mood;
      const before = await mailsMade(plein);
      await letItBeTold(plein, named);
      await tellNow(jobs);
      // In the midst of it: some are made and none, some or all of those are sent.
      await until(() => mailsMade(plein), (made) => made > before + chance.between(0, PEOPLE / 2), SETTLES_WITHIN_MS);
      await sleep(chance.between(0, 300));
      if (round === redisAt && plein.redis !== null) {
        faults.push('Redis flushed');
        await plein.redis.flush();
      }
      if (round === postgresAt) {
        faults.push('PostgreSQL killed');
        const pid = plein.postgres.pid();
        process.kill(pid ?? 0, 'SIGKILL');
        await until(() => plein.postgres.pid(), (found) => found !== undefined && found !== pid, SETTLES_WITHIN_MS);
      }
      await plein.restart('worker', 'kill', env);
      faults.push('worker killed', ...(smtp.mood === 'well' ? [] : [smtp.mood]));
    }
    smtp.mood = 'well';
    await settle(plein, () => tellNow(jobs));
    return report(smtp, readers, tokens, rounds, faults);
  } catch (error) {
    throw new Error(plein.output(), { cause: error });
  } finally {
    await client.close();
    await jobs.close();
    await plein.close();
    await smtp.close();
  }
}

const mailsMade = ({ database }: Installation): Promise<number> =>
  database.asSystem(async (trx) => (await trx.selectFrom('mail').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()).count).catch(() => 0);

/** As the schedules do, without waiting for their minute. */
async function tellNow(jobs: Jobs): Promise<void> {
  await jobs.queue('notify').add('tell-what-is-due', {});
  await jobs.queue('digest').add('start-digests', {});
}

type Post = (person: Person, path: string, body: object) => Promise<unknown>;

async function gather({ database }: Installation, post: Post): Promise<[Person, Person[]]> {
  const writer = await addPerson(database, 'schrijver', 'administrator');
  await post(writer, '/buildings', { slug: 'thuis', name: 'Thuis', summary: '', access: 'open' });
  const readers: Person[] = [];
  for (let number = 0; number < PEOPLE; number++) {
    const reader = await addPerson(database, `lezer-${number}`);
    await post(reader, '/buildings/thuis/memberships', {});
    readers.push(reader);
  }
  return [writer, readers];
}

/** As if the hour of everybody's digest had come, and the minute in which answers are put together had passed. What is too new goes with a later round. */
async function letItBeTold({ database }: Installation, named: Person): Promise<void> {
  await until(() => database.asSystem((trx) => trx.selectFrom('notification').select('id').where('recipient_id', '=', named.actorId).where('due_at', 'is not', null).execute()).catch(() => []), (rows) => rows.length > 0, SETTLES_WITHIN_MS);
  await database.asSystem(async (trx) => {
    await sql`update notification set due_at = now() where due_at > now()`.execute(trx);
    await sql`update notification_setting set next_digest_at = now() where owner_id in (select actor_id from account)`.execute(trx);
  });
}

/** Until nothing is left to tell: everybody's last digest made, every mail sent. */
async function settle({ database }: Installation, tell: () => Promise<void>): Promise<void> {
  // What was written last is old enough for a digest by then.
  await sleep(6_000);
  await database.asSystem((trx) => sql`update notification_setting set next_digest_at = now()`.execute(trx));
  await tell();
  await until(
    () =>
      database.asSystem(async (trx) => {
        const { rows } = await sql<{ left: number }>`
          select (select count(*) from notification_setting where next_digest_at <= now())
            + (select count(*) from notification where due_at is not null and told_at is null and read_at is null)
            + (select count(*) from mail where state in ('queued', 'failed'))
            + (select count(*) from event where done_at is null) as left`.execute(trx);
        return rows[0]?.left ?? -1;
      }).catch(() => -1),
    (left) => left === 0,
    SETTLES_WITHIN_MS,
  );
}

function report({ acknowledged }: MoodySmtp, readers: readonly Person[], tokens: readonly string[], kills: number, faults: string[]): DigestReport {
  const byMail = Map.groupBy(acknowledged, (mail) => mail.messageId);
  const lost: string[] = [];
  const doubled: string[] = [];
  for (const reader of readers) {
    const mails = [...byMail.values()].map(([mail]) => mail).filter((mail) => mail?.recipient === `${reader.handle}@zuiderdam.example`);
    for (const token of tokens) {
      const times = mails.filter((mail) => mail?.text.includes(token)).length;
      if (times === 0) lost.push(`${reader.handle} was never told of ${token}`);
      if (times > 1) doubled.push(`${reader.handle} was told of ${token} in ${times} mails`);
    }
  }
  return { kills, faults, toTell: readers.length * tokens.length, lost, doubled, mails: byMail.size, acknowledgedAgain: acknowledged.length - byMail.size };
}
