// The sections of the benchmark, in the order in which they run.
import { measureCompare } from './compare.mjs';
import { measureGrowth, measureLength } from './growth.mjs';
import { measureStages } from './stages.mjs';
import { measureStart } from './start.mjs';
import { measureWorkers } from './workers.mjs';

/** @typedef {{ large: boolean, huge: boolean }} Options */
/** @type {Record<string, { title: string, measure: (options: Options) => void | Promise<void> }>} */
export const SECTIONS = {
  start: { title: 'a whole process for one report of 10 KB, beside node -e 0', measure: measureStart },
  stages: { title: 'one thread, warm, by stage', measure: measureStages },
  compare: { title: 'one thread, warm, beside the bare floor and @microsoft/recognizers-text-suite', measure: measureCompare },
  growth: { title: 'many reports: time and memory as they become more', measure: measureGrowth },
  length: { title: 'one report: time as it becomes longer', measure: measureLength },
  workers: { title: 'extract --jobs N', measure: measureWorkers },
};
