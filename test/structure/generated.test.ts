// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { currentClient, generateClient } from '../../scripts/generate-client.ts';
import { currentSchemaTypes, schemaTypes } from '../../scripts/generate-schema.ts';
import { createDatabase } from '../support/database.ts';

test('the types of the tables are those of the migrations', async () => {
  const database = await createDatabase();
  try {
    expect(await schemaTypes(database.url)).toBe(await currentSchemaTypes());
  } finally {
    await database.drop();
  }
});

test('the web client is the one that the routes describe', async () => {
  expect(await generateClient()).toEqual(await currentClient());
});
