import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import type { PasteVerdict, Question } from '@/lib/check/verdict'
import { type ComputerCase, nameComputer } from './computer-case'

interface Props {
  readonly verdict: PasteVerdict
  readonly cases: readonly ComputerCase[]
}

/** Asks what only the reader can tell, and says what to paste. */
export function QuestionNotice({ verdict: { questions, computers }, cases }: Props) {
  const isRollupOpen = cases.some(
    ({ builds, decided }) => decided.length === 0 && builds.length > 0 && builds.every((one) => one.isServicePackLevel),
  )
  if (questions.length === 0 && !isRollupOpen) return null
  const nameOf = (list: number) => {
    const computer = computers.find((other) => other.list === list)
    return computer ? nameComputer(computer, computers) : `List ${list}`
  }
  return (
    <Notice label="Questions" tone="accent">
      {questions.map((question) => (
        <p key={`${question.kind} ${question.list}`}>
          <QuestionText question={question} name={nameOf(question.list)} />
        </p>
      ))}
      {isRollupOpen && (
        <p>
          <strong>Which rollup is installed?</strong> Get-ExchangeServer shows the service pack, not the rollup. Add the
          version of <Code>ExSetup.exe</Code> or the installed updates.
        </p>
      )}
    </Notice>
  )
}

function QuestionText({ question, name }: { question: Question; name: string }) {
  switch (question.kind) {
    case 'which-computer':
      return (
        <>
          <strong>Which computer is “{name}”?</strong> It may be {question.hosts.join(' or ')}. Paste each list with its
          computer: <Code>Get-HotFix | fl PSComputerName,HotFixID</Code>
        </>
      )
    case 'one-or-several':
      return (
        <>
          <strong>Is “{name}” one computer?</strong> The list may come from several. Paste each list with its computer:{' '}
          <Code>Get-HotFix | fl PSComputerName,HotFixID</Code>
        </>
      )
    case 'which-line':
      return (
        <>
          <strong>Which service pack does “{name}” have?</strong> The list has{' '}
          {new Intl.ListFormat('en-US').format(question.lines)}. Add{' '}
          {question.lines.some((line) => line.startsWith('Exchange')) ? (
            <Code>Get-ExchangeServer | fl Name,AdminDisplayVersion</Code>
          ) : (
            'the build that it reports.'
          )}
        </>
      )
  }
}

function Code({ children }: { children: ReactNode }) {
  return <code className="font-mono text-sm [overflow-wrap:anywhere]">{children}</code>
}
