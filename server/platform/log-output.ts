// SPDX-License-Identifier: EUPL-1.2
import { write as writeLater, writeSync } from 'node:fs';

/** Characters that wait for a reader; what comes on top is dropped. */
const MOST_WAITING = 4_000_000;
const AGAIN_MS = 100;
const TRIES_AT_EXIT = 10;

/**
 * Where log lines go: one after the other, without anybody waiting for them. A reader that stalls or went away holds up
 * nothing, least of all the end of the process (SonicBoom, which pino brings, tries at the end without end).
 */
export interface LogOutput {
  write(line: string): void;
  /** At the end of the process: writes what is left, in so far as somebody reads. */
  end(): void;
}

export function openLogOutput(fd: number): LogOutput {
  let waiting = '';
  /** Taken from `waiting`, and not written yet; `underWay` while the system has it. */
  let current: Buffer | null = null;
  let underWay = false;
  let gone = false;

  function next(): void {
    if (current === null && waiting !== '') {
      current = Buffer.from(waiting);
      waiting = '';
    }
    if (current === null || underWay || gone) return;
    underWay = true;
    writeLater(fd, current, (error, written) => {
      underWay = false;
      if (error === null) current = rest(current, written);
      else if (!isBusy(error)) gone = true;
      if (error === null) next();
      else setTimeout(next, AGAIN_MS).unref();
    });
  }

  return {
    write(line) {
      if (gone || waiting.length > MOST_WAITING) return;
      waiting += line;
      if (current === null) next();
    },
    end() {
      let left: Buffer | null = Buffer.concat([...(current === null || underWay ? [] : [current]), Buffer.from(waiting)]);
      for (let tries = 0; left !== null && left.length > 0 && !gone && tries < TRIES_AT_EXIT; ) {
        try {
          left = rest(left, writeSync(fd, left));
        } catch (error) {
          if (!isBusy(error as NodeJS.ErrnoException)) return;
          tries++;
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AGAIN_MS);
        }
      }
    },
  };
}

function rest(buffer: Buffer | null, written: number): Buffer | null {
  return buffer === null || written >= buffer.length ? null : buffer.subarray(written);
}

function isBusy({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EAGAIN' || code === 'EBUSY';
}
