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
  /** The longest time, in seconds, that no request was acknowledged during and after a fault. */
  silence: number;
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
  ['silent (s)', ({ silence }) => silence.toFixed(1)],
  ['settled (s)', ({ settledIn }) => settledIn.toFixed(1)],
  ['took (s)', ({ seconds }) => seconds.toFixed(0)],
  ['without success', ({ troubles }) => troubles],
];

/** A table in Markdown, with a line of sums where there is more than one. */
export function tableOf(reports: readonly Report[]): string {
  const line = (cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const lines = reports.length > 1 ? [...reports, sumOf(reports)] : reports;
  return [line(columns.map(([name]) => name)), line(columns.map(() => '---')), ...lines.map((report) => line(columns.map(([, cell]) => cell(report))))].join('\n');
}

/** All together; of the times the longest, but how long it took altogether. */
function sumOf(reports: readonly Report[]): Report {
  const sum = (of: (report: Report) => number): number => reports.reduce((total, report) => total + of(report), 0);
  const most = (of: (report: Report) => number): number => Math.max(...reports.map(of));
  const all = (of: (report: Report) => string[]): string[] => reports.flatMap(of);
  return {
    name: 'all',
    faults: sum(({ faults }) => faults),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    present: sum(({ present }) => present),
    missing: all(({ missing }) => missing),
    doubled: all(({ doubled }) => doubled),
    unknown: sum(({ unknown }) => unknown),
    repeats: sum(({ repeats }) => repeats),
    silence: most(({ silence }) => silence),
    hung: all(({ hung }) => hung),
    refusals: all(({ refusals }) => refusals),
    events: sum(({ events }) => events),
    jobsLost: all(({ jobsLost }) => jobsLost),
    notifications: sum(({ notifications }) => notifications),
    notificationsMissing: all(({ notificationsMissing }) => notificationsMissing),
    notificationsDoubled: all(({ notificationsDoubled }) => notificationsDoubled),
    mails: sum(({ mails }) => mails),
    live: sum(({ live }) => live),
    otherFaults: all(({ otherFaults }) => otherFaults),
    troubles: '',
    settledIn: most(({ settledIn }) => settledIn),
    seconds: sum(({ seconds }) => seconds),
  };
}

/** What is wrong with it, at most a few lines of each kind; nothing when all is well. */
export function complaints(report: Report): Record<string, string[]> {
  return Object.fromEntries(mustBeEmpty.filter((name) => report[name].length > 0).map((name) => [`${name} (${report[name].length})`, report[name].slice(0, 8)]));
}
