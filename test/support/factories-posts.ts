// SPDX-License-Identifier: EUPL-1.2
import { expect } from 'vitest';
import type { Post } from '../../server/posts/schemas.ts';
import type { TestClient } from './app.ts';

export interface PostOptions {
  kind?: 'message' | 'article' | 'question';
  title?: string | null;
  body?: string;
  format?: 'markdown' | 'html';
  audience?: 'public' | 'staff' | 'members';
  tags?: string[];
}

let serial = 0;

/** Publishes in a building or a group, over HTTP, as one of its members. */
export async function buildPost(author: TestClient, building: { slug: string; path?: string }, options: PostOptions = {}): Promise<Post> {
  const response = await author.post(`${building.path ?? `/buildings/${building.slug}`}/posts`, { body: `Bericht nummer ${++serial}`, ...options });
  expect(response.statusCode, response.body).toBe(201);
  return response.json<Post>();
}

export async function buildReply(author: TestClient, post: { id: string }, options: { body?: string; inReplyTo?: string } = {}): Promise<Post> {
  const response = await author.post(`/posts/${post.id}/replies`, { body: `Antwoord nummer ${++serial}`, ...options });
  expect(response.statusCode, response.body).toBe(201);
  return response.json<Post>();
}

/** The post as somebody sees it now. */
export async function readPost(client: TestClient, id: string): Promise<Post> {
  const response = await client.get(`/posts/${id}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<Post>();
}

/** Ids of the posts of a feed, all pages of it. */
export async function idsOf(client: TestClient, path: string, limit = 100): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const separator = path.includes('?') ? '&' : '?';
    const response = await client.get(`${path}${separator}limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`);
    expect(response.statusCode, response.body).toBe(200);
    const page: { items: Post[]; next: string | null } = response.json();
    ids.push(...page.items.map((post) => post.id));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}
