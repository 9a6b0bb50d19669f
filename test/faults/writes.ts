// SPDX-License-Identifier: EUPL-1.2
import type { Chance } from './chance.ts';
import { type Ledger, type Line, newKey } from './ledger.ts';
import type { Person } from './people.ts';

/** Where the writers write. */
export interface Town {
  writers: readonly Person[];
  /** Everybody is a member of these. */
  homes: readonly Building[];
  /** Open buildings that writers join one after the other. */
  toJoin: readonly Building[];
}

export interface Building {
  id: string;
  slug: string;
  founder: Person;
}

const reactions = ['like', 'thanks', 'agree', 'idea'];

/**
 * Chooses what somebody writes next. Each answers one neighbour only, so that it is certain who must be told of what,
 * whenever the handlers run: a thread holds its author and one other.
 */
export function nextWrite(ledger: Ledger, town: Town, writer: Person, done: Set<string>, chance: Chance): Line {
  const choice = chance.between(1, 100);
  const line =
    choice <= 35 ? null
    : choice <= 60 ? reply(ledger, town, writer, chance)
    : choice <= 75 ? reaction(ledger, town, writer, done, chance)
    : choice <= 85 ? joining(ledger, town, writer, done)
    : choice <= 95 ? bookmark(ledger, writer, done, chance)
    : invitation(ledger, town, writer);
  return line ?? post(ledger, town, writer, chance);
}

/** Something that would show if it were written twice. */
export function nextText(ledger: Ledger, town: Town, writer: Person, chance: Chance): Line {
  return (chance.happens(50) ? reply(ledger, town, writer, chance) : null) ?? post(ledger, town, writer, chance);
}

function neighbour(town: Town, writer: Person, steps: number): Person {
  const index = town.writers.indexOf(writer);
  return town.writers[(index + steps) % town.writers.length] ?? writer;
}

function post(ledger: Ledger, town: Town, writer: Person, chance: Chance): Line {
  const key = newKey();
  const named = chance.happens(20) ? neighbour(town, writer, 5) : null;
  const body = { body: `Ledger ${key} over de markt${named === null ? '' : ` voor @${named.handle}`}.` };
  return ledger.open({ what: 'post', writer, method: 'POST', path: `/buildings/${chance.of(town.homes).slug}/posts`, body, about: named === null ? {} : { mentioned: named.actorId } }, key);
}

function reply(ledger: Ledger, town: Town, writer: Person, chance: Chance): Line | null {
  const posts = ledger.postsOf(neighbour(town, writer, 1).actorId);
  if (posts.length === 0) return null;
  const postId = idOf(chance.of(posts.slice(-20)));
  const key = newKey();
  return ledger.open({ what: 'reply', writer, method: 'POST', path: `/posts/${postId}/replies`, body: { body: `Ledger ${key} als antwoord.` }, about: { postId } }, key);
}

function reaction(ledger: Ledger, town: Town, writer: Person, done: Set<string>, chance: Chance): Line | null {
  // What the administrator wrote aside is in a building that the writers are no members of.
  const posts = ledger.anyPost().slice(-200).filter(({ writer: author }) => town.writers.includes(author));
  if (posts.length === 0) return null;
  const postId = idOf(chance.of(posts));
  const name = chance.of(reactions);
  if (!firstTime(done, `${postId} ${name}`)) return null;
  return ledger.open({ what: 'reaction', writer, method: 'PUT', path: `/posts/${postId}/reactions/${name}`, body: null, about: { postId, reaction: name } });
}

function joining(ledger: Ledger, town: Town, writer: Person, done: Set<string>): Line | null {
  const building = town.toJoin.find(({ id }) => !done.has(id));
  if (building === undefined) return null;
  done.add(building.id);
  return ledger.open({ what: 'join', writer, method: 'POST', path: `/buildings/${building.slug}/memberships`, body: {}, about: { placeId: building.id } });
}

function bookmark(ledger: Ledger, writer: Person, done: Set<string>, chance: Chance): Line | null {
  const posts = ledger.anyPost();
  if (posts.length === 0) return null;
  const postId = idOf(chance.of(posts.slice(-200)));
  if (!firstTime(done, `kept ${postId}`)) return null;
  return ledger.open({ what: 'bookmark', writer, method: 'PUT', path: `/posts/${postId}/bookmark`, body: null, about: { postId } });
}

/** Only who founded a building may invite to it. */
function invitation(ledger: Ledger, town: Town, writer: Person): Line | null {
  const own = town.homes.find(({ founder }) => founder === writer);
  if (own === undefined) return null;
  const key = newKey();
  const email = `${key}@noorderdam.example`;
  return ledger.open({ what: 'invitation', writer, method: 'POST', path: `/buildings/${own.slug}/invitations`, body: { emails: [email] }, about: { email } }, key);
}

function firstTime(done: Set<string>, what: string): boolean {
  if (done.has(what)) return false;
  done.add(what);
  return true;
}

function idOf(line: Line): string {
  if (line.id === null) throw new Error('an acknowledged post has an id');
  return line.id;
}
