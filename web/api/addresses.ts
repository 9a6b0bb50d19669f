// SPDX-License-Identifier: EUPL-1.2
import type { paths } from './schema.d.ts'

/** "/buildings/{slug}/posts" becomes `/buildings/${string}/posts`. */
type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}` ? `${Before}${string}${Filled<After>}` : Path

type Under<Path> = Path extends `/api/v1${infer Rest}` ? Rest : never

type Has<Path extends keyof paths, Method extends string> = Method extends keyof paths[Path] ? ([NonNullable<paths[Path][Method]>] extends [never] ? never : Path) : never

/** The addresses that the generated document knows for a method: a call to any other does not compile. */
export type ApiPath<Method extends 'get' | 'post' | 'put' | 'patch' | 'delete'> = { [Path in keyof paths]: Filled<Under<Has<Path, Method>>> }[keyof paths]
