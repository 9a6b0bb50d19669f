// SPDX-License-Identifier: EUPL-1.2
import type { Schedule } from '../platform/outbox/handle.ts';
import { keyOfFile } from './photo-files.ts';

const HOUR = 3_600_000;
/** A file is written before the profile that names it. */
const LEFT_ALONE_MS = HOUR;
const AT_ONCE = 500;

/** Removes the files of photographs that no profile names any more: a server stopped between writing and keeping, or a file that could not be removed. */
export const sweepPhotos: Schedule = {
  name: 'sweep-photos',
  everyMs: 24 * HOUR,
  async run({ database, storage, clock }) {
    const before = new Date(clock.now().getTime() - LEFT_ALONE_MS);
    let batch: string[] = [];
    // As the system: whoever a photograph is shared with, it is somebody's.
    const sweep = async (): Promise<void> => {
      const keys = [...new Set(batch.map(keyOfFile))];
      const named = new Set(await database.asSystem(async (trx) => (await trx.selectFrom('profile_part').select('photo').where('photo', 'in', keys).execute()).map((row) => row.photo)));
      for (const name of batch) if (!named.has(keyOfFile(name))) await storage.remove(name);
      batch = [];
    };
    for await (const name of storage.writtenBefore('photos', before)) if (batch.push(name) === AT_ONCE) await sweep();
    if (batch.length > 0) await sweep();
  },
};
