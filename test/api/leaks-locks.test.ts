// SPDX-License-Identifier: EUPL-1.2
import { describe } from 'vitest';
import { eachLockAlone } from '../support/leak-locks-scenario.ts';

const OF = 3;
const given = process.env['LEAK_LOCKS_TURN'];
const turn = given === undefined || given === '' ? Math.floor(Math.random() * OF) : Number(given);

// Every route for everybody, every hidden word on every route for some. Every word for everybody: leaks-locks.long.ts.
describe(`each lock alone (LEAK_LOCKS_TURN=${turn})`, () => eachLockAlone(OF, turn));
