// SPDX-License-Identifier: EUPL-1.2
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startPlein, type TestPlein } from '../support/app.ts';
import { buildMember, type TestMember } from '../support/factories.ts';
import { openRaw, readAnswer } from '../support/raw-connection.ts';

let plein: TestPlein;
let member: TestMember;
let address: string;
beforeAll(async () => {
  plein = await startPlein({ env: { RATE_LIMITS: 'relaxed' } });
  address = await plein.listen();
  member = await buildMember(plein);
});
afterAll(() => plein.close());
afterEach(async () => {
  const answer = await request(`${address}/api/v1/instance`);
  expect(answer.statusCode).toBe(200);
  await answer.body.dump();
});

async function send(path: string, body: string | Buffer | AsyncIterable<Buffer>, headers: Record<string, string> = {}) {
  const answer = await request(address + path, { method: 'POST', body: body as string, headers: { origin: 'http://plein.test', cookie: member.cookie ?? '', 'content-type': 'application/json', ...headers } });
  const { 'content-type': type } = answer.headers;
  return { status: answer.statusCode, type: String(type), problem: (await answer.body.json()) as { status?: number; errors?: { path: string }[] } };
}

const previews = '/api/v1/previews';

describe('a body', () => {
  test('of ten megabytes is refused before it is read, with its length or without', async () => {
    const text = JSON.stringify({ body: 'x'.repeat(10_000_000) });
    expect(await send(previews, text).catch(() => ({ status: 413 }))).toMatchObject({ status: 413 });
    async function* pieces(): AsyncGenerator<Buffer> {
      for (let at = 0; at < text.length; at += 65_536) yield Buffer.from(text.slice(at, at + 65_536));
    }
    // The answer may come while we still send; then the connection is cut under us.
    expect(await send(previews, pieces()).catch(() => ({ status: 413 }))).toMatchObject({ status: 413 });
    const raw = await openRaw(address);
    raw.write(`POST ${previews} HTTP/1.1\r\nHost: plein.test\r\nOrigin: http://plein.test\r\nCookie: ${member.cookie}\r\nContent-Type: application/json\r\nContent-Length: 10000000\r\n\r\n{`);
    await raw.hears('"status":413');
    raw.socket.destroy();
  });

  test.each<[string, string, string | undefined]>([
    ['lists around nothing', '['.repeat(10_000) + ']'.repeat(10_000), ''],
    ['objects', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), 'a'],
    ['lists in the field of a text', `{"body":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'body'],
    ['objects in the field of a choice', `{"body":"x","format":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`, 'format'],
    ['a million brackets that never close', '['.repeat(1_000_000), undefined],
    ['half a million brackets', '['.repeat(500_000) + ']'.repeat(500_000), ''],
  ])('ten thousand levels deep is refused by name: %s', async (_what, body, path) => {
    const answer = await send(previews, body);
    expect(answer).toMatchObject({ status: 400, type: expect.stringContaining('application/problem+json') });
    if (path !== undefined) expect(answer.problem.errors?.map((fault) => fault.path)).toContain(path);
  });

  const text = JSON.stringify({ body: 'x'.repeat(90_000) });
  test.each<[string, Buffer]>([
    ['gzip', gzipSync(text)],
    ['GZIP', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', Buffer.from(text)],
    ['gzip, gzip', gzipSync(gzipSync(text))],
    ['identity, gzip', gzipSync(text)],
    ['aws-chunked', Buffer.from(text)],
  ])('packed with %s is refused with 415, so that none can unpack to more', async (encoding, body) => {
    expect(await send(previews, body, { 'content-encoding': encoding })).toMatchObject({ status: 415, problem: { status: 415 } });
  });

  test('as it is may say so', async () => {
    expect(await send(previews, JSON.stringify({ body: 'Dag' }), { 'content-encoding': 'identity' })).toMatchObject({ status: 200 });
  });
});

/** What a well-behaved client never writes. The answer is a problem, and the connection ends. */
describe('bytes that are no request:', () => {
  const head = 'Host: plein.test\r\n';
  test.each<[string, string, number]>([
    ['nothing like HTTP', 'hallo daar\r\n\r\n', 400],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
    ['a method that does not exist', `BREW / HTTP/1.1\r\n${head}\r\n`, 400],
    ['a NUL in the address', `GET /\0 HTTP/1.1\r\n${head}\r\n`, 400],
    ['a line break in a header', `GET / HTTP/1.1\r\n${head}X: a\rb: c\r\n\r\n`, 400],
    ['a NUL in a header', `GET / HTTP/1.1\r\n${head}X: \0\r\n\r\n`, 400],
    ['two lengths', `POST /api/v1/sessions HTTP/1.1\r\n${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400],
    ['a length below nothing', `POST /api/v1/sessions HTTP/1.1\r\n${head}Content-Length: -2\r\n\r\n{}`, 400],
    ['a length beside pieces', `POST /api/v1/sessions HTTP/1.1\r\n${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n`, 400],
    ['pieces of no size', `POST /api/v1/sessions HTTP/1.1\r\n${head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`, 400],
    ['an unknown transfer', `POST /api/v1/sessions HTTP/1.1\r\n${head}Transfer-Encoding: gzip\r\n\r\n{}`, 400],
    ['headers of a hundred kilobytes', `GET / HTTP/1.1\r\n${head}X: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    ['an address of a hundred kilobytes', `GET /${'x'.repeat(100_000)} HTTP/1.1\r\n${head}\r\n`, 431],
    ['a version that does not exist', `GET / HTTP/9.9\r\n${head}\r\n`, 400],
  ])('%s', async (_what, bytes, status) => {
    const raw = await openRaw(address);
    raw.write(bytes);
    await raw.hears(/\r\n\r\n[^]*\}$/);
    const answer = readAnswer(raw.heard());
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//), detail: expect.any(String) });
    await raw.ended;
  });

  test('a request to no host is refused by Node itself, in no words', async () => {
    const raw = await openRaw(address);
    raw.write('GET / HTTP/1.1\r\n\r\n');
    expect(readAnswer(await raw.ended)).toMatchObject({ status: 400, body: expect.not.stringContaining('<') });
  });

  test.each(['//', '/.', '/..', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/../index.html', '/assets/%2e%2e%2findex.html', '/assets/..%5cindex.html', '/\\', '/*', '/?', '/#', '/;', '/%', '/%0', '/%zz', '/%ff', '/%c0%af', '/%00', '/api/v1/people/%00', '/api/v1/buildings/%ed%a0%80', '/people/%0d%0aX-Injected:%20yes', '/buildings/__proto__', '/api/v1/tags/constructor/posts', 'http://evil.example/', '/api/v1/posts/%2e%2e%2fme', '/'.repeat(5_000), `/api/v1/${'a/'.repeat(4_000)}`])('the address %j is answered without harm', async (path) => {
    const raw = await openRaw(address);
    raw.write(`GET ${path} HTTP/1.1\r\nHost: plein.test\r\nAccept: text/html\r\nConnection: close\r\n\r\n`);
    const answer = readAnswer(await raw.ended);
    expect([200, 400, 404, 414]).toContain(answer.status);
    expect(answer.headers).toContain("content-security-policy: default-src 'none'");
    expect(answer.headers).not.toContain('\r\nx-injected');
    expect(answer.body).not.toContain('root:');
  });

  test('OPTIONS, TRACE and the like do nothing', async () => {
    for (const method of ['OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH']) {
      const raw = await openRaw(address);
      raw.write(`${method} /api/v1/me HTTP/1.1\r\nHost: plein.test\r\nCookie: ${member.cookie}\r\nConnection: close\r\n\r\n`);
      const answer = readAnswer(await raw.ended);
      expect([400, 403, 404]).toContain(answer.status);
      expect(answer.body).not.toContain(member.cookie ?? '-');
    }
  });
});
