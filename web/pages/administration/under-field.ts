// SPDX-License-Identifier: EUPL-1.2
import { ProblemError, type FieldError } from '../../api/problem.ts'

/** Faults of the parts of a list ("domains/1") as faults of the one field they were typed in, each naming its part. */
export async function underField<T>(field: string, parts: string[], work: () => Promise<T>): Promise<T> {
  const whole = (one: FieldError): FieldError => {
    const part = one.path.startsWith(`${field}/`) ? parts[Number(one.path.slice(field.length + 1))] : undefined
    return part === undefined ? one : { path: field, message: one.message.includes(part) ? one.message : `${part}: ${one.message}` }
  }
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    throw new ProblemError(error.status, { type: error.type, title: error.title, detail: error.detail, errors: error.errors.map(whole) }, error.retryAfter)
  }
}
