// SPDX-License-Identifier: EUPL-1.2
import type { FastifyRequest } from 'fastify';
import type { App } from '../platform/http/app.ts';

/** The parts of the API's answers that pages show. */
export interface PostView {
  id: string;
  url: string;
  kind: string;
  title: string | null;
  html: string;
  text: string;
  author: { name: string; url: string; organisation: string | null } | null;
  building: { name: string; url: string };
  audience: string;
  publishedAt: string;
  editedAt: string | null;
  deletedAt: string | null;
  replyCount: number;
}
export interface BuildingView {
  /** Of a place of another instance. */
  host: string | null;
  slug: string;
  name: string;
  url: string;
  summary: string;
  access: 'open' | 'closed' | 'hidden';
  memberCount: number;
  can: { read: boolean };
}
export interface PersonView {
  handle: string;
  name: string;
  organisation: string | null;
  jobTitle: string | null;
  about: string | null;
}
export interface InstanceView {
  name: string;
  tagline: string;
}
export interface HitView {
  url: string;
  title: TextPartView[];
  snippet: TextPartView[];
  author: { name: string } | null;
  building: { name: string; url: string } | null;
  publishedAt: string | null;
}
export interface TextPartView {
  text: string;
  hit: boolean;
}
export interface ListView<T> {
  items: T[];
  next: string | null;
}

/** Reads the API for one visitor; null for anything but 200. */
export type Read = <T>(path: string) => Promise<T | null>;

/**
 * Pages are made from the answers of the API itself, asked in the visitor's name. So a page can never show more than
 * the API would, and the two cannot drift apart.
 */
export function readerFor(app: App, request: FastifyRequest): Read {
  const { cookie, authorization } = request.headers;
  const headers: Record<string, string> = { 'accept-language': request.viewer.locale };
  if (cookie !== undefined) headers['cookie'] = cookie;
  if (authorization !== undefined) headers['authorization'] = authorization;
  return async <T>(path: string) => {
    const response = await app.inject({ method: 'GET', url: `/api/v1${path}`, headers, remoteAddress: request.ip });
    // The shapes above are those of the routes' response schemas.
    return response.statusCode === 200 ? response.json<T>() : null;
  };
}

/** Where the API sends on what is no longer at its address, as the address of a page; null when it does not. */
export async function pageMovedTo(app: App, request: FastifyRequest, path: string): Promise<string | null> {
  const { cookie, authorization } = request.headers;
  const headers: Record<string, string> = {};
  if (cookie !== undefined) headers['cookie'] = cookie;
  if (authorization !== undefined) headers['authorization'] = authorization;
  const response = await app.inject({ method: 'GET', url: `/api/v1${path}`, headers, remoteAddress: request.ip });
  const { location } = response.headers;
  return response.statusCode === 308 && typeof location === 'string' ? location.replace(/^\/api\/v1/, '') : null;
}
