// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Received {
  mail: Email;
  raw: string;
  /** Of the envelope. */
  from: string;
  to: string[];
}

/** A mail server on this machine. */
export interface Inbox {
  url: string;
  /** What it acknowledged, in that order. */
  received: Email[];
  letters: Received[];
  /** Answers to the next recipients, before it takes mail again. */
  refuse(times: number, code: number, words?: string): void;
  /** The next so many mails are taken in whole, and then the connection is cut without an answer. */
  dieBeforeAnswer(times: number): void;
  /** Before it acknowledges the next mail. */
  beforeAnswer(act: () => Promise<unknown>): void;
  /** What it took in whole, acknowledged or not. */
  seen: string[];
  close(): Promise<void>;
}

export async function openInbox(): Promise<Inbox> {
  const received: Email[] = [];
  const letters: Received[] = [];
  const seen: string[] = [];
  let refusal = { times: 0, code: 451, words: 'not now' };
  let deaths = 0;
  let act: (() => Promise<unknown>) | null = null;
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 100,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, callback) {
      if (refusal.times === 0) return callback();
      refusal.times--;
      callback(Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    onData(stream, session, callback) {
      void buffer(stream).then(async (content) => {
        const mail = await PostalMime.parse(content);
        seen.push(mail.messageId ?? '');
        const [before, dies] = [act, deaths > 0];
        act = null;
        await before?.();
        if (dies) {
          deaths--;
          // Its type leaves out that a connection has a socket.
          for (const each of server.connections as unknown as Set<{ id: string; _socket: Socket }>) if (each.id === session.id) each._socket.destroy();
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        received.push(mail);
        letters.push({ mail, raw: content.toString('latin1'), from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address) });
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    received,
    letters,
    seen,
    refuse: (times, code, words = 'not now') => {
      refusal = { times, code, words };
    },
    dieBeforeAnswer: (times) => {
      deaths = times;
    },
    beforeAnswer: (next) => {
      act = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
