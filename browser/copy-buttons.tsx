import { elementOf } from './to-element'

/** The confirmation shows this long, in milliseconds. */
const CONFIRMATION_TIME = 2000

/** Adds the buttons that copy the number of the article and blocks of code, if the browser can copy: not on plain http. */
export function addCopyButtons(): void {
  if (navigator.clipboard === undefined) return
  for (const tag of document.querySelectorAll<HTMLElement>('[data-copy]')) makeTagButton(tag)
  for (const block of document.querySelectorAll<HTMLElement>('.code-block')) addCodeButton(block)
}

/** Makes a button of a number that stands on the page as text. */
function makeTagButton(tag: HTMLElement): void {
  const text = tag.textContent ?? ''
  const what = tag.dataset.copy ?? ''
  const button = elementOf(
    <button
      type="button"
      title={`Copy ${what}`}
      aria-label={`${text}: copy ${what}`}
      className="kb-number min-h-6 hover:border-edge"
    >
      {text}
    </button>,
  )
  const status = elementOf(<span role="status" className="sr-only" />)
  copyOnPress(button, text, (isCopied) => {
    status.className = isCopied ? 'text-xs text-ink' : 'sr-only'
    status.textContent = isCopied ? 'Copied' : ''
  })
  tag.replaceWith(button, status)
}

function addCodeButton(block: HTMLElement): void {
  const button = elementOf(
    <button
      type="button"
      aria-label="Copy code"
      className="absolute right-2 top-2 min-h-7 rounded-md border border-line bg-raised px-2 text-xs text-muted hover:border-edge hover:text-ink print:hidden"
    >
      Copy
    </button>,
  )
  const status = elementOf(<span role="status" className="sr-only" />)
  const code = block.querySelector('pre')?.textContent ?? ''
  copyOnPress(button, code.replace(/\n$/, ''), (isCopied) => {
    button.textContent = isCopied ? 'Copied' : 'Copy'
    status.textContent = isCopied ? 'Copied' : ''
  })
  block.append(button, status)
}

/** Copies a text at a press, and tells for how long to confirm it. */
function copyOnPress(button: HTMLElement, text: string, show: (isCopied: boolean) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text)
    show(true)
    clearTimeout(timer)
    timer = setTimeout(() => show(false), CONFIRMATION_TIME)
  })
}
