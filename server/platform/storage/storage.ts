// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Problem } from '../http/problem.ts';

/** Where files are kept that people bring. Names are ours, never what somebody typed. */
export interface Storage {
  /** Whole or not at all; the same name again replaces what was there. @throws {StorageFull} */
  put(name: string, bytes: Buffer): Promise<void>;
  /** Null when there is none. */
  get(name: string): Promise<Buffer | null>;
  /** What is gone already is no fault. */
  remove(name: string): Promise<void>;
  /** Names in a folder of what was not written since. What was left half written goes on the way. */
  writtenBefore(folder: string, moment: Date): AsyncIterable<string>;
}

export class StorageFull extends Problem {
  constructor() {
    super(507, 'storage-full', { nl: 'Er is geen ruimte meer voor bestanden. Meld dit bij de beheerder en probeer het later opnieuw.', en: 'There is no room left for files. Tell the administrator, and try again later.' });
  }
}

const fullDisk = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

const isName = (name: string): boolean => /^[a-z]+(?:\/[a-z0-9-]+)+\.[a-z0-9]+$/.test(name);

function noneYet(error: unknown): [] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}

/** Files in a folder of this machine. */
export function fileStorage(folder: string): Storage {
  const pathOf = (name: string): string => {
    if (!isName(name)) throw new Error('not a name of a file that is kept here');
    return join(folder, name);
  };
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      const unfinished = `${path}.${randomUUID()}`;
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(unfinished, bytes);
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true }).catch(() => undefined);
        throw error instanceof Error && 'code' in error && fullDisk.has(String(error.code)) ? new StorageFull() : error;
      }
    },
    async get(name) {
      try {
        return await readFile(pathOf(name));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    remove: (name) => rm(pathOf(name), { force: true }),
    async *writtenBefore(under, moment) {
      for (const entry of await readdir(join(folder, under), { recursive: true, withFileTypes: true }).catch(noneYet)) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        // It may go while it is looked at.
        const written = await stat(path).then(({ mtime }) => mtime, () => null);
        if (written === null || written >= moment) continue;
        const name = relative(folder, path).split(sep).join('/');
        if (isName(name)) yield name;
        else await rm(path, { force: true });
      }
    },
  };
}
