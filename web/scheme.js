// SPDX-License-Identifier: EUPL-1.2
// Runs before the first paint, so that a chosen scheme never flashes the other one.
try {
  const scheme = localStorage.getItem('plein.scheme')
  if (scheme === 'light' || scheme === 'dark') document.documentElement.dataset.scheme = scheme
} catch {
  // Storage may be forbidden; the system's scheme is then used.
}
