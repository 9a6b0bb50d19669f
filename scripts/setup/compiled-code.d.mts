// SPDX-License-Identifier: EUPL-1.2
export function compiledFolder(root: string): string;
export function keepCompiledCode(root: string): Promise<void>;
