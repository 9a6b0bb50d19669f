// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runQuietly } from './run-quietly.mjs';

/** Where it is kept, in a checkout. */
export const compiledFolder = (root) => join(root, 'node_modules', '.cache', 'plein-compiled');

/**
 * Keeps what Node makes of the TypeScript sources. The compiler that strips the types takes 30 MB of a process
 * for as long as it runs, so the first time a process of its own does that, and ends.
 */
export async function keepCompiledCode(root) {
  const folder = compiledFolder(root);
  const sources = ['server/main.ts', 'scripts/postgres/embedded.ts'].map((file) => pathToFileURL(join(root, file)).href);
  if (!existsSync(folder)) {
    const program = `import module from 'node:module'; module.enableCompileCache(${JSON.stringify(folder)});
      for (const source of ${JSON.stringify(sources)}) await import(source); module.flushCompileCache(); process.exit(0);`;
    // Where it fails, this process compiles for itself and tells what is wrong.
    await runQuietly(process.execPath, ['--input-type=module', '--eval', program], { cwd: root });
  }
  module.enableCompileCache(folder);
}
