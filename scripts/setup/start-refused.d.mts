// SPDX-License-Identifier: EUPL-1.2
export class StartRefused extends Error {}
