// SPDX-License-Identifier: EUPL-1.2
export function packagesAreCurrent(root: string): boolean;
export function installPackages(root: string, say: (message: string) => void): Promise<void>;
