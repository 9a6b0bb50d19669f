// SPDX-License-Identifier: EUPL-1.2
import { setInterval } from 'node:timers/promises';
import { house } from '../../federation/house.ts';
import { inboxOf } from '../../federation/inbox/wake.ts';
import { openInstance } from '../../server/instance.ts';
import { readConfig } from '../../server/platform/config/config.ts';

/**
 * One process that takes in and handles what comes from other instances, and nothing else: telling people of it, making it findable and
 * passing it on is left in the outbox, as where workers have processes of their own. What creating a post is measured by, too.
 */
const config = readConfig({ ...Object.fromEntries(['DATABASE_URL', 'DATA_DIR', 'PORT', 'PUBLIC_URL', 'RATE_LIMITS', 'FEDERATION_ALLOW_PRIVATE', 'NODE_ENV'].map((name) => [name, process.env[name]])), ROLE: 'web' });
const { app, deps, stop } = await openInstance(config, { rooms: house });
// What it takes in it handles at once; a web process would wake another.
Object.assign(deps.config, { role: 'worker' });
await app.listen({ port: config.port, host: '127.0.0.1' });
console.log(`Plein is open at ${config.publicUrl}`);
process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
for await (const _ of setInterval(1_000)) await inboxOf(deps).look();
