// What moves on a page of a copy of the site: what needs no server.
import { markContents } from '@/browser/contents-mark'
import { addCopyButtons } from '@/browser/copy-buttons'
import { stepThroughLists } from '@/browser/list-keys'
import { datePrints } from '@/browser/print-date'
import { focusBySlash } from '@/browser/search-box'
import { startThemeSwitch } from '@/browser/theme-switch'
import { SEARCH_BOX_ID } from '@/components/search/search-form'

startThemeSwitch()
addCopyButtons()
markContents()
stepThroughLists()
datePrints()
const box = document.getElementById(SEARCH_BOX_ID)
if (box instanceof HTMLInputElement) focusBySlash(box)
