// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A regular expression of ours, and the files it stands in. */
export interface Expression {
  source: string;
  flags: string;
  files: string[];
}

const root = join(import.meta.dirname, '../..');

/** Every regular expression of the code that runs: literals, and what is given to `new RegExp`. @throws for one that cannot be read from the code */
export function expressionsIn(...folders: readonly string[]): Expression[] {
  const found = new Map<string, Expression>();
  const files = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)));
  for (const file of files.filter((name) => /\.m?[jt]s$/.test(name) && !/\.test\.|\.d\.m?ts$|xss-corpus/.test(name))) {
    for (const { source, flags } of expressionsOf(ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true))) {
      const key = `/${source}/${flags}`;
      const known = found.get(key) ?? { source, flags, files: [] };
      known.files.push(file);
      found.set(key, known);
    }
  }
  return [...found.values()];
}

function expressionsOf(file: ts.SourceFile): { source: string; flags: string }[] {
  const found: { source: string; flags: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(file) === 'RegExp') {
      const [source, flags] = node.arguments ?? [];
      found.push({ source: source === undefined ? '' : constantText(source, file), flags: flags === undefined ? '' : constantText(flags, file) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What an expression of constant parts comes to. */
function constantText(node: ts.Expression, file: ts.SourceFile): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText(file) === 'String.raw' && ts.isNoSubstitutionTemplateLiteral(node.template)) return node.template.rawText ?? '';
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'join' && ts.isArrayLiteralExpression(node.expression.expression)) {
    const [separator] = node.arguments;
    return node.expression.expression.elements.map((element) => constantText(element, file)).join(separator === undefined ? ',' : constantText(separator, file));
  }
  throw new Error(`${file.fileName}: ${node.getText(file).slice(0, 200)} is no expression that can be read from the code; write it as a constant`);
}
