// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';
import type { Deps } from '../platform/deps.ts';
import { memberOf } from '../platform/http/access.ts';
import type { App } from '../platform/http/app.ts';
import { BadInput } from '../platform/http/problem.ts';
import { Empty, Nullable } from '../platform/http/schemas.ts';
import { changePhoto, lockedPhotoIs } from './change-profile.ts';
import { type Photo, photoAt, PhotoSchema } from './photo-address.ts';
import { photoForViewer, readPhoto, removePortrait, storePortrait } from './photo-files.ts';
import { makePortrait, type Portrait } from './portrait.ts';
import { PhotoParams } from './schemas.ts';

const tags = ['people'];
const LARGEST_PHOTO = 12 * 1024 * 1024;
const A_YEAR = 365 * 24 * 3_600;

const PhotoAddresses = Type.Object({ photo: Nullable(PhotoSchema) });

export function photoRoutes(app: App, deps: Deps): void {
  const { database, storage, clock, log } = deps;

  async function replacePhoto(member: ReturnType<typeof memberOf>, portrait: Portrait | null): Promise<Photo | null> {
    const key = portrait?.key ?? null;
    const before = await database.asViewer(member, async (trx) => {
      const replaced = await changePhoto(trx, member, key, clock.now());
      // While the profile is locked: at the same moment the same picture may be on its way out, see below.
      if (portrait !== null) await storePortrait(storage, portrait);
      return replaced;
    });
    // After the commit, and only when it did not come back meanwhile; a file that stays behind is nobody's, and not to be reached.
    if (before !== null) await database.asViewer(member, async (trx) => {
      if (!(await lockedPhotoIs(trx, member, before))) await removePortrait(storage, before);
    }).catch((error: unknown) => log.warn({ err: error }, 'a photograph stayed behind'));
    return photoAt(key);
  }

  // In a surrounding of its own: only here a body may be a picture, of any type it says it is.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST_PHOTO }, (_request, body, done) => done(null, body));
    scope.put(
      '/api/v1/me/photo',
      {
        bodyLimit: LARGEST_PHOTO,
        // Bytes are no text: what they are is looked at below.
        validatorCompiler: () => () => true,
        config: { access: 'account', limit: 'photo', idempotent: false },
        schema: { tags, operationId: 'changeMyPhoto', summary: 'A photograph of yourself: the bytes of a JPEG, PNG, WebP or AVIF', consumes: ['image/png', 'image/jpeg', 'image/webp', 'image/avif'], body: Type.Unsafe<unknown>({ type: 'string', format: 'binary', maxLength: LARGEST_PHOTO }), response: { 200: PhotoAddresses } },
      },
      async (request) => {
        const member = memberOf(request);
        if (!Buffer.isBuffer(request.body) || request.body.length === 0) throw new BadInput('photo', { nl: 'Kies een foto.', en: 'Choose a photograph.' });
        const portrait = await makePortrait(request.body, member.actorId);
        return { photo: await replacePhoto(member, portrait) };
      },
    );
  });

  app.delete(
    '/api/v1/me/photo',
    { config: { access: 'account' }, schema: { tags, operationId: 'deleteMyPhoto', summary: 'Take your photograph away', response: { 204: Empty } } },
    async (request, reply) => {
      await replacePhoto(memberOf(request), null);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/photos/:key/:size',
    { config: { access: 'public' }, schema: { tags, operationId: 'getPhoto', summary: 'A photograph, for whom its owner shares it with', produces: ['image/webp'], params: PhotoParams, response: { 200: Type.Unsafe<Buffer>({ description: 'The bytes.' }), 304: Empty } } },
    async (request, reply) => {
      const { key } = request.params;
      const { size, isPublic } = await database.readAs(request.viewer, (trx) => photoForViewer(trx, request.viewer, key, request.params.size));
      // Another picture has another address. What is not for everybody only the viewer's own browser keeps, and it asks each time, as the
      // right to it may go.
      const etag = `"${key}-${size}"`;
      reply.header('etag', etag).header('cache-control', isPublic ? `public, max-age=${A_YEAR}, immutable` : 'private, no-cache');
      if (!isPublic) reply.header('vary', 'cookie, authorization');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send(null);
      const bytes = await readPhoto(storage, key, size);
      return reply
        .header('content-type', 'image/webp')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('content-disposition', 'inline; filename="photo.webp"')
        .send(bytes);
    },
  );
}
