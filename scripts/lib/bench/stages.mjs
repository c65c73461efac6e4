// Where the time goes: a sampled profile of the extraction, each sample counted for the stage in whose code it was taken or that called it.
import { Session } from 'node:inspector/promises';
import { bytesOf, cpuTime, extractor, row, texts } from './measure.mjs';

const WARM = 2e6;
const MEASURED = 3e6;

/** The stages by the files of their entry functions; the innermost on the stack wins. */
const STAGES = /** @type {const} */ ([
  ['fold', /\/text\/fold\.js$/u],
  ['lines, outline', /\/segment\/(?:lines|sections)\.js$/u],
  ['tears', /\/segment\/(?:stray-spaces|soft-breaks)\.js$|\/text\/mended\.js$/u],
  ['tables', /\/table\//u],
  ['sentences', /\/segment\/sentences\.js$/u],
  ['words', /\/segment\/(?:words|jieba)\.js$/u],
  ['scan', /\/match\//u],
  ['bind', /\/bind\//u],
  ['tag: time', /\/tag\/(?:time|time-expressions|report-time)\.js$/u],
  ['tag: place', /\/tag\/(?:place|divisions|scope)\.js$/u],
  ['tag: domain', /\/tag\/domain\.js$/u],
  ['tag: kind', /\/tag\/kind\.js$/u],
  ['resolve', /\/resolve\//u],
  ['records', /\/pipeline\.js$/u],
]);

export async function measureStages() {
  const extract = await extractor();
  for (const text of texts(WARM, 2)) extract(text);
  const list = [...texts(MEASURED)];
  let records = 0;
  const ms = cpuTime(() => {
    for (const text of list) records += extract(text).length;
  });
  // other texts than those just read, whose phrases are remembered
  const others = [...texts(MEASURED, 3)];
  const profile = await profileOf(() => {
    for (const text of others) extract(text);
  });
  const megabytes = bytesOf(list) / 1e6;
  const shares = sharesOf(profile);
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  row('stage', 'share', 'MB/s alone');
  for (const [stage, share] of [...shares].sort((a, b) => b[1] - a[1]))
    row(stage, `${((100 * share) / total).toFixed(1)}%`, ((megabytes / ms) * 1000 * (total / share)).toFixed(2));
  row('whole', '100%', ((megabytes / ms) * 1000).toFixed(2));
  row('records', `${((records / ms) * 1000).toFixed(0)}/s`, `${(records / megabytes / 1000).toFixed(1)}/KB`);
}

async function profileOf(/** @type {() => void} */ work) {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return profile;
}

/** @param {import('node:inspector').Profiler.Profile} profile */
function sharesOf(profile) {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  /** @type {Map<string, number>} */
  const shares = new Map();
  const visit = (/** @type {number} */ id, /** @type {string | undefined} */ above) => {
    const node = nodes.get(id);
    if (!node) return;
    const { url, functionName } = node.callFrame;
    const own = functionName === '(garbage collector)' ? 'garbage collection' : STAGES.find(([, file]) => file.test(url))?.[0];
    const stage = own ?? above;
    if (stage !== undefined) shares.set(stage, (shares.get(stage) ?? 0) + (node.hitCount ?? 0));
    for (const child of node.children ?? []) visit(child, stage);
  };
  if (profile.nodes[0]) visit(profile.nodes[0].id, undefined);
  return shares;
}
