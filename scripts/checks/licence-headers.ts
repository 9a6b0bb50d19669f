// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Every source file says under which licence it stands, in its first lines. */
const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.mjs', '*.js', '*.css', '*.html', '*.sh', '*.sql', 'Dockerfile', '*.yaml', '*.yml', '.ci/run'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '');
const without = sources.filter((file) => !readFileSync(file, 'utf8').slice(0, 400).includes('SPDX-License-Identifier: EUPL-1.2'));

if (sources.length === 0 || without.length > 0) {
  console.error(`These files lack the line "SPDX-License-Identifier: EUPL-1.2":\n${without.join('\n')}`);
  process.exit(1);
}
console.log(`${sources.length} source files name their licence.`);
