// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { command } from '../platform/http/command.ts';
import { Forbidden } from '../platform/http/problem.ts';
import { Empty } from '../platform/http/schemas.ts';
import { addressOf, placeForViewer } from './find-place.ts';
import { dismissDuplicate, likelyDuplicates } from './merging/duplicates.ts';
import { mergedInto } from './merging/merged-here.ts';
import { previewMerge } from './merging/merge-preview.ts';
import { agreeToMerge, dropOldWords, endMerge, mergeForViewer, mergesForViewer, placesToMerge, proposeMerge, TermsChanged, undoMerge } from './merging/propose-merge.ts';
import {
  AgreementBody, BothPlaces, ById, DuplicateList, DuplicatesQuery, MergedHereList, MergeList, MergePreviewSchema, MergesQuery, MergeSchema, NewMergeBody, toDuplicate, toMerge, TwoPlacesQuery,
} from './merging/schemas-merging.ts';
import { refOf } from './place-ref.ts';
import { placeRoutes } from './place-routes.ts';

const tags = ['merging'];

/** Places that are the same thing twice: finding them, and making them one. */
export function mergingRoutes(app: App, deps: Deps): void {
  const { database, clock } = deps;

  app.get(
    '/api/v1/duplicates',
    { config: { access: 'account' }, schema: { tags, operationId: 'listDuplicates', summary: 'Places that are probably the same, for those who may propose to merge them', querystring: DuplicatesQuery, response: { 200: DuplicateList } } },
    async (request) => {
      const viewer = memberOf(request);
      const { building } = request.query;
      const pairs = await database.asViewer(viewer, async (trx) => {
        const place = building === undefined ? null : await placeForViewer(trx, viewer, building);
        if (place !== null && !place.can.edit) throw new Forbidden();
        return likelyDuplicates(trx, viewer, place?.id ?? null);
      });
      return { items: pairs.map(toDuplicate), next: null };
    },
  );

  app.put(
    '/api/v1/duplicates/:one/:other/dismissal',
    { config: { access: 'account' }, schema: { tags, operationId: 'dismissDuplicate', summary: 'Say for good that two places are not the same', params: BothPlaces, response: { 204: Empty } } },
    async (request, reply) => {
      await database.asViewer(request.viewer, (trx) => dismissDuplicate(trx, clock, memberOf(request), request.params.one, request.params.other));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/merge-previews',
    { config: { access: 'account' }, schema: { tags, operationId: 'previewMerge', summary: 'What would move when one place goes up in another, and who would read more', querystring: TwoPlacesQuery, response: { 200: MergePreviewSchema } } },
    async (request) => {
      const viewer = memberOf(request);
      return database.asViewer(viewer, async (trx) => {
        const both = await placesToMerge(trx, viewer, request.query.source, request.query.target);
        return { ...(await previewMerge(trx, viewer, both)), source: refOf(both.source), target: refOf(both.target) };
      });
    },
  );

  app.get(
    '/api/v1/merges',
    { config: { access: 'account' }, schema: { tags, operationId: 'listMerges', summary: 'Merges that one decides on or proposed', querystring: MergesQuery, response: { 200: MergeList } } },
    async (request) => {
      const viewer = memberOf(request);
      const { items, next } = await database.asViewer(viewer, (trx) => mergesForViewer(trx, viewer, request.query));
      return { items: items.map((merge) => toMerge(viewer, merge, clock.now())), next };
    },
  );

  app.post(
    '/api/v1/merges',
    { config: { access: 'account', limit: 'merge' }, schema: { tags, operationId: 'proposeMerge', summary: 'Propose that one place goes up in another; done at once by who administers both', body: NewMergeBody, response: { 201: MergeSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const viewer = memberOf(request);
        const merge = await proposeMerge(trx, clock, viewer, request.body);
        return { body: toMerge(viewer, merge, clock.now()), location: `/api/v1/merges/${merge.id}` };
      }),
  );

  app.get(
    '/api/v1/merges/:id',
    { config: { access: 'account' }, schema: { tags, operationId: 'getMerge', summary: 'One merge, with how far it is', params: ById, response: { 200: MergeSchema } } },
    async (request) => {
      const viewer = memberOf(request);
      return toMerge(viewer, await database.asViewer(viewer, (trx) => mergeForViewer(trx, viewer, request.params.id)), clock.now());
    },
  );

  app.post(
    '/api/v1/merges/:id/agreements',
    { config: { access: 'account' }, schema: { tags, operationId: 'agreeToMerge', summary: 'Agree for the place that one administers', params: ById, body: AgreementBody, response: { 201: MergeSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const viewer = memberOf(request);
        return { body: toMerge(viewer, await agreeToMerge(trx, clock, viewer, request.params.id, request.body.name), clock.now()) };
      }).catch(async (error: unknown) => {
        if (error instanceof TermsChanged) await database.asViewer(request.viewer, (trx) => dropOldWords(trx, memberOf(request), request.params.id));
        throw error;
      }),
  );

  app.post(
    '/api/v1/merges/:id/refusals',
    { config: { access: 'account' }, schema: { tags, operationId: 'endMerge', summary: 'Refuse a proposal, or take it back', params: ById, response: { 201: MergeSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const viewer = memberOf(request);
        return { body: toMerge(viewer, await endMerge(trx, viewer, request.params.id), clock.now()) };
      }),
  );

  app.post(
    '/api/v1/merges/:id/undoings',
    { config: { access: 'account' }, schema: { tags, operationId: 'undoMerge', summary: 'Undo a merge, within 30 days', params: ById, response: { 201: MergeSchema } } },
    (request, reply) =>
      command(database, request, reply, 201, async (trx) => {
        const viewer = memberOf(request);
        return { body: toMerge(viewer, await undoMerge(trx, clock, viewer, request.params.id), clock.now()) };
      }),
  );

  for (const at of placeRoutes) {
    app.get(
      `${at.prefix}/merged`,
      { config: { access: 'public', viewAs: true }, schema: { tags, operationId: at.named('listMergedHere', 'listMergedInGroup'), summary: 'What went up in this place in the last 30 days', params: at.params, response: { 200: MergedHereList } } },
      async ({ viewer, params }) => {
        const items = await database.readAs(viewer, async (trx) => mergedInto(trx, viewer, (await placeForViewer(trx, viewer, addressOf(params))).id, clock.now()));
        return { items, next: null };
      },
    );
  }
}
