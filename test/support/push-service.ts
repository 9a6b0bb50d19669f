// SPDX-License-Identifier: EUPL-1.2
import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { jwtVerify } from 'jose';

/** For localhost, until 2124; a secret of nobody. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgtVyE+2iSQKylYUwi
SweVAYpBS2P1dlfWIIZqLgfpjemhRANCAARMWItiCouaQK5b2sFsIEjOKOBXEjR3
PufF11Ys0vgFvagZZUCoSTchhlwbTbLY4bxhu4kaBCF3k7ZGrQ+DQ0O/
-----END PRIVATE KEY-----`;
const certificate = `-----BEGIN CERTIFICATE-----
MIIBZzCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjQwMTAxMDAwMDAwWhgPMjEyNDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABExYi2IKi5pArlva
wWwgSM4o4FcSNHc+58XXVizS+AW9qBllQKhJNyGGXBtNstjhvGG7iRoEIXeTtkat
D4NDQ7+jTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
BTADAQH/MB0GA1UdDgQWBBR2dDheJzIVCIwXbeXQXx3J924lRjAKBggqhkjOPQQD
AgNIADBFAiBK+yLrqOqapFcuq0Y8XV8zUfbC5XIw30hTxhDb+cwpnAIhANJAyT2X
VzZD8ki+EvNSj/3Ck0kF3PR9e+7YjHzQk9OD
-----END CERTIFICATE-----`;

export interface Pushed {
  path: string;
  headers: IncomingHttpHeaders;
  /** When it came, in milliseconds of this process. */
  at: number;
  /** Decrypted. */
  message: { title: string; body: string; tag: string; url: string; locale: string };
  vapid: { aud: unknown; sub: unknown; exp: number; key: string };
}

type Answer = (response: ServerResponse, times: number) => void;

/** A push service (RFC 8030) on loopback, with the devices behind it: what it takes it decrypts, and it checks who sends. */
export interface PushService {
  address: string;
  /** A browser that subscribes. `answer` is how the service treats what comes for it; 201 unless said otherwise. */
  device(answer?: Answer): { subscription: { endpoint: string; keys: { p256dh: string; auth: string } }; pushed: Pushed[]; asked(): number };
  close(): Promise<void>;
}

export async function startPushService(): Promise<PushService> {
  // The server under test runs in this process.
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificate]);
  const devices = new Map<string, { pair: ECDH; auth: Buffer; answer: Answer; pushed: Pushed[]; times: number }>();
  const server = createServer({ key, cert: certificate }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url ?? '';
      const device = devices.get(path);
      if (device === undefined) return void response.writeHead(404).end();
      device.times += 1;
      void (async () => {
        const [vapid, message] = [await vapidOf(request.headers), decrypted(Buffer.concat(chunks), device.pair, device.auth)];
        response.on('finish', () => {
          if (response.statusCode < 300) device.pushed.push({ path, headers: request.headers, at: performance.now(), message, vapid });
        });
        device.answer(response, device.times);
      })().catch((error: unknown) => response.writeHead(400).end(String(error)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `https://localhost:${(server.address() as AddressInfo).port}`;
  return {
    address,
    device(answer = (response) => void response.writeHead(201).end()) {
      const pair = createECDH('prime256v1');
      pair.generateKeys();
      const [path, auth, pushed] = [`/push/${randomBytes(12).toString('hex')}`, randomBytes(16), [] as Pushed[]];
      devices.set(path, { pair, auth, answer, pushed, times: 0 });
      return {
        subscription: { endpoint: address + path, keys: { p256dh: pair.getPublicKey().toString('base64url'), auth: auth.toString('base64url') } },
        pushed,
        asked: () => devices.get(path)?.times ?? 0,
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** RFC 8291 (keys of a message) over RFC 8188 (aes128gcm): one record. */
function decrypted(body: Buffer, pair: ECDH, auth: Buffer): Pushed['message'] {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const sender = body.subarray(21, 21 + idLength);
  const shared = pair.computeSecret(sender);
  const input = Buffer.from(hkdfSync('sha256', shared, auth, Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender]), 32));
  const contentKey = Buffer.from(hkdfSync('sha256', input, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', input, salt, 'Content-Encoding: nonce\0', 12));
  const sealed = body.subarray(21 + idLength);
  const open = createDecipheriv('aes-128-gcm', contentKey, nonce);
  open.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
  // Padding: zeros behind a 2, which marks the last record.
  const end = plain.lastIndexOf(2);
  if (!plain.subarray(end + 1).every((byte) => byte === 0)) throw new Error('wrong padding');
  return JSON.parse(plain.subarray(0, end).toString()) as Pushed['message'];
}

/** RFC 8292: a token signed with the key that comes along. */
async function vapidOf({ authorization = '' }: IncomingHttpHeaders): Promise<Pushed['vapid']> {
  const [, token = '', publicKey = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/i.exec(authorization) ?? [];
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const { payload } = await jwtVerify(token, createPublicKey({ key: jwk, format: 'jwk' }), { algorithms: ['ES256'] });
  return { aud: payload.aud, sub: payload.sub, exp: payload.exp ?? 0, key: publicKey };
}
