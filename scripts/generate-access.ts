// SPDX-License-Identifier: EUPL-1.2
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { accesses } from '../server/buildings/place-ref.ts';
import { actsInPlaces, actsInTheInstance, outcomeIn, outcomeOf } from './access/acts.ts';
import { everybody } from './access/who.ts';

const target = fileURLToPath(new URL('../docs/access.md', import.meta.url));

const heading = `# Who may do what

Made from the policies of the rooms by \`npm run generate:access\`; do not edit. \`test/api/access-table.test.ts\` reads this page, does every act as everybody over HTTP, and finds these outcomes, and the same in the \`can\` of every answer.

- **yes**: it is done. **sign in**: 401. **no**: 403, with a sentence that says why. **absent**: 404, the same as for what does not exist. **asks**: it becomes a question to those who decide.
`;

/** The page as it belongs in docs/. */
export function accessPage(): string {
  const who = everybody.map(({ name, means }) => `- **${name}**: ${means}.`).join('\n');
  const inPlaces = accesses.map((access) => `## In ${access === 'open' ? 'an open' : `a ${access}`} place\n\n${table(actsInPlaces.map((act) => [act.name, ...everybody.map((one) => outcomeIn(access, act, one))]))}`);
  const inInstance = [false, true].map((may) => `## On the instance, where residents ${may ? 'may' : 'may not'} start buildings\n\n${table(actsInTheInstance.map((act) => [act.name, ...everybody.map((one) => outcomeOf(act, one, may))]))}`);
  return `${[heading + who, ...inPlaces, ...inInstance].join('\n\n')}\n`;
}

function table(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(['', ...everybody.map(({ name }) => name)]), line(['---', ...everybody.map(() => '---')]), ...rows.map(line)].join('\n');
}

export async function currentAccessPage(): Promise<string> {
  return readFile(target, 'utf8');
}

if (import.meta.main) await writeFile(target, accessPage());
