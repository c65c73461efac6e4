// What validate prints for CI systems, and what it passes over.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { folder, run, SENTENCE, TWO_FIGURES } from './run.js';

type Fields = Record<string, unknown>;

/** A folder `reports` with expected files, changed as told. */
async function reports(changes: Record<string, (records: Fields[]) => unknown> = {}, files: Record<string, string | Uint8Array> = {}) {
  const all = { 'a.txt': SENTENCE, 'sub/b.txt': TWO_FIGURES, ...files };
  const cwd = folder(Object.fromEntries(Object.entries(all).map(([name, text]) => [`reports/${name}`, text])));
  await run(['validate', 'reports', '--update'], { cwd });
  for (const [name, change] of Object.entries(changes)) {
    const file = path.join(cwd, 'reports', name);
    writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))));
  }
  return cwd;
}

const everyRecord =
  (change: Fields) =>
  (records: Fields[]): Fields[] =>
    records.map((record) => ({ ...record, ...change }));

/** The part of the common form of JUnit XML that is used, as the schema of Jenkins' xUnit plugin has it: other elements and attributes fail. */
const text = (...names: string[]) => names.map((name) => `<xs:attribute name="${name}" type="xs:string" use="required"/>`).join('');
const message = (name: string) =>
  `<xs:element name="${name}"><xs:complexType mixed="true">${text('type', 'message')}</xs:complexType></xs:element>`;
const FORM = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  ${message('failure')}${message('error')}<xs:element name="system-out" type="xs:string"/>
  <xs:element name="property"><xs:complexType>${text('name', 'value')}</xs:complexType></xs:element>
  <xs:element name="properties"><xs:complexType><xs:sequence><xs:element ref="property" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
  <xs:element name="testcase"><xs:complexType>
    <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element ref="failure"/><xs:element ref="error"/><xs:element ref="system-out"/></xs:choice>
    ${text('name', 'classname')}</xs:complexType></xs:element>
  <xs:element name="testsuite"><xs:complexType>
    <xs:sequence><xs:element ref="properties" minOccurs="0"/><xs:element ref="testcase" maxOccurs="unbounded"/></xs:sequence>
    ${text('name', 'tests', 'failures', 'errors')}</xs:complexType></xs:element>
  <xs:element name="testsuites"><xs:complexType>
    <xs:sequence><xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    ${text('name', 'tests', 'failures', 'errors')}</xs:complexType></xs:element>
</xs:schema>`;

/** Parses JUnit XML, holds it against the form, and finds elements in it. */
function parsed(xml: string): (query: string) => { attributes: Record<string, string>; content: string }[] {
  const document = XmlDocument.fromString(xml);
  XsdValidator.fromDoc(XmlDocument.fromString(FORM)).validate(document);
  return (query) =>
    document.find(query).flatMap((node) => {
      if (!(node instanceof XmlElement)) return [];
      return [{ attributes: Object.fromEntries(node.attrs.map((attr) => [attr.name, attr.value])), content: node.content }];
    });
}

describe('--report junit', () => {
  it('has a test case for each report, with the readable difference', async () => {
    const cwd = await reports({ 'a.expected.json': everyRecord({ unit: '‰' }) }, { 'c.txt': SENTENCE });
    writeFileSync(path.join(cwd, 'reports/c.txt'), '\0');
    const { code, out } = await run(['validate', 'reports', '--report', 'junit'], { cwd });
    expect(code).toBe(1);
    const find = parsed(out);
    expect(find('/testsuites').map((e) => e.attributes)).toEqual([{ name: 'healthx validate', tests: '3', failures: '1', errors: '1' }]);
    expect(find('//testsuite').map((e) => e.attributes)).toEqual([{ name: 'reports', tests: '3', failures: '1', errors: '1' }]);
    expect(find('//testcase').map((e) => e.attributes.name)).toEqual(['a.txt', 'c.txt', 'sub/b.txt']);
    const [failure] = find('//testcase[@name="a.txt"]/failure');
    expect(failure?.attributes.message).toBe('1 changed');
    expect(failure?.content).toMatch(/^reports\/a\.txt\n {2}changed {2}line 1 {2}96\.31%\n\s+unit {2}"‰" → "%"\n/u);
    expect(find('//testcase[@name="c.txt"]/error')[0]?.attributes.message).toMatch(/^a binary file/u);
    expect(find('//testcase[@name="sub/b.txt"]/*')).toEqual([]);
  });

  it('is the same bytes each time, and the same in a file', async () => {
    const cwd = await reports({ 'a.expected.json': everyRecord({ unit: '‰' }) });
    const [first, second] = [
      await run(['validate', 'reports', '--report', 'junit'], { cwd }),
      await run(['validate', 'reports', '--report', 'junit'], { cwd }),
    ];
    expect(second).toEqual(first);
    const { out } = await run(['validate', 'reports', '--report=junit=junit.xml'], { cwd });
    expect(out).toMatch(/^1 of 2 reports differs$/mu);
    expect(readFileSync(path.join(cwd, 'junit.xml'), 'utf8')).toBe(first.out);
  });

  it('tells expected files that are missing, broken or without a report', async () => {
    const cwd = await reports();
    writeFileSync(path.join(cwd, 'reports/a.expected.json'), '{');
    writeFileSync(path.join(cwd, 'reports/gone.expected.json'), '[]');
    writeFileSync(path.join(cwd, 'reports/new.txt'), SENTENCE);
    const find = parsed((await run(['validate', 'reports', '--report', 'junit'], { cwd })).out);
    expect(find('//testcase[failure]').map((e) => e.attributes.name)).toEqual(['a.txt', 'new.txt', 'gone.expected.json']);
    expect(find('//failure').map((e) => e.attributes.message)).toEqual([
      expect.stringMatching(/^the expected file cannot be read: not valid JSON/u),
      expect.stringMatching(/^no expected file/u),
      expect.stringMatching(/^expected file without a report/u),
    ]);
  });

  it('holds what XML can hold', async () => {
    const label = 'a\u0000\u001b[31m\u0085<b> & "c" ]]>\r\n\ud800\uffff𠀀';
    const cwd = await reports({ 'a.expected.json': everyRecord({ label, raw: label }) });
    const [failure] = parsed((await run(['validate', 'reports', '--report', 'junit'], { cwd })).out)('//failure');
    expect(failure?.content).toMatch(/<b> & .*"c.*\]\]>.*𠀀/u);
  });

  it('says what was passed over, also where all is well', async () => {
    const cwd = await reports({ 'a.expected.json': everyRecord({ rule: 'other', value: 96.32 }) });
    const { code, out } = await run(['validate', 'reports', '--report', 'junit', '--ignore', 'rule', '--tolerance', '0.1%'], { cwd });
    expect(code).toBe(0);
    const find = parsed(out);
    expect(find('//property').map((e) => e.attributes)).toEqual([
      { name: 'not-compared', value: 'rule' },
      { name: 'tolerance', value: '0.1%' },
    ]);
    expect(find('//testcase[@name="a.txt"]/system-out')[0]?.content).toContain('passed over: value in 1 record, rule in 1 record');
  });
});

/** The commands of a log as the runner of GitHub reads them. */
function annotations(log: string): { command: string; properties: Record<string, string>; message: string }[] {
  const undo = (value: string): string =>
    value.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
  return [...log.matchAll(/^::(\w+) ([^\n]*?)::([^\n]*)$/gmu)].map(([, command = '', list = '', message = '']) => ({
    command,
    properties: Object.fromEntries(list.split(',').map((pair) => [pair.split('=')[0], undo(pair.slice(pair.indexOf('=') + 1))])),
    message: undo(message),
  }));
}

describe('--report github', () => {
  it('puts an error at the line and column of each figure', async () => {
    const cwd = await reports({
      'a.expected.json': everyRecord({ label: 'a, b: 100%\n::error::c' }),
      'sub/b.expected.json': ([first]) => [first],
    });
    const { code, out } = await run(['validate', 'reports', '--report', 'github'], { cwd });
    expect(code).toBe(1);
    const [changed, extra, ...rest] = annotations(out);
    expect(rest).toEqual([]);
    expect(changed).toEqual({
      command: 'error',
      properties: { file: 'reports/a.txt', line: '1', col: '11', title: 'changed 96.31%' },
      message: 'label "a, b: 100%\\n::error::c" → "孕产妇系统管理率"\n全区孕产妇系统管理率【96.31%】。',
    });
    expect(extra?.properties).toMatchObject({ file: 'reports/sub/b.txt', line: '1', title: 'extra 35.2万人次' });
    expect(out.trimEnd().split('\n')).toHaveLength(3);
    expect(out).toMatch(/^2 of 2 reports differ$/mu);
  });

  it('names files from the root of the repository', async () => {
    const cwd = await reports({ 'a.expected.json': () => [] });
    const env = { GITHUB_WORKSPACE: cwd };
    for (const [argv, where] of [
      [['validate', '.'], path.join(cwd, 'reports')],
      [['validate', path.join(cwd, 'reports')], cwd],
    ] as const) {
      const { out } = await run([...argv, '--report', 'github'], { cwd: where, env });
      expect(annotations(out)[0]?.properties.file).toBe('reports/a.txt');
    }
  });

  it('gives no line where the report is no plain text', async () => {
    const html = `<!DOCTYPE html><html><body><p>导航</p><p>${SENTENCE}</p></body></html>`;
    const cwd = await reports({ 'page.expected.json': everyRecord({ unit: '‰' }) }, { 'page.html': html });
    const [error] = annotations((await run(['validate', 'reports', '--report', 'github'], { cwd })).out);
    expect(Object.keys(error?.properties ?? {})).toEqual(['file', 'title']);
    expect(error?.message).toMatch(/\nline \d+ of its text\n/u);
  });

  it('says in a notice what was passed over', async () => {
    const cwd = await reports({ 'a.expected.json': everyRecord({ rule: 'other' }) });
    const { code, out } = await run(['validate', 'reports', '--report', 'github', '--ignore', 'rule,id'], { cwd });
    expect(code).toBe(0);
    expect(annotations(out)).toEqual([
      { command: 'notice', properties: { title: 'healthx validate' }, message: 'not compared: id, rule. Passed over: rule in 1 record' },
    ]);
  });
});

describe('--report markdown', () => {
  it('has totals and a table for each report that differs', async () => {
    const cwd = await reports({ 'a.expected.json': everyRecord({ label: 'a|b <img> `c` *d*', unit: '‰' }) });
    const { out } = await run(['validate', 'reports', '--report', 'markdown'], { cwd });
    expect(out).toMatch(/^### healthx validate: 1 of 2 reports differs$/mu);
    expect(out).toContain('| 2 | 1 | 1 | 0 | 3 |');
    expect(out).toContain('#### reports/a.txt');
    expect(out).toContain('| 1 | 96.31% | changed | label | "a\\|b \\<img\\> \\`c\\` \\*d\\*" | "孕产妇系统管理率" |');
    expect(out).toContain('| 1 | 96.31% | changed | unit | "‰" | "%" |');
  });

  it('stays short however much differs', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`r${i}.txt`, SENTENCE.repeat(40)]));
    const cwd = await reports({}, many);
    for (let i = 0; i < 30; i++) writeFileSync(path.join(cwd, `reports/r${i}.expected.json`), '[]');
    const { out } = await run(['validate', 'reports', '--report', 'markdown'], { cwd });
    expect(Buffer.byteLength(out)).toBeLessThan(200_000);
    expect(out.match(/^#### /gmu)).toHaveLength(20);
    expect(out).toContain('Not all is shown: 40 extra.');
    expect(out).toContain('And 10 more reports.');
  });
});

describe('--report', () => {
  it('can be several at once, one of them on standard output', async () => {
    const cwd = await reports();
    const { out } = await run(['validate', 'reports', '--report', 'markdown=s.md', '--report', 'junit=j.xml', '--report', 'github=-'], {
      cwd,
    });
    expect(out).toBe('2 reports, 3 records: all as expected\n');
    parsed(readFileSync(path.join(cwd, 'j.xml'), 'utf8'));
    expect(readFileSync(path.join(cwd, 's.md'), 'utf8')).toContain('all as expected');
  });

  it.each([
    [['--report', 'xunit'], /there is no report 'xunit'; use junit, github, markdown/u],
    [['--report', 'junit='], /name a file after 'junit='/u],
    [['--report', 'junit', '--report', 'github'], /one report can go to standard output/u],
    [['--report', 'junit=x', '--report', 'markdown=x'], /two reports would be written to x/u],
    [['--report', 'junit=no/such/x.xml'], /cannot write no\/such\/x\.xml: the folder no\/such does not exist/u],
    [['--report', 'junit=reports/a.txt'], /cannot write reports\/a\.txt: it is also an input/u],
    [['--report', 'junit=reports/a.expected.json'], /it is also an input/u],
    [['--report', 'junit', '--update'], /leave out --report/u],
    [['--ignore', 'colour'], /--ignore: there is no field 'colour'; use some of id, file/u],
    [['--ignore', 'start'], /start says which record is meant/u],
    [['--only', 'value', '--ignore', 'rule'], /exclude each other/u],
    [['--tolerance', 'much'], /'much' is neither a share \(0\.5%\) nor an amount/u],
    [['--tolerance', '-1'], /./u],
  ])('%j cannot run', async (argv, expected) => {
    const cwd = await reports();
    const { code, out, err } = await run(['validate', 'reports', ...argv], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(expected);
  });

  it('leaves no file behind when the run cannot be done', async () => {
    const cwd = await reports();
    expect((await run(['validate', 'gone', '--report', 'junit=j.xml'], { cwd })).code).toBe(2);
    expect(existsSync(path.join(cwd, 'j.xml'))).toBe(false);
  });
});

describe('what is passed over', () => {
  it('is named on standard error, with -q too', async () => {
    const cwd = await reports({ 'a.expected.json': everyRecord({ rule: 'other', sentence: 'x' }) });
    const { code, out, err } = await run(['validate', 'reports', '-q', '--ignore', 'rule', '--ignore', 'sentence,id'], { cwd });
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe('healthx: not compared: id, sentence, rule; passed over: sentence in 1 record, rule in 1 record\n');
  });

  it('with --only is all the rest; missing and additional records still count', async () => {
    const cwd = await reports({ 'a.expected.json': everyRecord({ rule: 'other', domain: 'tcm', colour: 'red' }) });
    const only = ['validate', 'reports', '--only', 'value,unit'];
    expect(await run(only, { cwd })).toMatchObject({
      code: 0,
      err: expect.stringMatching(/compared: only value, unit; passed over: domain in 1 record/u),
    });
    writeFileSync(path.join(cwd, 'reports/a.expected.json'), '[]');
    expect((await run(only, { cwd })).code).toBe(1);
  });

  it('can be ids, also of totals', async () => {
    const cwd = await reports({ 'sub/b.expected.json': (records) => records.map((record, i) => ({ ...record, id: `${i}`.repeat(16) })) });
    expect((await run(['validate', 'reports'], { cwd })).code).toBe(1);
    expect((await run(['validate', 'reports', '--ignore', 'id'], { cwd })).code).toBe(0);
  });

  it.each([
    ['0.1%', 96.35, 0],
    ['0.01%', 96.35, 1],
    ['0.04', 96.35, 0],
    ['0.03', 96.35, 1],
    ['.04', 96.35, 0],
    ['100%', '96.31', 1],
    ['100%', null, 1],
  ])('within %s of %j: exit code %i', async (tolerance, value, code) => {
    const cwd = await reports({ 'a.expected.json': everyRecord({ value }) });
    expect((await run(['validate', 'reports', '--tolerance', tolerance], { cwd })).code).toBe(code);
  });

  it('comes from the configuration; flags replace it', async () => {
    const cwd = await reports({ 'a.expected.json': everyRecord({ rule: 'other', value: 96 }) });
    writeFileSync(path.join(cwd, 'healthx.config.json'), '{"validate": {"ignore": ["rule"], "tolerance": "1%"}}');
    const { code, err } = await run(['validate', 'reports'], { cwd });
    expect(code).toBe(0);
    expect(err).toContain('not compared: rule; values may differ by 1%');
    expect((await run(['validate', 'reports', '--tolerance', '0'], { cwd })).code).toBe(1);
    expect((await run(['validate', 'reports', '--ignore', 'unit'], { cwd })).code).toBe(1);
    expect((await run(['validate', 'reports', '--only', 'unit'], { cwd })).code).toBe(0);
  });

  it.each([
    ['{"validate": {"ignored": ["rule"]}}', /unknown "ignored"/u],
    ['{"validate": {"ignore": ["colour"]}}', /validate\.ignore/u],
    ['{"validate": {"ignore": ["rule"], "only": ["value"]}}', /exclude each other/u],
    ['{"validate": {"tolerance": "much"}}', /must be a share/u],
  ])('is checked in the configuration: %s', async (config, expected) => {
    const cwd = await reports();
    writeFileSync(path.join(cwd, 'healthx.config.json'), config);
    const { code, err } = await run(['validate', 'reports'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(expected);
  });
});

describe('reports of other formats', () => {
  const formats = path.join(import.meta.dirname, '..', '..', 'fixtures', 'formats');
  const bytes = (name: string) => readFileSync(path.join(formats, name));

  it('have their expected records beside them, whatever the format', async () => {
    const files = {
      'w.docx': bytes('report.docx'),
      'p.PDF': bytes('report.pdf'),
      'sub/h.html': bytes('report.html'),
      'x.xlsx': bytes('table-source.xlsx'),
    };
    const cwd = await reports({}, { ...files, '~$w.docx': 'a lock of Word' });
    for (const name of ['w', 'p', 'sub/h', 'x']) expect(existsSync(path.join(cwd, `reports/${name}.expected.json`))).toBe(true);
    const pages = JSON.parse(readFileSync(path.join(cwd, 'reports/p.expected.json'), 'utf8')) as Fields[];
    expect(pages[0]).toMatchObject({ file: 'p.PDF', page: 1 });
    expect(await run(['validate', 'reports'], { cwd })).toMatchObject({ code: 0, out: expect.stringMatching(/^6 reports/u) });
  });

  it('that share a name in one folder cannot both be compared', async () => {
    const cwd = folder({ 'reports/a.txt': SENTENCE, 'reports/a.docx': bytes('report.docx'), 'reports/sub/a.txt': SENTENCE });
    const { code, out, err } = await run(['validate', 'reports', '--update'], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/reports: a\.docx and a\.txt would both be compared with a\.expected\.json; rename one/u);
  });
});
