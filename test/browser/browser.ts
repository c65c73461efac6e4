// A real browser with the page in it.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a profile of its own, which is empty. */
export async function launch(): Promise<Browser> {
  if (!existsSync(EXECUTABLE))
    throw new Error(`${EXECUTABLE} is missing: install it (Debian: apt-get install chromium), or say in CHROMIUM where a Chromium is`);
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}

export interface Opened {
  readonly page: Page;
  /** Errors of the console and requests beyond the page itself: none is the aim. */
  readonly trouble: string[];
}

/** Opens a page from a file, as users do, and waits until it shows. */
export async function open(browser: Browser, html: string, options: BrowserContextOptions = {}, hash = ''): Promise<Opened> {
  const folder = mkdtempSync(path.join(tmpdir(), 'healthx-page-'));
  const file = path.join(folder, 'page.html');
  writeFileSync(file, html);
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'en-US', ...options });
  onTestFinished(async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const page = await context.newPage();
  const trouble: string[] = [];
  const url = pathToFileURL(file).href;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(?:data|blob):/u.test(request.url())) trouble.push(request.url());
  });
  await page.goto(url + hash);
  await page.waitForSelector('html[data-ready]');
  return { page, trouble };
}

/** Milliseconds until the page has drawn what `action` does. */
export async function timed(page: Page, action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return Math.round(performance.now() - start);
}
