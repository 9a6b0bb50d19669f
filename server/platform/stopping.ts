// SPDX-License-Identifier: EUPL-1.2

/** Whether this process is on its way out: it still answers, but sends visitors elsewhere. */
export interface Stopping {
  readonly begun: boolean;
  begin(): void;
}

export function createStopping(): Stopping {
  let begun = false;
  return {
    get begun() {
      return begun;
    },
    begin() {
      begun = true;
    },
  };
}
