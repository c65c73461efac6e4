// A page of a site: its article without navigation, counters and recommendations, its title and dates before it.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Node, textOf } from './html-text.js';

/** How sites of the government name the title, date and source of an article; the dublin core and Open Graph names besides. */
const TITLE = ['ArticleTitle', 'og:title', 'DC.title'];
const DATE = ['PubDate', 'pubdate', 'publishdate', 'article:published_time', 'DC.date'];
const SOURCE = ['ContentSource', 'Source', 'og:site_name'];
/** Below this share of the page's text, the article that was found is a teaser. */
const MIN_SHARE = 0.25;

interface Page {
  readonly title: string;
  readonly body: Node;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
}

interface Element {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Element>;
  remove(): void;
}

/** The text of a page, the title first, then a line with the date of publication and the source. */
export function readHtml(html: string): string {
  const page = parse(html);
  const title = (meta(page, TITLE) || page.querySelector('h1')?.textContent || page.title || '').replace(/\s+/gu, ' ').trim();
  const date = meta(page, DATE);
  const source = meta(page, SOURCE);
  const everything = textOf(withoutLinkLists(page).body);
  // Readability changes the page it is given
  const article = new Readability(withoutLinkLists(parse(html)) as never, { charThreshold: 100 }).parse();
  const found = article?.content ? textOf(parse(`<html><body>${article.content}</body></html>`).body) : '';
  const text = figures(found) >= figures(everything) * MIN_SHARE ? found : everything;
  const head = [title, date && `发布时间:${date}`, source && `来源:${source}`].filter((line): line is string => Boolean(line));
  const known = text.slice(0, 400).replace(/\s+/gu, '');
  const missing = head.filter((line) => !known.includes(line.replace(/\s+/gu, '')));
  if (missing[0] === title) return [...missing, text].join('\n');
  const feed = text.indexOf('\n');
  return feed < 0 ? [text, ...missing].join('\n') : [text.slice(0, feed), ...missing, text.slice(feed + 1)].join('\n');
}

/** Lists that are mostly links: menus, recommendations, the next and the last article. */
const LINK_SHARE = 0.6;
const MIN_LINKS = 2;

function withoutLinkLists(page: Page): Page {
  for (const list of page.querySelectorAll('ul, ol, dl, nav, aside')) {
    const links = [...list.querySelectorAll('a')];
    const linked = links.reduce((sum, link) => sum + (link.textContent ?? '').trim().length, 0);
    if (links.length >= MIN_LINKS && linked > (list.textContent ?? '').trim().length * LINK_SHARE) list.remove();
  }
  return page;
}

const figures = (text: string): number => (text.match(/\d+/gu) ?? []).length;

function parse(html: string): Page {
  const { document } = parseHTML(/<html/iu.test(html) ? html : `<html><body>${html}</body></html>`);
  return document as unknown as Page;
}

function meta(page: Page, names: readonly string[]): string {
  for (const name of names) {
    const found = page.querySelector(`meta[name="${name}"]`) ?? page.querySelector(`meta[property="${name}"]`);
    const content = found?.getAttribute('content')?.replace(/\s+/gu, ' ').trim();
    if (content) return content;
  }
  return '';
}
