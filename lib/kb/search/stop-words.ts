/** Words that say nothing about what is searched. */
const STOP_WORDS = new Set(
  `a about after again all also am an and any are aren't arent as at be because been before being but by can can't cant cannot
  could couldn't couldnt did didn't didnt do does doesn't doesnt doing don't dont each for from get gets getting got had has
  hasn't hasnt have haven't havent having he her here him his how i i'm im if in into is isn't isnt it it's its just keep keeps
  let like me my no not of on one only or other our out over own same she should so some such than that the their them then there
  these they they're this those though through to too under until up upon us very was wasn't wasnt we well were weren't what
  when where whether which while who whom why will with won't wont would you your`.split(/\s+/),
)

/** Takes a word in lower case, with or without its apostrophe. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word)
}
