// SPDX-License-Identifier: EUPL-1.2

/** One cell of docs/access.md. */
export interface Cell {
  section: string;
  act: string;
  who: string;
  outcome: string;
}

/** Every cell of every table of the page, by its headings. */
export function cellsOf(page: string): Cell[] {
  return page.split(/^## /m).slice(1).flatMap((section) => {
    const [heading = '', ...lines] = section.split('\n');
    const [head = [], , ...rows] = lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
    return rows.flatMap(([act = '', ...outcomes]) => outcomes.map((outcome, index) => ({ section: heading, act, who: head[index + 1] ?? '', outcome })));
  });
}
