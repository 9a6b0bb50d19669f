// SPDX-License-Identifier: EUPL-1.2
import { Problem, type Text } from '../../server/platform/http/problem.ts';
import type { Reason } from '../wire/reasons.ts';
import { FetchRefused } from '../wire/fetch.ts';

/** What was asked of another instance cannot be had; each names the field that it was asked with. */
type Kind = 'no-such-place' | 'host-unreachable' | 'host-slow' | 'host-blocked' | 'host-speaks-otherwise' | 'not-a-place' | 'stands-here' | 'bad-address';

const texts: Record<Kind, (host: string) => Text> = {
  'bad-address': () => ({ nl: 'Vul een naam in zoals omgevingswet@plein.voorbeeld.example, of het adres van een gebouw.', en: 'Give a name such as omgevingswet@plein.voorbeeld.example, or the address of a building.' }),
  'no-such-place': (host) => ({ nl: `Op ${host} is geen gebouw met deze naam, of het laat zich niet zien.`, en: `There is no building with this name on ${host}, or it does not show itself.` }),
  // Whether the name exists, and where it leads, is not told apart: this is no way to look into a network.
  'host-unreachable': (host) => ({ nl: `${host} is niet te bereiken. Klopt de naam? Probeer het anders later nog eens.`, en: `${host} cannot be reached. Is the name right? If it is, try again later.` }),
  'host-slow': (host) => ({ nl: `${host} antwoordt niet. Probeer het later nog eens.`, en: `${host} does not answer. Try again later.` }),
  'host-blocked': (host) => ({ nl: `Dit plein heeft ${host} geblokkeerd.`, en: `This square has blocked ${host}.` }),
  'host-speaks-otherwise': (host) => ({ nl: `${host} geeft een antwoord dat we niet begrijpen. Klopt het adres? Misschien staat daar geen plein.`, en: `${host} gives an answer that we do not understand. Is the address right? Perhaps there is no square there.` }),
  'not-a-place': (host) => ({ nl: `Dit staat wel op ${host}, maar het is geen gebouw.`, en: `This is on ${host}, but it is no building.` }),
  'stands-here': () => ({ nl: 'Dit adres is van dit plein zelf. Zoek het in de gids van gebouwen.', en: 'This address is of this square itself. Look in the directory of buildings.' }),
};

const kinds: Partial<Record<Reason, Kind>> = {
  'not-found': 'no-such-place', gone: 'no-such-place', 'handle-not-theirs': 'no-such-place', 'foreign-id': 'no-such-place',
  'address-refused': 'host-unreachable', unreachable: 'host-unreachable', 'too-slow': 'host-slow', blocked: 'host-blocked', ours: 'stands-here', 'not-an-actor': 'not-a-place',
};

export class Refused extends Problem {
  readonly why: Kind;

  constructor(kind: Kind, host: string, field: string) {
    super(400, kind, { nl: 'Niet alles is goed ingevuld.', en: 'Not everything was filled in well.' }, [{ path: field, text: texts[kind](host) }]);
    this.why = kind;
  }
}

/** What a refusal of the wire says to people. */
export function refusedFor(error: FetchRefused, host: string, field: string): Refused {
  return new Refused(kinds[error.reason] ?? 'host-speaks-otherwise', host, field);
}
