// SPDX-License-Identifier: EUPL-1.2
import { createHash, createVerify, type KeyObject } from 'node:crypto';

/** A mail as receivers check it (RFC 6376, relaxed/relaxed, rsa-sha256), written apart from what signs it. */
export function dkimSigned(raw: string, publicKey: KeyObject): { valid: boolean; domain: string; selector: string; fields: string[] } {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const fields = head.split(/\r\n(?![ \t])/).map((field) => ({ name: field.slice(0, field.indexOf(':')).toLowerCase(), value: field.slice(field.indexOf(':') + 1) }));
  const signature = fields.find(({ name }) => name === 'dkim-signature');
  if (signature === undefined) return { valid: false, domain: '', selector: '', fields: [] };
  const tags = Object.fromEntries(signature.value.replace(/\r\n/g, '').split(';').map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1).replace(/\s/g, '')]));
  const signed = (tags['h'] ?? '').toLowerCase().split(':');
  const left = [...fields].reverse();
  const take = (name: string): string => {
    const index = left.findIndex((field) => field.name === name);
    const [field] = index < 0 ? [] : left.splice(index, 1);
    return field === undefined ? '' : `${name}:${relaxed(field.value)}\r\n`;
  };
  const said = signed.map(take).join('') + `dkim-signature:${relaxed(signature.value.replace(/(;\s*b=)[^;]*/s, '$1'))}`;
  const bodyHash = createHash('sha256').update(relaxedBody(body), 'latin1').digest('base64');
  const valid = bodyHash === tags['bh'] && createVerify('RSA-SHA256').update(said, 'latin1').verify(publicKey, tags['b'] ?? '', 'base64');
  return { valid, domain: tags['d'] ?? '', selector: tags['s'] ?? '', fields: signed };
}

const relaxed = (value: string): string => value.replace(/\r\n/g, '').replace(/[ \t]+/g, ' ').trim();

function relaxedBody(body: string): string {
  const lines = body.replace(/\r\n$/, '').split('\r\n').map((line) => line.replace(/[ \t]+/g, ' ').replace(/ $/, ''));
  while (lines.at(-1) === '') lines.pop();
  return lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
}
