// SPDX-License-Identifier: EUPL-1.2
import type { DemoOrganisation, DemoPerson } from './types.ts';

/** Three municipalities that do not exist, in a region that does not exist: de Waterstreek. */
export const organisations: DemoOrganisation[] = [
  { slug: 'zuiderdam', name: 'Gemeente Zuiderdam', domains: ['zuiderdam.example'] },
  { slug: 'noordkade', name: 'Gemeente Noordkade', domains: ['noordkade.example'] },
  { slug: 'heuvelrug-oost', name: 'Gemeente Heuvelrug-Oost', domains: ['heuvelrug-oost.example'] },
];

/** The address a person signs in with; residents share a domain that belongs to no organisation. */
export function emailOf(person: DemoPerson): string {
  return `${person.handle}@${person.organisation ?? 'bewoners'}.example`;
}
