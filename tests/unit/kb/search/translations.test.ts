import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TRANSLATIONS } from '@/lib/kb/data/translation-table'
import { foldText } from '@/lib/kb/search/terms'
import { translateWord } from '@/lib/kb/search/translations'

test('a word is translated with or without accents, case and punctuation', () => {
  for (const [word, english] of [
    ['botón', 'button'],
    ['Botones,', 'button'],
    ['¿Cómo', undefined],
    ['DATEI', 'file'],
    ['schließen', 'close'],
    ['window', undefined],
  ] as const) {
    assert.equal(translateWord(word), english, word)
  }
})

test('each word of the table has one English word, and is written as words are looked up', () => {
  const words = TRANSLATIONS.trim()
    .split('\n')
    .flatMap((line) => line.split(' = ')[1]?.split(' ') ?? [])
  assert.deepEqual(
    words.filter((word, at) => words.indexOf(word) !== at || foldText(word) !== word),
    [],
  )
})
