// SPDX-License-Identifier: EUPL-1.2
import type { Chance } from './chance.ts';
import type { Client } from './client.ts';
import type { Installation } from './installation.ts';
import type { Ledger } from './ledger.ts';
import type { TownWithAdministrator } from './town.ts';

/** What a fault is done to, while the writers write. */
export interface Scene {
  plein: Installation;
  town: TownWithAdministrator;
  ledger: Ledger;
  client: Client;
  chance: Chance;
  /** Events that no handler can carry out, until they are mended at the end. */
  poison: Set<string>;
  /** Put right, after the last fault, what only an administrator can. */
  afterwards: (() => Promise<void>)[];
}

/** One thing that goes wrong. Resolves when its cause is over; what it left is the product's to mend. */
export interface Fault {
  name: string;
  inject(scene: Scene): Promise<void>;
}
