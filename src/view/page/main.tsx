// Starts the page: reads the content that the program put into it and shows it.
import './page.css';
import { render } from 'preact';
import { type Packed, unpack } from '../pack.js';
import type { Language } from '../words.js';
import { App } from './app.js';

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
};

const { language } = document.documentElement.dataset;
const preferred: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
const content = unpack(JSON.parse(element('content').textContent ?? '') as Packed);
const root = element('app');
root.replaceChildren();
render(
  <App
    content={content}
    initialLanguage={language === 'zh' || language === 'en' ? language : preferred}
    licences={element('licences').textContent ?? ''}
  />,
  root,
);
// tests wait for this
document.documentElement.dataset.ready = 'true';
