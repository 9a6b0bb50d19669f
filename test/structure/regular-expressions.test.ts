// SPDX-License-Identifier: EUPL-1.2
import { createContext, Script } from 'node:vm';
import { expect, test } from 'vitest';
import { generateClient } from '../../scripts/generate-client.ts';
import { attackTexts } from '../support/attack-texts.ts';
import { type Expression, expressionsIn } from '../support/expressions-of.ts';

/** Milliseconds of processor time that the worst text may cost (case 41). */
const MOST_MS = 50;
/** The longest text that a request may hold, and so the longest that an expression meets unless it is named below. */
const LONGEST = 100_000;
/** To find the worst of all attacks before the long ones are tried. */
const FIRST = 2_000;

/** Reviewed: what each expression looks at can be no longer than this. */
const shorter: Record<string, { most: number; why: string }> = {
  '/<svg[^>]*>/': { most: 10_000, why: 'drawings that come with the application' },
};

interface Cost {
  name: string;
  files: string[];
  most: number;
  ms: number;
  quarter: number;
  text: string;
}

const TOO_LONG = 1_000_000;
/** Texts that are tried together, and how long they may take together before they are cut off. */
const HELPING = 50;
const PATIENCE_MS = 2_000;

const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
const context = createContext({ expression: /x/, texts: [] as string[], costs: [] as number[], processorTime });
// Like the code that uses them: all matches of one that is global, else the first.
const script = new Script(`
  for (let at = 0; at < texts.length; at++) {
    const before = processorTime();
    expression.lastIndex = 0;
    if (expression.global) texts[at].replace(expression, '');
    else expression.exec(texts[at]);
    costs[at] = processorTime() - before;
  }`);

/** Milliseconds of processor time for each text; a very large number for the one that takes too long, and none for those after it. */
function costsOf(expression: RegExp, texts: readonly string[], patience = PATIENCE_MS): number[] {
  const costs: number[] = [];
  Object.assign(context, { expression, texts, costs });
  try {
    script.runInContext(context, { timeout: patience });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    costs.push(TOO_LONG);
  }
  return costs;
}

/** The best of three turns, which a busy machine disturbs least. */
const cost = (expression: RegExp, text: string, patience = PATIENCE_MS): number => Math.min(...[1, 2, 3].map(() => costsOf(expression, [text], patience)[0] ?? TOO_LONG));

function worstOf({ source, flags, files }: Expression, patience = PATIENCE_MS): Cost {
  const name = `/${source}/${flags}`;
  const most = shorter[name]?.most ?? LONGEST;
  const expression = new RegExp(source, flags);
  let worst: Cost = { name, files, most, ms: 0, quarter: 0, text: '' };
  const attacks = attackTexts(source);
  const first: { attack: (length: number) => string; ms: number }[] = [];
  for (let at = 0; at < attacks.length; at += HELPING) {
    const helping = attacks.slice(at, at + HELPING);
    for (const [index, ms] of costsOf(expression, helping.map((attack) => attack(Math.min(FIRST, most))), patience).entries()) {
      const attack = helping[index] ?? String;
      if (ms === TOO_LONG) return { ...worst, ms, text: attack(20) };
      first.push({ attack, ms });
    }
  }
  first.sort((one, other) => other.ms - one.ms);
  for (const { attack } of first.slice(0, 6)) {
    const ms = cost(expression, attack(most), patience);
    if (ms === TOO_LONG) return { ...worst, ms, text: attack(20) };
    if (ms > worst.ms) worst = { ...worst, ms, quarter: cost(expression, attack(most / 4), patience), text: attack(20) };
  }
  return worst;
}

async function expressionsOfTheApplication(): Promise<Expression[]> {
  const document = (await generateClient()).document;
  const patterns = new Set<string>();
  JSON.parse(document, (key, value: unknown) => {
    if (key === 'pattern' && typeof value === 'string') patterns.add(value);
    return value;
  });
  return [...expressionsIn('server', 'federation', 'web', 'scripts'), ...[...patterns].map((source) => ({ source, flags: 'u', files: ['a schema'] }))];
}

test('every regular expression reads its worst text within 50 ms, in time that does not grow out of hand', async () => {
  const expressions = await expressionsOfTheApplication();
  expect(expressions.length).toBeGreaterThan(90);
  expect(Object.keys(shorter).filter((name) => !expressions.some(({ source, flags }) => `/${source}/${flags}` === name))).toEqual([]);
  const costs = expressions.map((each) => worstOf(each)).sort((one, other) => other.ms - one.ms);
  const line = ({ name, files, most, ms, quarter, text }: Cost) => `${ms.toFixed(1)} ms (${quarter.toFixed(1)} ms for a quarter) for ${most} characters of ${JSON.stringify(text)}: ${name} in ${files.join(', ')}`;
  console.log(`the slowest of ${costs.length} expressions:\n${costs.slice(0, 5).map(line).join('\n')}`);
  expect(costs.filter(({ ms }) => ms >= MOST_MS).map(line)).toEqual([]);
  // Four times the text: sixteen times the work at most, with room for what cannot be measured.
  expect(costs.filter(({ ms, quarter }) => ms > 20 * quarter + 5).map(line)).toEqual([]);
}, 240_000);

test.each(['^(a+)+$', '^(a|a)*$', '(x+x+)+y', '\\s+$', '^(?:\\w+-?)*$', '"(?:[^"]|\\\\.)*"!', '<a[^>]*b[^>]*c[^>]*>', '(?:.*,){12}P'])('%s, which does, is found', (source) => {
  expect(worstOf({ source, flags: '', files: [] }, 6 * MOST_MS).ms).toBeGreaterThan(MOST_MS);
});
