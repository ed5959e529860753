import { startFollowing } from '../setup/follow-content.mjs'
import { indexContent } from '../setup/index-content.mjs'
import { installDependencies } from '../setup/install-dependencies.mjs'
import { requireArticles } from '../setup/require-articles.mjs'
import { requireFreePort } from '../setup/require-free-port.mjs'
import { runServer } from '../setup/run-server.mjs'
import { runCommand } from '../shared/command-error.mjs'
import { parseServerOptions } from '../shared/options.mjs'

const HELP = `npm run dev -- [options]

Serves the articles and reloads open pages when code or articles change.
The options are those of npm start: --content DIR, --port N, --host [HOST].`

await runCommand(async () => {
  const options = parseServerOptions(process.argv.slice(2), process.env)
  if (options.help) return console.log(HELP)
  await requireArticles(options.contentDir)
  await requireFreePort(options.port, options.host)
  await installDependencies()
  await indexContent(options)
  const stopFollowing = startFollowing(options)
  try {
    await runServer('dev', options, (url) => {
      console.log(`\nKB Viewer serves ${options.contentDir}\n  ${url}\n\nPages reload on change. Press Ctrl+C to stop.`)
    })
  } finally {
    await stopFollowing()
  }
})
