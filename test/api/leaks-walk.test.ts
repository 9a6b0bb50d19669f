// SPDX-License-Identifier: EUPL-1.2
import { test } from 'vitest';
import { seedOr, walkScenario } from '../support/leak-walk-scenario.ts';

test('twenty thousand random requests with swapped ids show nobody what is not theirs, change nothing of it and break nothing', () => walkScenario(20_000, seedOr(20261121)), 600_000);
