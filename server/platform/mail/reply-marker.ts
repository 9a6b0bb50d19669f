// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../db/viewer.ts';

/** Stands above a mail that can be answered, so that what was quoted of it can be found in the answer. */
export const replyMarker: Record<Locale, string> = { nl: '— Schrijf je antwoord boven deze lijn —', en: '— Write your reply above this line —' };
