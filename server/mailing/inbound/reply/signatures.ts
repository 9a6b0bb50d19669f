// SPDX-License-Identifier: EUPL-1.2

/** The lines without a signature, a disclaimer and what a telephone adds; a postscript stays. */
export function withoutSignature(lines: readonly string[]): string[] {
  const end = lines.findIndex((line, at) => isSeparator(line) || isDisclaimer(line) || isClosing(lines, at));
  const own = end === -1 ? [...lines] : [...lines.slice(0, end), '', ...postscript(lines.slice(end + 1))];
  while (own.length > 0 && isAddedByProgram(own.at(-1) ?? '')) own.pop();
  return own.filter((line) => !isPlaceholder(line.trim()));
}

/** RFC 3676, 4.3 has "-- "; many programs drop the space, and some make one dash of the two. */
function isSeparator(line: string): boolean {
  const words = line.trimEnd();
  return words === '--' || words === '—' || (words.length >= 3 && words.length <= 200 && /^_+$/.test(words));
}

const closing = /^(?:(?:met |with )?(?:(?:zeer |heel )?(?:vriendelijke|hartelijke|warme|beste|zonnige|collegiale|sportieve|kind|kindest|best|warm) )?(?:groet|groeten|groetjes|regards)|m\.?v\.?g|(?:vr\.? ?)?gr|hoogachtend|best wishes|all the best|cheers|sincerely|yours sincerely|yours faithfully|best)$/;
const closingAndName = /^(?:(?:met )?(?:(?:vriendelijke|hartelijke|beste|kind|best|warm) )?(?:groet|groeten|groetjes|regards)|mvg|gr|cheers)[,.!]{0,3} (?:van )?(.{2,40})$/i;
const partOfName = /^(?:van|de|der|den|ter|ten|'t|en|\p{Lu}[\p{L}'’.-]{0,30})$/u;

/** "Met vriendelijke groet," on a line of its own; a greeting that is all somebody wrote is what they wrote. */
function isClosing(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim();
  if (line === '' || line.length > 80) return false;
  const before = lines.slice(0, at).some((each) => each.trim() !== '');
  const after = lines.slice(at + 1).some((each) => each.trim() !== '');
  if (!before && !after) return false;
  const parts = line.toLowerCase().split(/[/|]/).map((part) => part.replace(/[\s,.!]{1,5}$/, '').trim());
  // "Best." is Dutch for yes.
  if (parts.every((part) => closing.test(part))) return parts[0] !== 'best' || line.endsWith(',');
  const named = closingAndName.exec(line)?.[1];
  return named !== undefined && before && isName(named.replace(/[.!]$/, ''));
}

function isName(words: string): boolean {
  const parts = words.split(' ');
  return parts.length <= 5 && parts.every((part) => partOfName.test(part));
}

const disclaimers = [
  'disclaimer', 'proclaimer', 'de informatie in dit e-mail', 'de informatie in deze e-mail', 'de informatie verzonden in dit', 'de informatie verzonden met dit', 'deze e-mail is uitsluitend', 'deze e-mail en eventuele', 'dit bericht is uitsluitend', 'dit bericht en eventuele', 'dit e-mailbericht',
  'dit bericht kan informatie bevatten', 'aan dit bericht kunnen geen rechten', 'aan deze e-mail kunnen geen rechten', 'denk aan het milieu', 'denk om het milieu',
  'this e-mail and any', 'this email and any', 'this message and any', 'this message (including', 'the information in this e-mail', 'the information contained in this', 'please consider the environment', 'confidentiality notice',
];

function isDisclaimer(line: string): boolean {
  const words = line.trim().replace(/^[*_\s]{1,5}/, '').slice(0, 60).toLowerCase();
  return disclaimers.some((each) => words.startsWith(each));
}

const added = /^(?:(?:verstuurd|verzonden) (?:vanaf|vanuit|via|met)|sent (?:from|with|via)|get outlook|download outlook|outlook (?:voor|for) (?:ios|android|mac)|gesendet von|envoyé (?:de|depuis)|yahoo mail:) ?/i;

function isAddedByProgram(line: string): boolean {
  const words = line.trim();
  return words === '' || (words.length <= 200 && added.test(words));
}

/** What stands in a text for a picture of the signature. */
function isPlaceholder(line: string): boolean {
  return line.length <= 300 && line.startsWith('[') && line.endsWith(']') && /^\[(?:cid:|image:|afbeelding|logo)/i.test(line);
}

/** A paragraph that begins with "PS", wherever it stands under the signature. */
function postscript(under: readonly string[]): string[] {
  const start = under.findIndex((line) => /^p\.?s\.?[\s:]/i.test(line.trim()));
  if (start === -1) return [];
  const length = under.slice(start).findIndex((line) => line.trim() === '');
  return under.slice(start, length === -1 ? undefined : start + length);
}
