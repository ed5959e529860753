// Plain Node without packages: in a fresh clone this file runs before anything is installed.
import { buildPages } from '../setup/build-pages.mjs'
import { startFollowing } from '../setup/follow-content.mjs'
import { indexContent } from '../setup/index-content.mjs'
import { installDependencies } from '../setup/install-dependencies.mjs'
import { requireArticles } from '../setup/require-articles.mjs'
import { requireFreePort } from '../setup/require-free-port.mjs'
import { runServer } from '../setup/run-server.mjs'
import { runCommand } from '../shared/command-error.mjs'
import { parseServerOptions } from '../shared/options.mjs'

const HELP = `npm start -- [options]

Installs what is missing, builds what is stale, indexes the articles and serves them. Changes of the articles appear at once.

  --content DIR   the folder of articles; default content/ (environment: KB_CONTENT)
  --port N        default 3000 (environment: PORT)
  --host [HOST]   the address to listen on; default 127.0.0.1, which only this computer can reach;
                  without a value all interfaces (0.0.0.0)
  --help          show this help

The environment variable KB_INDEX sets the index file; by default each content folder has its own below .cache/. KB_WATCH says
how changes of the articles are noticed: on (default), poll for a network drive, off.`

await runCommand(async () => {
  const options = parseServerOptions(process.argv.slice(2), process.env)
  if (options.help) return console.log(HELP)
  await requireArticles(options.contentDir)
  await requireFreePort(options.port, options.host)
  await installDependencies()
  // Before the pages, which take minutes to build: articles that cannot be served are told at once.
  await indexContent(options)
  await buildPages()
  let stopFollowing = async () => {}
  try {
    await runServer('start', options, (url) => {
      console.log(`\nKB Viewer serves ${options.contentDir}\n  ${url}\n\nPress Ctrl+C to stop.`)
      // Readers come first; what has changed since the articles were indexed is noticed all the same.
      stopFollowing = startFollowing(options)
    })
  } finally {
    await stopFollowing()
  }
})
