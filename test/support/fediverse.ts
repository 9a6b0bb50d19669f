// SPDX-License-Identifier: EUPL-1.2
import type { OpenPlein } from './federation.ts';
import type { HostileActor, HostilePeer } from './hostile-peer.ts';
import { until } from './until.ts';

export type Activity = Record<string, unknown> & { id: string; type: string };

/** Another server, whose people speak to an instance of ours: it signs, sends, and keeps what it is brought. */
export interface Voice {
  peer: HostilePeer;
  actor: HostileActor;
  /** Says something to the shared inbox and waits until it is handled. @returns what became of it: `done`, or the reason of its refusal */
  say(activity: Partial<Activity>): Promise<string>;
  /** As `say`, for what was put together elsewhere. */
  sayRaw(activity: Activity): Promise<string>;
}

let serial = 0;

export function voiceOf(plein: OpenPlein, peer: HostilePeer, actor: HostileActor): Voice {
  const sayRaw = async (activity: Activity): Promise<string> => {
    const answered = await peer.send(`${plein.url}/ap/inbox`, activity, { as: actor, date: plein.clock.now() });
    if (answered.status !== 202) return String(answered.json['reason'] ?? answered.status);
    const row = await until(() => outcomeOf(plein, activity.id), (found) => found?.handled_at != null, 20_000);
    return row?.outcome === 'done' ? 'done' : (row?.reason ?? '');
  };
  return {
    peer,
    actor,
    sayRaw,
    say: (activity) => sayRaw({ '@context': 'https://www.w3.org/ns/activitystreams', id: `${peer.url}/activities/${++serial}`, actor: actor.uri, to: ['https://www.w3.org/ns/activitystreams#Public'], ...activity } as Activity),
  };
}

const outcomeOf = (plein: OpenPlein, uri: string) => plein.db((trx) => trx.selectFrom('received_activity').select(['outcome', 'reason', 'handled_at']).where('uri', '=', uri).executeTakeFirst());

/** A note of somebody, as it would be served there. */
export function noteOf(actor: HostileActor, content: string, fields: Record<string, unknown> = {}): Activity {
  const id = `${actor.uri}/notes/${++serial}`;
  return { id, type: 'Note', attributedTo: actor.uri, content, published: new Date().toISOString(), to: ['https://www.w3.org/ns/activitystreams#Public'], cc: [`${actor.uri}/followers`], ...fields };
}

/** What a peer was brought in any inbox, oldest first. */
export function broughtTo(peer: HostilePeer): Activity[] {
  return peer.requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/inbox')).map(({ body }) => JSON.parse(body) as Activity);
}

/** Waits for something to be brought. @returns the first that fits */
export async function brought(peer: HostilePeer, fits: (activity: Activity) => boolean): Promise<Activity> {
  const found = await until(() => broughtTo(peer).find(fits), (each) => each !== undefined, 20_000).catch((error: unknown) => {
    throw new Error(`not brought: ${JSON.stringify(broughtTo(peer).map(({ type, object }) => [type, typeof object === 'string' ? object : [(object as Activity).type, (object as Activity).id]]))}`, { cause: error });
  });
  return found as Activity;
}

/** Of an announcement of an activity: what is in it. */
export const inside = (activity: Activity): Activity => activity['object'] as Activity;
export const announces = (type: string) => (activity: Activity): boolean => activity.type === 'Announce' && typeof activity['object'] === 'object' && inside(activity).type === type;
