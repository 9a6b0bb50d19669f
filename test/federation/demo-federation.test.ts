// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { closedBuilding, emailOf, openBuilding, squares, SQUARES_PASSWORD } from '../../scripts/demo/federation/squares.ts';
import { eventually, visit } from '../../scripts/demo/federation/visitor.ts';
import { processesOf } from '../start/started-plein.ts';

const script = join(import.meta.dirname, '../../scripts/demo-federation.mjs');
const folder = mkdtempSync(join(tmpdir(), `plein-three-${process.pid}-`));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Four in a row that nobody listens at. */
async function freePorts(): Promise<number> {
  for (let first = 21_000 + (process.pid % 300) * 40; ; first += 4) {
    const free = await Promise.all([0, 1, 2, 3].map((step) => isFree(first + step)));
    if (free.every(Boolean)) return first;
  }
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  const free = await new Promise<boolean>((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => resolve(true));
  });
  await new Promise((resolve) => probe.close(resolve));
  return free;
}

interface Started {
  guide: Promise<string>;
  exit: Promise<number | null>;
  output(): string;
  signal(name: NodeJS.Signals): void;
}

function start(port: number): Started {
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: tmpdir(), PORT: String(port), DATA_DIR: folder } });
  let output = '';
  const exit = once(child, 'close').then(() => child.exitCode);
  const guide = new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = /as whom: (http:\/\/\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    void exit.then((code) => reject(new Error(`It ended with ${code}: ${output}`)));
  });
  guide.catch(() => undefined);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  return { guide, exit, output: () => output, signal: (name) => child.kill(name) };
}

const leftOver = () => squares.flatMap(({ key }) => processesOf(join(folder, key)));
const texts = async (visitor: Awaited<ReturnType<typeof visit>>, slug: string) => (await visitor.get<{ items: { text: string }[] }>(`/buildings/${encodeURIComponent(slug)}/posts`)).items.map((post) => post.text).sort();

describe('npm run demo:federation', () => {
  test('starts three squares that share an open and a closed building, says where to look, and ends without leaving anything', async () => {
    const port = await freePorts();
    const three = start(port);
    const guide = await three.guide;
    expect(guide).toBe(`http://localhost:${port}/`);
    const page = await (await fetch(`http://127.0.0.1:${port}/`)).text();
    for (const { key, people } of squares) for (const { handle } of people) expect(page).toContain(emailOf(handle, key));
    const [kadezicht, hoogveld, molenvliet] = squares.map(({ key }, index) => `http://${key}.localhost:${port + 1 + index}`) as [string, string, string];
    const saar = await visit(kadezicht, emailOf('saar-fictie', 'kadezicht'), SQUARES_PASSWORD);
    const koen = await visit(kadezicht, emailOf('koen-verzonnen', 'kadezicht'), SQUARES_PASSWORD);
    const aya = await visit(hoogveld, emailOf('aya-voorbeeld', 'hoogveld'), SQUARES_PASSWORD);
    const mees = await visit(molenvliet, emailOf('mees-denkbeeldig', 'molenvliet'), SQUARES_PASSWORD);
    const open = await texts(saar, openBuilding.slug);
    expect(open.length).toBeGreaterThan(2);
    expect(await texts(mees, `${openBuilding.slug}@${new URL(kadezicht).host}`)).toEqual(open);
    const closed = await texts(aya, closedBuilding.slug);
    expect(closed.length).toBeGreaterThan(1);
    expect(await texts(koen, `${closedBuilding.slug}@${new URL(hoogveld).host}`)).toEqual(closed);
    await expect(texts(mees, `${closedBuilding.slug}@${new URL(hoogveld).host}`)).rejects.toThrow('404');
    expect((await koen.send('POST', '/asked-questions', { theme: 'Jeugd', title: 'Wie doet dit al?', body: 'Hoe vinden jullie elkaar?', audience: 'public', neighbours: [new URL(hoogveld).host] })).status).toBe(201);
    expect(await eventually('de vraag van Koen', async () => (await aya.get<{ items: unknown[] }>('/me/asked-questions')).items[0])).toMatchObject({ post: { title: 'Wie doet dit al?' } });
    three.signal('SIGINT');
    expect(await three.exit).toBe(0);
    expect(leftOver()).toEqual([]);

    // The next time everything is there, and nothing is written twice.
    const again = start(port);
    await again.guide;
    const back = await visit(kadezicht, emailOf('saar-fictie', 'kadezicht'), SQUARES_PASSWORD);
    expect(await texts(back, openBuilding.slug)).toEqual(open);
    again.signal('SIGINT');
    expect(await again.exit).toBe(0);
    expect(leftOver()).toEqual([]);
  }, 300_000);

  test('says which port is taken, and makes nothing', async () => {
    const port = await freePorts();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port + 2, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => other.close(() => resolve())));
    const three = start(port);
    expect(await three.exit).toBe(1);
    expect(three.output().trim().split('\n').at(-1)).toBe(`Port ${port + 2} is in use by another program. End that program, or choose the first of four other ports in a row: PORT=4000 npm run demo:federation.`);
  });
});
