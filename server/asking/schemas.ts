// SPDX-License-Identifier: EUPL-1.2
import { type Static, Type } from 'typebox';
import { ThemeRefSchema, workRoles } from '../people/public.ts';
import { listOf, Moment, Nullable, oneOf, pageFields, strict, Uuid } from '../platform/http/schemas.ts';
import { PostSchema } from '../posts/public.ts';

export const askAudiences = ['staff', 'public'] as const;

const target = {
  theme: Type.String({ minLength: 1, maxLength: 100, description: 'Id, address or any name of a theme.' }),
  organisation: Type.Optional(Uuid),
  workRole: Type.Optional(oneOf(workRoles)),
  region: Type.Optional(Type.String({ maxLength: 80 })),
  audience: Type.Optional(oneOf(askAudiences)),
};
export const ReachQuery = strict(target);
export type Target = Static<typeof ReachQuery>;
export const Reach = Type.Object({ people: Type.Integer({ description: 'Who have the theme, as far as you may see; you are not counted. Who wants no questions, or none of yours, is counted and not told.' }), organisations: Type.Integer(), left: Type.Integer({ description: 'How many questions you may still ask today.' }) });

export const NewQuestionBody = strict({
  ...target,
  title: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  body: Type.String({ minLength: 1, maxLength: 100_000 }),
  neighbours: Type.Optional(Type.Array(Type.String({ maxLength: 300 }), { maxItems: 20, description: 'Hosts of neighbours, with which questions are shared both ways: to be asked there too. Only of a question for everybody.' })),
});

export const AskedQuestionSchema = Type.Object({
  id: Type.String({ format: 'uuid', description: 'That of the post.' }),
  post: PostSchema,
  theme: ThemeRefSchema,
  organisation: Nullable(Type.Object({ id: Uuid, name: Type.String() })),
  workRole: Nullable(oneOf(workRoles)),
  region: Nullable(Type.String()),
  reach: Type.Integer({ description: 'How many people it was for when it was asked.' }),
  askedAt: Moment,
});
export type AskedQuestion = Static<typeof AskedQuestionSchema>;
export const AskedList = listOf(AskedQuestionSchema);
export const AskedQuery = strict({ ...pageFields, answered: Type.Optional(Type.Boolean()) });
export const MineQuery = strict(pageFields);

export const ThemeParams = Type.Object({ theme: Type.String({ minLength: 1, maxLength: 100 }) });
export const OptOuts = listOf(ThemeRefSchema);
