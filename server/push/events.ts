// SPDX-License-Identifier: EUPL-1.2

/** What was queued for a person, for one of their devices. */
export interface PushToDevice {
  type: 'PushToDevice';
  recipientId: string;
  subscriptionId: string;
  notificationIds: string[];
}

/** Somebody wants to see whether a device is reached. */
export interface PushTestAsked {
  type: 'PushTestAsked';
  subscriptionId: string;
}
