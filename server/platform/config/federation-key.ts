// SPDX-License-Identifier: EUPL-1.2
import { ConfigError } from './config-error.ts';

const BYTES = 32;

/** With which the keys of the people and places here are sealed in the database; null leaves it to a file under DATA_DIR. Never repeats the value. @throws {ConfigError} */
export function readFederationKey(value: string | null): Buffer | null {
  if (value === null) return null;
  const key = Buffer.from(value, 'base64');
  if (key.length !== BYTES || key.toString('base64') !== value) throw new ConfigError(`FEDERATION_KEY is no usable key: give ${BYTES} random bytes in base64, as "openssl rand -base64 ${BYTES}" makes them.`);
  return key;
}
