import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ViewContent } from '../../../dist/view/document.js';
import { buildPage, escapeHtml, scriptJson } from '../../../dist/view/html.js';
import { content, REPORT, viewDocument } from './sample-content.js';

const NASTY = '</script><script>alert(1)</script><!--<script>]]>&lt;\u2028\u2029\ud800\u0000"\'床位12张。';
const page = (of: ViewContent, language?: 'en' | 'zh'): string => [...buildPage(of, language ? { language } : {})].join('');

describe('scriptJson', () => {
  it('holds nothing that a parser of HTML or of scripts could take for its own, and means the same', () => {
    const value = { [NASTY]: [NASTY, { deep: NASTY }], empty: [], number: 1.5 };
    const json = [...scriptJson(value)].join('');
    expect(json).not.toMatch(/[<>&\u2028\u2029\ud800-\udfff]/u);
    expect(JSON.parse(json)).toEqual(value);
    expect([...scriptJson({})].join('')).toBe('{}');
  });
});

it('escapeHtml', () => {
  expect(escapeHtml(`<a href="x" title='y'>&</a>`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;&lt;/a&gt;');
});

describe('buildPage', () => {
  it('has no more scripts than its own, whatever the reports and their names hold', () => {
    const plain = page(content(viewDocument('a.txt', REPORT)));
    const nasty = page({
      documents: [viewDocument('<img src=x onerror=alert(1)>.txt', NASTY)],
      failures: [{ file: '</script><b>', reason: '<!--' }],
      findings: null,
    });
    const tags = (html: string): string[] => html.match(/<\/?(?:script|style|title|img)\b[^>]*>|<!--/giu) ?? [];
    expect(tags(nasty)).toEqual(tags(plain));
    expect(tags(plain).filter((tag) => tag === '<script>')).toHaveLength(1);
  });

  it('allows its own script and style by their hash, and no network', () => {
    const html = page(content(viewDocument('a.txt', REPORT)));
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1] ?? '';
    const hash = (text: string | undefined): string =>
      `'sha256-${createHash('sha256')
        .update(text ?? '')
        .digest('base64')}'`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hash(/<script>([\s\S]*?)<\/script>/u.exec(html)?.[1])}`);
    expect(policy).toContain(`style-src ${hash(/<style>([\s\S]*?)<\/style>/u.exec(html)?.[1])}`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
    expect(html).not.toMatch(/<(?:link|script|img|iframe)[^>]+(?:src|href)="(?!data:)/u);
  });

  it('is the same at every making', () => {
    const build = (): string => page(content(viewDocument('a.txt', REPORT)));
    expect(build()).toBe(build());
  });

  it('is named after its reports, and knows its language', () => {
    const names = ['reports/一.txt', '二.txt', '三.txt', '四.txt'].map((name) => viewDocument(name, REPORT));
    expect(page(content(...names), 'zh')).toMatch(
      /<html lang="zh" data-language="zh">[\s\S]*<title>healthx: 一\.txt, 二\.txt, 三\.txt \+ 1<\/title>/u,
    );
    expect(page(content(...names))).toContain('<html lang="en">');
  });

  it('holds the licences of the libraries in it', () => {
    const html = page(content(viewDocument('a.txt', REPORT)));
    for (const name of ['preact', '@observablehq/plot', '@tanstack/virtual-core', 'd3-scale', 'csv-stringify']) {
      expect(html).toMatch(new RegExp(`${name} \\d+\\.\\d`, 'u'));
    }
    expect(html).toContain('Permission is hereby granted');
  });
});
