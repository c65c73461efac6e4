// healthx audit on the command line.
import { describe, expect, it } from 'vitest';
import { folder, run } from './run.js';

const WRONG = '安吉县2021年工作总结\n全县卫生技术人员812人，其中男300人、女502人。\n受理投诉举报36件，办结35件，办结率97.2%。\n';
const RIGHT = '长兴县2021年工作总结\n受理投诉举报36件，办结35件，办结率97.2%。\n';

describe('healthx audit', () => {
  it('shows what does not agree, with its quote', async () => {
    const cwd = folder({ 'a.txt': WRONG, 'b.txt': RIGHT });
    const { code, out, err } = await run(['audit', 'a.txt', 'b.txt'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('✗ inconsistent parts-total');
    expect(out).toContain('a.txt:2:9, 2:17, 2:23');
    expect(out).not.toContain('rate-counts');
    expect(err).toBe('2 files, 9 records, 3 findings of 2 checks: 2 consistent, 0 rounding, 1 inconsistent, 0 not-checkable\n');
  });

  it('shows what agrees with --all, in Chinese with --lang zh', async () => {
    const { out, err } = await run(['audit', 'a.txt', '--all', '--lang', 'zh'], { cwd: folder({ 'a.txt': WRONG }) });
    expect(out).toContain('✓ 一致 比率与计数');
    expect(out).toContain('✗ 不一致');
    expect(err).toContain('一致 1');
  });

  it('exits 1 with --strict where figures contradict each other, and only there', async () => {
    const cwd = folder({ 'a.txt': WRONG, 'b.txt': RIGHT });
    expect((await run(['audit', 'a.txt', '--strict'], { cwd })).code).toBe(1);
    expect((await run(['audit', 'b.txt', '--strict'], { cwd })).code).toBe(0);
  });

  it('writes JSON and CSV', async () => {
    const cwd = folder({ 'a.txt': WRONG });
    const json = JSON.parse((await run(['audit', 'a.txt', '-f', 'json', '--all'], { cwd })).out);
    expect(json.map((finding: { check: string }) => finding.check)).toEqual(['parts-total', 'rate-counts']);
    const csv = (await run(['audit', 'a.txt', '-f', 'csv'], { cwd })).out;
    expect(csv.split('\n')[0]).toBe(
      'check,verdict,finding,stated,computed,tolerance,unit,figure,where,quote,other figures,their quotes,id',
    );
    expect(csv).toContain('parts-total,inconsistent');
  });

  it('goes on behind an input that cannot be read', async () => {
    const { code, out, err } = await run(['audit', 'a.txt', 'none.txt'], { cwd: folder({ 'a.txt': WRONG }) });
    expect(code).toBe(1);
    expect(out).toContain('parts-total');
    expect(err).toContain('none.txt');
  });
});
