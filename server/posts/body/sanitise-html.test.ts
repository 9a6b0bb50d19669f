// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { linkWords } from './link-words.ts';
import { markdownToHtml } from './markdown.ts';
import { readBody } from './read-body.ts';
import { safeHref } from './safe-href.ts';
import { sanitiseHtml } from './sanitise-html.ts';
import { htmlAttacks, markdownAttacks } from './xss-corpus.ts';

/**
 * The whole language that may come out, written apart from the code that makes it: text without angle brackets or
 * bare quotes, and tags of the allow-list that have no attributes, except links of a few exact forms.
 */
const text = String.raw`(?:[^<>"&]|&(?:amp|lt|gt|quot);)*`;
const plainTag = String.raw`<\/?(?:p|strong|em|s|u|h2|h3|h4|ul|ol|li|blockquote|pre|code|thead|tbody|tr|th|td)>|<table tabindex="0">|<\/table>|<(?:br|hr) \/>|<\/a>`;
const address = String.raw`(?:https?:\/\/[^<>"\s@]*|https?:\/\/[^<>"\s\/@]+\/[^<>"\s]*|mailto:[^<>"\s]*|\/(?![\/\\])[^<>"\s]*)`;
const link = String.raw`<a href="${address}" rel="nofollow noopener ugc">|<a href="\/(?:people|buildings)\/[a-z0-9_-]+" class="mention">|<a href="\/tags\/[^<>"\s]+" rel="tag" class="tag">`;
const language = new RegExp(`^(?:${text}(?:${plainTag}|${link}))*${text}$`, 'i');

function expectBalanced(html: string): void {
  const open: string[] = [];
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (name === 'br' || name === 'hr') continue;
    if (closing === '/') expect(open.pop(), html).toBe(name);
    else open.push(name);
  }
  expect(open, html).toEqual([]);
}

function expectHarmless(html: string): void {
  expect(html).toMatch(language);
  expectBalanced(html);
  expect(html).not.toMatch(/<a [^>]*(?:javascript|vbscript|data|blob|file|feed|intent|view-source):/i);
  expect(html).not.toMatch(/<a [^>]*href="[a-z]+:\/\/[^"/]*@/i);
}

const rendered = (body: string, format: 'html' | 'markdown') => {
  const html = sanitiseHtml(format === 'markdown' ? markdownToHtml(body) : body);
  return linkWords(html, new Map([['naam', '/people/naam']]), new Set(['tag', 'svg']));
};

describe('what comes out', () => {
  test.each(htmlAttacks)('is harmless: %s', (attack) => {
    expectHarmless(rendered(attack, 'html'));
    expectHarmless(rendered(attack, 'markdown'));
    expectHarmless(rendered(`<p>a <strong>b ${attack} c</strong></p>`, 'html'));
    expectHarmless(rendered(`- **a** ${attack} *b*`, 'markdown'));
  });

  test.each(markdownAttacks)('of Markdown is harmless: %s', (attack) => {
    expectHarmless(rendered(attack, 'markdown'));
    expectHarmless(rendered(attack, 'html'));
  });

  test('stays harmless for any two attacks together', () => {
    const all = [...htmlAttacks, ...markdownAttacks];
    for (const [index, one] of all.entries()) {
      const other = all[(index * 31 + 7) % all.length] ?? '';
      for (const joined of [`${one}${other}`, `${one}\n${other}`, `<a href="${one}">${other}</a>`, `[${one}](${other})`, `<p title='${one}'>${other}`]) {
        expectHarmless(rendered(joined, 'html'));
        expectHarmless(rendered(joined, 'markdown'));
      }
    }
  });

  test('does not change when it goes in again', () => {
    for (const attack of [...htmlAttacks, ...markdownAttacks]) {
      const once = sanitiseHtml(attack);
      expect(sanitiseHtml(once)).toBe(once);
    }
  });

  test('would be caught by this test if it were not', () => {
    for (const bad of ['<p onclick=x>', '<a href="javascript:x" rel="nofollow noopener ugc">', '<script>', '<a href="//evil.example" rel="nofollow noopener ugc">', 'a " b', '<img src=x>', '&lt', '<p class="x">']) expect(bad).not.toMatch(language);
    expect(() => expectHarmless('<p><strong></p></strong>')).toThrow();
  });

  test('keeps what the allow-list names', () => {
    const kept = '<h2>a</h2><h3>b</h3><h4>c</h4><p>d<br /><strong>e</strong><em>f</em><s>g</s><u>h</u></p><ul><li>i</li></ul><ol><li>j</li></ol><blockquote><p>k</p></blockquote><pre><code>l</code></pre><hr /><p><a href="https://ok.example/" rel="nofollow noopener ugc">m</a></p>';
    expect(sanitiseHtml(kept)).toBe(kept);
    expect(sanitiseHtml('<h1>a</h1><b>b</b><i>c</i><del>d</del><div>e</div><h6>f</h6>')).toBe('<h2>a</h2><strong>b</strong><em>c</em><s>d</s><p>e</p><h4>f</h4>');
  });
});

describe('the address of a link', () => {
  test.each([
    ['https://ok.example/a?b=c#d', 'https://ok.example/a?b=c#d'], ['HTTP://OK.example', 'http://ok.example/'], ['mailto:a@ok.example', 'mailto:a@ok.example'], ['/posts/1#x', '/posts/1#x'], [' https://ok.example ', 'https://ok.example/'],
    ['https:ok.example', 'https://ok.example/'], ['/../../x', '/x'],
  ])('%s is taken as %s', (href, taken) => expect(safeHref(href)).toBe(taken));

  test.each(['', '#top', 'people/x', '//evil.example', '/\\evil.example', '/\t/evil.example', '\\\\evil.example', 'javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'tel:112', 'https://a:b@evil.example', 'https://', `https://ok.example/${'a'.repeat(2_000)}`])('%s is refused', (href) => expect(safeHref(href)).toBeNull());
});

describe('deep and long texts', () => {
  const deep: [string, string, 'html' | 'markdown'][] = [
    ['quotes', '>'.repeat(10_000) + ' tekst', 'markdown'],
    ['quotes with spaces', '> '.repeat(10_000) + 'tekst', 'markdown'],
    ['lists on one line', '- '.repeat(10_000) + 'tekst', 'markdown'],
    ['numbered lists on one line', '1. '.repeat(10_000) + 'tekst', 'markdown'],
    ['quotes and lists by turns', '> - 1) '.repeat(10_000) + 'tekst', 'markdown'],
    ['lists by indentation', Array.from({ length: 300 }, (_, level) => `${' '.repeat(level * 2)}- tekst`).join('\n'), 'markdown'],
    ['lists by tabs', Array.from({ length: 300 }, (_, level) => `${'\t'.repeat(level)}- tekst`).join('\n'), 'markdown'],
    ['quotes in HTML', '<blockquote>'.repeat(8_000) + 'tekst', 'html'],
    ['lists in HTML', '<ul><li>'.repeat(10_000) + 'tekst', 'html'],
    ['quotes in HTML in Markdown', '<blockquote>'.repeat(8_000) + 'tekst', 'markdown'],
    ['emphasis', '*'.repeat(10_000) + 'tekst' + '*'.repeat(10_000), 'markdown'],
    ['brackets', '['.repeat(10_000) + 'tekst' + '](x)'.repeat(10_000), 'markdown'],
    ['nested links', '<a href="/x">'.repeat(5_000) + 'tekst', 'html'],
  ];
  test.each(deep)('of %s, ten thousand deep, do not exhaust the stack', (_what, body, format) => {
    let html: string;
    try {
      html = readBody(body, format).html;
    } catch (error) {
      // Nothing of the text may be left when all of it lies too deep; that is an ordinary refusal.
      expect(error).toMatchObject({ status: 400 });
      return;
    }
    expectBalanced(html);
    const depths = [...html.matchAll(/<(\/?)(?:blockquote|ul|ol)>/g)].reduce<number[]>((all, [, closing]) => [...all, (all.at(-1) ?? 0) + (closing === '/' ? -1 : 1)], [0]);
    expect(Math.max(...depths)).toBeLessThanOrEqual(30);
  });

  const full = (piece: string) => piece.repeat(Math.floor(100_000 / piece.length));
  // Each of these takes the parser seconds to minutes when it is let loose on them.
  const worst = [
    full('_a'), full('**a_'), full('a*'), full('*_'), full('***a**b*'), full('['), full('[]('), full('[a]: b\n'), full('!['), full('`a'), full('<'), full('<a '), full('<!--'), full('<![CDATA['), `${full('a.')}@`, full('a@'), full('@a-'), full(' @a'), full('#a-'), full('# a-b '), full('http://a'), full(`http://x${')'.repeat(1_490)}`),
    full(' '), `x${full(' ')}x`, full('\n'), full('&'), full('&#'), full('\\'), full('~'), full('|a'), full('a|b\n-|-\n'), full('a\n-|-\n'), full('|a|\n|-|\n\n'), full(`${'|a'.repeat(20)}\n${'|-'.repeat(20)}\n${'|\n'.repeat(200)}`), full(`${'|a'.repeat(30)}\n${'|-'.repeat(30)}\n`), full('|a|\n|-|-|\n'), full('-\n'), full('> - > - > a\n'), full('-   a\n\n    b\n'), full('a\n'), full('a  \n'), `- a\n${full('b\n')}`, `1. a\n${full('b\n')}`, `> - a\n${full('b\n')}`, `- a\n${full('  b\n')}`, `    \`\`\`\n\n- a\n${full('b\n')}`, full('\u00e9'), full('</p>'), full('<p>'), full('<b>'), full('<svg>'), `${full('**a_'.repeat(45) + '\n\n')}`,
  ];
  test.each(worst.map((body) => [body.slice(0, 12), body] as const))('of the worst kind (%j…) are read in time that grows with their length', (_start, body) => {
    for (const format of ['markdown', 'html'] as const) {
      const [quarter, whole] = [cost(body.slice(0, body.length / 4), format), cost(body, format)];
      // Four times the text: four times the work, with room for noise; sixteen times would be quadratic.
      expect(whole).toBeLessThan(10 * quarter + 500);
      expect(whole).toBeLessThan(5_000);
    }
  });
});

/** Milliseconds of processor time, which a busy machine does not stretch as it does the clock. */
function cost(body: string, format: 'html' | 'markdown'): number {
  const started = process.cpuUsage();
  try {
    const { html, tags } = readBody(body, format);
    expect(linkWords(html, new Map(), new Set(tags)).length).toBeLessThan(1_000_000);
  } catch (error) {
    expect(error).toMatchObject({ status: 400 });
  }
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}
