// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/processes.ts';
import type { FedifyOrder, FedifyWord } from './federation-fedify.ts';
import type { PeerOrder, PeerWord } from './federation-peer.ts';

/** A bare peer in a process of its own, which does one thing at a time. */
export interface BarePeer {
  origins: string[];
  ask<W extends PeerWord>(order: PeerOrder): Promise<Exclude<W, { failed: string }>>;
  /** It would run on a machine of its own: it has the processor when nothing else wants it. */
  giveWay(): void;
  stop(): void;
}

/** @param hosts how many instances it is: 127.0.0.11 and on */
export async function startBarePeer(hosts: number, from = 11): Promise<BarePeer> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'federation-peer.ts'), { env: { PATH: process.env['PATH'], NODE_ENV: 'production' } });
  const ask = <W extends PeerWord>(order: PeerOrder) =>
    new Promise<Exclude<W, { failed: string }>>((resolve, reject) => {
      child.once('message', (word: PeerWord) => {
        if ('failed' in word) reject(new Error(word.failed));
        // It answers each order with its own word.
        else resolve(word as Exclude<W, { failed: string }>);
      });
      child.send(order);
    });
  const port = await freePort();
  const addresses = Array.from({ length: hosts }, (_, index) => `127.0.0.${from + index}`);
  const { listening } = await ask<{ listening: string[] }>({ listen: { addresses, port } });
  return { origins: listening, ask, giveWay: () => void (child.pid !== undefined && setPriority(child.pid, 19)), stop: () => child.kill('SIGKILL') };
}

/** Fedify's own inbox in a process of its own. */
export interface FedifyInbox {
  url: string;
  handled(): Promise<number>;
  stop(): void;
}

export async function startFedifyInbox(): Promise<FedifyInbox> {
  const child = fork(join(import.meta.dirname, 'federation-fedify.ts'), { env: { PATH: process.env['PATH'], NODE_ENV: 'production' } });
  const ask = (order: FedifyOrder) =>
    new Promise<FedifyWord>((resolve) => {
      child.once('message', resolve);
      child.send(order);
    });
  const port = await freePort();
  await ask({ listen: port });
  return {
    url: `http://127.0.0.1:${port}/inbox`,
    async handled() {
      const word = await ask({ count: true });
      return 'handled' in word ? word.handled : 0;
    },
    stop: () => child.kill('SIGKILL'),
  };
}
