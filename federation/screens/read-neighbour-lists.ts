// SPDX-License-Identifier: EUPL-1.2
import { sameOrigin } from '../addresses.ts';
import { MOST_LISTED } from './neighbour-lists.ts';

/** The lists of another square, as far as they are of any use: what does not fit is left out, never guessed at. */

export interface ListedBuilding {
  uri: string;
  handle: string;
  name: string;
  summary: string;
  url: string;
  memberCount: number;
}

const HANDLE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_HANDLE = 40;
const LONGEST_NAME = 80;
const LONGEST_SUMMARY = 400;

/** @param list the address under which it was found; whoever is in it stands under that origin (FEP-fe34) */
export function readListedBuildings(list: string, json: Record<string, unknown>): ListedBuilding[] {
  const seen = new Set<string>();
  return itemsOf(json).flatMap((item) => {
    const { id, preferredUsername: handle, type } = item;
    if (type !== 'Group' || typeof id !== 'string' || typeof handle !== 'string' || !sameOrigin(id, list) || seen.has(id)) return [];
    const name = words(item['name'], LONGEST_NAME);
    if (!HANDLE.test(handle) || handle.length > LONGEST_HANDLE || name === '') return [];
    seen.add(id);
    const url = typeof item['url'] === 'string' && sameOrigin(item['url'], list) ? item['url'] : id;
    return [{ uri: id, handle, name, summary: words(item['summary'], LONGEST_SUMMARY), url, memberCount: countIn(item['members']) }];
  });
}

/** Whether we are among its neighbours, and whether it takes questions of ours. @param us our own instance actor */
export function readWhetherWeAreNamed(json: Record<string, unknown>, us: string): { namesUs: boolean; takesQuestions: boolean } {
  const ours = itemsOf(json).find((item) => item['id'] === us);
  return { namesUs: ours !== undefined, takesQuestions: ours?.['takesQuestions'] === true };
}

function itemsOf(json: Record<string, unknown>): Record<string, unknown>[] {
  const items: unknown[] = Array.isArray(json['items']) ? json['items'] : [];
  return items.slice(0, MOST_LISTED).filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null && !Array.isArray(item));
}

/** One line of words: signs that cannot be seen, or turn the text around, are left out. */
function words(value: unknown, longest: number): string {
  if (typeof value !== 'string') return '';
  const line = value.slice(0, longest * 4).replace(/<[^<>]{0,400}>/g, ' ').replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').replace(/[\p{Cs}\p{Co}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu, '').replace(/ {2,}/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line;
}

function countIn(members: unknown): number {
  const total = typeof members === 'object' && members !== null && 'totalItems' in members ? members.totalItems : null;
  return typeof total === 'number' && Number.isInteger(total) && total >= 0 && total < 1_000_000_000 ? total : 0;
}
