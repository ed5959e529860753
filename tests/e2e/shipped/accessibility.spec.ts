import { expect } from '@playwright/test'
import { findFaultsOnScreens } from '@/tests/support/find-violations'
import { test } from '@/tests/support/quiet-test'

const PATHS = [
  ...'/products/exchange-server-2007 /products/exchange-server-2007?q=outlook&kind=problem'.split(' '),
  ...'/ /kb/940006 /kb/940006?q=outlook /kb/946138 /kb/999999 /search?q=outlook /products /updates'.split(' '),
  ...'/updates/exchange-server-2007-sp3-update-rollups /updates/compare?from=935999&to=953469 /releases'.split(' '),
  ...'/releases/exchange-server-2007-service-pack-1 /signatures/0x80070643 /wanted /atlas /atlas/930000'.split(' '),
]

for (const path of PATHS) {
  test(`${path} keeps to WCAG 2.2 AA and to the width of the screen`, async ({ page }) => {
    await page.goto(path)
    expect(await findFaultsOnScreens(page)).toEqual([])
  })
}
