// SPDX-License-Identifier: EUPL-1.2
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { buildApp } from '../server/app.ts';
import { house } from '../federation/house.ts';
import { openDeps } from '../server/instance.ts';
import { readConfig } from '../server/platform/config/config.ts';

/** What the web client knows of the server. */
export interface GeneratedClient {
  /** The OpenAPI document. */
  document: string;
  /** Its types, for openapi-fetch. */
  types: string;
}

const documentFile = new URL('../web/api/openapi.json', import.meta.url);
const typesFile = new URL('../web/api/schema.d.ts', import.meta.url);

/** Asks the application itself; nothing is connected to for that. */
export async function generateClient(): Promise<GeneratedClient> {
  const { deps, close } = openDeps(readConfig({ DATABASE_URL: 'postgres://nobody@localhost/nothing', LOG_LEVEL: 'silent' }));
  const app = await buildApp(deps, house);
  try {
    const document = `${JSON.stringify(app.swagger(), null, 1)}\n`;
    const types = astToString(await openapiTS(document, { alphabetize: true, exportType: true }));
    return { document, types: `// SPDX-License-Identifier: EUPL-1.2\n// Generated from the OpenAPI document by "npm run generate".\n${types}` };
  } finally {
    await app.close();
    await close();
  }
}

export async function currentClient(): Promise<GeneratedClient> {
  return { document: await readFile(documentFile, 'utf8'), types: await readFile(typesFile, 'utf8') };
}

if (import.meta.main) {
  const { document, types } = await generateClient();
  await writeFile(documentFile, document);
  await writeFile(typesFile, types);
}
