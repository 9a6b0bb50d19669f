// SPDX-License-Identifier: EUPL-1.2
import { CsvError, type Info, parse } from 'csv-parse/sync';
import { BadInput } from '../../platform/http/problem.ts';
import { type Role } from '../policy.ts';
import type { Fault } from './faults.ts';

/** A line of the file as it was understood; what could not be is in `faults`. */
export interface FileLine {
  /** In the file as an editor counts, from 1. */
  line: number;
  email: string;
  name: string;
  /** As it was written; see `role`. */
  roleText: string;
  role: Role;
  groups: string[];
  faults: Fault[];
}

export const MOST_LINES = 5_000;
const MOST_GROUPS = 50;
const lengths = { email: 254, name: 100, role: 50, groups: 2_000 } as const;
type Field = keyof typeof lengths;
const fields: readonly Field[] = ['email', 'name', 'role', 'groups'];

/** How people name their columns, without signs and capitals. */
const columnNames: Record<Field, readonly string[]> = {
  email: ['email', 'emailadres', 'emailaddress', 'mail', 'mailadres', 'eposta', 'adres'],
  name: ['name', 'naam', 'volledigenaam', 'fullname', 'weergavenaam'],
  role: ['role', 'rol'],
  groups: ['groups', 'groepen', 'group', 'groep'],
};

const roleNames: ReadonlyMap<string, Role> = new Map(Object.entries<Role>({
  '': 'member', lid: 'member', member: 'member', deelnemer: 'member', moderator: 'moderator', beheerder: 'admin', admin: 'admin', administrator: 'admin',
}));

const ADDRESS = /^[^\s"@[\],;<>()]+@[^\s"@[\],;<>()]+\.[^\s"@[\],;<>().]+$/u;
/** Control signs and what turns the direction of writing: invisible, or worse. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/** UTF-8 with or without a mark, UTF-16 as Excel calls Unicode, and else Windows-1252, in which Excel saves. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Reads a list of people: a line each with their e-mail address, and if there are such columns their name, role and groups.
 * @throws {BadInput} for what is no such list; a fault in one line stands with that line
 */
export function readCsv(given: string): FileLine[] {
  const { text, skipped, delimiter } = beginning(given);
  const records = recordsOf(text, delimiter);
  const first = records[0];
  if (first === undefined) throw unreadable({ nl: 'Het bestand is leeg.', en: 'The file is empty.' });
  const header = columnsOf(first.cells);
  // Without a head the columns stand in the order of the example.
  const columns = header ?? (first.cells.some((cell) => ADDRESS.test(cell.trim())) ? fields : undefined);
  if (columns === undefined) {
    const seen = first.cells.map((cell) => cell.trim().slice(0, 40)).filter((cell) => cell !== '' && cell.search(INVISIBLE) === -1).slice(0, 6).join(', ');
    throw unreadable({
      nl: `De eerste regel noemt geen kolom "e-mail". Gebruik de koppen e-mail, naam, rol en groepen.${seen === '' ? '' : ` Er staat: ${seen}.`}`,
      en: `The first line names no column "email". Use the heads email, name, role and groups.${seen === '' ? '' : ` It says: ${seen}.`}`,
    });
  }
  const people = header === undefined ? records : records.slice(1);
  if (people.length === 0) throw unreadable({ nl: 'Onder de koppen staat nog niemand.', en: 'There is nobody under the heads yet.' });
  if (people.length > MOST_LINES) throw unreadable({ nl: `Het bestand heeft meer dan ${MOST_LINES} regels. Deel het op.`, en: `The file has more than ${MOST_LINES} lines. Split it.` });
  return people.map(({ cells, line }) => toLine(cells, line + skipped, columns));
}

/** Takes the byte order mark and Excel's own "sep=;" off, and sees by the first line what stands between the columns. */
function beginning(given: string): { text: string; skipped: number; delimiter: string } {
  let text = given.replace(/^\ufeff/, '');
  const told = /^"?sep=(.)"?\r?\n/.exec(text);
  if (told !== null) text = text.slice(told[0].length);
  const head = text.trimStart().split(/\r\n|\r|\n/, 1)[0] ?? '';
  const counts = [';', ',', '\t'].map((sign) => ({ sign, count: head.split(sign).length }));
  const best = counts.reduce((most, each) => (each.count > most.count ? each : most));
  return { text, skipped: told === null ? 0 : 1, delimiter: told?.[1] ?? (best.count > 1 ? best.sign : ',') };
}

interface FoundRecord {
  cells: string[];
  line: number;
}

function recordsOf(text: string, delimiter: string): FoundRecord[] {
  try {
    // A record is no longer than its cells may be; without the bound one line could be all of the file.
    const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, info: true, max_record_size: 20_000, to: MOST_LINES + 2 } as const;
    // With `info` each record comes with what the parser knows of it.
    const found = parse(text, options) as unknown as { record: string[]; info: Info }[];
    return found
      .map(({ record, info }) => ({ cells: record, line: info.lines - record.reduce((sum, cell) => sum + breaksIn(cell), 0) }))
      .filter(({ cells }) => cells.some((cell) => /[^;,\s]/.test(cell)));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : null;
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw unreadable({ nl: 'Ergens begint een aanhalingsteken (") dat nergens eindigt. Zoek een los aanhalingsteken en haal het weg.', en: 'Somewhere a quotation mark (") begins that ends nowhere. Look for a single one and take it away.' });
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw unreadable({ nl: `Regel ${line ?? ''} is te lang om een persoon te zijn. Staat er een los aanhalingsteken?`, en: `Line ${line ?? ''} is too long to be a person. Is there a single quotation mark?` });
    throw unreadable({ nl: 'Dit bestand is niet te lezen. Bewaar het in Excel als "CSV UTF-8" en probeer het opnieuw.', en: 'This file cannot be read. Save it in Excel as "CSV UTF-8" and try again.' });
  }
}

const breaksIn = (cell: string): number => (cell.match(/\r\n|\r|\n/g) ?? []).length;

/** Which column holds what; undefined when none is for addresses. A column that nobody asked for is left alone. */
function columnsOf(cells: readonly string[]): (Field | null)[] | undefined {
  const columns = cells.map((cell) => {
    const plain = cell.slice(0, 60).toLowerCase().replace(/[^a-z]/g, '');
    return fields.find((field) => columnNames[field].includes(plain)) ?? null;
  });
  return columns.includes('email') ? columns.map((field, index) => (field !== null && columns.indexOf(field) === index ? field : null)) : undefined;
}

function toLine(cells: readonly string[], line: number, columns: readonly (Field | null)[]): FileLine {
  const faults: Fault[] = [];
  const cell = (field: Field): string => {
    const at = columns.indexOf(field);
    // What our own downloads put before a formula to disarm it.
    const value = (at === -1 ? '' : (cells[at] ?? '')).trim().replace(/^'(?=[=+\-@])/, '');
    const visible = value.replace(INVISIBLE, ' ');
    if (visible !== value) faults.push({ field, code: 'invisible' });
    else if (value.length > lengths[field]) faults.push({ field, code: 'too-long', value: String(lengths[field]) });
    return visible.slice(0, lengths[field]);
  };
  const read = { line, email: cell('email').toLowerCase(), name: cell('name'), roleText: cell('role') };
  const named = cell('groups').split(/[;|]/).map((each) => each.trim()).filter((each) => each !== '');
  const groups = named.filter((each, at) => named.findIndex((one) => one.toLowerCase() === each.toLowerCase()) === at);
  const role = roleNames.get(read.roleText.toLowerCase());
  if (faults.length === 0) {
    if (cells.slice(columns.length).some((extra) => extra.trim() !== '')) faults.push({ field: 'line', code: 'columns' });
    if (read.email === '') faults.push({ field: 'email', code: 'missing' });
    else if (!ADDRESS.test(read.email)) faults.push({ field: 'email', code: 'no-address', value: read.email });
    if (role === undefined) faults.push({ field: 'role', code: 'no-role', value: read.roleText });
    if (groups.length > MOST_GROUPS) faults.push({ field: 'groups', code: 'too-many', value: String(MOST_GROUPS) });
  }
  return { ...read, role: role ?? 'member', groups: groups.slice(0, MOST_GROUPS), faults };
}

/** A line as it was kept. */
export function toFileLine(row: { line: number; email: string; name: string; role: string; groups: string }): FileLine {
  const { line, email, name, role, groups } = row;
  return { line, email, name, roleText: role, role: roleNames.get(role.toLowerCase()) ?? 'member', groups: groups.split('|').filter((each) => each !== ''), faults: [] };
}

function unreadable(text: { nl: string; en: string }): BadInput {
  return new BadInput('file', text);
}
