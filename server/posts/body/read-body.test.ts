// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { tagName, wordsOf } from './find-words.ts';
import { linkWords, tagsInLinkedHtml } from './link-words.ts';
import { readBody } from './read-body.ts';

const named = (text: string) => wordsOf(text).flatMap((word) => (word.kind === 'text' ? [] : [word.raw]));

describe('Markdown', () => {
  test.each([
    ['a\nb', '<p>a<br />b</p>'],
    ['a\r\nb', '<p>a<br />b</p>'],
    ['**a** _b_ ~~c~~ `d`', '<p><strong>a</strong> <em>b</em> <s>c</s> <code>d</code></p>'],
    ['snake_case_word 2*3*4', '<p>snake_case_word 2<em>3</em>4</p>'],
    ['# a', '<h2>a</h2>'],
    ['> a\n\n- b\n- c', '<blockquote>\n<p>a</p>\n</blockquote>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>'],
    ['- [x] a\n- [ ] b', '<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>'],
    ['```js\n<b> & "c"\n```', '<pre><code>&lt;b&gt; &amp; "c"\n</code></pre>'],
    ['![plaatje](https://ok.example/x.png)', '<p><a href="https://ok.example/x.png" rel="nofollow noopener ugc">plaatje</a></p>'],
    ['![plaatje](javascript:x)', '<p>plaatje</p>'],
    ['<naam invullen>? a < b en x<y>z', '<p>&lt;naam invullen&gt;? a &lt; b en x&lt;y&gt;z</p>'],
    ['<div>**a**</div>\n\n<!-- b -->', '<p>&lt;div&gt;<strong>a</strong>&lt;/div&gt;</p>\n<p>&lt;!-- b --&gt;</p>'],
    ['<https://ok.example/>', '<p><a href="https://ok.example/" rel="nofollow noopener ugc">https://ok.example/</a></p>'],
    ['| a | b |\n|---|:-:|\n| 1 | **2** |\n| 3 |\n\nc', `<table tabindex="0">\n${'<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>'}\n<tbody><tr>\n<td>1</td>\n<td><strong>2</strong></td>\n</tr>\n<tr>\n<td>3</td>\n<td></td>\n</tr>\n</tbody></table>\n<p>c</p>`],
    ['a | b\nc | d', '<p>a | b<br />c | d</p>'],
    [`${'|a'.repeat(21)}\n${'|-'.repeat(21)}`, `<p>${'|a'.repeat(21)}<br />${'|-'.repeat(21)}</p>`],
    ['5 < 6 && 7 > 6', '<p>5 &lt; 6 &amp;&amp; 7 &gt; 6</p>'],
  ])('%j becomes %s', (body, html) => expect(readBody(body, 'markdown').html.replaceAll('&quot;', '"')).toBe(html));

  test('beyond any honest number of marks in one paragraph is plain text, and elsewhere still Markdown', () => {
    const { html } = readBody(`${'*a '.repeat(300)}\n\n**b**`, 'markdown');
    expect(html).toContain('<p>*a *a ');
    expect(html).toContain('<p><strong>b</strong></p>');
  });
});

describe('the plain text', () => {
  test('puts blocks and items on lines of their own', () => {
    expect(readBody('# Kop\n\nEen **twee**\ndrie\n\n- vier\n- vijf &amp; zes\n\n> zeven', 'markdown').text).toBe('Kop\n\nEen twee\ndrie\n\n- vier\n- vijf & zes\n\nzeven');
    expect(readBody('<p>a</p>\n  <p>b   c</p><pre><code>d\n  e</code></pre>', 'html').text).toBe('a\n\nb c\n\nd\n  e');
  });

  test('has a line for each row of a table', () => {
    expect(readBody('| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\nvijf', 'markdown').text).toBe('a | b\n1 | 2\n3 | 4\n\nvijf');
  });

  test('has no characters that cannot be seen or kept', () => {
    expect(readBody('a\u0000b\u0007c\u202ed\ud800e', 'markdown').text).toBe('abcd\ufffde');
  });

  test('must hold something', () => {
    for (const empty of [' ', '\u0000', '<p></p>', '<hr>', '<img src=x>', '&nbsp;', '\u200b', '<!-- x -->']) expect(() => readBody(empty, 'html')).toThrow(expect.objectContaining({ status: 400 }));
  });
});

describe('words in text', () => {
  test('are mentions, tags and addresses, and not what only looks like them', () => {
    expect(named('@jan, (@piet-jan) @a_b. "@c"')).toEqual(['@jan', '@piet-jan', '@a_b', '@c']);
    expect(named('mail jan@piet.nl a@b x/@y @ @-a @é')).toEqual([]);
    expect(named('dank @jan@elders.nl, @Els@plein.example:8443. (@a.b@c)! x@d@e @f@')).toEqual(['@jan@elders.nl', '@Els@plein.example:8443', '@a.b@c']);
    expect(named('#Woo #wijk-inrichting, #café! (#2026plan)')).toEqual(['#Woo', '#wijk-inrichting', '#café', '#2026plan']);
    expect(named('#1 nr#2 C# ## #-a a#b &#x41; https://x.nl/#deel')).toEqual(['https://x.nl/#deel']);
    expect(named('zie https://ok.example/a_(b), (http://ok.example/c). xhttps://nee.example')).toEqual(['https://ok.example/a_(b)', 'http://ok.example/c']);
    expect(named(`#${'a'.repeat(50)} #${'b'.repeat(51)}`)).toEqual([`#${'a'.repeat(50)}`]);
  });

  test('are given back whole', () => {
    for (const text of ['', '@a', 'x @a #b https://c.nl y', '#1 @ #']) expect(wordsOf(text).map((word) => word.raw).join('')).toBe(text);
  });

  test('are left alone in links and code', () => {
    const { html, handles, tags } = readBody('[@jan #woo](https://ok.example) `@jan #woo`\n\n    @jan #woo', 'markdown');
    expect([handles, tags]).toEqual([[], []]);
    expect(linkWords(html, new Map([['jan', '/people/jan']]), new Set(['woo']))).toBe(html);
  });

  test('become links only for those that may be named', () => {
    const { html, tags } = readBody('@jan @piet #Woo #wie & https://ok.example/?a=1&b=2', 'markdown');
    const linked = linkWords(html, new Map([['jan', '/people/jan']]), new Set(['woo']));
    expect(linked).toBe('<p><a href="/people/jan" class="mention">@jan</a> @piet <a href="/tags/woo" rel="tag" class="tag">#Woo</a> #wie &amp; <a href="https://ok.example/?a=1&amp;b=2" rel="nofollow noopener ugc">https://ok.example/?a=1&amp;b=2</a></p>');
    expect(tags).toEqual(['woo', 'wie']);
    expect([...tagsInLinkedHtml(linked)]).toEqual(['woo']);
  });

  test('are bounded in number', () => {
    expect(readBody(Array.from({ length: 80 }, (_, index) => `@p${index}`).join(' '), 'markdown').handles).toHaveLength(50);
    const { html } = readBody('#a '.repeat(2_000), 'markdown');
    expect(linkWords(html, new Map(), new Set(['a'])).match(/<a /g)).toHaveLength(500);
  });
});

describe('a tag', () => {
  test.each([['Woo', 'woo'], ['#Woo-Verzoek', 'woo-verzoek'], [' café ', 'café'], ['cafe\u0301', 'café'], ['2026', '2026']])('%j is kept as %s', (written, kept) => expect(tagName(written)).toBe(kept));
  test.each(['', '#', 'a b', 'a--b', '-a', 'a-', 'a_b', 'a/b', '<b>', 'a'.repeat(51), '👍'])('%j is none', (written) => expect(tagName(written)).toBeNull());
});
