// SPDX-License-Identifier: EUPL-1.2
import { afterQuiet, nextDigest, type Rhythm } from './clock-of-a-person.ts';

/**
 * A square in memory, and what of it ought to be told to whom, where and when: the rules once more, in plain loops over plain
 * lists. It knows nothing of the product and asks it nothing.
 */

export type Level = 'all' | 'mentions' | 'digest' | 'none';

export interface Person {
  number: number;
  zone: string;
  digest: Rhythm;
  quiet: { from: number; until: number } | null;
  /** Whether what is told at once goes by mail; else it waits for the digest. */
  mailAtOnce: boolean;
  nextDigest: Date | null;
  digestUntil: Date;
  placeLevels: Map<Place, Level>;
  threadLevels: Map<Post, Level>;
  /** How far somebody read, by place and by thread. */
  readPlaces: Map<Place, Post>;
  readThreads: Map<Post, Post>;
  blocked: Set<Person>;
}

export interface Place {
  name: string;
  building: Place | null;
  /** And since when. */
  members: Map<Person, Date>;
}

export interface Post {
  /** A word that stands in this post and nowhere else. */
  token: string;
  author: Person;
  place: Place;
  audience: 'public' | 'members';
  root: Post | null;
  answered: Post | null;
  mentions: Set<Person>;
  at: Date;
  deleted: boolean;
}

/** What one person is to hear of one post. */
interface Note {
  person: Person;
  post: Post;
  kind: 'mention' | 'answer';
  dueAt: Date | null;
  read: boolean;
  told: boolean;
}

export interface Telling {
  person: number;
  token: string;
  by: 'mail' | 'digest';
  /** The moment at which the product looked. */
  at: number;
  /** Among the newest of its thread, whose words stand in the mail; of the others it says how many there are. */
  quoted: boolean;
}

const BUNDLE_MS = 60_000;
/** Of one place in one digest, the newest; it says that there is more. */
const MOST_OF_A_PLACE = 50;
/** Of one thread in one mail, the newest. */
const MOST_QUOTED = 5;

const rootOf = (post: Post): Post => post.root ?? post;
const isAfter = (post: Post, other: Post): boolean => post.at > other.at;

export class World {
  readonly people: Person[] = [];
  readonly posts: Post[] = [];
  readonly tellings: Telling[] = [];
  /** Why somebody heard nothing outside the application of what was meant for them. */
  readonly unsaid = { readInTime: 0, fellOut: 0, waiting: 0 };
  private readonly notes: Note[] = [];

  mayRead(person: Person, post: Post): boolean {
    return !post.deleted && (post.audience === 'public' || post.place.members.has(person));
  }

  levelOf(person: Person, post: Post): Level {
    return person.threadLevels.get(rootOf(post)) ?? person.placeLevels.get(post.place) ?? 'digest';
  }

  publish(post: Post): void {
    this.posts.push(post);
    for (const person of this.people) {
      const atOnce = this.wants(person, post);
      if (atOnce === null) continue;
      this.notes.push({ person, post, kind: post.mentions.has(person) ? 'mention' : 'answer', read: false, told: false, dueAt: atOnce ? afterQuiet(new Date(post.at.getTime() + BUNDLE_MS), person.zone, person.quiet) : null });
    }
  }

  /** Null: nothing in the bell. */
  private wants(person: Person, post: Post): boolean | null {
    if (person === post.author || person.blocked.has(post.author) || !this.mayRead(person, post)) return null;
    const level = this.levelOf(person, post);
    if (level === 'none') return null;
    if (post.mentions.has(person)) return true;
    if (post.root !== null && (post.root.author === person || post.answered?.author === person)) return true;
    if (level === 'all') return true;
    if (level === 'mentions') return null;
    const wrote = post.root !== null && this.posts.some((other) => other.author === person && !other.deleted && rootOf(other) === post.root);
    return wrote ? false : null;
  }

  /** Those who are to hear of a post. */
  concernedBy(post: Post): Person[] {
    return this.notes.filter((note) => note.post === post).map(({ person }) => person);
  }

  openThread(person: Person, root: Post): void {
    const newest = this.posts.filter((post) => rootOf(post) === root && this.mayRead(person, post)).reduce((one, other) => (isAfter(other, one) ? other : one));
    person.readThreads.set(root, newest);
    for (const note of this.notes) if (note.person === person && rootOf(note.post) === root) note.read = true;
  }

  readPlace(person: Person, upTo: Post): void {
    const before = person.readPlaces.get(upTo.place);
    if (before === undefined || isAfter(upTo, before)) person.readPlaces.set(upTo.place, upTo);
  }

  readBell(person: Person): void {
    for (const note of this.notes) if (note.person === person && this.mayRead(person, note.post)) note.read = true;
  }

  /** What goes out at this moment: first what is due, then digests. */
  tick(now: Date): void {
    const leaving: Note[] = [];
    for (const note of this.notes) {
      if (note.told || note.dueAt === null || note.dueAt > now) continue;
      // A minute later it may be too late for today.
      note.dueAt = afterQuiet(now, note.person.zone, note.person.quiet);
      if (note.dueAt > now) continue;
      note.dueAt = null;
      if (note.read) this.unsaid.readInTime++;
      else if (note.person.mailAtOnce) {
        note.told = true;
        if (this.isStillFor(note)) leaving.push(note);
        else this.unsaid.fellOut++;
      }
      // Else it is for the digest.
    }
    for (const mail of Map.groupBy(leaving, ({ person, post }) => `${person.number} ${rootOf(post).token}`).values()) this.tell(mail, 'mail', now);
    for (const person of this.people) if (person.nextDigest !== null && person.nextDigest <= now) this.sendDigest(person, now);
  }

  /** Looked at when the mail leaves. */
  private isStillFor({ person, post }: Note): boolean {
    // A first post that only stands in a place they follow is read by reading the place.
    const marker = person.readPlaces.get(post.place);
    if (post.root === null && !post.mentions.has(person) && marker !== undefined && !isAfter(post, marker)) return false;
    return this.mayRead(person, post) && !person.blocked.has(post.author) && this.levelOf(person, post) !== 'none';
  }

  /** What is told of one thread in one mail. */
  private tell(notes: readonly Note[], by: Telling['by'], now: Date): void {
    const newest = new Set(notes.toSorted((one, other) => other.post.at.getTime() - one.post.at.getTime()).slice(0, MOST_QUOTED));
    for (const note of notes) this.tellings.push({ person: note.person.number, token: note.post.token, by, at: now.getTime(), quoted: newest.has(note) });
  }

  private sendDigest(person: Person, now: Date): void {
    const notes = this.notes.filter((note) => note.person === person && !note.told && !note.read && this.isStillFor(note));
    for (const thread of Map.groupBy(notes, ({ kind, post }) => `${kind} ${rootOf(post).token}`).values()) this.tell(thread, 'digest', now);
    for (const note of notes) {
      note.told = true;
      note.dueAt = null;
    }
    const news = Map.groupBy(this.posts.filter((post) => this.isNewFor(person, post, now)), (post) => post.place);
    for (const posts of news.values()) {
      for (const { token } of posts.slice(-MOST_OF_A_PLACE)) this.tellings.push({ person: person.number, token, by: 'digest', at: now.getTime(), quoted: true });
    }
    person.digestUntil = now;
    person.nextDigest = nextDigest(now, person.zone, person.digest);
  }

  private isNewFor(person: Person, post: Post, now: Date): boolean {
    if (post.root !== null || post.author === person || post.at <= person.digestUntil || post.at > now) return false;
    const joined = post.place.members.get(person);
    const chose = person.placeLevels.get(post.place);
    if (joined === undefined ? chose === undefined : post.at <= joined) return false;
    if (!this.mayRead(person, post) || person.blocked.has(post.author)) return false;
    // A thread that one follows in a place that one does not is told at once, not here.
    if (![chose ?? 'digest', person.threadLevels.get(post) ?? 'digest'].every((level) => level === 'all' || level === 'digest')) return false;
    const placeMarker = person.readPlaces.get(post.place);
    if (placeMarker !== undefined && !isAfter(post, placeMarker)) return false;
    if (person.readThreads.has(post)) return false;
    return !this.notes.some((note) => note.person === person && note.post === post);
  }

  /** What is in nobody's hands yet. */
  close(): void {
    for (const note of this.notes) if (!note.told && !note.read && this.mayRead(note.person, note.post)) this.unsaid.waiting++;
  }
}
