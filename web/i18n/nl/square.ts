// SPDX-License-Identifier: EUPL-1.2
export const squareNl = {
  'square.tagline': 'Waar ambtenaren samenwerken en inwoners meedenken. Staat de deur open? Loop gerust binnen.',
  'square.search': 'Zoek een gebouw',
  'square.street': 'Gebouwen aan het plein',
  'square.allBuildings': { one: 'Bekijk het gebouw', other: 'Alle {count} gebouwen' },
  'square.new': 'Nieuw op het plein',
  'square.mine': 'Alles van mij',
  'square.empty': 'Op het plein is nog niets gezegd.',
  'square.emptyStreet': 'Aan dit plein staat nog geen gebouw.',
  'square.emptyExample': 'Bijvoorbeeld: “Omgevingswet”, “Havenkwartier” of “Jeugdzorg regio”.',
  'square.join.title': 'Doe mee',
  'square.join.text': 'Lezen kan zonder account. Wil je reageren, meedenken of zelf een gebouw beginnen? Een account is er in een minuut.',
  'square.who': 'Wie is hier?',
  'square.counts': '{people} mensen in {buildings} gebouwen schreven samen {posts} berichten.',
  'square.people': 'Bekijk alle mensen',
  'square.recent': 'Pas geopend',
}
