// SPDX-License-Identifier: EUPL-1.2

/**
 * Makes one question out of those that come while another is being answered: a statement for a hundred rows costs little more than one
 * for a single row, and nobody waits for others to come.
 * @param work answers a list in its order
 * @param most asked at once
 */
export function gather<T, R>(work: (items: readonly T[]) => Promise<readonly R[]>, most: number): (item: T) => Promise<R> {
  interface Waiting {
    item: T;
    done(result: R): void;
    fail(error: unknown): void;
  }
  const waiting: Waiting[] = [];
  let busy = false;

  async function answer(): Promise<void> {
    busy = true;
    // Whoever asks in the same turn of the event loop comes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      try {
        const results = await work(batch.map(({ item }) => item));
        // As many answers as questions: that is what `work` promises.
        batch.forEach(({ done }, index) => done(results[index] as R));
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    busy = false;
  }

  return (item) =>
    new Promise<R>((done, fail) => {
      waiting.push({ item, done, fail });
      if (!busy) void answer();
    });
}
