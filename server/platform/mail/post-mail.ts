// SPDX-License-Identifier: EUPL-1.2
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from '../config/config.ts';
import { type Envelope, messageOf } from './mail-headers.ts';

/** Hands a mail over. @returns the file it was written to, or null when it went over SMTP. */
export type Post = (mail: Envelope) => Promise<string | null>;

/** Over SMTP, or to `DATA_DIR/mail/<id>.eml` where no SMTP_URL is set; signed where there is a key (DKIM, RFC 6376). */
export function createPost(config: Config): Post {
  return config.smtpUrl === null ? toDisk(config) : overSmtp(config, config.smtpUrl);
}

/** RFC 8058, 4: what tells a program to end a subscription is to be signed. */
const signedFields = 'From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Content-Transfer-Encoding:In-Reply-To:References:List-Id:List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted';

function signingOf({ dkim }: Config) {
  return dkim === null ? {} : { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.privateKey, headerFieldNames: signedFields } };
}

function overSmtp(config: Config, url: string): Post {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, disableFileAccess: true, disableUrlAccess: true, ...signingOf(config) });
  return async (mail) => {
    await transport.sendMail(messageOf(config, mail));
    return null;
  };
}

function toDisk(config: Config): Post {
  const folder = join(config.dataDir, 'mail');
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...signingOf(config) });
  return async (mail) => {
    const { message: content } = await transport.sendMail(messageOf(config, mail));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${mail.id}.eml`);
    await writeFile(`${file}.part`, content as Buffer, { mode: 0o600 });
    await rename(`${file}.part`, file);
    return file;
  };
}

export interface Refusal {
  /** The receiving server will not have this mail (RFC 5321, 4.2.1: 5yz): trying for hours would only annoy it. */
  forGood: boolean;
  /** It will not have any mail for this address. */
  ofAddress: boolean;
}

/** Of us rather than of the address: sign-in, order of commands, policy (RFC 5321, 4.2.3; RFC 3463, X.7). */
const aboutUs = new Set([503, 530, 535]);

export function refusalIn(error: unknown): Refusal {
  const { code, responseCode, command, response = '' } = error as { code?: string; responseCode?: number; command?: string; response?: string };
  const forGood = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
  const isPolicy = /^\d{3}[ -]5\.7\./.test(response);
  return { forGood, ofAddress: forGood && command === 'RCPT TO' && !isPolicy && !aboutUs.has(responseCode) };
}
