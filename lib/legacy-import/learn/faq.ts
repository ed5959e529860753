import { parse } from 'yaml'
import { isObject } from './docfx'
import { type Fields, fieldsOf } from './fields'

/** A page of questions, which is kept as YAML, as front matter and Markdown. */
export function readFaq(text: string): { readonly fields: Fields; readonly body: string } | undefined {
  if (!isFaq(text)) return undefined
  const page = parseYaml(text)
  if (!isObject(page)) return undefined
  const blocks = [`# ${oneLine(page.title)}`, textIn(page.summary)]
  for (const section of listOf(page.sections)) {
    const name = oneLine(section.name)
    const isNamed = name !== '' && !/^ignored?$/i.test(name)
    if (isNamed) blocks.push(`## ${name}`)
    for (const { question, answer } of listOf(section.questions)) {
      blocks.push(`${isNamed ? '###' : '##'} ${oneLine(question)}`, textIn(answer))
    }
  }
  blocks.push(textIn(page.additionalContent))
  return { fields: fieldsOf(page.metadata), body: blocks.filter((block) => block !== '').join('\n\n') }
}

/** Tells whether a YAML file of the dialect is a page of questions. */
export function isFaq(text: string): boolean {
  return /^\s*### *YamlMime: *FAQ\b/i.test(text)
}

function parseYaml(text: string): unknown {
  try {
    return parse(text, { schema: 'failsafe', uniqueKeys: false, maxAliasCount: 0, logLevel: 'silent' })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return undefined
  }
}

function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function oneLine(value: unknown): string {
  return textIn(value).replace(/\s+/g, ' ')
}
