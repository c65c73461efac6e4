// A page of a site: its article without navigation, counters and recommendations, its title and dates before it.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { DocumentMetadata } from './document.js';
import { type Node, textOf } from './html-text.js';

/** How sites of the government name the title, date and source of an article; the dublin core and Open Graph names besides. */
const TITLE = ['ArticleTitle', 'og:title', 'DC.title'];
const DATE = ['PubDate', 'pubdate', 'publishdate', 'article:published_time', 'DC.date'];
const SOURCE = ['ContentSource', 'Source'];
const ISSUER = ['publisher', 'DC.publisher', 'Publisher', 'SiteName', 'og:site_name'];
/** 发布机构:某县卫生健康局, in the table of contents of public information or above an article. */
const ISSUER_LINE = /(?:发布机构|发文机关|发文单位|发布单位|制发机关|信息来源)[:：]?\s*([\p{Script=Han}()（）]{4,40})/u;
const DATE_LINE =
  /(?:发布(?:时间|日期)|成文日期|发文日期|公开日期|时间|日期)[:：]\s*((?:19|20)\d{2}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2})/u;
const SOURCE_LINE = /(?:来源|信息来源|稿源)[:：]\s*([^\s|【】:：]{2,30}?)(?=$|[\s|【]|(?:发布)?(?:时间|日期)|点击|浏览|作者|字[号体])/u;
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

/** The text of a page, the title first, then a line with the date of publication and the source; and what the page says of itself. */
export function readHtml(html: string): { text: string; metadata: DocumentMetadata } {
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
  const metadata = {
    title: title || null,
    published: isoDate(date) ?? isoDate(DATE_LINE.exec(everything)?.[1] ?? ''),
    source: source || SOURCE_LINE.exec(everything)?.[1] || null,
    issuer: ISSUER_LINE.exec(everything)?.[1] ?? (meta(page, ISSUER) || null),
  };
  return { text: headed(text, title, missing), metadata };
}

function headed(text: string, title: string, missing: readonly string[]): string {
  if (missing[0] === title) return [...missing, text].join('\n');
  const feed = text.indexOf('\n');
  return feed < 0 ? [text, ...missing].join('\n') : [text.slice(0, feed), ...missing, text.slice(feed + 1)].join('\n');
}

/** 2021-11-05 of 2021年11月5日, 2021/11/05 09:30 and the like; null of anything else. */
function isoDate(written: string): string | null {
  const [, year, month, day] = /((?:19|20)\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})/u.exec(written) ?? [];
  if (!year || !month || !day || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
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
