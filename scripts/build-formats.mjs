// Writes the fixtures of every format from fixtures/formats/report.html and report.txt: encodings with iconv, office formats with LibreOffice
// (Debian: libreoffice-writer-nogui, libreoffice-calc-nogui). Run by hand; what it writes is committed.
//   node scripts/build-formats.mjs
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Converter } from 'opencc-js/cn2t';

const folder = path.resolve(import.meta.dirname, '..', 'fixtures', 'formats');
const text = readFileSync(path.join(folder, 'report.txt'), 'utf8');
const write = (/** @type {string} */ name, /** @type {string | Uint8Array} */ content) => writeFileSync(path.join(folder, name), content);
const iconv = (/** @type {string} */ to, /** @type {string} */ input) => execFileSync('iconv', ['-f', 'UTF-8', '-t', to], { input });

write('report.bom.txt', `\ufeff${text}`);
write('report.gb18030.txt', iconv('GB18030', text));
write('report.utf16le.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv('UTF-16LE', text)]));
write('report.utf16be.txt', Buffer.concat([Buffer.from([0xfe, 0xff]), iconv('UTF-16BE', text)]));
write('report.gbk.html', iconv('GB18030', readFileSync(path.join(folder, 'report.html'), 'utf8').replace('utf-8', 'gbk')));
const traditional = Converter({ from: 'cn', to: 'tw' })(text);
write('report.traditional.txt', traditional);
write('report.big5.txt', iconv('BIG5', traditional));

const office = (/** @type {string} */ input, /** @type {string} */ filter, /** @type {string} */ from = '') =>
  execFileSync(
    'soffice',
    ['--headless', ...(from ? [`--infilter=${from}`] : []), '--convert-to', filter, '--outdir', folder, path.join(folder, input)],
    { stdio: 'ignore' },
  );
office('report.html', 'odt:writer8');
for (const filter of ['docx:MS Word 2007 XML', 'doc:MS Word 97']) office('report.odt', filter);
office('report.docx', 'pdf:writer_pdf_Export');
for (const filter of ['xlsx:Calc MS Excel 2007 XML', 'xls:MS Excel 97']) office('table-source.csv', filter, 'CSV:44,34,UTF8');
rmSync(path.join(folder, 'report.odt'));
// pages with a running head and page numbers, tables with headers over several columns
for (const filter of ['pdf:writer_pdf_Export', 'docx:MS Word 2007 XML']) office('pages.fodt', filter);
