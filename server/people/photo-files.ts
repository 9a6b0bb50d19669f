// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely';
import type { Trx } from '../platform/db/database.ts';
import { PUBLIC_AUDIENCE, type Viewer } from '../platform/db/viewer.ts';
import { NotFound } from '../platform/http/problem.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { type PhotoSize, photoSizes } from './photo-address.ts';
import type { Portrait } from './portrait.ts';
import { sharedWith } from './sharing.ts';

const fileName = (key: string, size: PhotoSize) => `photos/${key.slice(0, 2)}/${key}-${size}.webp`;
/** Of a name as above. */
export const keyOfFile = (name: string): string => /([0-9a-f]{64})-[a-z]+\.webp$/.exec(name)?.[1] ?? '';
const sizes = Object.keys(photoSizes) as PhotoSize[];

export async function storePortrait(storage: Storage, { key, files }: Portrait): Promise<void> {
  for (const size of sizes) await storage.put(fileName(key, size), files[size]);
}

export async function removePortrait(storage: Storage, key: string): Promise<void> {
  for (const size of sizes) await storage.remove(fileName(key, size));
}

/**
 * Whether this picture is somebody's now, and shared with the viewer; an address that was known is no right.
 * @throws {NotFound}
 */
export async function photoForViewer(trx: Trx, viewer: Viewer, key: string, file: string): Promise<{ size: PhotoSize; isPublic: boolean }> {
  const size = sizes.find((each) => file === `${each}.webp`);
  if (size === undefined || !/^[0-9a-f]{64}$/.test(key)) throw new NotFound();
  const row = await trx
    .selectFrom('profile_part as part')
    .innerJoin('actor as a', 'a.id', 'part.actor_id')
    .select('part.audience_id')
    .where('part.photo', '=', key)
    .where('a.deleted_at', 'is', null)
    .where(sharedWith(viewer, 'part'))
    .where(sql<boolean>`a.audience_id = any(${[...viewer.audiences]}::bigint[])`)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return { size, isPublic: row.audience_id === PUBLIC_AUDIENCE };
}

/** @throws {NotFound} */
export async function readPhoto(storage: Storage, key: string, size: PhotoSize): Promise<Buffer> {
  const bytes = await storage.get(fileName(key, size));
  if (bytes === null) throw new NotFound();
  return bytes;
}
