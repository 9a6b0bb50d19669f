// SPDX-License-Identifier: EUPL-1.2

/** What rooms to the right may use of notifications. */
export { openSockets } from './sockets.ts';
export { type Kind, kinds } from './kinds.ts';
export { type Level, levels } from './levels.ts';
export { nextDigestMoment, type Rhythm, rhythms } from './moments.ts';
export { atFirst, changeSettings, setPlaceLevel, setThreadLevel, type Settings, settingsOf } from './settings.ts';
export { type DueBundle, leaveForDigest, mailedSince, settleTold, takeBack, takeDue } from './take-due.ts';
export { digestsDue, type DigestWindow, digestWindow, reopenDigest, settleDigest } from './digest.ts';
export { type DigestContents, digestContents, type DigestNotification, stillNew, stillUnread } from './digest-contents.ts';
export { tellAgain } from './tell-again.ts';
export { pushReaches, tellOutside } from './tell-outside.ts';
export { countUnread, type NotificationItem, notificationsOf } from './queries.ts';
export { readAllUpTo, type ThreadBefore, unreadBatch } from './read-all.ts';
export { NotificationSchema } from './schemas.ts';
export type * from './events.ts';
