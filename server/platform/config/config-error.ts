// SPDX-License-Identifier: EUPL-1.2

/** A setting that stops the start; the message is one sentence that names the variable. */
export class ConfigError extends Error {}
