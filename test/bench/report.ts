// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';

export interface Result {
  name: string;
  unit: string;
  plein: number;
  /** The same of the bare stack in the same run, or of Plein with fewer posts; null where there is nothing to hold it against. */
  baseline: number | null;
  /** Plein divided by the baseline. */
  ratio: number | null;
  /** What the ratio (or, without a baseline, the figure itself) must reach or keep below; null for figures that are only told. */
  target: { atLeast: number } | { atMost: number } | null;
  holds: boolean;
}

export function result(name: string, unit: string, plein: number, baseline: number | null, target: Result['target'] = null): Result {
  const ratio = baseline === null ? null : plein / baseline;
  const judged = ratio ?? plein;
  const holds = target === null || ('atLeast' in target ? judged >= target.atLeast : judged <= target.atMost);
  return { name, unit, plein: round(plein), baseline: baseline === null ? null : round(baseline), ratio: ratio === null ? null : round(ratio), target, holds };
}

function round(value: number): number {
  return value >= 1_000 ? Math.round(value) : Number(value.toPrecision(3));
}

export function printTable(results: readonly Result[]): void {
  const rows = results.map(({ name, unit, plein, baseline, ratio, target, holds }) => [
    name,
    `${plein.toLocaleString('en')} ${unit}`,
    baseline === null ? '' : baseline.toLocaleString('en'),
    ratio === null ? '' : ratio.toFixed(2),
    target === null ? '' : 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`,
    target === null ? '' : holds ? 'holds' : 'MISSED',
  ]);
  const head = ['', 'Plein', 'baseline', 'ratio', 'target', ''];
  const widths = head.map((title, index) => Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)));
  for (const row of [head, ...rows]) console.log(row.map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0))).join('  ').trimEnd());
}

export function writeJson(file: string, results: readonly Result[]): void {
  const plain = results.map(({ target, ...each }) => ({ ...each, target: target === null ? null : Object.values(target)[0] }));
  writeFileSync(file, `${JSON.stringify(plain, null, 2)}\n`);
}
