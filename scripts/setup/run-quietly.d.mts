// SPDX-License-Identifier: EUPL-1.2
export function runQuietly(
  command: string,
  args: string[],
  options?: { cwd?: string; env?: NodeJS.ProcessEnv },
): Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string }>;
export function tail(output: string, lines?: number): string;
