/** What a reader asks for: how to do something, or what is wrong. */
export type QuestionKind = 'task' | 'trouble'

const ASKS_HOW =
  /^(?:how (?:to|do|does|can|could|should|would|i can|we can)|howto|where (?:do|can|is)|steps to)(?=\s|$)/i
/** Verbs that begin a title such as "How to Add ..."; not `stop`, which begins the code of a crash. */
const TASK_VERBS =
  `add allow assign build change check configure connect convert copy create delete determine disable display enable export find format
  get have hide import include install keep leave let list load make map migrate mix move open pass play prevent print put read receive
  remove rename repair replace reset resize restore run save schedule send set setting share show sort start step store turn uninstall undo
  update upgrade use using view wipe write`
    .trim()
    .split(/\s+/)
const TASK = new RegExp(`^(?:${TASK_VERBS.join('|')})(?=\\s)`, 'i')
/** What nobody says of a thing that works. */
const TROUBLE =
  /(?<![\w-])(?:fail(?:s|ed|ure|ing)?|errors?|crash(?:es|ed|ing)?|hangs?|hung|freez(?:es?|ing)|froze|won['’]?t|can['’]?t|cannot|(?:does|do|did|is|are|was)n['’]?t|not|never|wrong|stops|stopped|forgets?|missing|lost|loses|disappear(?:s|ed)?|gets?|keeps|instead|slow(?:ly)?|too|broken|corrupt(?:ed)?|refuses?)(?![\w-])/i

/** Tells what the words of a query ask for, in the order in which they were typed; `undefined` for names and mere words. */
export function questionKindOf(words: readonly string[]): QuestionKind | undefined {
  const text = words.join(' ')
  if (ASKS_HOW.test(text)) return 'task'
  if (words.length < MIN_WORDS) return undefined
  if (TASK.test(text)) return 'task'
  return TROUBLE.test(text) ? 'trouble' : undefined
}

/** Fewer words name a thing. */
const MIN_WORDS = 3
