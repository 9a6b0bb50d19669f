// SPDX-License-Identifier: EUPL-1.2
import type { App } from '../../server/platform/http/app.ts';
import type { TestClient } from './app.ts';
import { ask, leaksIn } from './leak-ask.ts';
import { atApp, isInsider, type LeakFixture, sees, type ViewerName, viewerNames } from './leak-fixture.ts';
import { headersOf, type Surface, surfacesOf, type Table } from './leak-surfaces.ts';
import { changingSurfaces, unsafeMethods } from './leak-surfaces-changing.ts';

export const outside = viewerNames.filter((each) => !isInsider(each));

/** Every answer of the reading table that shows somebody what is not theirs, or tells what is hidden from what is absent. */
export async function leaksOfReading(f: LeakFixture, app: App, tableFor: (name: ViewerName) => Table, names: readonly ViewerName[]): Promise<{ requests: number; leaks: string[] }> {
  const leaks: string[] = [];
  let requests = 0;
  for (const name of names) {
    const client: TestClient = atApp(app, f.viewers[name]);
    const secrets = f.secretsFor(name);
    const look = async (route: string, path: string, key = '', surface: Surface = {}): Promise<Awaited<ReturnType<typeof ask>>> => {
      requests++;
      const answer = await ask(client, 'GET', path, { key, ...headersOf(surface) });
      const found = leaksIn(answer, secrets);
      if (found.length > 0 || answer.status >= 500) leaks.push(`GET ${route} (${key === '' ? path : key}) for ${name}: ${answer.status} ${found.join(', ')}`);
      return answer;
    };
    for (const [route, row] of Object.entries(tableFor(name))) {
      for (const surface of surfacesOf(row)) {
        for (const path of surface.office === 'shows' && name === 'administrator' ? [] : (surface.elsewhere ?? [])) await look(route, path);
        if (surface.path === undefined) continue;
        const absent = await look(route, surface.path, surface.absent, surface);
        for (const { value, group } of surface.keys ?? []) {
          if (sees(name, group)) continue;
          const answer = await look(route, surface.path, value, surface);
          if (answer.status !== absent.status || answer.body !== absent.body) leaks.push(`GET ${route} (${value}) for ${name}: ${answer.status} instead of ${absent.status}`);
        }
      }
    }
  }
  return { requests, leaks };
}

/** Every change that somebody outside got through, or that answers otherwise than for what is absent. */
export async function leaksOfChanging(f: LeakFixture, app: App): Promise<{ requests: number; leaks: string[] }> {
  const leaks: string[] = [];
  let requests = 0;
  for (const name of outside) {
    const client = atApp(app, f.viewers[name]);
    for (const method of unsafeMethods) {
      for (const [route, row] of Object.entries(changingSurfaces(f)[method])) {
        for (const { path, keys = [], absent = '', body } of surfacesOf(row)) {
          if (path === undefined) continue;
          const nothing = await ask(client, method, path, { key: absent, body });
          for (const { value } of keys) {
            requests++;
            const answer = await ask(client, method, path, { key: value, body });
            const found = leaksIn(answer, f.secretsFor(name));
            if (answer.status !== nothing.status || answer.body !== nothing.body || found.length > 0) leaks.push(`${method} ${route} (${value}) for ${name}: ${answer.status} instead of ${nothing.status} ${found.join(', ')}`);
          }
        }
      }
    }
  }
  return { requests, leaks };
}
