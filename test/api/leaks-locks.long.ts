// SPDX-License-Identifier: EUPL-1.2
import { describe } from 'vitest';
import { eachLockAlone } from '../support/leak-locks-scenario.ts';

describe('each lock alone, every hidden word searched for by everybody', () => eachLockAlone(1, 0));
