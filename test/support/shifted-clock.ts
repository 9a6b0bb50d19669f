// SPDX-License-Identifier: EUPL-1.2

// Loaded before a process of Plein (node --import): its clock is CLOCK_SHIFT_MS ahead, for everything that asks it.
const shift = Number(process.env['CLOCK_SHIFT_MS'] ?? '0');
const RealDate = Date;
const now = (): number => RealDate.now() + shift;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args: unknown[], newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget === globalThis.Date ? target : newTarget) as Date,
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
});
