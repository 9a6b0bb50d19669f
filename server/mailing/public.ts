// SPDX-License-Identifier: EUPL-1.2

/** What rooms to the right, and the start of the house, may use of mailing. */
export { type InboundListener, startInboundListener } from './inbound/listener.ts';
