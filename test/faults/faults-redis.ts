// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';
import type { OwnRedis } from './own-redis.ts';
import type { Fault, Scene } from './scene.ts';

function redisOf({ plein }: Scene): OwnRedis {
  if (plein.redis === null) throw new Error('this installation has no Redis');
  return plein.redis;
}

export const redisKilled: Fault = {
  name: 'Redis killed, back empty',
  async inject(scene) {
    const redis = redisOf(scene);
    await redis.kill();
    await sleep(scene.chance.between(0, 3_000));
    await redis.start();
  },
};

export const redisFlushed: Fault = {
  name: 'Redis FLUSHALL',
  inject: (scene) => redisOf(scene).flush(),
};
