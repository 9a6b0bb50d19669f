// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../../server/platform/db/database.ts';
import { isOutage } from '../../server/platform/db/outage.ts';
import type { Deps } from '../../server/platform/deps.ts';
import { newId } from '../../server/platform/ids.ts';
import { gather } from './gather.ts';
import { peersInOrder } from './peers-in-order.ts';
import { unhurried } from './unhurried.ts';

/** One host's work in this process, while nobody else has it. */
export interface Lane {
  host: string;
  /** Whether to leave what is left to another: the house closes, the lease was lost, or it was somebody else's turn. */
  over(): boolean;
  /** It turns out that this host keeps us waiting: it goes on among those in trouble, and leaves its room to others. */
  lags(): void;
}

/** What a lane found: `waits` when there is work that cannot be done yet, so that looking again at once is of no use. */
export type LaneEnd = 'done' | 'waits';

export interface LaneWork {
  name: string;
  /** Of `peer`: who has the host, and until when. */
  lease: string;
  leasedUntil: string;
  /** Lanes at once in a process; and beside those, how many for hosts in trouble. */
  most: number;
  mostInTrouble: number;
  /** Whether a row `p` of peer is in trouble: kept us waiting, or failed last time. */
  inTrouble: RawBuilder<boolean>;
  /** Whether a row `p` of peer has work that is due. */
  isDue(now: Date): RawBuilder<boolean>;
  /** Hosts that have any work at all, as a query of one column. */
  waiting(): RawBuilder<unknown>;
  run(lane: Lane): Promise<LaneEnd>;
}

export interface Lanes {
  /** Starts lanes for these hosts where they have work and there is room. */
  wake(hosts: readonly string[]): void;
  /** The same for every host that has work. */
  look(): Promise<void>;
  /** Resolves when no lane runs any more. */
  settled(): Promise<void>;
  /** Takes on nothing more, and waits a little for what runs. */
  stop(): Promise<void>;
}

/** Renewed while a lane runs; a process that died is followed by another after it. By the clock of the database, which all share. */
const LEASE_SECONDS = 15;
const RENEW_MS = 4_000;
/** After this it is the turn of another host, where one waits. */
const TURN_MS = 10_000;
const PATIENCE_MS = 8_000;

interface Claimed {
  host: string;
  troubled: boolean;
}

interface Running {
  troubled: boolean;
  promise: Promise<void>;
}

/**
 * Lanes: the work of each host is done by one process at a time, so that it can be done in order, and that of many at once, so that
 * none waits for another. No wake-up is lost: who commits work looks for it afterwards, and who ends a lease looks once more.
 */
export function createLanes(deps: Pick<Deps, 'database' | 'clock' | 'log'>, work: LaneWork): Lanes {
  const { database, clock, log } = deps;
  const [lease, leasedUntil] = [sql.ref(work.lease), sql.ref(work.leasedUntil)];
  const mine = newId();
  const running = new Map<string, Running>();
  let stopping = false;
  /** Somebody may have been left out for want of room: of those who do well, or of those in trouble. */
  const crowded = { well: false, troubled: false };

  const troubledNow = () => [...running.values()].filter(({ troubled }) => troubled).length;
  const roomForWell = () => Math.max(0, work.most - (running.size - troubledNow()));
  const roomForTroubled = () => Math.max(0, work.mostInTrouble - troubledNow());

  /** Takes hosts that nobody has, of those who do well and of those in trouble who waited longest: who is new comes after who was there before. */
  async function claim(trx: Trx, among: RawBuilder<unknown>, well: number, troubled: number): Promise<Claimed[]> {
    const now = clock.now();
    const relieved = unhurried(trx);
    const claimable = (inTrouble: boolean, limit: number) => sql`
      select p.host from peer p
      where p.host in (${among}) and (p.${leasedUntil} is null or p.${leasedUntil} <= now()) and ${work.inTrouble} = ${sql.lit(inTrouble)} and ${work.isDue(now)}
      order by coalesce(p.${leasedUntil}, p.first_seen_at) limit ${limit} for update skip locked`;
    const { rows } = await sql<Claimed>`
      with well as (${claimable(false, well)}), troubled as (${claimable(true, troubled)})
      update peer p set ${lease} = ${mine}, ${leasedUntil} = now() + make_interval(secs => ${LEASE_SECONDS})
      where host in (select host from well union all select host from troubled) returning p.host, ${work.inTrouble} as troubled`.execute(trx);
    await relieved;
    return rows;
  }

  /** As many as there is room for; and again where room was made while it was being asked, as those who made it found nothing to do. */
  async function startAmong(among: RawBuilder<unknown>): Promise<void> {
    try {
      for (let again = true; again && !stopping; ) {
        const [well, troubled] = [roomForWell(), roomForTroubled()];
        if (well + troubled === 0) {
          Object.assign(crowded, { well: true, troubled: true });
          return;
        }
        // Hosts are nobody's reading.
        const claimed = await database.asSystem((trx) => claim(trx, among, well, troubled));
        for (const each of claimed) start(each);
        const found = claimed.filter((each) => each.troubled).length;
        const [moreWell, moreTroubled] = [claimed.length - found >= well, found >= troubled];
        const [room, roomTroubled] = [roomForWell() > 0, roomForTroubled() > 0];
        crowded.well ||= moreWell && !room;
        crowded.troubled ||= moreTroubled && !roomTroubled;
        again = (moreWell && room) || (moreTroubled && roomTroubled);
      }
    } catch (error) {
      if (!stopping) log.warn({ err: error, lanes: work.name }, 'claiming lanes');
    }
  }

  /** One statement at a time, for all that were named since the last. */
  const claimThese = gather<readonly string[], void>(async (lists) => {
    const hosts = [...new Set(lists.flat())].filter((host) => !running.has(host));
    if (hosts.length > 0) await startAmong(sql`select unnest(${hosts}::text[])`);
    return lists.map(() => undefined);
  }, 1_000);

  const lookAround = gather<void, void>(async (asked) => {
    await startAmong(work.waiting());
    return asked;
  }, 10_000);

  const release = gather<string, void>(async (hosts) => {
    await database.asSystem(async (trx) => {
      await unhurried(trx);
      await sql`update peer set ${lease} = null, ${leasedUntil} = now() where host in (${peersInOrder(hosts)}) and ${lease} = ${mine}`.execute(trx);
    });
    return hosts.map(() => undefined);
  }, 500);

  const renew = gather<string, boolean>(async (hosts) => {
    const { rows } = await database.asSystem((trx) =>
      sql<{ host: string }>`update peer set ${leasedUntil} = now() + make_interval(secs => ${LEASE_SECONDS}) where host in (${peersInOrder(hosts)}) and ${lease} = ${mine} returning host`.execute(trx),
    );
    const kept = new Set(rows.map(({ host }) => host));
    return hosts.map((host) => kept.has(host));
  }, 500);

  function start({ host, troubled }: Claimed): void {
    // A process that lost its own lease may be given it anew while the old lane still ends.
    if (running.has(host)) return;
    const mine: Running = { troubled, promise: Promise.resolve() };
    running.set(host, mine);
    const promise = runLane(host, mine).finally(() => {
      running.delete(host);
    });
    mine.promise = promise.then(() => undefined);
    void promise.then((end) => after(host, end, mine)).catch(() => undefined);
  }

  const isCrowded = ({ troubled }: Running): boolean => (troubled ? crowded.troubled : crowded.well);

  /** Who was left out for want of the room that it leaves comes in. */
  function lags(mine: Running): void {
    if (mine.troubled) return;
    mine.troubled = true;
    if (crowded.well) void lookAgain();
  }

  async function runLane(host: string, mine: Running): Promise<LaneEnd> {
    const begin = performance.now();
    let lost = false;
    const keeping = setInterval(() => {
      renew(host).then((kept) => (lost ||= !kept), () => undefined);
    }, RENEW_MS);
    const tooMany = () => mine.troubled && troubledNow() > work.mostInTrouble;
    const over = () => stopping || lost || tooMany() || (isCrowded(mine) && performance.now() - begin > TURN_MS);
    let end: LaneEnd = 'waits';
    try {
      end = await work.run({ host, over, lags: () => lags(mine) });
    } catch (error) {
      // What was not done stays where it was; an outage is told by others.
      if (!stopping && !isOutage(error)) log.warn({ err: error, lanes: work.name, host }, 'lane');
    } finally {
      clearInterval(keeping);
    }
    await release(host).catch(() => undefined);
    return end;
  }

  async function lookAgain(): Promise<void> {
    Object.assign(crowded, { well: false, troubled: false });
    await lookAround();
  }

  async function after(host: string, end: LaneEnd, mine: Running): Promise<void> {
    if (stopping) return;
    if (isCrowded(mine)) await lookAgain();
    else if (end === 'done') await claimThese([host]);
  }

  return {
    wake: (hosts) => {
      if (hosts.length > 0 && !stopping) void claimThese(hosts);
    },
    look: () => lookAround(),
    async settled() {
      while (running.size > 0) await Promise.all([...running.values()].map(({ promise }) => promise));
    },
    async stop() {
      stopping = true;
      const ended = Promise.all([...running.values()].map(({ promise }) => promise));
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([ended, new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)))]);
      clearTimeout(timer);
    },
  };
}
