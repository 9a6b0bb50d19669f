// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** `refusing`: no recipient is welcome for now (451); `slow`: it thinks for a while; `dying`: it ends in the middle of a mail, and comes back. */
export type Mood = 'well' | 'refusing' | 'slow' | 'dying';

export interface Acknowledged {
  messageId: string;
  recipient: string;
  text: string;
}

export interface MoodySmtp {
  url: string;
  /** Every time it said yes to a whole mail. */
  acknowledged: Acknowledged[];
  mood: Mood;
  close(): Promise<void>;
}

const THINKING_MS = 400;
const AWAY_MS = 300;

/** A mail server that takes what it is given, but not always. */
export async function openMoodySmtp(): Promise<MoodySmtp> {
  const acknowledged: Acknowledged[] = [];
  let port = 0;
  let server = await listen();

  async function listen(): Promise<SMTPServer> {
    const next = new SMTPServer({
      authOptional: true,
      closeTimeout: 1,
      disabledCommands: ['STARTTLS'],
      onRcptTo(_address, _session, callback) {
        if (smtp.mood === 'refusing') callback(Object.assign(new Error('not now'), { responseCode: 451 }));
        else callback();
      },
      onData(stream, session, callback) {
        // Who sends may die in the middle of it.
        take(stream, session.envelope.rcptTo[0]?.address ?? '', callback).catch(callback);
      },
    });
    next.on('error', () => undefined);
    const listening = next.listen(port, '127.0.0.1');
    await once(listening, 'listening');
    port = (listening.address() as AddressInfo).port;
    return next;
  }

  async function take(stream: NodeJS.ReadableStream, recipient: string, callback: (error?: Error | null) => void): Promise<void> {
    if (smtp.mood === 'dying') {
      stream.once('data', () => void die());
      stream.resume();
      return;
    }
    const content = await buffer(stream);
    if (smtp.mood === 'slow') await sleep(THINKING_MS);
    const { messageId = '', text = '' } = await PostalMime.parse(content);
    acknowledged.push({ messageId, recipient, text });
    callback();
  }

  let dying: Promise<void> | null = null;
  function die(): Promise<void> {
    dying ??= (async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      smtp.mood = 'well';
      await sleep(AWAY_MS);
      server = await listen();
      dying = null;
    })();
    return dying;
  }

  const smtp: MoodySmtp = {
    url: '',
    acknowledged,
    mood: 'well',
    async close() {
      await dying;
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  smtp.url = `smtp://127.0.0.1:${port}`;
  return smtp;
}
