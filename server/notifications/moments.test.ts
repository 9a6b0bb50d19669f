// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { afterQuietHours, dueMoment, isTimeZone, nextDigestMoment, type Rhythm } from './moments.ts';

const at = (moment: string) => new Date(moment);
const amsterdam = 'Europe/Amsterdam';

describe('quiet hours', () => {
  // From, until, the moment, and when it is told; in UTC, an hour behind Amsterdam in winter and two in summer.
  test.each([
    ['no quiet hours', null, null, '2026-11-23T23:30:00Z', '2026-11-23T23:30:00Z'],
    ['the same hour twice is none', 8, 8, '2026-11-23T23:30:00Z', '2026-11-23T23:30:00Z'],
    ['before they begin', 22, 7, '2026-11-23T20:59:59Z', '2026-11-23T20:59:59Z'],
    ['as they begin, over midnight', 22, 7, '2026-11-23T21:00:00Z', '2026-11-24T06:00:00Z'],
    ['after midnight', 22, 7, '2026-11-24T00:10:00Z', '2026-11-24T06:00:00Z'],
    ['their last second', 22, 7, '2026-11-24T05:59:59Z', '2026-11-24T06:00:00Z'],
    ['as they end', 22, 7, '2026-11-24T06:00:00Z', '2026-11-24T06:00:00Z'],
    ['within a day', 12, 14, '2026-11-24T12:30:00Z', '2026-11-24T13:00:00Z'],
    ['until midnight', 20, 0, '2026-11-23T20:00:00Z', '2026-11-23T23:00:00Z'],
    ['in the night that summer time begins', 22, 7, '2026-03-28T23:00:00Z', '2026-03-29T05:00:00Z'],
    ['until an hour that the clock skips', 23, 2, '2026-03-29T00:30:00Z', '2026-03-29T01:00:00Z'],
    ['in the night that winter time begins', 22, 7, '2026-10-24T22:00:00Z', '2026-10-25T06:00:00Z'],
    ['in an hour that comes twice, the second time', 1, 3, '2026-10-25T01:30:00Z', '2026-10-25T02:00:00Z'],
  ])('%s', (_name, quietFrom, quietUntil, moment, told) => {
    expect(afterQuietHours({ timeZone: amsterdam, quietFrom, quietUntil }, at(moment))).toEqual(at(told));
  });

  test('are those of the person, wherever they are', () => {
    expect(afterQuietHours({ timeZone: 'America/Paramaribo', quietFrom: 22, quietUntil: 7 }, at('2026-11-24T02:00:00Z'))).toEqual(at('2026-11-24T10:00:00Z'));
    expect(afterQuietHours({ timeZone: 'Asia/Kathmandu', quietFrom: 22, quietUntil: 7 }, at('2026-11-23T16:15:00Z'))).toEqual(at('2026-11-24T01:15:00Z'));
  });

  test('of a zone that is no longer known are those of Amsterdam', () => {
    expect(afterQuietHours({ timeZone: 'Mars/Olympus', quietFrom: 22, quietUntil: 7 }, at('2026-11-23T21:00:00Z'))).toEqual(at('2026-11-24T06:00:00Z'));
  });

  test('hold for the moment after the minute in which it is bundled', () => {
    expect(dueMoment({ timeZone: amsterdam, quietFrom: 22, quietUntil: 7 }, at('2026-11-23T20:58:30Z'))).toEqual(at('2026-11-23T20:59:30Z'));
    expect(dueMoment({ timeZone: amsterdam, quietFrom: 22, quietUntil: 7 }, at('2026-11-23T20:59:30Z'))).toEqual(at('2026-11-24T06:00:00Z'));
  });
});

describe('the next digest', () => {
  // 2026-11-20 is a Friday.
  test.each<[string, Rhythm, number, number, string, string | null]>([
    ['on a workday before the hour comes that day', 'workdays', 8, 1, '2026-11-20T06:59:59Z', '2026-11-20T07:00:00Z'],
    ['at the hour itself comes the next workday', 'workdays', 8, 1, '2026-11-19T07:00:00Z', '2026-11-20T07:00:00Z'],
    ['on Friday after the hour comes on Monday', 'workdays', 8, 1, '2026-11-20T07:00:00Z', '2026-11-23T07:00:00Z'],
    ['in the weekend comes on Monday', 'workdays', 8, 1, '2026-11-21T12:00:00Z', '2026-11-23T07:00:00Z'],
    ['weekly comes on its day', 'weekly', 17, 4, '2026-11-20T12:00:00Z', '2026-11-26T16:00:00Z'],
    ['weekly, on its day before the hour, comes that day', 'weekly', 17, 5, '2026-11-20T12:00:00Z', '2026-11-20T16:00:00Z'],
    ['weekly, on its day after the hour, comes in a week', 'weekly', 9, 5, '2026-11-20T12:00:00Z', '2026-11-27T08:00:00Z'],
    ['in the weekend that summer time begins is an hour earlier in UTC', 'workdays', 8, 1, '2026-03-27T12:00:00Z', '2026-03-30T06:00:00Z'],
    ['at an hour that the clock skips comes when it is past', 'weekly', 2, 7, '2026-03-28T12:00:00Z', '2026-03-29T01:00:00Z'],
    ['at an hour that comes twice comes the first time', 'weekly', 2, 7, '2026-10-24T12:00:00Z', '2026-10-25T00:00:00Z'],
    ['at an hour that came once does not come again', 'weekly', 2, 7, '2026-10-25T00:30:00Z', '2026-11-01T01:00:00Z'],
    ['never', 'never', 8, 1, '2026-11-20T12:00:00Z', null],
  ])('%s', (_name, digestRhythm, digestHour, digestWeekday, after, next) => {
    expect(nextDigestMoment({ digestRhythm, digestHour, digestWeekday, timeZone: amsterdam }, at(after))).toEqual(next === null ? null : at(next));
  });

  test('is on the day of the person, which may be another than here', () => {
    expect(nextDigestMoment({ digestRhythm: 'workdays', digestHour: 8, digestWeekday: 1, timeZone: 'Pacific/Auckland' }, at('2026-11-22T12:00:00Z'))).toEqual(at('2026-11-22T19:00:00Z'));
  });
});

test.each([['Europe/Amsterdam', true], ['America/Paramaribo', true], ['UTC', true], ['+02:00', false], ['Europe/Nergens', false], ['', false], ['../../etc', false]])('the zone "%s" is known: %s', (name, known) => {
  expect(isTimeZone(name)).toBe(known);
});
