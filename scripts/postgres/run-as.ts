// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { StartRefused } from '../setup/start-refused.mjs';

/** How to start a program of PostgreSQL, which refuses to run as root and to use files of another user. */
export interface RunAs {
  /** Put before the command. */
  prefix: string[];
  /** The user that must own the folders PostgreSQL writes in; null: the present user. */
  owner: { uid: number; gid: number } | null;
}

const nobody = { uid: 65534, gid: 65534 };

/**
 * An ordinary user runs PostgreSQL as itself. For root there are two ways, neither of which needs a
 * system user to be made or a folder to be opened to others:
 * 1. a user namespace in which root is called 1000: PostgreSQL sees no root, the files stay root's own;
 * 2. where namespaces are forbidden, as in most containers: the user "nobody", allowed to pass by file
 *    permissions, because the folders above the data may be closed to all but root.
 * Data that another user made is run as that user.
 */
export function runAs(dataFolder: string): RunAs {
  const uid = process.getuid?.();
  if (uid === undefined) return { prefix: [], owner: null };
  const made = statSync(dataFolder, { throwIfNoEntry: false });
  if (uid !== 0) {
    if (made && made.uid !== uid) throw new StartRefused(`${dataFolder} belongs to another user (${made.uid}): start Plein as that user, or set DATA_DIR to a folder of your own.`);
    return { prefix: [], owner: null };
  }
  if (made && made.uid !== 0) return asOther({ uid: made.uid, gid: made.gid });
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
  if (works(namespace)) return { prefix: namespace, owner: null };
  if (made) throw new StartRefused(`${dataFolder} belongs to root, as which PostgreSQL refuses to run, and this machine forbids user namespaces: run "chown -R nobody:nogroup ${dataFolder}" once and start again.`);
  return asOther(nobody);
}

function asOther(owner: { uid: number; gid: number }): RunAs {
  const prefix = ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  if (works(prefix)) return { prefix, owner };
  throw new StartRefused('PostgreSQL refuses to run as root, and this machine allows neither a user namespace nor another user: start Plein as an ordinary user, or set DATABASE_URL.');
}

/** Ends PostgreSQL, in order, when this process dies without a word; only Linux can. */
export function endsWithUs(): string[] {
  const prefix = ['setpriv', '--pdeathsig', 'INT'];
  return process.platform === 'linux' && works(prefix) ? prefix : [];
}

function works([command, ...args]: string[]): boolean {
  return command !== undefined && spawnSync(command, [...args, 'true'], { stdio: 'ignore' }).status === 0;
}
