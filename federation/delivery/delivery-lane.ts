// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../../server/platform/deps.ts';
import type { Lane, LaneEnd } from '../lanes/lanes.ts';
import { FetchRefused } from '../wire/fetch-refused.ts';
import { signedPost } from '../wire/sign.ts';
import { type Outcome, outcomeOf, outcomeOfError } from './outcome.ts';
import { createFailing, createHolding, createSettling } from './peer-state.ts';
import { createReading, createRechecking, type Delivery, PAGE } from './rows.ts';
import { synchronization } from './synchronization.ts';

/** Requests at once to one host that is known to answer; the first of a lane goes alone. */
const WIDTH = 4;
/** Rows whose end is not written yet. */
const MOST_UNWRITTEN = 4 * PAGE;
/** Who lets us wait for longer than this is slow. */
const SLOW_MS = 2_000;
/** When so many different things fail one after the other, it is the host. */
const STUMBLES = 3;

export function createDeliveryLane(deps: Deps): (lane: Lane) => Promise<LaneEnd> {
  const read = createReading(deps);
  const recheck = createRechecking(deps);
  const settle = createSettling(deps);
  const hold = createHolding(deps);
  const fail = createFailing(deps);

  async function deliver({ host, inbox, body, about, senderId, membersOf }: Delivery): Promise<Outcome> {
    const refusal = await recheck({ host, membersOf, post: about });
    if (refusal !== null) return { kind: 'never', note: refusal, gone: false };
    try {
      const headers = await synchronization.headersFor(deps, membersOf, host);
      return outcomeOf(await signedPost(deps, { actorId: senderId, inbox, body, headers, notBlocked: true }), deps.clock.now());
    } catch (error) {
      // What is no refusal is a fault on this side: nothing against the host.
      if (!(error instanceof FetchRefused)) deps.log.warn({ err: error, host }, 'delivering');
      return outcomeOfError(error);
    }
  }

  /** Whoever keeps an inbox says that it is there no more: nothing else is brought to it either. */
  async function closeInbox(host: string, inbox: string): Promise<void> {
    await deps.database.asSystem(async (trx) => {
      await trx.updateTable('remote_actor').set({ gone_at: deps.clock.now() }).where('inbox', '=', inbox).where('host', '=', host).where('gone_at', 'is', null).execute();
      await trx.deleteFrom('delivery').where('host', '=', host).where('inbox', '=', inbox).execute();
    });
  }

  /** In order for one thing at one inbox, and several at once. */
  return async function run(lane) {
    const { host } = lane;
    let queue: Delivery[] = [];
    const busyKeys = new Set<string>();
    const heldKeys = new Set<string>();
    const unwritten = new Set<string>();
    const running = new Set<Promise<void>>();
    const writing = new Set<Promise<void>>();
    let width = 1;
    let stumbles = 0;
    let away = false;
    let ahead = true;
    let waits = false;
    /** Of the last answer. */
    let slow = false;

    const keyOf = ({ inbox, orderingKey }: Delivery) => `${inbox} ${orderingKey}`;
    const isFree = (row: Delivery) => !busyKeys.has(keyOf(row)) && !heldKeys.has(keyOf(row));

    function write(row: Delivery, dropped: string | null): void {
      const written = settle({ id: row.id, host, dropped, slow }).then(() => void unwritten.delete(row.id));
      writing.add(written);
      void written.then(() => writing.delete(written), () => undefined);
    }

    async function act(row: Delivery, outcome: Outcome): Promise<void> {
      if (outcome.kind === 'arrived') {
        width = WIDTH;
        stumbles = 0;
        return write(row, null);
      }
      if (outcome.kind === 'never') {
        write(row, outcome.note);
        if (outcome.gone) await closeInbox(host, row.inbox);
        return;
      }
      waits = true;
      if (outcome.kind === 'stumbled' && ++stumbles < STUMBLES) {
        heldKeys.add(keyOf(row));
        if (!(await hold({ id: row.id, host, error: outcome.note }))) write(row, outcome.note);
        return;
      }
      // Those that were under way at the same time tell nothing new.
      if (away) return;
      away = true;
      await fail({ host, error: outcome.note, askedMs: outcome.kind === 'away' ? outcome.restMs : null });
    }

    function start(row: Delivery): void {
      busyKeys.add(keyOf(row));
      unwritten.add(row.id);
      const asked = performance.now();
      const patience = setTimeout(lane.lags, SLOW_MS);
      const under = deliver(row).then((outcome) => {
        slow = performance.now() - asked > SLOW_MS;
        return act(row, outcome);
      }).finally(() => {
        clearTimeout(patience);
        busyKeys.delete(keyOf(row));
        running.delete(under);
      });
      running.add(under);
    }

    try {
      while (!away && !lane.over()) {
        if (ahead && queue.length < PAGE / 2 && unwritten.size < MOST_UNWRITTEN) {
          const page = await read({ host, without: [...unwritten, ...queue.map(({ id }) => id)] });
          ahead = page.rows.length === PAGE;
          waits ||= page.held;
          queue.push(...page.rows);
        }
        while (running.size < width) {
          const row = queue.find(isFree);
          if (row === undefined) break;
          queue = queue.filter((each) => each !== row);
          start(row);
        }
        if (running.size > 0) await Promise.race(running);
        else if (writing.size > 0 && unwritten.size >= MOST_UNWRITTEN) await Promise.race(writing);
        else if (!ahead || queue.length >= PAGE / 2) break;
      }
    } finally {
      await Promise.allSettled(running);
      await Promise.all(writing);
    }
    return waits ? 'waits' : 'done';
  };
}
