import { test as base, type Page } from '@playwright/test'

/**
 * A browser test whose pages must be quiet: no message of an error in the console, no violation of the
 * Content-Security-Policy, no uncaught error, no dialog and no request to another host, whatever else the test is about.
 */
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ context, baseURL }, use) => {
      const noise: string[] = []
      context.on('page', (page) => listen(page, baseURL ?? '', noise))
      await context.addInitScript(tellViolations)
      await use(undefined)
      base.expect(noise).toEqual([])
    },
    { auto: true },
  ],
})

/** Runs in the browser. A script that catches what its violation throws leaves no other trace. */
function tellViolations(): void {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    console.error(`Content-Security-Policy: ${violatedDirective} ${blockedURI} ${sourceFile}`)
  })
}

function listen(page: Page, origin: string, noise: string[]): void {
  page.on('pageerror', (error) => noise.push(`uncaught: ${error.message}`))
  page.on('dialog', (dialog) => {
    noise.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) noise.push(`request to ${request.url()}`)
  })
  page.on('console', (message) => {
    // The browser itself says so of a page that is meant to answer 404.
    const isOwn404 = /status of 404/.test(message.text()) && message.location().url === page.url()
    if ((message.type() === 'error' || message.type() === 'warning') && !isOwn404) noise.push(message.text())
  })
}
