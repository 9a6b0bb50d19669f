// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boundSilent } from './bound-silent.ts';

let server: Server;
const opened: Socket[] = [];
beforeEach(async () => {
  server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.end('ok'));
  });
});
afterEach(async () => {
  for (const socket of opened.splice(0)) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function bounded(options: Parameters<typeof boundSilent>[1]): Promise<void> {
  boundSilent(server, options);
  await once(server.listen(0, '127.0.0.1'), 'listening');
}

/** One after another, so that it is known who came first. */
async function open(from: string, said = ''): Promise<Socket> {
  const socket = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', localAddress: from });
  socket.on('error', () => undefined);
  opened.push(socket);
  const taken = once(server, 'connection');
  await once(socket, 'connect');
  await taken;
  if (said !== '') {
    const asked = once(server, 'request');
    socket.write(said);
    await asked;
  }
  return socket;
}

const half = 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345';
async function answers(socket: Socket, said: string): Promise<void> {
  const heard = once(socket, 'data');
  socket.write(said);
  expect(String((await heard)[0])).toMatch(/^HTTP\/1\.1 200/);
}

test('of one address the one that is silent longest goes; who asked something stays', async () => {
  await bounded({ proxied: false, ofOne: 3, inAll: 100 });
  const first = await open('127.0.0.5');
  await answers(first, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const longest = await open('127.0.0.5');
  const closed = once(longest, 'close');
  for (let turn = 0; turn < 3; turn++) await open('127.0.0.5');
  await closed;
  expect(opened.filter(({ destroyed }) => destroyed)).toEqual([longest]);
  await answers(first, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n');
});

test('who asks something and does not say it to its end is silent too, unless a proxy stands before us', async () => {
  await bounded({ proxied: false, ofOne: 3, inAll: 100 });
  const longest = await open('127.0.0.5', half);
  const second = await open('127.0.0.5', half);
  const closed = once(longest, 'close');
  for (let turn = 0; turn < 2; turn++) await open('127.0.0.5', half);
  await closed;
  expect(opened.filter(({ destroyed }) => destroyed)).toEqual([longest]);
  await answers(second, '67890');
});

test('behind a proxy bodies are for the proxy to bound', async () => {
  await bounded({ proxied: true, ofOne: 3, inAll: 100 });
  const sockets = [];
  for (let turn = 0; turn < 6; turn++) sockets.push(await open('127.0.0.5', half));
  for (const socket of sockets) await answers(socket, '67890');
});

test('of all together the one that is silent longest goes, whoever came', async () => {
  await bounded({ proxied: false, ofOne: 3, inAll: 5 });
  const longest = await open('127.0.0.5');
  const closed = once(longest, 'close');
  for (let turn = 6; turn < 11; turn++) await open(`127.0.0.${turn}`);
  await closed;
  expect(opened.filter(({ destroyed }) => destroyed)).toEqual([longest]);
});
