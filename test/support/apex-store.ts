// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
// Its interface is a class of methods that each say that they are not there.
const ApexInterface = require('activitypub-express/store/interface.js') as new () => { db: unknown };

export type Doc = Record<string, unknown> & { id: string };
interface Meta { collection?: string[]; privateKey?: string }
interface Delivery { address: string; actorId: string; signingKey: string; body: string; attempt: number; after: Date }

const metaOf = (doc: Doc): Meta => (doc['_meta'] ?? {}) as Meta;
const copy = <T>(value: T): T => structuredClone(value);
const same = (one: unknown, id: string): boolean => (Array.isArray(one) ? one : [one]).some((each) => each === id || (typeof each === 'object' && each !== null && (each as Doc).id === id));

function bare(doc: Doc | undefined, withMeta: boolean): Doc | null {
  if (doc === undefined) return null;
  const { _meta, ...rest } = copy(doc);
  return (withMeta ? { ...rest, ...(_meta === undefined ? {} : { _meta }) } : rest) as Doc;
}

/** What activitypub-express keeps, in memory: its own store asks for MongoDB. */
export class ApexMemoryStore extends ApexInterface {
  readonly objects = new Map<string, Doc>();
  readonly streams = new Map<string, Doc>();
  readonly contexts: ReadonlyMap<string, unknown>;
  /** Contexts that it was asked for and does not know; nothing is fetched from afar. */
  readonly missing: string[] = [];
  #deliveries: Delivery[] = [];
  #last = 0;

  constructor(contexts: ReadonlyMap<string, unknown>) {
    super();
    this.contexts = contexts;
  }

  setup(actor?: Doc): Promise<void> {
    if (actor !== undefined) this.objects.set(actor.id, copy(actor));
    return Promise.resolve();
  }

  getObject = (id: string, meta?: boolean) => Promise.resolve(bare(this.objects.get(id), meta === true));
  getActivity = (id: string, meta?: boolean) => Promise.resolve(bare(this.streams.get(id), meta === true));

  saveObject(object: Doc): Promise<boolean> {
    if (this.objects.has(object.id)) return Promise.resolve(false);
    this.objects.set(object.id, copy(object));
    return Promise.resolve(true);
  }

  updateObject(object: Doc, _actorId: string, whole?: boolean): Promise<Doc | undefined> {
    const before = this.objects.get(object.id);
    if (before === undefined) return Promise.resolve(undefined);
    const after = whole === true ? { ...copy(object), ...(before['_meta'] === undefined || object['_meta'] !== undefined ? {} : { _meta: before['_meta'] }) } : { ...before, ...copy(object) };
    this.objects.set(object.id, after);
    for (const each of this.streams.values()) {
      const within = each['object'];
      if (Array.isArray(within)) each['object'] = within.map((part: unknown) => (typeof part === 'object' && part !== null && (part as Doc).id === object.id ? copy(object) : part));
    }
    return Promise.resolve(bare(after, false) ?? undefined);
  }

  saveActivity(activity: Doc): Promise<boolean | undefined> {
    if (this.streams.has(activity.id)) return Promise.resolve(undefined);
    this.streams.set(activity.id, { ...copy(activity), _id: ++this.#last });
    return Promise.resolve(true);
  }

  removeActivity(activity: Doc, actorId: string): Promise<void> {
    const found = this.streams.get(activity.id);
    if (found !== undefined && same(found['actor'], actorId)) this.streams.delete(activity.id);
    return Promise.resolve();
  }

  updateActivity(activity: Doc, whole?: boolean): Promise<Doc> {
    const before = this.streams.get(activity.id);
    if (before !== undefined) this.streams.set(activity.id, whole === true ? copy(activity) : { ...before, ...copy(activity) });
    return Promise.resolve(bare(this.streams.get(activity.id), true) ?? activity);
  }

  updateActivityMeta(activity: Doc, key: 'collection', value: string, remove?: boolean): Promise<Doc> {
    const found = this.streams.get(activity.id);
    if (found === undefined) return Promise.reject(new Error('Error updating activity meta: not found'));
    const others = (metaOf(found)[key] ?? []).filter((each) => each !== value);
    found['_meta'] = { ...metaOf(found), [key]: remove === true ? others : [...others, value] };
    return Promise.resolve(bare(found, true) as Doc);
  }

  #in = (collection: string): Doc[] => [...this.streams.values()].filter((each) => metaOf(each).collection?.includes(collection) === true);
  findActivityByCollectionAndObjectId = (collection: string, id: string, meta?: boolean) => Promise.resolve(bare(this.#in(collection).find((each) => same(each['object'], id)), meta === true));
  findActivityByCollectionAndActorId = (collection: string, id: string, meta?: boolean) => Promise.resolve(bare(this.#in(collection).find((each) => same(each['actor'], id)), meta === true));
  getStreamCount = (collection: string) => Promise.resolve(this.#in(collection).length);
  getUserCount = () => Promise.resolve(1);

  /** The newest first, each with its actor in full. */
  getStream(collection: string, limit: number | null): Promise<Doc[]> {
    const found = this.#in(collection).reverse().slice(0, limit ?? undefined);
    return Promise.resolve(found.map((each) => ({ ...(bare(each, false) as Doc), actor: (each['actor'] as string[]).map((id) => bare(this.objects.get(id), false) ?? id) })));
  }

  getContext(documentUrl: string): Promise<unknown> {
    const document = this.contexts.get(documentUrl);
    if (document !== undefined) return Promise.resolve({ contextUrl: null, documentUrl, document });
    this.missing.push(documentUrl);
    return Promise.resolve({ contextUrl: null, documentUrl, document: { '@context': {} } });
  }
  saveContext = () => Promise.resolve();
  generateId = () => `a${(++this.#last).toString(36).padStart(8, '0')}`;

  deliveryEnqueue(actorId: string, body: string, addresses: string | string[], signingKey: string): Promise<boolean> {
    for (const address of [addresses].flat()) this.#deliveries.push({ address, actorId, signingKey, body, attempt: 0, after: new Date() });
    return Promise.resolve(true);
  }
  deliveryDequeue(): Promise<Delivery | { waitUntil: Date } | null> {
    const index = this.#deliveries.findIndex(({ after }) => after <= new Date());
    if (index >= 0) return Promise.resolve(this.#deliveries.splice(index, 1)[0] ?? null);
    const [next] = this.#deliveries;
    return Promise.resolve(next === undefined ? null : { waitUntil: next.after });
  }
  deliveryRequeue(delivery: Delivery): Promise<boolean> {
    this.#deliveries.push({ ...delivery, attempt: delivery.attempt + 1, after: new Date(Date.now() + 100) });
    return Promise.resolve(true);
  }
}
