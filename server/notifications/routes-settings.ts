// SPDX-License-Identifier: EUPL-1.2
import type { Static } from 'typebox';
import type { Trx } from '../platform/db/database.ts';
import type { Member } from '../platform/db/viewer.ts';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { BadInput } from '../platform/http/problem.ts';
import { Empty } from '../platform/http/schemas.ts';
import { DEFAULT_LEVEL } from './levels.ts';
import { isTimeZone, nextDigestMoment } from './moments.ts';
import { choosePlaceLevel, chooseThreadLevel, forgetThreadLevel, levelOfPlace, levelOfThread, levelsOfPlaces, levelsOfThreads } from './my-levels.ts';
import { readThread } from './read-thread.ts';
import { ByPlace, ByPost, ByReadPost, LevelBody, MyLevelSchema, SettingsChangeBody, SettingsSchema, ThreadReadAnswer } from './schemas.ts';
import { atFirst, changeSettings, setPlaceLevel, type SettingsChange, settingsOf } from './settings.ts';

const tags = ['notifications'];

export function registerSettings(app: App, { database, clock }: Deps): void {
  app.get(
    '/api/v1/notification-settings',
    { config: { access: 'account' }, schema: { tags, operationId: 'getNotificationSettings', summary: 'How I want to hear: rhythm, quiet hours, ways, and per place and thread', response: { 200: SettingsSchema } } },
    (request) => database.readAs(request.viewer, (trx) => settingsFor(trx, memberOf(request), clock.now())),
  );

  app.put(
    '/api/v1/notification-settings',
    { config: { access: 'account' }, schema: { tags, operationId: 'changeNotificationSettings', summary: 'Change what is given; the rest stays', body: SettingsChangeBody, response: { 200: SettingsSchema } } },
    (request, reply) => {
      const member = memberOf(request);
      const change = changeOf(request.body);
      return command(database, request, reply, 200, async (trx) => {
        const now = clock.now();
        for (const { placeId, level } of request.body.places ?? []) await choosePlaceLevel(trx, member, placeId, level);
        await changeSettings(trx, member.actorId, change, now);
        return { body: await settingsFor(trx, member, now) };
      });
    },
  );

  app.get(
    '/api/v1/notification-settings/places/:placeId',
    { config: { access: 'account' }, schema: { tags, operationId: 'getPlaceLevel', summary: 'What I hear of a place', params: ByPlace, response: { 200: MyLevelSchema } } },
    (request) => database.readAs(request.viewer, (trx) => levelOfPlace(trx, memberOf(request), request.params.placeId)),
  );

  app.put(
    '/api/v1/notification-settings/places/:placeId',
    { config: { access: 'account' }, schema: { tags, operationId: 'setPlaceLevel', summary: 'Choose what I hear of a place', params: ByPlace, body: LevelBody, response: { 200: MyLevelSchema } } },
    (request, reply) => command(database, request, reply, 200, async (trx) => ({ body: await choosePlaceLevel(trx, memberOf(request), request.params.placeId, request.body.level) })),
  );

  app.delete(
    '/api/v1/notification-settings/places/:placeId',
    { config: { access: 'account' }, schema: { tags, operationId: 'forgetPlaceLevel', summary: `Hear of a place as without a choice: ${DEFAULT_LEVEL}`, params: ByPlace, response: { 204: Empty } } },
    (request, reply) =>
      command(database, request, reply, 204, async (trx) => {
        await setPlaceLevel(trx, memberOf(request).actorId, request.params.placeId, null);
        return { body: null };
      }),
  );

  app.get(
    '/api/v1/notification-settings/threads/:postId',
    { config: { access: 'account' }, schema: { tags, operationId: 'getThreadLevel', summary: 'What I hear of a thread', params: ByPost, response: { 200: MyLevelSchema } } },
    (request) => database.readAs(request.viewer, (trx) => levelOfThread(trx, memberOf(request), request.params.postId)),
  );

  app.put(
    '/api/v1/notification-settings/threads/:postId',
    { config: { access: 'account' }, schema: { tags, operationId: 'setThreadLevel', summary: 'Choose what I hear of a thread, whatever I hear of its place', params: ByPost, body: LevelBody, response: { 200: MyLevelSchema } } },
    (request, reply) => command(database, request, reply, 200, async (trx) => ({ body: await chooseThreadLevel(trx, memberOf(request), request.params.postId, request.body.level) })),
  );

  app.delete(
    '/api/v1/notification-settings/threads/:postId',
    { config: { access: 'account' }, schema: { tags, operationId: 'forgetThreadLevel', summary: 'Hear of a thread as of its place', params: ByPost, response: { 204: Empty } } },
    (request, reply) =>
      command(database, request, reply, 204, async (trx) => {
        await forgetThreadLevel(trx, memberOf(request), request.params.postId);
        return { body: null };
      }),
  );

  app.put(
    '/api/v1/posts/:id/read',
    { config: { access: 'account' }, schema: { tags, operationId: 'readThread', summary: 'Say that I opened a thread: it is read, with what I was told of it', params: ByReadPost, response: { 200: ThreadReadAnswer } } },
    (request, reply) => command(database, request, reply, 200, async (trx) => ({ body: await readThread(trx, memberOf(request), request.params.id, clock.now()) })),
  );
}

async function settingsFor(trx: Trx, member: Member, now: Date): Promise<Static<typeof SettingsSchema>> {
  const { digestRhythm, digestHour, digestWeekday, timeZone, quietFrom, quietUntil, mailAtOnce, pushAtOnce } = (await settingsOf(trx, [member.actorId])).get(member.actorId) ?? atFirst;
  const rhythm = { digestRhythm, digestHour, digestWeekday, timeZone };
  return {
    digest: { rhythm: digestRhythm, hour: digestHour, weekday: digestWeekday },
    nextDigestAt: nextDigestMoment(rhythm, now)?.toISOString() ?? null,
    timeZone,
    quietHours: quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil },
    channels: { mail: mailAtOnce, push: pushAtOnce },
    places: await levelsOfPlaces(trx, member),
    threads: await levelsOfThreads(trx, member),
  };
}

/** @throws {BadInput} naming what cannot be. */
function changeOf({ digest, timeZone, quietHours, channels }: Static<typeof SettingsChangeBody>): SettingsChange {
  if (timeZone !== undefined && !isTimeZone(timeZone)) throw new BadInput('timeZone', { nl: 'Deze tijdzone bestaat niet. Kies er een uit de lijst, zoals Europe/Amsterdam.', en: 'There is no such time zone. Choose one of the list, such as Europe/Amsterdam.' });
  if (quietHours?.from !== undefined && quietHours.from === quietHours.until) throw new BadInput('quietHours/until', { nl: 'Kies een ander uur dan waarop de stille uren beginnen.', en: 'Choose another hour than the one at which quiet hours begin.' });
  return {
    ...(digest?.rhythm === undefined ? {} : { digestRhythm: digest.rhythm }),
    ...(digest?.hour === undefined ? {} : { digestHour: digest.hour }),
    ...(digest?.weekday === undefined ? {} : { digestWeekday: digest.weekday }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(quietHours === undefined ? {} : { quietFrom: quietHours?.from ?? null, quietUntil: quietHours?.until ?? null }),
    ...(channels?.mail === undefined ? {} : { mailAtOnce: channels.mail }),
    ...(channels?.push === undefined ? {} : { pushAtOnce: channels.push }),
  };
}
