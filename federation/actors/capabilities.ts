// SPDX-License-Identifier: EUPL-1.2

/**
 * Ours, in a namespace that names a promise and is never fetched: what is for the members of a place is shown to them alone,
 * kept no longer than somebody here is a member, and asked for again when the place's home says so.
 */
export const CLOSED_PLACES = 'https://plein.example/ns#closed-places';

/** What an instance says that it understands (FEP-844e). */
export const capabilities = [
  { href: 'https://datatracker.ietf.org/doc/html/rfc9421', name: 'RFC-9421: HTTP Message Signatures' },
  { href: 'https://w3id.org/fep/1b12', name: 'FEP-1b12: Group federation' },
  { href: 'https://w3id.org/fep/8b32', name: 'FEP-8b32: Object Integrity Proofs' },
  { href: 'https://w3id.org/fep/8fcf', name: 'FEP-8fcf: Followers collection synchronization' },
  { href: 'https://w3id.org/fep/db0e', name: 'FEP-db0e: Authentication mechanism for non-public groups' },
  { href: CLOSED_PLACES, name: 'Closed places' },
] as const;
