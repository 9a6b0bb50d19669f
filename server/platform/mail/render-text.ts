// SPDX-License-Identifier: EUPL-1.2
import type { Letter, LetterItem, LetterLink, LetterSection } from './letter.ts';

const WIDTH = 72;

/** The whole mail for who reads plain text: nothing is left out that the HTML says. */
export function textOf(letter: Letter): string {
  const blocks = [
    ...letter.paragraphs,
    ...(letter.sections ?? []).map(section),
    ...(letter.button === undefined ? [] : [link(letter.button)]),
    ['-- ', letter.footer, ...(letter.footerLinks ?? []).map(link)].join('\n\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function section({ heading, items, also, links = [] }: LetterSection): string {
  const title = oneLine(heading);
  const head = title === '' ? [] : [`${title}\n${'='.repeat(Math.min(title.length, WIDTH))}`];
  return [...head, ...items.map(item), ...(also === undefined ? [] : [[oneLine(also.heading), ...also.links.map(({ label, url }) => `${wrapped(`* ${oneLine(label)}`, '  ')}\n  ${url}`)].join('\n')]), ...links.map(link)].join('\n\n');
}

function item({ what, where, title, said, note, links }: LetterItem): string {
  const head = [wrapped(`* ${oneLine(what)}`, '  '), `  ${oneLine(where)}`];
  const heading = title === null ? [] : [wrapped(`  ${oneLine(title)}`, '  ')];
  const quotes = said.filter(({ text }) => text !== '').map(({ by, text }) => `${by === null ? '' : `  ${oneLine(by)}:\n`}${quoted(text)}`);
  return [head.join('\n'), ...heading, ...quotes, ...(note === undefined ? [] : [`  ${note}`]), links.map(({ label, url }) => `  ${oneLine(label)}:\n  ${url}`).join('\n')].filter((part) => part !== '').join('\n\n');
}

const link = ({ label, url }: LetterLink): string => `${oneLine(label)}:\n${url}`;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Like a quotation in a mail, so that what others wrote cannot pass for words of Plein. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? '  >' : wrapped(`  > ${line.trimEnd()}`, '  > ')))
    .join('\n');
}

/** Lines of at most 72 signs; a word that is longer, such as an address, stays whole. */
function wrapped(text: string, indent = ''): string {
  const [first = '', ...rest] = text.split('\n');
  return [fold(first, indent), ...rest.map((line) => fold(line === '' ? '' : `${indent}${line}`, indent))].join('\n');
}

function fold(line: string, indent: string): string {
  if (line.length <= WIDTH) return line;
  const lead = /^\s*/.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = '';
  for (const word of line.trim().split(/ +/)) {
    if (current === '') current = (lines.length === 0 ? lead : indent) + word;
    else if (current.length + 1 + word.length <= WIDTH) current += ` ${word}`;
    else {
      lines.push(current);
      current = indent + word;
    }
  }
  return [...lines, current].join('\n');
}
