// SPDX-License-Identifier: EUPL-1.2
import type { HTTPMethods } from 'fastify';
import type { App } from '../../server/platform/http/app.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The addresses of every route of the application, documented or not, as patterns such as `/api/v1/posts/:id`. */
export function routesOf(app: App, method: HTTPMethods): string[] {
  // Fastify prints a tree in which each line holds the part of the address that its parent does not have.
  const lines = app.printRoutes({ commonPrefix: false, method }).split('\n');
  const path: string[] = [];
  const found: string[] = [];
  for (const line of lines) {
    const match = /^(.*?)[└├]── (\S+)( \(.*\))?$/.exec(line);
    if (match === null) continue;
    const [, indent = '', part = '', methods] = match;
    path.length = indent.length / 4;
    path.push(part);
    if (methods !== undefined) found.push(path.join('').replace(/^\/\//, '/'));
  }
  return found.sort();
}
