import { TRANSLATIONS } from '@/lib/kb/data/translation-table'
import { foldText } from './terms'

const englishWords = new Map(
  TRANSLATIONS.trim()
    .split('\n')
    .flatMap((line) => {
      const [english = '', others = ''] = line.trim().split(' = ')
      return others.split(' ').map((other) => [other, english] as const)
    }),
)

/** Gives the English word for a word of another language, if the reviewed table has it. */
export function translateWord(word: string): string | undefined {
  return englishWords.get(foldText(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
}
