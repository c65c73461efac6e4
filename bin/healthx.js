#!/usr/bin/env node
import { load } from '../dist/cli/compiled.js';

await load('bin.cjs').done;
// Everything is written: no need to wait for what V8 would still compile in the background. (Accessing a stream that was not used would open it.)
if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit();
