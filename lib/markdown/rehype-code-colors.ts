import type { Root } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import bash from 'highlight.js/lib/languages/bash'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import csharp from 'highlight.js/lib/languages/csharp'
import dos from 'highlight.js/lib/languages/dos'
import fortran from 'highlight.js/lib/languages/fortran'
import ini from 'highlight.js/lib/languages/ini'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import powershell from 'highlight.js/lib/languages/powershell'
import sql from 'highlight.js/lib/languages/sql'
import vbnet from 'highlight.js/lib/languages/vbnet'
import vbscript from 'highlight.js/lib/languages/vbscript'
import x86asm from 'highlight.js/lib/languages/x86asm'
import xml from 'highlight.js/lib/languages/xml'
import rehypeHighlight from 'rehype-highlight'
import { walkElements } from './list-nodes'

const LANGUAGES = {
  bash,
  c,
  cpp,
  csharp,
  dos,
  fortran,
  ini,
  javascript,
  json,
  powershell,
  sql,
  vbnet,
  vbscript,
  x86asm,
  xml,
}
/** Longer code stays plain: the patterns of a language take time, and an article may be all code. */
const MAX_COLORED = 20_000

/** Registering the languages takes longer than an article. */
const color = rehypeHighlight({
  languages: LANGUAGES,
  aliases: { vbnet: ['vb', 'visual-basic'], dos: ['batch'], x86asm: ['asm'] },
  detect: false,
})

/** Colors the code of an article that names its language, by classes only. Other code stays as it is. */
export function rehypeCodeColors() {
  return (tree: Root, file: Parameters<typeof color>[1]): void => {
    let left = MAX_COLORED
    walkElements(tree, (element) => {
      if (element.tagName !== 'code' || element.properties.className === undefined) return
      left -= plainTextOf(element).length
      if (left < 0) element.properties.className = ['no-highlight']
    })
    if (left < MAX_COLORED) color(tree, file)
  }
}
