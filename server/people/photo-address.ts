// SPDX-License-Identifier: EUPL-1.2

export const photoSizes = { small: 96, large: 400 } as const;
export type PhotoSize = keyof typeof photoSizes;

export interface Photo {
  small: string;
  large: string;
}

/** The addresses of somebody's pictures. The key follows from what is on them, so an address never shows another picture. */
export function photoAt(key: string | null): Photo | null {
  return key === null ? null : { small: `/api/v1/photos/${key}/small.webp`, large: `/api/v1/photos/${key}/large.webp` };
}
