// SPDX-License-Identifier: EUPL-1.2
import { test } from 'vitest';
import { seedOr, walkScenario } from '../support/leak-walk-scenario.ts';

test('two hundred thousand random requests with swapped ids show nobody what is not theirs, change nothing of it and break nothing', () => walkScenario(200_000, seedOr(47110815)));
