// SPDX-License-Identifier: EUPL-1.2
// npm run demo:federation: from a bare checkout to three squares that know each other. Plain JavaScript without packages, because it
// also runs on Node 20 and before anything is installed.
import { runUntilTold } from './setup/run-until-told.mjs';

runUntilTold(import.meta.url, async ({ say, started }) => {
  const { startSquares } = await import('./demo/federation/start-squares.ts');
  const guide = await startSquares({ env: process.env, say, started });
  say(`Where to look, and as whom: ${guide}`);
});
