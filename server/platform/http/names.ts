// SPDX-License-Identifier: EUPL-1.2

/** Sent with every answer of the API (Dutch API Design Rules, /core/version-header). */
export const API_VERSION = '1.0.0';
export const SESSION_COOKIE = 'plein_session';
