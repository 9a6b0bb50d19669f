// SPDX-License-Identifier: EUPL-1.2
export function buildWeb(root: string, say: (message: string) => void): Promise<void>;
