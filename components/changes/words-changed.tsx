import { CountText } from '@/components/ui/count-text'

/** How many words came and went: "12 words added, 3 removed". */
export function WordsChanged({ added = 0, removed = 0 }: { added?: number; removed?: number }) {
  if (added === 0) {
    return (
      <>
        <CountText count={removed} noun="word" /> removed
      </>
    )
  }
  return (
    <>
      <CountText count={added} noun="word" /> added
      {removed > 0 && (
        <>
          , <CountText count={removed} /> removed
        </>
      )}
    </>
  )
}
