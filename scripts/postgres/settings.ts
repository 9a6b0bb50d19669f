// SPDX-License-Identifier: EUPL-1.2

/** Settings for a small machine with one application on it. */
const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '64MB',
  jit: 'off',
  io_workers: '1',
  // There is no replica, and there are no logical subscribers.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_min_duration_statement: '2s',
  // Statements hold what people wrote; the log of a public body must not.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

/** For tests: a crash of the machine may lose data, which nobody will miss, and several instances of many processes share it. */
const forTests = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: '400' };

/** As arguments, so that they are always those of the present version and no file in the data folder counts. */
export function serverArguments(folder: string, socketDir: string, fast: boolean): string[] {
  // The setting is a list, in which a name with a comma or a space must be quoted.
  const socketDirs = `"${socketDir.replaceAll('"', '""')}"`;
  const all = { ...settings, ...(fast ? forTests : {}), unix_socket_directories: socketDirs };
  return ['-D', folder, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
