// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import { decodeText, MOST_LINES, readCsv } from './read-csv.ts';

const short = (file: string) => readCsv(file).map(({ line, email, name, role, groups, faults }) => [line, email, name, role, groups.join('+'), faults.map((fault) => `${fault.field} ${fault.code}`).join(', ')].join(' / '));

describe('is read as people make it', () => {
  test.each([
    ['with commas', 'email,name,role,groups\na@x.nl,An,member,Een;Twee\n'],
    ['with semicolons and Dutch heads, as Excel saves it', '\ufeffE-mail;Naam;Rol;Groepen\r\na@x.nl;An;lid;Een|Twee\r\n'],
    ['with tabs', 'e-mailadres\tnaam\trol\tgroepen\na@x.nl\tAn\tlid\tEen|Twee'],
    ['with quotation marks', '"E-mail";"Naam";"Rol";"Groepen"\n"a@x.nl";"An";"Lid";"Een;Twee"'],
    ['with what Excel calls sep', 'sep=;\r\nE-mail;Naam;Rol;Groepen\r\nA@X.nl;An;;Een|Twee|een\r\n', 3],
    ['with other columns between', 'Afdeling;Groep;Naam;E-mail;Rol\nZorg;Een|Twee;An;a@x.nl;lid'],
    ['with old line ends', 'email,name,role,groups\ra@x.nl,An,member,Een|Twee\r'],
    ['with lines of nothing', 'email,name,role,groups\n\n;;;\n,,,\na@x.nl,An,,Een|Twee\n\n', 5],
  ])('%s', (_how, file, line = 2) => {
    expect(short(file)).toEqual([`${line} / a@x.nl / An / member / Een+Twee / `]);
  });

  test('without heads, in the order of the example', () => {
    expect(short('a@x.nl,An\nb@x.nl,Bo,beheerder')).toEqual(['1 / a@x.nl / An / member /  / ', '2 / b@x.nl / Bo / admin /  / ']);
  });

  test('a name over two lines counts both', () => {
    expect(short('email,name\na@x.nl,"An\nvan Dam"\nb@x.nl,Bo').map((each) => each.slice(0, 10))).toEqual(['2 / a@x.nl', '4 / b@x.nl']);
  });

  test.each([['utf8', 'Zoë'], ['latin1', 'Zoë'], ['utf16le', '\ufeffZoë']] as const)('in %s', (encoding, name) => {
    expect(decodeText(Buffer.from(name, encoding)).replace('\ufeff', '')).toBe('Zoë');
  });

  test('what our own downloads disarm comes back as it was', () => {
    expect(readCsv("email,name\na@x.nl,'=1+1")[0]?.name).toBe('=1+1');
  });
});

test('each line has its own faults, named by field', () => {
  const file = ['email,name,role,groups', ',An,,', 'geen adres,An,,', 'a@x,An,,', 'b@x.nl,An,koning,', 'c@x.nl,A\u0000n,,', `d@x.nl,${'n'.repeat(101)},,`, 'e@x.nl,An,,,extra', `f@x.nl,An,,${'g|'.repeat(60)}`, `g@x.nl,An,,${Array.from({ length: 51 }, (_, n) => `g${n}`).join('|')}`, 'h@x.nl,An,constructor,'].join('\n');
  expect(readCsv(file).map(({ line, faults }) => `${line} ${faults.map((fault) => `${fault.field} ${fault.code}`).join()}`)).toEqual([
    '2 email missing', '3 email no-address', '4 email no-address', '5 role no-role', '6 name invisible', '7 name too-long', '8 line columns', '9 ', '10 groups too-many', '11 role no-role',
  ]);
});

describe('is refused as a whole, in words that say what to do', () => {
  const most = ['email', ...Array.from({ length: MOST_LINES + 1 }, (_, n) => `p${n}@x.nl`)].join('\n');
  test.each([
    ['nothing', '', /leeg/],
    ['only heads', 'email,name', /nog niemand/],
    ['no column for addresses', 'naam;telefoon\nAn;06', /Er staat: naam, telefoon/],
    ['a quotation mark without end', 'email,name\na@x.nl,"An\nb@x.nl,Bo', /aanhalingsteken/],
    ['one line of a megabyte', `email,name\na@x.nl,${'n'.repeat(1_000_000)}`, /te lang/],
    ['no text at all', '\u0000\u0001\u0002', /kolom "e-mail"/],
    ['too many lines', most, /5000/],
  ])('%s', (_what, file, words) => {
    let said = '';
    try {
      readCsv(file);
    } catch (error) {
      said = (error as { faults: { text: { nl: string } }[] }).faults[0]?.text.nl ?? String(error);
    }
    expect(said).toMatch(words);
  });
});
