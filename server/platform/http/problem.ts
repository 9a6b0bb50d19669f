// SPDX-License-Identifier: EUPL-1.2
import type { Locale } from '../db/viewer.ts';

/** One fault in what was sent; `path` names the field ("email", "emails/3"), or "" for the whole. */
export interface Fault {
  path: string;
  message: string;
}

/** A sentence in both languages. */
export interface Text {
  nl: string;
  en: string;
}

/** Something the caller did that cannot be carried out. Becomes an RFC 9457 answer; rooms name their own below it. */
export class Problem extends Error {
  readonly status: number;
  /** The last part of the `type` address: kebab-case. */
  readonly kind: string;
  readonly text: Text;
  readonly faults: { path: string; text: Text }[];
  /** Seconds to wait, for 429 and 503. */
  retryAfter: number | null = null;

  constructor(status: number, kind: string, text: Text, faults: { path: string; text: Text }[] = []) {
    super(text.en);
    this.status = status;
    this.kind = kind;
    this.text = text;
    this.faults = faults;
  }
}

/** Absent, or hidden from this viewer: the two are never told apart. */
export class NotFound extends Problem {
  constructor() {
    super(404, 'not-found', { nl: 'Dit bestaat niet, of je mag het niet zien.', en: 'This does not exist, or you may not see it.' });
  }
}

export class Forbidden extends Problem {
  constructor(text: Text = { nl: 'Dit mag je hier niet doen.', en: 'You may not do this here.' }) {
    super(403, 'forbidden', text);
  }
}

export class SignInNeeded extends Problem {
  constructor() {
    super(401, 'sign-in-needed', { nl: 'Log in om dit te doen.', en: 'Sign in to do this.' });
  }
}

/** A value that has the right shape and still cannot be taken. */
export class BadInput extends Problem {
  constructor(path: string, text: Text) {
    super(400, 'bad-input', { nl: 'Niet alles is goed ingevuld.', en: 'Not everything was filled in well.' }, [{ path, text }]);
  }
}

export class Conflict extends Problem {
  constructor(kind: string, text: Text, path?: string) {
    super(409, kind, text, path === undefined ? [] : [{ path, text }]);
  }
}

export class TooMany extends Problem {
  constructor(seconds: number) {
    super(429, 'too-many-requests', {
      nl: `Dit was te vaak achter elkaar. Probeer het over ${duration(seconds, 'nl')} opnieuw.`,
      en: `That was too often in a row. Try again in ${duration(seconds, 'en')}.`,
    });
    this.retryAfter = seconds;
  }
}

function duration(seconds: number, locale: Locale): string {
  if (seconds < 90) return locale === 'nl' ? `${seconds} seconden` : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return locale === 'nl' ? `${minutes} minuten` : `${minutes} minutes`;
}

const titles: Record<number, Text> = {
  400: { nl: 'Niet goed ingevuld', en: 'Not filled in well' },
  401: { nl: 'Niet ingelogd', en: 'Not signed in' },
  403: { nl: 'Niet toegestaan', en: 'Not allowed' },
  404: { nl: 'Niet gevonden', en: 'Not found' },
  405: { nl: 'Kan hier niet', en: 'Not possible here' },
  408: { nl: 'Te langzaam', en: 'Too slow' },
  409: { nl: 'Gaat niet samen', en: 'Conflict' },
  413: { nl: 'Te groot', en: 'Too large' },
  414: { nl: 'Te lang', en: 'Too long' },
  415: { nl: 'Verkeerd formaat', en: 'Wrong format' },
  426: { nl: 'Ander protocol nodig', en: 'Another protocol is needed' },
  429: { nl: 'Te vaak', en: 'Too often' },
  431: { nl: 'Te groot', en: 'Too large' },
  503: { nl: 'Even niet bereikbaar', en: 'Not available for a moment' },
  507: { nl: 'Geen ruimte meer', en: 'No room left' },
};

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: Fault[];
}

/** The body of an `application/problem+json` answer (RFC 9457). */
export function problemBody(problem: Problem, locale: Locale): ProblemBody {
  const title = titles[problem.status] ?? { nl: 'Het ging mis', en: 'Something went wrong' };
  const body: ProblemBody = { type: `/problems/${problem.kind}`, title: title[locale], status: problem.status, detail: problem.text[locale] };
  if (problem.faults.length > 0) body.errors = problem.faults.map((fault) => ({ path: fault.path, message: fault.text[locale] }));
  return body;
}
