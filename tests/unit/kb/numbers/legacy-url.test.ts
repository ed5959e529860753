import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseArticleAddress } from '@/lib/kb/numbers/article-address'
import { parseLegacyPath, parseLegacyUrl } from '@/lib/kb/numbers/legacy-url'

/** Gives each address with the article that it names; an empty one names none. */
function byArticle(addresses: Readonly<Record<string, string>>): readonly [string, number | undefined][] {
  const rows = Object.entries(addresses).flatMap(([article, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((address): [string, number | undefined] => [address, Number(article) || undefined]),
  )
  return [...rows, ['', undefined]]
}

/** Paths and queries of addresses on the support site. */
const PATHS = byArticle({
  940006: `
    /kb/940006 /kb/940006/ /kb/940006/// /KB/940006 /kb/kb940006 /kb/KB940006/ /kb/00940006 /kb/940006/en-us
    /kb/940006/en-us/ /kb/940006/EN-US /kb/940006/de /kb/940006/zh-hans /en-us/kb/940006 /EN-US/KB/940006/
    /kb/en-us/940006 /kb/940006.md /kb/kb940006.md /kb/940006.aspx /kb/%39%34%30006 /help/940006 /help/940006/
    /help/940006/description-of-update-rollup-4 /help/kb940006 /en-us/help/940006
    /en-us/help/940006/description-of-update-rollup-4
    /en-us/topic/description-of-update-rollup-4-kb940006-44c66ad6-f185-4a1d-a9ab-473c1188954c /topic/kb940006
    /default.aspx?scid=kb;en-us;940006 /Default.ASPX?scid=KB;940006;en-us /default.aspx?scid=kb%3Ben-us%3B940006
    /default.aspx?scid=kb;en-us;940006&sd=tech /default.aspx?sd=tech&scid=kb;en-us;940006
    /default.aspx?scid=fh;EN-US;CNTACTMS&kbid=940006 /default.asp?scid=kb;en-us;940006 /?scid=kb;de;940006
    /?kbid=940006 /?id=940006 /default.aspx?kbid=940006 /default.aspx?product=exchange&kbid=940006 /kb/?kbid=940006
    /support/misc/kblookup.asp?ID=940006
  `,
  156091: `
    /kb/Q156091 /kb/q0156091 /kb/156/q156091 /support/kb/articles/Q156/0/91.asp /support/kb/articles/q156/0/91.asp
    /SUPPORT/KB/ARTICLES/Q156/0/91.ASP /kb/articles/Q156/0/91.asp /support/kb/articles/Q156091.asp
    /support/kb/articles/q156091.htm /intlkb/germany/Q156091.asp /intlkb/germany/156091
    /intlkb/germany/articles/Q156/0/91.asp /default.aspx?scid=kb;EN-US;q156091 /default.aspx?SCID=KB;EN-US;Q156091
    /?KBID=Q156091 /support/misc/kblookup.asp?id=Q156091
  `,
  824684: '/kb/824684/LN/ /default.aspx?scid=kb;[LN];824684',
  156715: '/kb/156/Q156715/',
  4592438: '/en-us/topic/december-8-2020-kb4592438-os-builds-19041-685-44c66ad6-f185-4a1d-a9ab-473c1188954c',
  82123: '/support/kb/articles/Q82/1/23.asp',
  141446: '/KB/Q141/4/46.TXT /bussys/winnt/kb/Q141/4/46.TXT',
  none: `
    /default.aspx?scid=fh;EN-US;CNTACTMS /default.aspx?scid=fh;en-us;940006 /default.aspx?scid=kb;en-us;kbinfo
    /default.aspx?scid=kb;en-us; /default.aspx?scid= /default.aspx /default.aspx?id=940006 / /?pr=kbinfo /?kbid=
    /?kbid=99999999 /?kbid=0 /contactus/?ws=support /contactus/?kbid=940006 /fwlink/?LinkId=940006
    /fwlink/events.asp /downloads/release.asp?ReleaseID=37298 /downloads/details.aspx?FamilyID=940006&kbid=940006
    /download/support/mslfiles/Q156091.EXE /ntserver/nts/downloads/critical/q300972/default.asp
    /japan/support/kb/articles/J012/3/45.htm /support/default.asp /kb /kb/ /kb/0 /kb/abc /kb/10000000
    /kb/940006/missing-page /kb/940006/en-us/print /kb/940006/../../etc/passwd /kb/%E0%A4%A /kb/940006%00
    /xkb/940006 /topic/akb940006
  `,
})

for (const [address, expected] of PATHS) {
  test(`the path ${address} names ${expected ?? 'no article'}`, () => {
    const [path = '', query] = address.split('?')
    assert.equal(parseLegacyPath(path, new URLSearchParams(query)), expected)
  })
}

const URLS = byArticle({
  940006: `
    http://support.microsoft.com/kb/940006 https://support.microsoft.com/kb/940006
    HTTP://SUPPORT.MICROSOFT.COM/KB/940006 support.microsoft.com/kb/940006 www.support.microsoft.com/kb/940006
    http://www.microsoft.com/kb/940006 http://microsoft.com/kb/940006 http://support.microsoft.com:80/kb/940006
    http://user:word@support.microsoft.com/kb/940006 http://support.microsoft.com/kb/940006#top
    http://support.microsoft.com/kb/940006?wa=wsignin1.0 http://support.microsoft.com/?kbid=940006
    http://support.microsoft.com?kbid=940006 http://support.microsoft.com/default.aspx?scid=kb;en-us;940006
    http://mskb.pkisolutions.com/kb/940006
  `,
  141446: 'ftp://ftp.microsoft.com/bussys/KB/Q141/4/46.TXT',
  none: `
    http://support.microsoft.com/default.aspx?scid=fh;EN-US;CNTACTMS http://support.microsoft.com/
    http://go.microsoft.com/fwlink/?LinkId=940006 http://go.microsoft.com/fwlink/events.asp
    http://www.microsoft.com/downloads/release.asp?ReleaseID=37298
    http://support.microsoft.com.evil.example/kb/940006 http://evil.example/support.microsoft.com/kb/940006
    http://support.microsoft.com@evil.example/kb/940006 http://evil-support.microsoft.com/kb/940006
    javascript://support.microsoft.com/kb/940006 http:// http://[
  `,
})

for (const [address, expected] of URLS) {
  test(`the address ${address} names ${expected ?? 'no article'}`, () => {
    assert.equal(parseLegacyUrl(address), expected)
  })
}

const PASTED: readonly [string, number | undefined][] = [
  [' 940006 ', 940006],
  ['KB 940006', 940006],
  ['ＫＢ９４０００６', 940006],
  ['  http://support.microsoft.com/kb/940006/en-us \n', 940006],
  ['Support.Microsoft.Com/KB/940006/', 940006],
  ['/kb/940006', 940006],
  ['/default.aspx?scid=kb;en-us;940006', 940006],
  ['/support/kb/articles/Q156/0/91.asp', 156091],
  ['kb/940006', 940006],
  ['KB/Q141/4/46.TXT', 141446],
  ['http://localhost:3000/kb/940006', 940006],
  ['localhost:3000/kb/940006', 940006],
  ['https://kb.example/KB/Q156091/', 156091],
  ['kb.example/kb/940006#section-cause', 940006],
  ['http://192.0.2.1:8080/kb/940006.md', 940006],
  ['http://[2001:db8::1]/kb/940006', 940006],

  ['http://kb.example/?kbid=940006', undefined],
  ['http://kb.example/products/940006', undefined],
  ['see http://support.microsoft.com/kb/940006', undefined],
  ['http://support.microsoft.com/kb/940006 and more', undefined],
  ['update rollup 4', undefined],
  ['8.0.744.0', undefined],
  ['services.exe', undefined],
  ['and/or', undefined],
  ['?', undefined],
  ['/', undefined],
  ['//', undefined],
  ['//[', undefined],
  ['.', undefined],
  ['', undefined],
]

for (const [text, expected] of PASTED) {
  test(`a reader who pastes ${JSON.stringify(text)} means ${expected ?? 'no article'}`, () => {
    assert.equal(parseArticleAddress(text), expected)
  })
}

test('long and malicious input names no article and takes no time', () => {
  const count = 200_000
  for (const text of [
    `/kb/${'0'.repeat(count)}1x`,
    `/kb/940006${'/'.repeat(count)}x`,
    `/a${'/'.repeat(count)}x`,
    `/topic/${'kb0'.repeat(count)}`,
    `/topic/${'-kb1-'.repeat(count)}/`,
    `/support/kb/articles/${'q1/'.repeat(count)}`,
    `/default.aspx?${'scid=kb;;;&'.repeat(count)}`,
    `http://support.microsoft.com/${'%'.repeat(count)}`,
    `http://${'a.'.repeat(count)}/kb/1x`,
    `kb/${'q1/'.repeat(count)}`,
    '\u0000'.repeat(count),
    '%'.repeat(count),
  ]) {
    assert.equal(parseArticleAddress(text), undefined)
    assert.equal(parseLegacyUrl(text), undefined)
    assert.equal(parseLegacyPath(text, new URLSearchParams()), undefined)
  }
})
