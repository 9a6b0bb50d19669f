// SPDX-License-Identifier: EUPL-1.2
import type { peopleNl } from '../nl/people.ts'
import type { Message } from '../messages.ts'

export const peopleEn: Record<keyof typeof peopleNl, Message> = {
  'people.title': 'People',
  'people.lead': 'Who takes part in this square? Search by name, function or organisation.',
  'people.search': 'Find somebody',
  'people.found': { one: '{count} person found', other: '{count} people found' },
  'people.foundMore': { one: '{count} person found, and there are more', other: '{count} people found, and there are more' },
  'people.noneFound': 'Nobody found for “{q}”.',
  'people.none': 'There is nobody to see here yet.',
  'people.showAll': 'Show everyone',
  'people.edit': 'Edit your profile',
  'people.tellAbout': 'Tell in a few sentences what you work on.',
  'people.places': 'Takes part in',
  'people.posts': 'Written',
  'people.noPosts': '{name} has not written anything yet that you may read.',
  'people.noPostsMine': 'You have not written anything yet.',
  'people.since': 'Taking part since {date}',
  'tag.lead': 'Everything on this subject, from all buildings that you may read.',
  'tag.others': 'Other subjects',
  'tag.empty': 'Nothing was written on #{tag} yet that you may read.',
  'tag.emptyExample': 'Put #{tag} in a post and it will be here.',
}
