// SPDX-License-Identifier: EUPL-1.2
import type { squareNl } from '../nl/square.ts'
import type { Message } from '../messages.ts'

export const squareEn: Record<keyof typeof squareNl, Message> = {
  'square.tagline': 'Where civil servants work together and residents think along. Is the door open? Do walk in.',
  'square.search': 'Find a building',
  'square.street': 'Buildings on the square',
  'square.allBuildings': { one: 'See the building', other: 'All {count} buildings' },
  'square.new': 'New on the square',
  'square.mine': 'All of mine',
  'square.empty': 'Nothing has been said on the square yet.',
  'square.emptyStreet': 'There is no building on this square yet.',
  'square.emptyExample': 'For example: “Environment Act”, “Harbour quarter” or “Regional youth care”.',
  'square.join.title': 'Join in',
  'square.join.text': 'You can read without an account. Would you like to reply, think along or start a building? An account takes a minute.',
  'square.who': 'Who is here?',
  'square.counts': '{posts} together, by {people} in {buildings}.',
  'square.counts.people': { one: '{count} person', other: '{count} people' },
  'square.counts.buildings': { one: '{count} building', other: '{count} buildings' },
  'square.people': 'See all people',
  'square.recent': 'Opened recently',
}
