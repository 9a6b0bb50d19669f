// SPDX-License-Identifier: EUPL-1.2
import { Type } from 'typebox';

export const photoSizes = { small: 96, large: 400 } as const;
export type PhotoSize = keyof typeof photoSizes;

export interface Photo {
  small: string;
  large: string;
}

export const PhotoSchema = Type.Object({
  small: Type.String({ description: 'Address of a square WebP of 96 pixels.' }),
  large: Type.String({ description: 'The same, of 400 pixels.' }),
});

/** The addresses of somebody's pictures. The key follows from what is on them, so an address never shows another picture. */
export function photoAt(key: string | null): Photo | null {
  return key === null ? null : { small: `/api/v1/photos/${key}/small.webp`, large: `/api/v1/photos/${key}/large.webp` };
}
