// SPDX-License-Identifier: EUPL-1.2

/** One line of the table: what was done to an installation, and what its ledger says. */
export interface Report {
  name: string;
  faults: number;
  acknowledged: number;
  present: number;
  missing: string[];
  doubled: string[];
  unknown: number;
  repeats: number;
  /** The longest time, in seconds, from a fault to the sending of a request that was acknowledged. */
  backWithin: number;
  hung: string[];
  /** Answers that no fault explains. */
  refusals: string[];
  events: number;
  jobsLost: string[];
  notifications: number;
  notificationsMissing: string[];
  notificationsDoubled: string[];
  mails: number;
  live: number;
  otherFaults: string[];
  /** Answers other than success, as "503 × 12". */
  troubles: string;
  settledIn: number;
  seconds: number;
}

/** What must be empty. */
export const mustBeEmpty = ['missing', 'doubled', 'hung', 'refusals', 'jobsLost', 'notificationsMissing', 'notificationsDoubled', 'otherFaults'] as const;

const columns: [string, (report: Report) => string | number][] = [
  ['fault', ({ name }) => name],
  ['faults', ({ faults }) => faults],
  ['acknowledged', ({ acknowledged }) => acknowledged],
  ['present', ({ present }) => present],
  ['missing', ({ missing }) => missing.length],
  ['doubled', ({ doubled }) => doubled.length],
  ['unknown', ({ unknown }) => unknown],
  ['sent again', ({ repeats }) => repeats],
  ['hung', ({ hung }) => hung.length],
  ['events', ({ events }) => events],
  ['jobs lost', ({ jobsLost }) => jobsLost.length],
  ['notifications', ({ notifications }) => notifications],
  ['missing', ({ notificationsMissing }) => notificationsMissing.length],
  ['doubled', ({ notificationsDoubled }) => notificationsDoubled.length],
  ['mails', ({ mails }) => mails],
  ['live', ({ live }) => live],
  ['other', ({ otherFaults, refusals }) => otherFaults.length + refusals.length],
  ['back (s)', ({ backWithin }) => backWithin.toFixed(1)],
  ['settled (s)', ({ settledIn }) => settledIn.toFixed(1)],
  ['took (s)', ({ seconds }) => seconds.toFixed(0)],
  ['without success', ({ troubles }) => troubles],
];

/** A table in Markdown, with a line of sums where there is more than one. */
export function tableOf(reports: readonly Report[]): string {
  const line = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(columns.map(([name]) => name)), line(columns.map(() => '---')), ...reports.map((report) => line(columns.map(([, cell]) => cell(report))))].join('\n');
}

/** What is wrong with it, at most a few lines of each kind; nothing when all is well. */
export function complaints(report: Report): Record<string, string[]> {
  return Object.fromEntries(mustBeEmpty.filter((name) => report[name].length > 0).map((name) => [`${name} (${report[name].length})`, report[name].slice(0, 5)]));
}
