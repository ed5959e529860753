// What moves on a page. Everything works without it: each part improves an element that the server has made.
import { setNumberPrefix } from '@/lib/kb/numbers/number-prefix'
import { reloadOnChange } from './content-reload'
import { markContents } from './contents-mark'
import { addCopyButtons } from './copy-buttons'
import { previewLinks } from './link-preview'
import { stepThroughLists } from './list-keys'
import { stepThroughMatches } from './match-stepper'
import { datePrints } from './print-date'
import { startSearchBox } from './search-box'
import { startThemeSwitch } from './theme-switch'

setNumberPrefix(document.documentElement.dataset.numberPrefix)
startThemeSwitch()
addCopyButtons()
markContents()
stepThroughMatches()
stepThroughLists()
previewLinks()
datePrints()
// The bundler knows the answer, which keeps the reload out of readers' pages.
if (process.env.NODE_ENV === 'development') reloadOnChange()
// Last, so that a search box that is a combobox says that everything on the page listens.
startSearchBox()
