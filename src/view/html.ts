// The page around its content: one file that loads nothing, runs nothing but its own script and shows every character of the reports as text.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ViewContent } from './document.js';
import { pack } from './pack.js';

export type PageLanguage = 'en' | 'zh';

export interface PageOptions {
  /** Language of the interface; that of the reader's browser where missing. */
  readonly language?: PageLanguage;
}

/** Made by scripts/build-page.mjs from src/view/page/. */
const asset = (name: string): string => readFileSync(new URL(`../view/page/${name}`, import.meta.url), 'utf8');

const TITLE_FILES = 3;

/** The page in pieces, to be written in their order. The same content gives the same bytes. */
export function* buildPage(content: ViewContent, { language }: PageOptions = {}): Generator<string> {
  const script = asset('page.js');
  const style = asset('page.css');
  // no network, no other script or style; images are the page's own icon and what the browser draws
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  yield `<!doctype html>
<html lang="${language ?? 'en'}"${language ? ` data-language="${language}"` : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="healthx">
<link rel="icon" href="data:,">
<title>${escapeHtml(titleOf(content))}</title>
<style>${style}</style>
</head>
<body>
<div id="app"><p class="loading">healthx …</p></div>
<noscript><p class="loading">This page needs JavaScript, which your browser does not run here. 此页面需要启用 JavaScript。</p></noscript>
<script type="application/json" id="content">`;
  yield* scriptJson(pack(content));
  yield `</script>
<script type="text/plain" id="licences">${escapeScriptText(asset('licences.txt'))}</script>
<script>${script}</script>
</body>
</html>
`;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function titleOf({ documents }: ViewContent): string {
  const names = documents.map((document) => document.file.split(/[/\\]/u).at(-1) as string);
  const shown = names.slice(0, TITLE_FILES).join(', ');
  return `healthx: ${shown}${names.length > TITLE_FILES ? ` + ${names.length - TITLE_FILES}` : ''}`;
}

const HTML_SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => HTML_SIGNS[sign] as string);

/**
 * JSON that may stand in a script element: no `<` or `>`, so that neither `</script>` nor `<!--` nor `]]>` can appear, and no line separators, which
 * older readers of scripts stumble over. Lone surrogates and control characters are escapes anyway. The large parts come as pieces of their own.
 */
export function* scriptJson(value: object): Generator<string> {
  let separator = '{';
  for (const [key, part] of Object.entries(value)) {
    yield `${separator}${escapeJson(JSON.stringify(key))}:${escapeJson(JSON.stringify(part))}`;
    separator = ',';
  }
  yield separator === '{' ? '{}' : '}';
}

// <, >, &, U+2028, U+2029
const escapeJson = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Our own text in a script element that is never run: what could end it is broken up. */
const escapeScriptText = (text: string): string => text.replaceAll('<', '‹').replaceAll('>', '›');
