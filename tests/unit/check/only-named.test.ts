import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { openShippedIndex } from '@/tests/support/shipped-index'

const index = await openShippedIndex()
const NEWEST = '8.3.517.0'
const findBuild = async (text: string) =>
  (await judgePaste(index, `${text}\n`)).builds.find(({ build }) => build === NEWEST)

test('a build that is a goal, a requirement, of the past or of a package has no verdict of a computer', async () => {
  for (const text of [
    `Installed version : 8.3.485.1\nFixed version : ${NEWEST}`,
    `ExSetup.exe\n    Remote version : 8.3.485.1\n    Should be      : ${NEWEST}`,
    `Exchange: 8.3.298.3 -> expected ${NEWEST}`,
    `We want to upgrade Exchange 2007 from 8.3.485.1 to ${NEWEST}`,
    `Exchange Server 2007 must be ${NEWEST} or later`,
    `ExSetup.exe was ${NEWEST} and is 8.3.485.1 after the rollback`,
    `Microsoft Exchange Server 2007 SP3 < ${NEWEST} Multiple Vulnerabilities`,
    `Latest Exchange 2007 build: ${NEWEST}`,
    `Target build of Exchange:\n${NEWEST}`,
    `Server;Exchange version;Target version\nEX01;8.3.485.1;${NEWEST}`,
    `EX01: ExSetup.exe 8.3.485.1 => ${NEWEST}`,
    `Exchange 2007 ${NEWEST} is required`,
    `Exchange 2007 ${NEWEST}+`,
    `Ziel für Exchange 2007: ${NEWEST}`,
    `Product: Microsoft Exchange Server - Update 'Update Rollup 23 (KB4011325) ${NEWEST}' could not be installed. Error code 1603.`,
  ]) {
    const found = await findBuild(text)
    assert.equal(found?.isOnlyNamed, true, text)
    assert.deepEqual(
      found.places.map(({ below }) => below?.name),
      ['Update Rollup 23'],
      text,
    )
    const { computers } = await judgePaste(index, text)
    assert.ok(!computers.some(({ builds }) => builds.includes(NEWEST)), text)
  }
})

test('a build that is said to run has its verdict, whatever else is named', async () => {
  for (const text of [
    NEWEST,
    `Exchange version: ${NEWEST}`,
    `EX01  ${NEWEST}`,
    `[PS] C:\\>Get-Command ExSetup | %{$_.FileVersionInfo}\nProductVersion   FileVersion      FileName\n--------------   -----------      --------\n08.03.0517.000   08.03.0517.000   C:\\Bin\\ExSetup.exe`,
    `Fixed version : 8.3.485.1\nInstalled version : ${NEWEST}`,
    `Minimum: 8.2.305.3; Exchange build now ${NEWEST}`,
  ]) {
    const found = await findBuild(text)
    assert.equal(found?.isOnlyNamed, false, text)
    assert.deepEqual(
      found.places.map(({ state }) => state),
      ['latest'],
      text,
    )
  }
})
