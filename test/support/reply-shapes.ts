// SPDX-License-Identifier: EUPL-1.2

/** A mail as a program sends it, and the words of the person in it. */
export interface ReplyShape {
  name: string;
  raw: Buffer;
  reply: string;
}

const ours = 'reply+abc@zuiderdam.example';
const marker = '— Schrijf je antwoord boven deze lijn —';
const question = 'Wie weet hoe het zit met de vergunning voor het buurtfeest?';
const ourFooter = 'Je krijgt deze mail omdat iemand je noemde.';

interface Part {
  type: string;
  body: string;
  charset?: string;
  encoding?: '8bit' | 'quoted-printable' | 'base64';
  extra?: string;
}

const windows: Record<string, number> = { '€': 0x80, '’': 0x92, '‘': 0x91, '“': 0x93, '”': 0x94, '–': 0x96, '—': 0x97, '…': 0x85 };

function bytesOf(text: string, charset: string): Buffer {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8');
  return Buffer.from([...text].map((sign) => windows[sign] ?? sign.charCodeAt(0)));
}

/** RFC 2045, 6.7: with soft line breaks, as programs make them. */
function quotedPrintable(bytes: Buffer): string {
  const lines: string[] = [];
  let line = '';
  for (const [at, byte] of bytes.entries()) {
    if (byte === 13 && bytes[at + 1] === 10) continue;
    if (byte === 10) {
      lines.push(line);
      line = '';
      continue;
    }
    const lastOfLine = bytes[at + 1] === 13 || bytes[at + 1] === 10 || at + 1 === bytes.length;
    const sign = (byte >= 33 && byte <= 126 && byte !== 61) || (byte === 32 && !lastOfLine) ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + sign.length > 75) {
      lines.push(`${line}=`);
      line = '';
    }
    line += sign;
  }
  return [...lines, line].join('\r\n');
}

function partOf({ type, body, charset = 'utf-8', encoding = 'quoted-printable', extra = '' }: Part): Buffer {
  const bytes = bytesOf(body.replace(/\n/g, '\r\n'), charset);
  const content = encoding === 'quoted-printable' ? Buffer.from(quotedPrintable(bytes)) : encoding === 'base64' ? Buffer.from(bytes.toString('base64').replace(/.{76}/g, '$&\r\n')) : bytes;
  return Buffer.concat([Buffer.from(`Content-Type: ${type}; charset=${charset}${extra}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`), content, Buffer.from('\r\n')]);
}

/** A whole mail, of one part or of the same words in several. */
export function mailOf(parts: readonly Part[], headers: readonly string[] = []): Buffer {
  const head = [...headers, 'From: Jet de Vries <jet@zuiderdam.example>', `To: ${ours}`, 'Subject: Re: Buurtfeest', 'Date: Sun, 4 Jan 2026 11:02:00 +0100', 'Message-ID: <een@zuiderdam.example>', 'MIME-Version: 1.0'].join('\r\n');
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return Buffer.concat([Buffer.from(`${head}\r\n`), partOf(first)]);
  const pieces = parts.flatMap((part) => [Buffer.from('--deel\r\n'), partOf(part)]);
  return Buffer.concat([Buffer.from(`${head}\r\nContent-Type: multipart/alternative; boundary="deel"\r\n\r\n`), ...pieces, Buffer.from('--deel--\r\n')]);
}

const shapes: ReplyShape[] = [];

function text(name: string, body: string, reply: string, how: Omit<Part, 'type' | 'body'> = {}): void {
  shapes.push({ name, raw: mailOf([{ type: 'text/plain', body, ...how }]), reply });
}

function html(name: string, body: string, reply: string, how: Omit<Part, 'type' | 'body'> = {}): void {
  shapes.push({ name, raw: mailOf([{ type: 'text/html', body, ...how }]), reply });
}

function both(name: string, plain: string, rich: string, reply: string, how: Omit<Part, 'type' | 'body'> = {}): void {
  shapes.push({ name, raw: mailOf([{ type: 'text/plain', body: plain, ...how }, { type: 'text/html', body: rich, ...how }]), reply });
}

const quotedNl = `> ${marker}\n>\n> ${question}\n>\n> --\n> ${ourFooter}\n`;

// Outlook on a desktop

const outlookHead = (bold: boolean) => {
  const [open, close] = bold ? ['<b>', '</b>'] : ['', ''];
  const fields = [['Van', `Plein van Zuiderdam ${bold ? '&lt;' : '<'}${ours}${bold ? '&gt;' : '>'}`], ['Verzonden', 'zaterdag 3 januari 2026 10:12'], ['Aan', 'Jet de Vries'], ['Onderwerp', 'Buurtfeest']];
  return fields.map(([key, value]) => `${open}${key}:${close} ${value}`).join(bold ? '<br>\n' : '\n');
};
const outlookWrap = (words: string, quote: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0cm}</style></head><body lang="NL"><div class="WordSection1">${words}<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${quote}<o:p></o:p></p></div></div><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p>${marker}</p><p>${question}</p></div></body></html>`;
const line = (words: string) => `<p class="MsoNormal">${words === '' ? '&nbsp;' : words}<o:p></o:p></p>`;

text('Outlook desktop, Dutch, text', `Ja, die is aangevraagd.\n\nMet vriendelijke groet,\n\nJet de Vries\nBeleidsadviseur Leefomgeving\nGemeente Zuiderdam\n\n${outlookHead(false)}\n\n${marker}\n\n${question}\n`, 'Ja, die is aangevraagd.');
html('Outlook desktop, Dutch, HTML only', outlookWrap(`${line('Ja, die is aangevraagd.')}${line('Ik hoor het woensdag.')}${line('')}${line('Groet, Jet')}${line('')}`, outlookHead(true)), 'Ja, die is aangevraagd.\nIk hoor het woensdag.');
html('Outlook desktop, signature and disclaimer of a municipality', outlookWrap(`${line('Prima voorstel.')}${line('')}${line('Met vriendelijke groet / Kind regards,')}${line('Jet de Vries | Arbeidsmarktregiocoördinator')}${line('<a href="https://www.zuiderdam.example/">www.zuiderdam.example</a>')}${line('De informatie in dit e-mailbericht is uitsluitend bestemd voor de geadresseerde.')}`, outlookHead(true)), 'Prima voorstel.');
text('Outlook desktop, English, text', `Yes, it was asked for.\n\nKind regards,\nJet\n\nFrom: Square of Zuiderdam <${ours}>\nSent: Saturday, January 3, 2026 10:12 AM\nTo: Jet de Vries <jet@zuiderdam.example>\nSubject: Street party\n\n— Write your reply above this line —\n`, 'Yes, it was asked for.');
text('Outlook 2010, "Oorspronkelijk bericht"', `Dat klopt.\n\n-----Oorspronkelijk bericht-----\nVan: Plein [mailto:${ours}]\nVerzonden: zaterdag 3 januari 2026 10:12\nAan: Jet de Vries\nOnderwerp: Buurtfeest\n\n${question}\n`, 'Dat klopt.');
text('Outlook 2010, "Original Message"', `That is right.\n\n-----Original Message-----\nFrom: Plein [mailto:${ours}]\nSent: Saturday, January 3, 2026 10:12 AM\nTo: Jet\nSubject: Street party\n\n${question}\n`, 'That is right.');
text('Outlook desktop in windows-1252', `Eén café kost € 50 – “zo’n” prijs…\n\n${outlookHead(false)}\n\n${question}`, 'Eén café kost € 50 – “zo’n” prijs…', { charset: 'windows-1252' });
html('Outlook desktop, HTML only in windows-1252 as 8bit', outlookWrap(line('Dat is geregeld, daar zorg ik vóór zaterdag voor.'), outlookHead(true)), 'Dat is geregeld, daar zorg ik vóór zaterdag voor.', { charset: 'windows-1252', encoding: '8bit' });
both('Outlook desktop, picture in the signature', `Akkoord.\n\n[cid:image001.png@01DA3E]\n\n${outlookHead(false)}\n`, outlookWrap(`${line('Akkoord.')}${line('<img src="cid:image001.png@01DA3E" alt="Logo van de gemeente Zuiderdam">')}`, outlookHead(true)), 'Akkoord.');

// Outlook on the web and on a phone

const webOutlook = (words: string, signature = '') =>
  `<html><head><style type="text/css" style="display:none;">P {margin-top:0;margin-bottom:0;}</style></head><body dir="ltr"><div class="elementToProof" style="font-family: Aptos">${words}</div>${signature}<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri">${outlookHead(true)}</font><div>&nbsp;</div></div><div><p>${marker}</p><p>${question}</p></div></body></html>`;
html('Outlook on the web, Dutch', webOutlook('Woensdag hoor ik meer.'), 'Woensdag hoor ik meer.');
html('Outlook on the web with a signature', webOutlook('Woensdag hoor ik meer.', '<div id="Signature"><p>Jet de Vries</p><p>Gemeente Zuiderdam, Postbus 1</p></div>'), 'Woensdag hoor ik meer.');
text('Outlook on the web, text', `Woensdag hoor ik meer.\n\n________________________________\nVan: Plein van Zuiderdam <${ours}>\nVerzonden: zaterdag 3 januari 2026 10:12\nAan: Jet de Vries <jet@zuiderdam.example>\nOnderwerp: Buurtfeest\n\n${marker}\n`, 'Woensdag hoor ik meer.');
text('Outlook for iOS, Dutch', `Prima\n\nOutlook voor iOS<https://aka.ms/o0ukef> downloaden\n________________________________\nVan: Plein <${ours}>\nVerzonden: Saturday, January 3, 2026 10:12:11 AM\nAan: Jet <jet@zuiderdam.example>\nOnderwerp: Buurtfeest\n`, 'Prima');
text('Outlook for Android, English', `Fine with me\n\nGet Outlook for Android<https://aka.ms/AAb9ysg>\n________________________________\nFrom: Plein <${ours}>\nSent: Saturday, January 3, 2026 10:12:11 AM\nTo: Jet <jet@zuiderdam.example>\nSubject: Street party\n`, 'Fine with me');
html('Outlook for iOS, HTML only', `<html><body><div dir="auto">Prima, ik neem <b>koffie</b> mee.<br><br></div><div id="ms-outlook-mobile-signature">Verzonden vanuit <a href="https://aka.ms/o0ukef">Outlook voor iOS</a></div><div id="mail-editor-reference-message-container"><hr><div id="divRplyFwdMsg"><b>Van:</b> Plein</div><div>${question}</div></div></body></html>`, 'Prima, ik neem koffie mee.');
html('Windows Mail, HTML only', `<html><body><div class="WordSection1">${line('Dat lijkt me goed.')}${line('')}${line('Verzonden vanuit <a href="https://go.microsoft.com/fwlink/?LinkId=550986">Mail</a> voor Windows')}${line('')}<div style="border-top:solid #E1E1E1 1.0pt">${line(outlookHead(true))}</div>${line(question)}</div></body></html>`, 'Dat lijkt me goed.');

// Gmail

const gmailNl = `Op za 3 jan 2026 om 10:12 schreef Plein van Zuiderdam <${ours}>:`;
const gmailQuote = (introduction: string, inner = `<p>${marker}</p><p>${question}</p>`) =>
  `<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${introduction.replace('<', '&lt;').replace('>:', '&gt;:')}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204)">${inner}</blockquote></div>`;
both('Gmail on the web, Dutch', `Leuk! Ik help mee.\n\nOp za 3 jan 2026 om 10:12 schreef Plein van Zuiderdam <\n${ours}>:\n\n${quotedNl}`, `<div dir="ltr">Leuk! Ik help mee.</div><br>${gmailQuote(gmailNl)}`, 'Leuk! Ik help mee.');
text('Gmail, text only, introduction over two lines', `Leuk! Ik help mee.\n\nOp za 3 jan 2026 om 10:12 schreef Plein van Zuiderdam <\n${ours}>:\n\n${quotedNl}`, 'Leuk! Ik help mee.');
text('Gmail, text only, English', `Great!\n\nOn Sat, Jan 3, 2026 at 10:12 AM Square of Zuiderdam <\n${ours}> wrote:\n\n${quotedNl}`, 'Great!');
text('Gmail, text broken after so many characters', `Ik heb de vergunning vorige week aangevraagd bij het loket in het stadhuis, en\ndaar zeiden ze dat het een week of drie kan duren voordat er antwoord komt.\n\nWie wil kan meedoen.\n\n${gmailNl}\n\n${quotedNl}`, 'Ik heb de vergunning vorige week aangevraagd bij het loket in het stadhuis, en daar zeiden ze dat het een week of drie kan duren voordat er antwoord komt.\n\nWie wil kan meedoen.');
html('Gmail on the web, paragraphs', `<div dir="ltr"><div>Eerste alinea.</div><div><br></div><div>Tweede alinea.</div></div><br>${gmailQuote(gmailNl)}`, 'Eerste alinea.\n\nTweede alinea.');
html('Gmail on the web with a signature', `<div dir="ltr">Doe ik.<br clear="all"><div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">Jet de Vries<br>06-12345678</div></div><br>${gmailQuote(gmailNl)}`, 'Doe ik.');
both('Gmail for Android, Dutch', `Goed plan\n\nOp za 3 jan. 2026 10:12 schreef Plein van Zuiderdam <${ours}>:\n\n${quotedNl}`, `<div dir="auto">Goed plan</div><br>${gmailQuote(`Op za 3 jan. 2026 10:12 schreef Plein van Zuiderdam <${ours}>:`)}`, 'Goed plan');
both('Gmail, answers between the questions', `> Wie haalt de tafels?\n\nIk.\n\n> En de stoelen?\n\nPiet, denk ik.\n`, `<div dir="ltr"><div class="gmail_quote"><div class="gmail_attr">${gmailNl.replace('<', '&lt;').replace('>:', '&gt;:')}</div><blockquote class="gmail_quote">Wie haalt de tafels?</blockquote><div>Ik.</div><blockquote class="gmail_quote">En de stoelen?</blockquote><div>Piet, denk ik.</div></div></div>`, 'Ik.\n\nPiet, denk ik.');
html('Gmail, below the quote', `<div dir="ltr">${gmailQuote(gmailNl)}<div>Hieronder mijn antwoord.</div></div>`, 'Hieronder mijn antwoord.');
html('Gmail, a list', `<div dir="ltr">Mee te nemen:<ul><li>tafels</li><li>stoelen</li></ul></div>${gmailQuote(gmailNl)}`, 'Mee te nemen:\n- tafels\n- stoelen');
html('Gmail, an address and a link with words', `<div dir="ltr">Zie <a href="https://zuiderdam.example/feest">https://zuiderdam.example/feest</a> en <a href="https://zuiderdam.example/kaart">de kaart</a>.</div>${gmailQuote(gmailNl)}`, 'Zie https://zuiderdam.example/feest en de kaart (https://zuiderdam.example/kaart).');

// Apple Mail

const appleNl = `Op 3 jan. 2026 om 10:12 heeft Plein van Zuiderdam <${ours}> het volgende geschreven:`;
text('Apple Mail on an iPhone, Dutch', `Ik kom ook\n\nVerstuurd vanaf mijn iPhone\n\n> ${appleNl}\n> \n> ${marker}\n> ${question}\n`, 'Ik kom ook');
text('Apple Mail on a Mac, Dutch', `Ik kom ook.\n\n> Op 3 jan. 2026, om 10:12 heeft Plein van Zuiderdam <${ours}> het volgende geschreven:\n> \n> ${question}\n`, 'Ik kom ook.');
text('Apple Mail on a Mac, English', `Count me in.\n\nJet\n\n> On 3 Jan 2026, at 10:12, Plein <${ours}> wrote:\n> \n> ${question}\n`, 'Count me in.\n\nJet');
html('Apple Mail on an iPhone, HTML only', `<html><body dir="auto">Ik kom ook!<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Verstuurd vanaf mijn iPhone</div><div dir="ltr"><br><blockquote type="cite">${appleNl.replace('<', '&lt;').replace('> het', '&gt; het')}<br><br></blockquote></div><blockquote type="cite"><div dir="ltr"><p>${marker}</p><p>${question}</p></div></blockquote></body></html>`, 'Ik kom ook!');
html('Apple Mail on a Mac, HTML, the introduction outside the quote', `<html><body style="overflow-wrap: break-word;">Dat kan.<br><div><br><blockquote type="cite"><div>On 3 Jan 2026, at 10:12, Plein &lt;${ours}&gt; wrote:</div><br class="Apple-interchange-newline"><div>${question}</div></blockquote></div><br></body></html>`, 'Dat kan.');
text('Apple Mail on an iPad, English', `Yes please\n\nSent from my iPad\n\n> On 3 Jan 2026, at 10:12, Plein <${ours}> wrote:\n> \n> ${question}\n`, 'Yes please');

// Thunderbird

text('Thunderbird, Dutch, below', `Op 03-01-2026 om 10:12 schreef Plein van Zuiderdam:\n> ${question}\n\nDie is aangevraagd.\n`, 'Die is aangevraagd.');
text('Thunderbird, Dutch, above', `Die is aangevraagd.\n\nOp 03-01-2026 om 10:12 schreef Plein van Zuiderdam:\n${quotedNl}`, 'Die is aangevraagd.');
text('Thunderbird, English, between', `On 1/3/26 10:12, Plein wrote:\n> Who brings the tables?\nI do.\n> And the chairs?\nPete does.\n\n-- \nJet de Vries\n`, 'I do.\n\nPete does.');
text('Thunderbird, format=flowed', `Dit is een lange regel die door het programma is afgebroken omdat hij \nniet paste, en toch een zin is.\n\nOp 03-01-2026 om 10:12 schreef Plein:\n> Wie weet hoe het zit \n> met de vergunning?\n`, 'Dit is een lange regel die door het programma is afgebroken omdat hij niet paste, en toch een zin is.', { extra: '; format=flowed', encoding: '8bit' });
html('Thunderbird, HTML only', `<html><body><p>Die is aangevraagd.</p><div class="moz-cite-prefix">Op 03-01-2026 om 10:12 schreef Plein van Zuiderdam:<br></div><blockquote type="cite" cite="mid:x@zuiderdam.example"><p>${question}</p></blockquote><div class="moz-signature">-- <br>Jet de Vries</div></body></html>`, 'Die is aangevraagd.');
html('Thunderbird, HTML, below the quote', `<html><body><div class="moz-cite-prefix">Op 03-01-2026 om 10:12 schreef Plein:<br></div><blockquote type="cite"><p>${question}</p></blockquote><p>Daar ga ik achteraan.</p></body></html>`, 'Daar ga ik achteraan.');

// Other programs

text('Samsung Mail, Dutch', `Ok top\n\nVerzonden vanaf mijn Galaxy\n\n\n-------- Oorspronkelijk bericht --------\nVan: Plein <${ours}>\nDatum: 03-01-2026 10:12 (GMT+01:00)\nAan: jet@zuiderdam.example\nOnderwerp: Buurtfeest\n\n${question}\n`, 'Ok top');
html('Yahoo Mail, HTML only', `<html><body><div class="yahoo-style-wrap"><div dir="ltr">Mooi zo.</div><div><br></div></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>Op zaterdag 3 januari 2026 om 10:12:05 CET schreef Plein &lt;${ours}&gt;:</div><div>${question}</div></div></body></html>`, 'Mooi zo.');
text('Proton Mail', `Goed idee.\n\nVerzonden met Proton Mail beveiligde e-mail.\n\nOp zaterdag 3 januari 2026 om 10:12 AM schreef Plein <${ours}>:\n\n${quotedNl}`, 'Goed idee.');
text('a webmail that does not mark what it quotes', `Goed idee.\n\nPlein van Zuiderdam <${ours}> schreef op 3-1-2026 10:12:\n\n${marker}\n\n${question}\n`, 'Goed idee.');
text('a program that quotes without an introduction', `Goed idee.\n\n${marker}\n\n${question}\n\n${ourFooter}\n`, 'Goed idee.');
text('asterisks around the fields', `Goed idee.\n\n*Van:* Plein <${ours}>\n*Verzonden:* zaterdag 3 januari 2026 10:12\n*Aan:* Jet\n*Onderwerp:* Buurtfeest\n\n${question}\n`, 'Goed idee.');
text('below what was quoted with a head of fields', `-----Original Message-----\nFrom: Plein <${ours}>\nSent: Saturday\nTo: Jet\nSubject: x\n\n> ${question}\n\nBelow it, as ever.\n`, 'Below it, as ever.');
text('a German program', `Ja, gerne.\n\nAm 03.01.26 um 10:12 schrieb Plein <${ours}>:\n\n${quotedNl}`, 'Ja, gerne.');
text('a French program, quote not marked', `Oui, volontiers.\n\nLe sam. 3 janv. 2026 à 10:12, Plein <${ours}> a écrit :\n\n${quotedNl}`, 'Oui, volontiers.');
text('sent as base64', `Goed idee, één vraag nog.\n\n${gmailNl}\n\n${quotedNl}`, 'Goed idee, één vraag nog.', { encoding: 'base64' });

// What the person wrote stays, and nothing else

text('words that look like an introduction', 'Op maandag schreef ik al over het volgende:\nde heg en het pad.\n\nOn the whole she wrote well: 10:12 was the bus.\n', 'Op maandag schreef ik al over het volgende:\nde heg en het pad.\n\nOn the whole she wrote well: 10:12 was the bus.');
text('words that begin like a field', 'Van: de bushalte\nnaar de markt lopen we samen.\n', 'Van: de bushalte\nnaar de markt lopen we samen.');
text('"Best" as an answer', `Best.\n\n${gmailNl}\n${quotedNl}`, 'Best.');
text('a greeting as the whole answer', `Groetjes!\n\n${gmailNl}\n${quotedNl}`, 'Groetjes!');
text('a postscript under the signature', `Komt goed.\n\nMet vriendelijke groet,\nJet de Vries\n\nPS: neem je de sleutel mee?\n\n${gmailNl}\n${quotedNl}`, 'Komt goed.\n\nPS: neem je de sleutel mee?');
text('a list and a number', `1. tafels\n2. stoelen\n\n- en koffie\n\nMvg Jet\n\n${gmailNl}\n${quotedNl}`, '1. tafels\n2. stoelen\n\n- en koffie');
text('a disclaimer without a greeting', `Akkoord.\n\nDisclaimer: aan dit bericht kunnen geen rechten worden ontleend. Denk aan het milieu.\n\n${gmailNl}\n${quotedNl}`, 'Akkoord.');
text('nothing but the quote', `${gmailNl}\n\n${quotedNl}`, '');
text('nothing but a signature', `\n\nMet vriendelijke groet,\n\nJet de Vries\n\n${outlookHead(false)}\n${question}`, '');
text('nothing but what a telephone adds', `Verstuurd vanaf mijn iPhone\n\n> ${appleNl}\n> ${question}\n`, '');
html('nothing at all, HTML only', `<html><body><div dir="ltr"><br></div>${gmailQuote(gmailNl)}</body></html>`, '');

export const replyShapes: readonly ReplyShape[] = shapes;
