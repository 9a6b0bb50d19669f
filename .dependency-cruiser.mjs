// SPDX-License-Identifier: EUPL-1.2

/**
 * Which room may import which. From left to right; a room imports the `public.ts` of rooms to its left and nothing else of them.
 * The paths also match inside test/structure/canary, where the same rules must find their violations.
 */
const order = [
  ['platform'],
  ['identity'],
  ['people'],
  ['buildings'],
  ['groups'],
  ['posts'],
  ['asking'],
  ['files', 'pages', 'events', 'polls', 'ideas', 'motions'],
  ['moderation'],
  ['notifications', 'search', 'insights', 'webcare'],
  ['today', 'mailing', 'push'],
  ['documents', 'operations'],
];
const server = '(^|/)server/';
const leftToRight = order.slice(0, -1).map((rooms, index) => ({
  name: `nothing-to-the-right-of-${rooms[0]}`,
  comment: 'News to the left travels as events; a room never imports one to its right.',
  severity: 'error',
  from: { path: `${server}(${rooms.join('|')})/` },
  to: { path: `${server}(${order.slice(index + 1).flat().join('|')})/` },
}));
const betweenNeighbours = order
  .filter((rooms) => rooms.length > 1)
  .map((rooms) => ({
    name: `no-imports-between-${rooms[0]}-and-its-neighbours`,
    comment: 'Rooms of the same rank do not know each other.',
    severity: 'error',
    from: { path: `${server}(${rooms.join('|')})/` },
    to: { path: `${server}(${rooms.join('|')})/`, pathNot: `${server}$2/` },
  }));

export default {
  forbidden: [
    ...leftToRight,
    ...betweenNeighbours,
    {
      name: 'only-the-public-door',
      comment: 'Another room is entered through its public.ts; what stands behind it may change at any time.',
      severity: 'error',
      from: { path: `${server}(?!platform/)([^/]+)/` },
      to: { path: `${server}(?!platform/)[^/]+/`, pathNot: [`${server}$2/`, `${server}[^/]+/public\\.ts$`] },
    },
    {
      name: 'web-stands-alone',
      comment: 'The web client knows the server by its OpenAPI document only.',
      severity: 'error',
      from: { path: '(^|/)web/' },
      to: { path: '(^|/)(server|federation|migrations|scripts)/' },
    },
    {
      name: 'server-knows-no-web-and-no-federation',
      comment: 'Federation is a subscriber like any other: only server/main.ts, scripts and tests mount it.',
      severity: 'error',
      from: { path: '(^|/)server/', pathNot: '(^|/)server/main\\.ts$' },
      to: { path: '^(federation|web|scripts|test)/', pathNot: 'test/structure/canary' },
    },
    {
      name: 'federation-by-the-public-doors',
      comment: 'Federation stands to the right of every room and enters them by their public doors.',
      severity: 'error',
      from: { path: '^federation/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/(?!platform/)', pathNot: '^server/([^/]+/public\\.ts|rooms\\.ts)$' },
    },
    {
      name: 'wire-names-stay-in-federation',
      comment: 'The library that speaks ActivityPub is used in one place.',
      severity: 'error',
      from: { path: '^(server|web|scripts|migrations)/' },
      to: { path: 'node_modules/(@fedify|activitypub-express)/' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '(^|/)(server|federation|web|migrations|scripts)/', pathNot: '\\.test\\.ts$' },
      to: { path: '(^test/(?!structure/canary)|\\.test\\.ts$)' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', severity: 'error', from: { pathNot: '^web/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
