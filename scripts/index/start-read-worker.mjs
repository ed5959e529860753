import { register } from 'tsx/esm/api'

// A worker thread of Node 20 does not inherit the loader of tsx, so this plain module registers it and goes on in
// TypeScript.
register()
await import('./read-worker.ts')
