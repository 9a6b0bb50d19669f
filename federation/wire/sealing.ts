// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../server/platform/config/config.ts';
import { ConfigError } from '../../server/platform/config/config-error.ts';
import { newId } from '../../server/platform/ids.ts';

/** Private keys are in the database sealed with a key that is not (AES-256-GCM): a copy of the database speaks for nobody. */
export interface Sealer {
  /** @param of whose it is; what is moved to another row does not open */
  seal(secret: Buffer, of: string): Buffer;
  /** @throws when it was sealed with another key, for somebody else, or changed since */
  open(sealed: Buffer, of: string): Buffer;
}

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const sealers = new WeakMap<Config, Promise<Sealer>>();

/** With FEDERATION_KEY, or the file beside the uploads that the first process made. Every process with the same folder has the same. */
export function sealerOf(config: Config): Promise<Sealer> {
  const known = sealers.get(config);
  if (known !== undefined) return known;
  const made = (config.federationKey === null ? keyInFile(join(config.dataDir, 'federation.key'), config.dataDir) : Promise.resolve(config.federationKey)).then(sealerWith);
  sealers.set(config, made);
  // A folder that is not there yet may come.
  made.catch(() => sealers.delete(config));
  return made;
}

export function sealerWith(key: Buffer): Sealer {
  return {
    seal(secret, of) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(of));
      const body = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open(sealed, of) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES)).setAAD(Buffer.from(of));
      decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    },
  };
}

/** Written elsewhere first and then put in place at once, so that of several processes that start together one wins and none reads half. */
async function keyInFile(file: string, folder: string): Promise<Buffer> {
  const there = await contentOf(file);
  if (there !== null) return there;
  await mkdir(folder, { recursive: true });
  const draft = `${file}.${newId()}`;
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  const made = await contentOf(file);
  if (made === null) throw new Error(`${file} was taken away while it was made`);
  return made;
}

async function contentOf(file: string): Promise<Buffer | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new ConfigError(`DATA_DIR has a file federation.key that cannot be read (${error.code ?? 'unknown'}): let this process read it, or set FEDERATION_KEY.`);
  });
  if (text === null) return null;
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new ConfigError('DATA_DIR has a file federation.key that holds no key: put it back from a backup, or set FEDERATION_KEY.');
  return key;
}
