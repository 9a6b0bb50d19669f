// SPDX-License-Identifier: EUPL-1.2

/** Why something of another instance was not taken; told to its sender, kept beside what was received, and what tests ask for. */
export const reasons = [
  // The signature.
  'unsigned', 'signature-unreadable', 'signature-incomplete', 'signature-false', 'date-missing', 'date-unreadable', 'too-old', 'too-new', 'expired', 'wrong-host',
  'digest-missing', 'digest-false',
  'key-unavailable', 'key-not-listed', 'key-foreign-owner', 'key-unusable', 'actor-gone', 'actor-not-signer',
  // Calling somebody.
  'address-refused', 'blocked', 'unreachable', 'too-slow', 'too-large', 'too-many-redirects', 'packed', 'wrong-content-type', 'not-found', 'gone', 'status', 'not-json', 'too-deep', 'foreign-id',
  // Documents.
  'not-an-actor', 'foreign-inbox', 'handle-not-theirs', 'ours',
  // Activities.
  'not-an-activity', 'no-actor', 'foreign-object', 'proof-missing', 'proof-false', 'not-theirs', 'unknown-object', 'unknown-target', 'not-allowed', 'not-asked', 'not-a-member', 'said-public', 'deleted', 'too-many', 'busy', 'not-understood', 'replayed',
] as const;

export type Reason = (typeof reasons)[number];
