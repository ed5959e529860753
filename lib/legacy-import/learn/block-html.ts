import { mapOutsideCode, removeComments } from './outside-code'

/**
 * Replaces tags of blocks by empty lines, and comments by nothing, outside of code, so that the Markdown between them is read as
 * Markdown. A summary becomes a paragraph in bold.
 */
export function replaceBlockHtml(text: string): string {
  if (!text.includes('<')) return text
  return mapOutsideCode(removeComments(text), (part) =>
    part
      // Nothing ends it, so that it would hide the rest.
      .replaceAll('<!--', '\\<!--')
      .replace(
        /^([ \t]*)(.*?)<summary[^>\n]*>([\s\S]*?)<\/summary>/gim,
        (_, indent: string, before: string, words: string) => {
          const inner = words
            .replace(/<\/?(?:b|strong|h\d|p)(?![\w:.-])[^>\n]*>/gi, '')
            .replace(/\s+/g, ' ')
            .trim()
          return `${indent}${before}\n\n${indent}${inner === '' ? '' : `**${inner.replace(/^\*+|\*+$/g, '')}**`}\n\n${indent}`
        },
      )
      .split('\n')
      .map((line) => (isRow(line) ? line : replaceTags(line)))
      .join('\n')
      .replace(FIRST_OF_ITEM, '')
      .replaceAll(ITEM, ''),
  )
}

/** Tags of XML are text, such as `<p:Description>`, and so are escaped ones. */
const BLOCK_TAG = /(?<!\\)<\/?(?:details|p|div|center|section|article|blockquote)(?![\w:.-])[^<>\n]*>/gi
const BREAK_ALONE = /^([ \t>]*)(?:<\/?br[ \t]*\/?>[ \t]*)+$/i

/** Stands in for a tag at the beginning of a list item, since an item that begins with two empty lines would end there. */
const ITEM = '\uE002'
const FIRST_OF_ITEM = /\uE002(?:[ \t]*\n)+[ \t]+(?=\S)/g
const ITEM_TAG =
  /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)<(?:details|p|div|center|section|article)(?![\w:.-])[^<>\n]*>[ \t]*$/i

function replaceTags(line: string): string {
  if (!line.includes('<')) return line
  if (ITEM_TAG.test(line)) return line.replace(ITEM_TAG, `$1${ITEM}`)
  if (BREAK_ALONE.test(line)) return line.replace(BREAK_ALONE, '$1').trimEnd()
  const [indent = ''] = /^[ \t>]*/.exec(line) ?? []
  return line.replace(BLOCK_TAG, `\n\n${indent}`)
}

/** A row of a table, in which a line cannot end. */
function isRow(line: string): boolean {
  return /^[ \t>]*\|/.test(line) || /\|.*\|/.test(line)
}
