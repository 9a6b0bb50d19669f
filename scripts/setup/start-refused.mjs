// SPDX-License-Identifier: EUPL-1.2

/** A start that cannot go on. The message is one sentence that says what to do, shown without a stack. */
export class StartRefused extends Error {
  name = 'StartRefused';
}
