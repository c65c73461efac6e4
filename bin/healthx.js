#!/usr/bin/env node
import module from 'node:module';

// keeps what was compiled for the next start, where Node can (22.1)
module.enableCompileCache?.();
await import('../dist/bundle/bin.js');
