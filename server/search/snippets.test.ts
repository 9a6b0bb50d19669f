// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { snippetOf } from './snippets.ts';

test('a list stands in one line without the marks of its items', () => {
  const shown = (text: string) => snippetOf(text, []).map((part) => part.text).join('');
  expect(shown('Wat er nodig is:\n- De loods\n- De kade - links\n\n- Een sleutel')).toBe('Wat er nodig is: De loods · De kade - links Een sleutel');
  expect(shown('- De loods')).toBe('De loods');
});
