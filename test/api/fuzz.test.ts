// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto';
import { fuzzEveryRoute } from '../support/fuzz-scenario.ts';

const given = process.env['FUZZ_SEED'];

await fuzzEveryRoute({ requests: 70, seed: given === undefined ? randomInt(2 ** 31) : Number(given) });
