// SPDX-License-Identifier: EUPL-1.2
import type { Deps } from '../deps.ts';
import type { Locale } from '../db/viewer.ts';
import type { MailHeaders } from './mail-headers.ts';
import type { TemplateData, TemplateName } from './templates.ts';

/** A mail that waits, and what it is about: ids only. */
export interface WaitingMail {
  id: string;
  to: string;
  /** For whom it is. */
  actorId: string;
  locale: Locale;
  data: Record<string, unknown>;
}

/**
 * Looks up, as the recipient and at the moment of sending, what a mail says. Null: there is nothing left that they may be told.
 * `not-wanted`: they chose not to be told by this mail since; that counts as not told.
 */
export type MailLoader<Name extends TemplateName> = (deps: Deps, mail: WaitingMail) => Promise<{ data: TemplateData[Name]; headers?: MailHeaders } | 'not-wanted' | null>;

const loaders = new Map<TemplateName, MailLoader<TemplateName>>();

/**
 * Mails that tell of what people wrote hold no content while they wait: membership, blocks and audiences are looked at again at
 * every try. Rooms register what loads them when they are loaded themselves.
 */
export const mailContents = {
  register<Name extends TemplateName>(template: Name, load: MailLoader<Name>): void {
    loaders.set(template, load as unknown as MailLoader<TemplateName>);
  },
  loaderOf(template: TemplateName): MailLoader<TemplateName> | undefined {
    return loaders.get(template);
  },
};

/** The address to which the receiving server sends a mail back that it accepted and could not deliver; null for that of MAIL_FROM. */
export type ReturnPath = (deps: Deps, mail: { id: string; to: string }) => Promise<string | null>;

let returnPath: ReturnPath = async () => null;

/** Set by the room that receives mail. */
export const returnPaths = {
  provide(path: ReturnPath): void {
    returnPath = path;
  },
  of: (...mail: Parameters<ReturnPath>): ReturnType<ReturnPath> => returnPath(...mail),
};
