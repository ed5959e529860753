import { SEARCH_BOX_ID, SUGGESTIONS_ID } from '@/components/search/search-form'
import { formatCount } from '@/components/ui/count-text'
import { fetchSuggestions } from './fetch-suggestions'
import { listOptions, type SuggestionOption } from './suggestion-options'
import { elementOf } from './to-element'

const OPTION =
  'flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-1.5 text-[0.9375rem] leading-snug hover:bg-wash aria-selected:bg-accent-wash md:flex-nowrap'

/** Makes the search box an editable combobox with a list, after the ARIA Authoring Practices; the `/` key focuses it. */
export function startSearchBox(): void {
  const box = document.getElementById(SEARCH_BOX_ID)
  const list = document.getElementById(SUGGESTIONS_ID)
  const status = list?.nextElementSibling
  if (!(box instanceof HTMLInputElement) || !list || !status) return
  focusBySlash(box)
  suggestInto(box, list, status)
}

/** Focuses the box when `/` is pressed. */
export function focusBySlash(box: HTMLInputElement): void {
  document.addEventListener('keydown', (event) => focusBox(event, box))
}

function focusBox(event: KeyboardEvent, box: HTMLInputElement): void {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  event.preventDefault()
  box.focus()
  box.select()
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  )
}

function suggestInto(box: HTMLInputElement, list: HTMLElement, status: Element): void {
  let options: readonly SuggestionOption[] = []
  let active = -1
  let request: AbortController | undefined

  box.role = 'combobox'
  box.setAttribute('aria-autocomplete', 'list')
  box.setAttribute('aria-controls', list.id)
  box.setAttribute('aria-expanded', 'false')
  box.addEventListener('input', suggest)
  box.addEventListener('keydown', handleKey)
  box.addEventListener('blur', close)
  // The field keeps the focus, so that only leaving it closes the list.
  list.addEventListener('mousedown', (event) => event.preventDefault())

  async function suggest() {
    request?.abort()
    const controller = new AbortController()
    request = controller
    const typed = box.value
    const found = await fetchSuggestions(typed, controller.signal)
    if (!controller.signal.aborted) show(listOptions(found, typed))
  }

  function close() {
    request?.abort()
    show([])
  }

  function show(found: readonly SuggestionOption[]) {
    options = found
    list.replaceChildren(...options.map(buildOption))
    list.hidden = options.length === 0
    box.setAttribute('aria-expanded', String(!list.hidden))
    // The last one lists all results.
    status.textContent = list.hidden ? '' : formatCount(options.length - 1, 'suggestion')
    activate(-1)
  }

  function buildOption({ url, line }: SuggestionOption, index: number): HTMLElement {
    const option = elementOf(
      // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option.
      <div id={optionId(index)} role="option" aria-selected={false} className={OPTION}>
        {line}
      </div>,
    )
    option.addEventListener('click', () => location.assign(url))
    return option
  }

  function activate(index: number) {
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = index
    const option = list.children[active]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) box.setAttribute('aria-activedescendant', optionId(active))
    else box.removeAttribute('aria-activedescendant')
  }

  function handleKey(event: KeyboardEvent) {
    if (event.isComposing) return
    // Past either end, the arrows return to the text.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const count = options.length
    const chosen = options[active]
    if (step !== undefined && count > 0) activate(((active + 1 + step + count + 1) % (count + 1)) - 1)
    else if (event.key === 'ArrowDown') void suggest()
    else if (event.key === 'Escape' && count > 0) close()
    else if (event.key === 'Enter' && chosen) location.assign(chosen.url)
    else return
    event.preventDefault()
  }
}

function optionId(index: number): string {
  return `${SUGGESTIONS_ID}-${index}`
}
