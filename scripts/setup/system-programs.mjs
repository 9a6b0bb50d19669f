// SPDX-License-Identifier: EUPL-1.2
import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly, tail } from './run-quietly.mjs';
import { StartRefused } from './start-refused.mjs';

const policy = '/usr/sbin/policy-rc.d';

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isProgram(join(folder, program)));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function missingPrograms() {
  const chromium = process.env.CHROMIUM_PATH ? isProgram(process.env.CHROMIUM_PATH) : isProgram('/usr/bin/chromium');
  return [...(chromium ? [] : ['chromium']), ...(onPath('redis-server') ? [] : ['redis-server'])];
}

/** Sees to it that Chromium and redis-server are there, through apt when this is root on a Debian. */
export async function ensureSystemPrograms(say) {
  const missing = missingPrograms();
  if (missing.length === 0) return;
  if (process.env.CHROMIUM_PATH && missing.includes('chromium')) {
    throw new StartRefused(`CHROMIUM_PATH is "${process.env.CHROMIUM_PATH}", but there is no program there.`);
  }
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    throw new StartRefused(`The tests need ${missing.join(' and ')}: install ${missing.length > 1 ? 'them' : 'it'} (Debian: apt-get install ${missing.join(' ')})${missing.includes('chromium') ? ', or set CHROMIUM_PATH' : ''}, and start again.`);
  }
  say(`Installing ${missing.join(' and ')}.`);
  await withoutServices(async () => {
    await apt(['update']);
    await apt(['install', '-y', '--no-install-recommends', ...missing, ...(missing.includes('chromium') ? ['fonts-liberation'] : [])]);
  });
  if (missingPrograms().length > 0) throw new StartRefused(`apt-get did not bring ${missingPrograms().join(' and ')}: install it by hand and start again.`);
}

async function apt(args) {
  const result = await runQuietly('apt-get', ['-q', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120', ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (result.code !== 0) throw new StartRefused(`apt-get ${args[0]} failed; it says:\n${tail(result.output)}`);
}

/** Debian starts a service as soon as it is installed, unless this file forbids it. */
async function withoutServices(install) {
  const ours = !existsSync(policy);
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await install();
  } finally {
    if (ours) rmSync(policy, { force: true });
  }
}
