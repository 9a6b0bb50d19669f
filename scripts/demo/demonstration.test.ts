// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { DAY } from './draft.ts';
import { demonstration, emailOf } from './index.ts';
import { insiders } from './memberships.ts';
import type { DemoBuilding, DemoPost, DemoReply } from './types.ts';

const { organisations, people, buildings, posts } = demonstration;
const person = new Map(people.map((one) => [one.handle, one]));
const building = new Map(buildings.map((one) => [one.slug, one]));
const isResident = (handle: string) => person.get(handle)?.organisation === null;
const buildingOf = (post: DemoPost): DemoBuilding => {
  const found = building.get(post.building);
  if (!found) throw new Error(`${post.key} stands in no building`);
  return found;
};
const repliesUnder = (replies: DemoReply[]): DemoReply[] => replies.flatMap((one) => [one, ...repliesUnder(one.replies ?? [])]);
const writings = posts.flatMap((post) => [post, ...repliesUnder(post.replies)].map((writing) => ({ post, writing })));
const where = (post: DemoPost, writing: DemoPost | DemoReply) => `${post.key}: ${writing.body.slice(0, 40)}`;
const doubles = (words: string[]) => words.filter((word, index) => words.indexOf(word) !== index);

describe('the demonstration', () => {
  it('is as large as a region', () => {
    expect(organisations).toHaveLength(3);
    expect(people).toHaveLength(150);
    expect(people.filter(({ organisation }) => !organisation).length).toBeGreaterThanOrEqual(35);
    expect(people.filter(({ about }) => about)).toHaveLength(50);
    expect(buildings.map(({ access }) => access).sort().join()).toBe([...Array(7).fill('closed'), ...Array(3).fill('hidden'), ...Array(15).fill('open')].join());
    expect(posts.length).toBeGreaterThanOrEqual(130);
    expect(writings.length).toBeGreaterThanOrEqual(800);
  });

  it('gives every person and building one name in the namespace they share', () => {
    expect(doubles([...person.keys(), ...building.keys()])).toEqual([]);
    expect(person.size + building.size).toBe(people.length + buildings.length);
    expect(doubles(people.map(({ name }) => name))).toEqual([]);
    expect(doubles(people.map(emailOf))).toEqual([]);
    for (const name of [...person.keys(), ...building.keys()]) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });

  it('puts staff in a registered organisation and residents in none', () => {
    const domains = new Set(organisations.flatMap((one) => one.domains));
    for (const one of people) {
      expect(domains.has(emailOf(one).split('@')[1] ?? ''), one.handle).toBe(one.organisation !== null);
      expect(one.jobTitle === null, one.handle).toBe(one.organisation === null);
    }
  });

  it('has one sign-in of each kind', () => {
    const signIns = people.filter(({ signIn }) => signIn).map(({ handle, signIn }) => `${signIn} ${handle}`).sort();
    expect(signIns).toEqual(['administrator bas-beheer', 'resident hanna-bewoner', 'staff sanne-voorbeeld']);
  });

  it('gives every building a founder and members who exist, each with one role', () => {
    for (const one of buildings) {
      expect(one.admins.length, one.slug).toBeGreaterThan(0);
      expect(insiders(one).filter((handle) => !person.has(handle)), one.slug).toEqual([]);
      expect(doubles(insiders(one)), one.slug).toEqual([]);
      expect(one.summary.length, one.slug).toBeGreaterThan(60);
    }
  });

  it('keeps residents out of closed and hidden buildings', () => {
    for (const one of buildings.filter(({ access }) => access !== 'open')) expect(insiders(one).filter(isResident), one.slug).toEqual([]);
    const withResidents = buildings.filter((one) => insiders(one).some(isResident)).map(({ slug }) => slug);
    expect(withResidents.sort()).toEqual(['daken', 'eikenrode', 'havenkwartier', 'sluis']);
  });

  it('has requests only for closed buildings, by people who are not yet in', () => {
    for (const one of buildings) {
      for (const { handle, note } of one.requests ?? []) {
        expect(one.access, one.slug).toBe('closed');
        expect(person.has(handle) && !insiders(one).includes(handle), `${one.slug} ${handle}`).toBe(true);
        expect(note.length).toBeGreaterThan(20);
      }
    }
  });

  it('lets only members write and react, and only staff where staff are the audience', () => {
    for (const { post, writing } of writings) {
      const inside = new Set(insiders(buildingOf(post)));
      const involved = [writing.author, ...writing.reactions.map(({ handle }) => handle)];
      expect(involved.filter((handle) => !inside.has(handle)), where(post, writing)).toEqual([]);
      if (post.audience === 'staff') expect(involved.filter(isResident), where(post, writing)).toEqual([]);
    }
  });

  it('never has an audience wider than the building', () => {
    for (const post of posts) if (buildingOf(post).access !== 'open') expect(post.audience, post.key).toBe('members');
    const audiences = new Set(posts.filter((post) => buildingOf(post).access === 'open').map(({ audience }) => audience));
    expect([...audiences].sort()).toEqual(['members', 'public', 'staff']);
  });

  it('lets nobody react twice to the same, nor to their own', () => {
    for (const { post, writing } of writings) {
      const reactors = writing.reactions.map(({ handle }) => handle);
      expect(doubles(reactors), where(post, writing)).toEqual([]);
      expect(reactors, where(post, writing)).not.toContain(writing.author);
    }
  });

  it('answers later than it asks, and never in the future', () => {
    const check = (replies: DemoReply[], minutesAgo: number): void => {
      for (const one of replies) {
        expect(one.minutesAgo, one.body).toBeLessThan(minutesAgo);
        expect(one.minutesAgo, one.body).toBeGreaterThan(0);
        check(one.replies ?? [], one.minutesAgo);
      }
    };
    for (const post of posts) check(post.replies, post.minutesAgo);
  });

  it('runs from five minutes to 120 days ago, with a lively last day', () => {
    const ages = posts.map(({ minutesAgo }) => minutesAgo);
    expect(Math.min(...ages)).toBe(5);
    expect(Math.max(...ages)).toBeLessThanOrEqual(120 * DAY);
    expect(Math.max(...ages)).toBeGreaterThan(110 * DAY);
    expect(ages.filter((age) => age <= DAY).length).toBeGreaterThanOrEqual(10);
    expect(ages).toEqual([...ages].sort((one, other) => other - one));
  });

  it('repeats no key, no body and no longer sentence', () => {
    expect(doubles(posts.map(({ key }) => key))).toEqual([]);
    expect(doubles(writings.map(({ writing }) => writing.body))).toEqual([]);
    const sentences = writings.flatMap(({ writing }) => writing.body.split(/(?<=[.?!])\s+/)).filter((sentence) => sentence.length > 45);
    expect(doubles(sentences)).toEqual([]);
  });

  it('mentions only people and buildings that exist, and hidden buildings nowhere else', () => {
    for (const { post, writing } of writings) {
      for (const [, name = ''] of writing.body.matchAll(/(?<![\w@])@([a-z0-9]+(?:-[a-z0-9]+)*)/g)) {
        expect(person.has(name) || building.has(name), `${where(post, writing)} @${name}`).toBe(true);
        if (building.get(name)?.access === 'hidden') expect(name, where(post, writing)).toBe(post.building);
        if (person.has(name) && post.audience === 'members') expect(insiders(buildingOf(post)), where(post, writing)).toContain(name);
      }
    }
    expect(writings.filter(({ writing }) => writing.body.includes('@')).length).toBeGreaterThan(30);
  });

  it('has titles on articles and questions, two to four tags, and every kind', () => {
    expect(new Set(posts.map(({ kind }) => kind)).size).toBe(3);
    expect(posts.filter(({ pinned }) => pinned).length).toBeGreaterThan(5);
    for (const post of posts) {
      if (post.kind !== 'message') expect(post.title, post.key).toBeTruthy();
      expect(post.tags.length, post.key).toBeGreaterThanOrEqual(2);
      expect(post.tags.length, post.key).toBeLessThanOrEqual(4);
      for (const tag of post.tags) expect(tag, post.key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  it('brings life to every building', () => {
    for (const one of buildings) expect(posts.filter((post) => post.building === one.slug).length, one.slug).toBeGreaterThan(1);
  });
});
