// SPDX-License-Identifier: EUPL-1.2
import { fuzzEveryRoute } from '../support/fuzz-scenario.ts';

const given = process.env['FUZZ_SEED'];

// The same requests every time, so that a change is judged by what it changed; fuzz.long.ts chooses others.
await fuzzEveryRoute({ requests: 20, seed: given === undefined ? 20261121 : Number(given) });
