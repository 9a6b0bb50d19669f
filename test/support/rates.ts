// SPDX-License-Identifier: EUPL-1.2
import { loadavg } from 'node:os';

/** How fast something went in each of several rounds, by what was the matter. */
export interface Rates {
  note(kind: string, done: number, milliseconds: number): void;
  /** In done per second. */
  median(kind: string): number;
  /** Of one kind to another, round by round, so that whatever else the machine does weighs on both; the median of that. */
  ratio(kind: string, to: string): number;
  /** A table of the rounds, with the load of the machine. */
  table(title: string): string;
}

export function createRates(): Rates {
  const found = new Map<string, number[]>();
  const of = (kind: string): number[] => found.get(kind) ?? [];
  const rates: Rates = {
    note(kind, done, milliseconds) {
      found.set(kind, [...of(kind), done / (milliseconds / 1_000)]);
    },
    median: (kind) => medianOf(of(kind)),
    ratio: (kind, to) => medianOf(of(kind).map((rate, round) => rate / (of(to)[round] ?? Number.NaN))),
    table(title) {
      const rows = [...found].map(([kind, list]) => `${kind.padEnd(34)}${list.map((rate) => rate.toFixed(1).padStart(9)).join('')}   median ${rates.median(kind).toFixed(1)}/s`);
      return [title, ...rows, `load of the machine: ${loadavg().map((load) => load.toFixed(1)).join(' ')}`].join('\n');
    },
  };
  return rates;
}

function medianOf(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
