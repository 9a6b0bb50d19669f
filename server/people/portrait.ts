// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { BadInput, Problem } from '../platform/http/problem.ts';
import { type PhotoSize, photoSizes } from './photo-address.ts';

/**
 * Makes square pictures of what somebody uploads. What they sent is read by its content, never by its name; nothing of it is kept but
 * the pixels: no place, no camera, no words.
 */
export interface Portrait {
  key: string;
  files: Record<PhotoSize, Buffer>;
}

/** Only these are read at all, whatever else the library could. */
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadHeifBuffer'] });
// One picture at a time is made, and none is kept in memory.
sharp.cache(false);
sharp.concurrency(1);

type Format = 'jpeg' | 'png' | 'webp' | 'avif';

/** The first two are read a strip at a time; of the others the whole picture is in memory at once. */
const mostPixels: Record<Format, number> = { jpeg: 64_000_000, png: 64_000_000, webp: 20_000_000, avif: 20_000_000 };
const SECONDS = 10;
const MOST_WAITING = 8;

const notAPhoto = () => new BadInput('photo', { nl: 'Kies een foto: een JPEG, PNG, WebP of AVIF.', en: 'Choose a photograph: a JPEG, PNG, WebP or AVIF.' });
const tooLarge = () => new BadInput('photo', { nl: 'Deze foto is te groot. Maak hem kleiner, hoogstens 4.000 bij 4.000 beeldpunten.', en: 'This photograph is too large. Make it smaller, at most 4,000 by 4,000 pixels.' });

/** @param owner so that two people with one picture do not know it of each other by its address */
export async function makePortrait(bytes: Buffer, owner: string): Promise<Portrait> {
  const format = formatOf(bytes);
  if (format === null) throw notAPhoto();
  return oneAtATime(async () => {
    const options = { limitInputPixels: mostPixels[format], failOn: 'error', sequentialRead: true, animated: false } as const;
    const { width, height } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata().catch(() => { throw notAPhoto(); });
    if (width * height > mostPixels[format]) throw tooLarge();
    if (width < 16 || height < 16) throw notAPhoto();
    const large = await sharp(bytes, options)
      .autoOrient()
      .resize({ width: photoSizes.large, height: photoSizes.large, fit: 'cover' })
      .timeout({ seconds: SECONDS })
      .webp({ quality: 82 })
      .toBuffer()
      .catch(() => { throw notAPhoto(); });
    const small = await sharp(large).resize({ width: photoSizes.small, height: photoSizes.small }).webp({ quality: 82 }).toBuffer();
    return { key: createHash('sha256').update(owner).update(large).digest('hex'), files: { small, large } };
  });
}

/** By the bytes that each format begins with. */
function formatOf(bytes: Buffer): Format | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png';
  const word = (from: number) => bytes.toString('latin1', from, from + 4);
  if (word(0) === 'RIFF' && word(8) === 'WEBP') return 'webp';
  return word(4) === 'ftyp' && ['avif', 'avis'].includes(word(8)) ? 'avif' : null;
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** So that memory is bounded by one picture, however many people send one. */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MOST_WAITING) {
    const busy = new Problem(503, 'busy', { nl: 'Er worden net veel foto’s verwerkt. Probeer het zo opnieuw.', en: 'Many photographs are being worked on. Try again in a moment.' });
    busy.retryAfter = 5;
    throw busy;
  }
  waiting++;
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    waiting--;
  }
}
