// SPDX-License-Identifier: EUPL-1.2

/** Of one thread, to be pushed to the devices of one person. Whoever pushes looks everything up as the recipient. */
export interface PushQueued { type: 'PushQueued'; recipientId: string; notificationIds: string[] }
