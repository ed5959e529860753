import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { findFaultsOnScreens } from '@/tests/support/find-violations'
import { test } from '@/tests/support/quiet-test'

const pasteOf = (name: string) => readFileSync(`tests/fixtures/check/${name}/input.txt`, 'utf8')

async function check(page: Page, text: string) {
  await page.goto('/check')
  await page.getByLabel('Server output').fill(text)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page).toHaveURL('/check#verdict')
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an administrator pastes the updates of her Exchange servers and follows the verdict to the latest rollup', async ({
      page,
    }) => {
      await page.goto('/')
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Check', exact: true }).click()
      await check(page, pasteOf('get-hotfix-two-servers'))

      const old = page.getByRole('region', { name: 'EX01', exact: true })
      await expect(old).toContainText('EX01: Exchange Server 2007 RTM with Update Rollup 5')
      await expect(old).toContainText('Install instead: RTM Update Rollup 7 (KB953469), July 8, 2008.')
      await expect(old).toContainText('Install only Update Rollup 7; it includes the update in between.')
      const last = page.getByRole('region', { name: 'EX02', exact: true })
      await expect(last).toContainText('Last rollup for RTM')
      await expect(last).toContainText('Newer for Exchange Server 2007: SP3 Update Rollup 23 (KB4011325)')
      await expect(last).not.toContainText('✓')
      await expect(page.getByText('1 update is not in this collection, so it could not be checked.')).toBeVisible()

      await old.getByRole('link', { name: 'RTM Update Rollup 7 (KB953469)' }).click()
      await expect(page).toHaveURL('/kb/953469')
      await expect(page.getByRole('region', { name: 'Supersedence' })).toContainText('Last rollup for RTM')
    })

    test('an administrator pastes the builds of her Exchange servers and learns what is newer in each line', async ({
      page,
    }) => {
      await check(page, pasteOf('exchange-servers-list'))
      const server = page.getByRole('region', { name: 'EX01', exact: true })
      await expect(server).toContainText('EX01: Exchange Server 2007 RTM (8.0.685.24 reported)')
      await expect(server).toContainText('Rollup not known. Newest for RTM: Update Rollup 7 (KB953469).')
      await expect(page.getByRole('region', { name: 'Questions' })).toContainText('Add the version of ExSetup.exe')
      await expect(page.getByRole('heading', { name: 'Builds' })).toHaveCount(0)
      await page.getByRole('region', { name: 'EX03' }).getByRole('link', { name: 'Update Rollup 23' }).click()
      await expect(page).toHaveURL('/kb/4011325')
    })

    for (const event of ['event-older-viewer', 'event-newer-viewer', 'event-xml', 'event-rewrapped', 'seed-events']) {
      test(`an administrator pastes an event (${event}) and opens its article`, async ({ page }) => {
        await check(page, pasteOf(event))
        await expect(page.getByRole('list', { name: 'Codes and events found' })).toContainText('source MsiInstaller')
        const first = page.getByRole('main').getByRole('list').getByRole('heading', { level: 3 }).first()
        await expect(first).toHaveText('Description of Update Rollup 4 for Exchange Server 2007')
        await first.getByRole('link').click()
        await expect(page).toHaveURL('/kb/940006')
      })
    }
  })
}

test('one server with 8.1 and KB981407 has one amber card, which leads to SP3 Update Rollup 23', async ({ page }) => {
  await check(
    page,
    'Name : EX01\nAdminDisplayVersion : Version 8.1 (Build 240.6)\n\nHost Name: EX01\nHotfix(s): 1 Hotfix(s) Installed.\n  [01]: KB981407\n',
  )
  const section = page.getByRole('region', { name: 'Verdict', exact: true })
  await expect(section.getByRole('region')).toHaveCount(1)
  const card = section.getByRole('region', { name: 'EX01' })
  await expect(card).toHaveText(
    'EX01: Exchange Server 2007 SP1 with Update Rollup 10 (8.1.240.6 reported, KB981407 installed)' +
      'Last rollup for SP1' +
      'Newer for Exchange Server 2007: SP3 Update Rollup 23 (KB4011325), March 21, 2017. It needs SP3 first.',
  )
  await expect(card).toHaveClass(/border-amber-line/)
  await expect(page.getByRole('main')).not.toContainText('✓')
  // The server has its place on the map of the product.
  const map = page.getByRole('img', { name: 'Map of Exchange Server 2007' })
  await expect(map).toContainText('You are here: Rollup 10')
  await card.getByRole('link', { name: 'SP3 Update Rollup 23 (KB4011325)' }).click()
  await expect(page).toHaveURL('/kb/4011325')
})

test('two servers without names have two cards', async ({ page }) => {
  const list = (number: string) => `Hotfix(s): 1 Hotfix(s) Installed.\n  [01]: ${number}\n`
  await check(page, `${list('KB940006')}\n${list('KB4011325')}`)
  const cards = page.getByRole('region', { name: '2 computers' }).getByRole('region')
  await expect(cards).toHaveCount(2)
  await expect(cards.first()).toContainText('Install instead: RTM Update Rollup 7 (KB953469)')
  await expect(cards.last()).toContainText('✓ No newer update is known for Exchange Server 2007.')
})

test('the lines of the best match stand beside those of the paste, below each other on a phone', async ({ page }) => {
  await check(page, pasteOf('event-older-viewer'))
  const [own, theirs] = [
    page.getByRole('region', { name: 'Your text' }),
    page.getByRole('region', { name: 'KB940006' }),
  ]
  await expect(own.locator('mark').first()).toContainText(/\w/)
  const boxes = async () => Promise.all([own, theirs].map(async (side) => (await side.boundingBox()) ?? { x: 0, y: 0 }))
  const [left, right] = await boxes()
  expect(left?.y).toBe(right?.y)
  expect(right?.x).toBeGreaterThan(left?.x ?? 0)
  await page.setViewportSize({ width: 390, height: 800 })
  const [upper, lower] = await boxes()
  expect(lower?.x).toBe(upper?.x)
  expect(lower?.y).toBeGreaterThan(upper?.y ?? 0)
})

test('of more than 100 servers the page says how many have no verdict', async ({ page }) => {
  const lists = Array.from({ length: 103 }, (_, index) => `EX${100 + index} KB4011325`)
  await check(page, lists.join('\n'))
  await expect(page.getByRole('region', { name: 'Incomplete input' })).toHaveText(
    'Only the first 100 servers have a verdict. The text has 103 servers. Of the other 3, the updates are listed without a verdict. Check them in a second text.',
  )
})

test('evidence that does not agree, and a list for several service packs, are never green', async ({ page }) => {
  await check(page, pasteOf('computers-contradiction'))
  await expect(page.getByRole('region', { name: 'EXCON' })).toContainText('The evidence does not agree')
  await expect(page.getByRole('main')).not.toContainText('✓')
  await check(page, pasteOf('computers-several-lines'))
  await expect(page.getByRole('region', { name: 'Questions' })).toContainText('Which service pack does')
  await expect(page.getByRole('main')).not.toContainText('✓')
})

test('the page says what a tool cut off', async ({ page }) => {
  await check(page, pasteOf('systeminfo-cut-off'))
  await expect(page.getByRole('region', { name: 'Incomplete input' })).toHaveText(
    'This list is truncated. The systeminfo output of EX07 reports 253 installed updates but lists only 6. The other 247 could not be checked.',
  )
})

test('verdicts break no rule of WCAG 2.2 AA', async ({ page }) => {
  for (const name of [
    'systeminfo-cut-off',
    'seed-events',
    'exchange-servers-list',
    'computers-several-lines',
    'another-language',
  ]) {
    await check(page, pasteOf(name))
    expect(await findFaultsOnScreens(page), name).toEqual([])
  }
})

/** Texts that no tool made. Each has a page that says what was recognized, and none runs anything. */
const ODD_TEXTS: Readonly<Record<string, { text: string; says: string | RegExp }>> = {
  'a script': { text: pasteOf('script-and-markup'), says: 'An HTML page or email' },
  'bytes of a picture': {
    text: '\u0089PNG\r\n\u001a\n\u0002\u0003IHDR\u0001\u0002\u0000\u0001\u0002\u0003\u0004\ufffd\ufffd',
    says: 'Binary data',
  },
  'another language': { text: pasteOf('another-language'), says: 'No match.' },
  'only numbers': { text: '1\n22\n333\n4444\n55555\n'.repeat(50), says: 'No match.' },
  'right-to-left marks and halves of characters': { text: '\u202e\u200f شيء KB940006 \ud83d', says: 'KB940006' },
  'one line of a megabyte': { text: 'x'.repeat(1_000_000), says: 'Only the first 64 KB were checked.' },
  blanks: { text: ' \n \t ', says: 'Nothing was pasted.' },
}

for (const [what, { text, says }] of Object.entries(ODD_TEXTS)) {
  test(`${what}: a normal page says what was recognized`, async ({ page }) => {
    await check(page, text)
    await expect(page.getByRole('main')).toContainText(says)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check a server')
  })
}

test('a body of ten megabytes is refused with a page, and by the API with an error', async ({ request }) => {
  const data = 'text='.padEnd(10_000_000, 'x')
  const page = await request.post('/check', { data, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  expect(page.status()).toBe(413)
  expect(await page.text()).toContain('<h1>Text too large</h1>')
  const answer = await request.post('/api/v1/check', { data, headers: { 'content-type': 'text/plain' } })
  expect(answer.status()).toBe(413)
  expect((await answer.json()).error).toMatchObject({ status: 413, message: expect.stringMatching(/^.+\. .+\.$/) })
})

test('the API gives the verdict of the page', async ({ request }) => {
  const post = (data: string) => request.post('/api/v1/check', { data, headers: { 'content-type': 'text/plain' } })
  const response = await post(pasteOf('seed-events'))
  expect(response.headers()['cache-control']).toBe('no-store')
  const { updates, signatures, articles } = await response.json()
  expect(updates).toMatchObject([{ number: 940006, state: 'superseded', supersededBy: 941421, latest: 953469 }])
  const ids = signatures.map(({ id }: { id: string }) => id)
  expect(ids).toEqual(expect.arrayContaining(['event-11306-msiinstaller', 'event-1023-msiinstaller', '0x80070643']))
  expect(articles[0]).toMatchObject({ number: 940006, why: expect.stringContaining('Event ID 11306') })

  for (const [answer, status] of [
    [await post(' \n'), 400],
    [await request.get('/api/v1/check'), 405],
  ] as const) {
    expect(answer.status()).toBe(status)
    expect(await answer.json()).toEqual({ error: { status, message: expect.stringMatching(/^.+\. .+\.$/) } })
  }
})

test('a form in any encoding is read, and none is taken for a call of the server', async ({ request }) => {
  const text = 'KB940006'
  const forms: Parameters<typeof request.post>[1][] = [
    { form: { text } },
    { multipart: { text } },
    {
      multipart: {
        text: { name: 'updates.txt', mimeType: 'text/plain', buffer: Buffer.from(`\ufeff${text}`, 'utf16le') },
      },
    },
    { data: text, headers: { 'content-type': 'text/plain' } },
    { form: { text }, headers: { 'next-action': '7f'.repeat(21) } },
  ]
  for (const options of forms) {
    const response = await request.post('/check', options)
    expect(response.status(), JSON.stringify(options)).toBe(200)
    expect(await response.text()).toContain('Update Rollup 7')
  }
})
