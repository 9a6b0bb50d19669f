// SPDX-License-Identifier: EUPL-1.2
import { chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Circumstances, freshDataDir, processesOf, startPlein } from './started-plein.ts';

// Whole starts: seconds each, more on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const administrator = { ADMIN_EMAIL: 'beheer@gemeente.example', ADMIN_PASSWORD: 'een lang wachtwoord' };

/** Whether the administrator of the first start can still sign in. */
async function signIn(address: string): Promise<number> {
  const answer = await fetch(`${address}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email: administrator.ADMIN_EMAIL, password: administrator.ADMIN_PASSWORD }),
  });
  return answer.status;
}

/** Starts, sees it answer, ends it with Ctrl-C, and sees that nothing is left. */
async function startAndEnd(dataDir: string, circumstances: Circumstances = {}): Promise<void> {
  const plein = startPlein(dataDir, circumstances);
  expect((await fetch(`${await plein.address}/readyz`)).status).toBe(200);
  expect(processesOf(dataDir).length).toBeGreaterThan(0);
  plein.signal('SIGINT');
  expect(await plein.exit).toBe(0);
  expect(processesOf(dataDir)).toEqual([]);
}

describe('npm start', () => {
  test('ends without leaving a process, and finds everything again the next time', async () => {
    const dataDir = freshDataDir();
    await startAndEnd(dataDir, { env: administrator });
    const second = startPlein(dataDir);
    expect(await signIn(await second.address)).toBe(201);
    expect(second.output().trim().split('\n')).toEqual([expect.stringMatching(/^Plein is open at http:\/\/localhost:\d+$/)]);
  });

  test('starts again after kill -9, with all that was acknowledged', async () => {
    const dataDir = freshDataDir();
    const first = startPlein(dataDir, { env: administrator });
    await first.address;
    first.signal('SIGKILL');
    await first.exit;
    expect(await signIn(await startPlein(dataDir).address)).toBe(201);
  });

  test('ends once, however many signals come', async () => {
    const dataDir = freshDataDir();
    const plein = startPlein(dataDir);
    await plein.address;
    for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) plein.signal(signal);
    expect(await plein.exit).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
  });

  test('fills the demonstration, unless NODE_ENV is production', async () => {
    const buildings = async (env: Record<string, string>): Promise<number> => {
      const address = await startPlein(freshDataDir(), { env }).address;
      const { items } = (await (await fetch(`${address}/api/v1/buildings`)).json()) as { items: unknown[] };
      return items.length;
    };
    expect(await buildings({ DEMO: '', NODE_ENV: '' })).toBeGreaterThan(5);
    expect(await buildings({ DEMO: '', NODE_ENV: 'production' })).toBe(0);
  });

  test('copes with a data folder deep down', async () => {
    await startAndEnd(join(freshDataDir(), 'a'.repeat(120)));
  });
});

describe('what stops a start is told in one sentence, with exit code 1', () => {
  async function refusal(dataDir: string, env: Record<string, string> = {}): Promise<string> {
    const plein = startPlein(dataDir, { env });
    expect(await plein.exit).toBe(1);
    expect(processesOf(dataDir)).toEqual([]);
    const lines = plein.output().trim().split('\n').filter((line) => line !== 'Making the database.');
    expect(lines).toHaveLength(1);
    return lines[0] ?? '';
  }

  test.each([
    [{ PORT: 'eighty' }, /^PORT is "eighty", but/],
    [{ ROLE: 'boss' }, /^ROLE is "boss", but/],
    [{ DEMO: 'yes' }, /^DEMO is "yes", but/],
    [{ PUBLIC_URL: 'plein.example' }, /^PUBLIC_URL is "plein.example", but/],
    [{ SMTP_SERVER: 'mail.example' }, /^SMTP_SERVER is not a setting/],
    [{ DATABASE_URL: 'mysql://localhost' }, /^DATABASE_URL is no usable address/],
  ])('a wrong setting: %j', async (env, sentence) => {
    const dataDir = freshDataDir();
    expect(await refusal(dataDir, env)).toMatch(sentence);
    expect(existsSync(dataDir)).toBe(false);
  });

  test('a database that does not answer', async () => {
    expect(await refusal(freshDataDir(), { DATABASE_URL: 'postgres://plein:secret@127.0.0.1:1/plein' })).toMatch(/^DATABASE_URL cannot be reached: (?!.*secret)/);
  });

  test('a port in use', async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.listen(0, '127.0.0.1', () => resolve(null)));
    const { port } = other.address() as AddressInfo;
    expect(await refusal(freshDataDir(), { PORT: String(port) })).toMatch(new RegExp(`^PORT ${port} is in use`));
  });

  test('a data folder of another version', async () => {
    const dataDir = freshDataDir();
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    expect(await refusal(dataDir)).toMatch(/holds data of PostgreSQL 17, but this Plein brings PostgreSQL 18/);
    expect(readdirSync(dataDir)).toEqual(['postgres']);
  });

  test('a data folder in use', async () => {
    const dataDir = freshDataDir();
    await startPlein(dataDir).address;
    const second = startPlein(dataDir);
    expect(await second.exit).toBe(1);
    expect(second.output()).toMatch(/^Another Plein \(process \d+\) is using the data folder [^\n]*\n$/);
    expect(processesOf(dataDir)).not.toEqual([]);
  });

  test('a data folder that cannot be written', async () => {
    expect(await refusal('/sys/plein')).toMatch(/^The data folder \/sys\/plein cannot be used/);
  });
});

// These need root to become somebody else; an ordinary user has run all of the above as itself.
describe.runIf(process.getuid?.() === 0)('started as', () => {
  // Passing by file permissions, because the checkout may be in a folder that only root may enter.
  const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  // A user namespace in which root has another number takes this capability, as it takes a container's leave.
  const asRootWithoutNamespaces = ['setpriv', '--bounding-set=-setfcap', '--inh-caps=-setfcap'];

  function ownedBy(uid: number): string {
    const dataDir = freshDataDir();
    chownSync(dirname(dataDir), uid, uid);
    return dataDir;
  }

  test('an ordinary user, and then as root', async () => {
    const dataDir = ownedBy(65534);
    await startAndEnd(dataDir, { prefix: asNobody });
    await startAndEnd(dataDir);
  });

  test('root, in a folder that only root may enter, and then as an ordinary user, which is refused', async () => {
    const dataDir = ownedBy(0);
    await startAndEnd(dataDir);
    const other = startPlein(dataDir, { prefix: asNobody });
    expect(await other.exit).toBe(1);
    expect(other.output()).toMatch(/belongs to another user \(0\): start Plein as that user/);
  });

  test('root where user namespaces are forbidden, as in a container', async () => {
    await startAndEnd(ownedBy(0), { prefix: asRootWithoutNamespaces });
  });
});
