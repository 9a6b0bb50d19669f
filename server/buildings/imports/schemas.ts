// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import { listOf, Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../../platform/http/schemas.ts';
import { faultFields } from './faults.ts';
import { MOST_LINES } from './read-csv.ts';

/** In a preview `in` stands for both `added` and `invited`: which of the two would tell who has an account. */
export const previewOutcomes = ['in', 'extended', 'already', 'faulty'] as const;
export const lineOutcomes = ['waiting', 'added', 'extended', 'invited', 'already', 'faulty'] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

const lineFields = {
  line: Type.Integer({ description: 'In the file, from 1, the heads counted.' }),
  email: Type.String(),
  name: Type.String(),
  role: Type.String(),
  groups: Type.String(),
  faults: Type.Array(Type.Object({ field: oneOf(faultFields), message: Type.String() }), { description: 'Why it was not carried out; or with another outcome, what was left as it was.' }),
};

export const ImportQuery = strict({
  preview: Type.Optional(Type.Boolean({ description: 'Only say what would happen to each line.' })),
  createGroups: Type.Optional(Type.Boolean({ description: 'Make the groups that the file names and the building lacks.' })),
});
export const ImportBody = Type.String({ maxLength: 1_048_576, description: 'email,name,role,groups; comma, semicolon or tab, with English or Dutch heads.' });

const count = Type.Integer();
export const ImportSchema = Type.Object({
  id: Uuid,
  state: oneOf(['running', 'done']),
  total: count,
  done: count,
  counts: Type.Object({ added: count, extended: count, invited: count, already: count, faulty: count }),
  changes: Type.Integer({ description: 'Lines that changed something.' }),
  createGroups: Type.Boolean(),
  createdAt: Moment,
  finishedAt: Nullable(Moment),
});
export const ImportList = listOf(ImportSchema);

export const ImportLineSchema = Type.Object({ ...lineFields, outcome: oneOf(lineOutcomes) });
export const ImportLineList = listOf(ImportLineSchema);
export const ImportLineQuery = strict({ ...pageFields, outcome: Type.Optional(oneOf(lineOutcomes)) });

export const StartedSchema = Type.Object({ ...ImportSchema.properties, items: Type.Array(ImportLineSchema, { maxItems: MOST_LINES, description: 'A row per line, as it stands.' }) });
export const PreviewSchema = Type.Object({
  items: Type.Array(Type.Object({ ...lineFields, outcome: oneOf(previewOutcomes) }), { maxItems: MOST_LINES }),
  total: count,
  counts: Type.Object({ in: count, extended: count, already: count, faulty: count }),
  missingGroups: Type.Array(Type.String(), { description: 'Groups that the file names and the building lacks; `createGroups` makes them.' }),
  mayCreateGroups: Type.Boolean(),
});
